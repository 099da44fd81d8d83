import JSON

/// Reads what is typed behind the name of a place, as the forms read it.
struct ChangeValueReader {
  private let reader: ChangeReader
  private let place: ChangePlace

  typealias Mistake = CalendarChanges.Mistake

  init(_ reader: ChangeReader, _ place: ChangePlace) { (self.reader, self.place) = (reader, place) }

  /// The changes that a text stands for: one, or one for each of several hours.
  func changes(_ text: String) throws(Mistake) -> [CalendarChange] {
    guard let field = place.field else { throw Mistake(ChangeWording.readOnly(place.words)) }
    if text.trimmed.isEmpty {
      guard case .key? = place.parts.last, field.takesEmptyText else {
        throw Mistake(ChangeWording.noValue(place))
      }
      return [CalendarChange(place, .value(.text(text)))]
    }
    if place.days != nil || place.datesOfHours != nil { return [hours(try ranges(text))] }
    if case .row? = place.parts.last {
      throw Mistake(
        ChangeWording.needsJSON(
          place.words,
          "write a property, as in \(place.text).\(field.objectType?.fields.first?.key ?? "…")"))
    }
    return try changes(text, of: field)
  }

  private func hours(_ ranges: [HourRange]) -> CalendarChange {
    CalendarChange(
      place.datesOfHours != nil && place.rowType == nil ? place.parent : place, .hours(ranges))
  }

  private func changes(_ text: String, of field: Field) throws(Mistake) -> [CalendarChange] {
    if place.isTopLevel, QuantityField(field.key) != nil { return [try quantity(text)] }
    switch field.type {
    case .text(.date): return [CalendarChange(place, .value(try date(text, field)))]
    case .text(.id): return [CalendarChange(place, .named(text.trimmed))]
    case .text(.emailList):
      if let problem = EmailList(text).problems.lazy.compactMap({ $0 }).first {
        throw Mistake(ChangeWording.said(field.label, problem))
      }
      return [CalendarChange(place, .value(.text(text)))]
    case .text, .longText: return [CalendarChange(place, .value(.text(text)))]
    case .number: return [CalendarChange(place, .value(try number(text, field)))]
    case .choice(let choices):
      return [CalendarChange(place, .value(try choice(text, choices, field.label)))]
    case .toggle: return [try toggle(text, field)]
    case .choices(let choices):
      guard let days = QueryValues.weekdays(text), !days.isEmpty else {
        throw Mistake(ChangeWording.noDay(text))
      }
      let values = days.sorted().compactMap {
        choices.indices.contains($0) ? choices[$0].value : nil
      }
      return [CalendarChange(place, .value(.array(values)))]
    case .object(let type): return [try object(text, type, field)]
    case .list(let type): return try rows(text, type, field)
    }
  }

  // MARK: Numbers and choices

  private func quantity(_ text: String) throws(Mistake) -> CalendarChange {
    guard let field = QuantityField(place.topKey) else {
      throw Mistake(ChangeWording.noValue(place))
    }
    let text = text.trimmed
    // Which unit a bare number has, and which version of the calls there is, the calendar says.
    let present = field.isUnitFixed ? field.usualUnit.rawValue : nil
    var problem: QuantityError?
    for version in APIVersion.allCases {
      do throws(QuantityError) {
        _ = try field.parse(text, present: present, in: version)
        return CalendarChange(place, .quantity(text))
      } catch {
        problem = problem ?? error
      }
    }
    guard let problem, !(field.isUnitFixed && problem.reason.dependsOnUnit) else {
      return CalendarChange(place, .quantity(text))
    }
    throw Mistake(
      ChangeWording.said(field.number.label, problem.message),
      column: problem.range.lowerBound + 1)
  }

  private func number(_ text: String, _ field: Field) throws(Mistake) -> JSONValue {
    let typed = NumberEnding.taken(from: text, of: field)
    guard let number = (try? TypedNumber(typed))?.json, number.double.isFinite else {
      throw Mistake(ChangeWording.noNumber(text, field.label))
    }
    return .number(number)
  }

  /// A choice by its label, by its value, or by a name of old.
  func choice(_ text: String, _ choices: [Choice], _ label: String) throws(Mistake) -> JSONValue {
    guard let choice = Self.choice(text, choices) else {
      throw Mistake(
        ChangeWording.noChoice(text, label, choices.map { Self.word(for: $0, in: choices) }))
    }
    return choice.value
  }

  static func choice(_ text: String, _ choices: [Choice]) -> Choice? {
    let letters = FoldedText(text).letters
    let number = JSONNumber(text.trimmed)
    return choices.first { choice in
      if let number, let value = choice.value.number { return value.isEquivalent(to: number) }
      if choice.value.isNull, text.trimmed == "null" { return true }
      guard !letters.isEmpty else { return false }
      var names = [choice.label, choice.value.text].compactMap { $0 } + choice.otherSpellings
      if let unit = TimeUnit(reading: choice.value) {
        names += [
          unit.symbol(isOne: true), unit.symbol(isOne: false), String(unit.plural.dropLast()),
        ]
      }
      return names.contains { FoldedText($0).letters == letters }
    }
  }

  /// How a choice is written: its label in small letters, where that leads back to it.
  static func word(for choice: Choice, in choices: [Choice]) -> String {
    let word = choice.label.lowercased()
    let found = Self.choice(word, choices)?.value
    return found.map { $0.isEquivalent(to: choice.value) } == true
      ? word : choice.value.text ?? choice.value.printed()
  }

  private func toggle(_ text: String, _ field: Field) throws(Mistake) -> CalendarChange {
    if let isOn = Self.toggle(text, field) { return CalendarChange(place, .value(.bool(isOn))) }
    // "Recurring bookings" are said with their rule as well.
    if field.key == CalendarKey.enableRecurring.rawValue,
      let typing = try? RecurrenceTyping(text)
    {
      return CalendarChange(ChangePlace(CalendarKey.recurring.rawValue), .recurrence(typing))
    }
    throw Mistake(ChangeWording.noToggle(text, field.label))
  }

  private static func toggle(_ text: String, _ field: Field) -> Bool? {
    let letters = FoldedText(text).letters.text
    if QueryValues.onWords.contains(letters) { return true }
    if QueryValues.offWords.contains(letters) { return false }
    if field.key == CalendarKey.isActive.rawValue,
      case .leaf(.state(let isActive))? = ClauseReader.state(text.trimmed)
    {
      return isActive
    }
    return nil
  }

  // MARK: Dates and hours

  private func ranges(_ text: String) throws(Mistake) -> [HourRange] {
    do throws(HoursError) {
      return try HoursText.parse(text)
    } catch {
      throw mistake(error)
    }
  }

  private func date(_ text: String, _ field: Field) throws(Mistake) -> JSONValue {
    do throws(HoursError) {
      let dates = try QueryValues.dates(text, today: reader.today)
      guard dates.count == 1 else {
        throw HoursError(.notADate, at: 0..<text.count, HoursWording.noDate(text))
      }
      return .text(dates[0].wire)
    } catch {
      throw mistake(error)
    }
  }

  private func mistake(_ error: HoursError, movedBy count: Int = 0) -> Mistake {
    Mistake(
      ChangeWording.said(place.words, error.message(in: reader.format)),
      column: error.place.lowerBound + count + 1)
  }

  // MARK: Objects and lists

  private func object(
    _ text: String, _ type: ObjectType, _ field: Field
  ) throws(Mistake) -> CalendarChange {
    do {
      if type == .lookBusy { return CalendarChange(place, .lookBusy(try LookBusyTyping(text))) }
      return CalendarChange(place, .recurrence(try RecurrenceTyping(text)))
    } catch {
      throw Mistake(ChangeWording.said(field.label, error.message))
    }
  }

  private func rows(
    _ text: String, _ type: ObjectType, _ field: Field
  ) throws(Mistake) -> [CalendarChange] {
    switch type {
    case .hour: return [CalendarChange(place, .hours(try ranges(text)))]
    case .openHours: return try week(text)
    case .availability: return try dates(text)
    case .teamMember:
      throw Mistake(ChangeWording.needsJSON(field.label, "add one with \(place.text)+=USER"))
    case .location:
      throw Mistake(ChangeWording.needsJSON(field.label, "add one with \(place.text)+=KIND"))
    default:
      throw Mistake(ChangeWording.needsJSON(field.label, "change a row, as in \(place.text)[1]"))
    }
  }

  private func week(_ text: String) throws(Mistake) -> [CalendarChange] {
    let typing: WeekTyping
    do throws(HoursError) {
      typing = try WeekTyping(text, day: 0)
    } catch {
      throw mistake(error)
    }
    guard typing.namesDays else {
      throw Mistake(ChangeWording.said(place.words, ChangeWording.daysMissing))
    }
    let days = LocalFormat(weekStart: .monday).sorted(typing.hours.keys)
    return WeekHours.grouped(days) { typing.hours[$0] ?? [] }.map { group in
      CalendarChange(place.appending(.days(group.days.sorted())), .hours(group.value))
    }
  }

  /// Dates with their hours, one command behind the other.
  private func dates(_ text: String) throws(Mistake) -> [CalendarChange] {
    if let command = try? DateCommand.parse(text, today: reader.today) { return [change(command)] }
    var changes: [CalendarChange] = []
    var start = 0
    for part in text.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == ";" || $0.isNewline })
    {
      defer { start += part.count + 1 }
      if String(part).trimmed.isEmpty { continue }
      do throws(HoursError) {
        changes.append(change(try DateCommand.parse(String(part), today: reader.today)))
      } catch {
        throw mistake(error, movedBy: start)
      }
    }
    return changes
  }

  private func change(_ command: DateCommand) -> CalendarChange {
    CalendarChange(place.appending(.dates(command.dates)), .hours(command.ranges))
  }
}

extension Field {
  /// Whether an empty text is a value of it.
  fileprivate var takesEmptyText: Bool {
    switch type {
    case .text(.date), .text(.id): false
    case .text, .longText: true
    default: false
    }
  }
}

extension QuantityError.Reason {
  /// Whether another unit in the calendar could make it right.
  fileprivate var dependsOnUnit: Bool {
    switch self {
    case .unitNotTaken, .notExact, .fixedUnitUnknown, .unitUnknown: true
    default: false
    }
  }
}
