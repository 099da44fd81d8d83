import JSON

/// Reads changes one by one, as they are typed and as they stand in a file.
struct ChangeReader {
  let today: CalendarDate
  var format = LocalFormat.standard
  /// Whether values may stand in double quotes, as JSON texts.
  var unquotes = false

  typealias Mistake = CalendarChanges.Mistake

  /// What stands between a name and a value.
  enum Sign: String, CaseIterable {
    case addJSON = "+:="
    case json = ":="
    case add = "+="
    case remove = "-="
    case set = "="
  }

  /// Reads `FIELD=VALUE` and its like; weekdays and dates with different hours become several changes.
  func assignment(_ text: String) throws(Mistake) -> [CalendarChange] {
    guard let (name, sign, value) = Self.split(text) else {
      throw Mistake(ChangeWording.noSign(text))
    }
    let place = try ChangePlaceReader(today: today).place(name)
    if let reason = Self.refusal(of: place) { throw Mistake(reason) }
    switch sign {
    case .set: return try ChangeValueReader(self, place).changes(try unquoted(value))
    case .json: return [try setting(json: value, of: place)]
    case .add: return [try adding(try unquoted(value), to: place)]
    case .addJSON: return [try addingJSON(value, to: place)]
    case .remove:
      guard Self.isList(place) else { throw Mistake(ChangeWording.notAList(place.words)) }
      let selector = "[" + ChangeText.quoted(try unquoted(value).trimmed) + "]"
      return [try unsetting(place.text + selector)]
    }
  }

  /// Reads the name of what is taken away.
  func unsetting(_ name: String) throws(Mistake) -> CalendarChange {
    let place = try ChangePlaceReader(today: today).place(name)
    if let reason = Self.refusal(of: place) { throw Mistake(reason) }
    if place.rowType == nil, place.hasSeveralDates {
      throw Mistake(ChangeWording.oneDate(place.words))
    }
    return CalendarChange(place, .unset)
  }

  // MARK: Signs

  /// The name, the sign, and what stands behind it; nil without a sign.
  ///
  /// By scalars: an accent at the beginning of a value would join the sign.
  static func split(_ text: String) -> (name: String, sign: Sign, value: String)? {
    let scalars = Array(text.unicodeScalars)
    var quote: Unicode.Scalar?
    var isInside = false
    var isFirst = false
    var isEscaped = false
    for (index, scalar) in scalars.enumerated() {
      if let open = quote {
        if scalar == open, !isEscaped { quote = nil }
        isEscaped = scalar == "\\" && open == "\"" && !isEscaped
      } else if isInside, isFirst, scalar == "'" || scalar == "\"" {
        quote = scalar
        isFirst = false
      } else if scalar == "[", !isInside {
        isInside = true
        isFirst = true
      } else if scalar == "]" {
        isInside = false
      } else if scalar == "=", !isInside {
        let before = String(String.UnicodeScalarView(scalars[..<index]))
        let sign = Sign.allCases.first { (before + "=").hasSuffix($0.rawValue) } ?? .set
        let name = before.dropLast(sign.rawValue.count - 1)
        return (String(name), sign, String(String.UnicodeScalarView(scalars[(index + 1)...])))
      } else if !scalar.properties.isWhitespace {
        // In brackets a quote is one only at their beginning: O’Connor may be typed with a plain one.
        isFirst = false
      }
    }
    return nil
  }

  /// The value behind a sign: in a file without the blanks around it, and decoded where it stands in
  /// quotes.
  private func unquoted(_ value: String) throws(Mistake) -> String {
    guard unquotes else {
      guard Self.isClean(value) else { throw Mistake(ChangeWording.control) }
      return value
    }
    let value = value.trimmed
    guard value.first == "\"" else { return value }
    guard let text = (try? JSONDocument(parsing: value))?.value.text else {
      throw Mistake(ChangeWording.badQuotes)
    }
    return text
  }

  /// Whether a typed text has no control characters but line breaks and tabs.
  private static func isClean(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      !($0.value < 0x20 || (0x7F..<0xA0).contains($0.value)) || $0 == "\n" || $0 == "\t"
    }
  }

  // MARK: Refusals

  /// Why a place cannot be changed; nil where it can.
  static func refusal(of place: ChangePlace) -> String? {
    guard let field = place.field else { return ChangeWording.readOnly(place.words) }
    if field.isReadOnly { return ChangeWording.readOnly(field.label) }
    // The id of a date tells the service which entry is meant: with another one it is another.
    if case .key(let key)? = place.parts.last, let type = place.parent.rowType,
      key == type.id?.key
    {
      return ChangeWording.readOnly(field.label)
    }
    return nil
  }

  static func isList(_ place: ChangePlace) -> Bool {
    guard case .key? = place.parts.last, case .list(let type)? = place.field?.type else {
      return false
    }
    return type.rows != .ranges
  }

  // MARK: Rows

  private func adding(_ text: String, to place: ChangePlace) throws(Mistake) -> CalendarChange {
    guard Self.isList(place), let field = place.field, let type = field.objectType else {
      throw Mistake(ChangeWording.notAList(place.words))
    }
    let text = text.trimmed
    if text.isEmpty { throw Mistake(ChangeWording.noValue(place)) }
    switch (type.firstChoice, type.rows) {
    case (.user?, _): break
    case (.locationKind?, _):
      _ = try ChangeValueReader(self, place).choice(
        text, Choices.locationKind,
        ObjectType.location.field(LocationKey.kind.rawValue)?.label ?? "")
    case (nil, .likeness):
      _ = try ChangeValueReader(self, place).choice(
        text, Choices.notificationType,
        ObjectType.notification.field(NotificationKey.type.rawValue)?.label ?? "")
    case (nil, _):
      let hint =
        type == .openHours
        ? "write \(place.text).mon-fri=9-17" : "write \(place.text).2026-12-24=closed"
      throw Mistake(ChangeWording.noAdding(field.label, hint))
    }
    return CalendarChange(place, .add(text))
  }

  private func addingJSON(_ value: String, to place: ChangePlace) throws(Mistake) -> CalendarChange
  {
    guard Self.isList(place), let field = place.field else {
      throw Mistake(ChangeWording.notAList(place.words))
    }
    let rows = try parsed("[" + value + "]", field.label)
    guard let list = rows.array, list.count == 1 else {
      throw Mistake(ChangeWording.noJSON(field.label, "one row belongs there"))
    }
    try ChangeShape.check(rows, field, today: today)
    return CalendarChange(place, .addRow(list[0]))
  }

  // MARK: JSON

  private func setting(json text: String, of place: ChangePlace) throws(Mistake) -> CalendarChange {
    let value = try json(text, of: place)
    if place.hasSeveralDates { throw Mistake(ChangeWording.oneDate(place.words)) }
    guard place.days != nil else { return CalendarChange(place, .json(value)) }
    // A weekday has no value of its own: it is the hours that entries give it.
    let hours = DayHours(value)
    if let oddity = hours.ignored.first {
      throw Mistake(ChangeWording.said(place.words, oddity.message(in: format)))
    }
    return CalendarChange(place, .hours(hours.ranges))
  }

  /// A value that is given as JSON, checked for its types and its keys.
  private func json(_ text: String, of place: ChangePlace) throws(Mistake) -> JSONValue {
    guard let field = place.field else { throw Mistake(ChangeWording.readOnly(place.words)) }
    let value = try parsed(text, field.label)
    if place.days != nil {
      if let hours = ObjectType.openHours.field(WeekEntryKey.hours.rawValue) {
        try ChangeShape.check(value, hours, today: today)
      }
    } else if place.rowType != nil {
      try ChangeShape.check([value], field, today: today)
    } else {
      try ChangeShape.check(value, field, today: today)
    }
    return value
  }

  private func parsed(_ text: String, _ label: String) throws(Mistake) -> JSONValue {
    let document: JSONDocument
    do throws(JSONSyntaxError) {
      document = try JSONDocument(parsing: text)
    } catch {
      throw Mistake(ChangeWording.noJSON(label, error.message), column: error.position.column)
    }
    if let twice = document.duplicateKeys.first {
      throw Mistake(ChangeWording.repeated(twice.path))
    }
    return document.value.plainlySpelt
  }
}

extension JSONValue {
  /// The value with its texts as this program writes them, where that means the same.
  var plainlySpelt: JSONValue {
    switch self {
    case .string(let string):
      let plain = JSONString(string.value)
      return .string(plain.isEquivalent(to: string) ? plain : string)
    case .array(let elements): return .array(elements.map(\.plainlySpelt))
    case .object(let object):
      return .object(
        JSONObject(
          object.members.map { JSONObject.Member(key: $0.key, value: $0.value.plainlySpelt) }))
    default: return self
    }
  }
}

/// Checks JSON for the types and the keys of the schema.
enum ChangeShape {
  /// - Throws: for the first value of a wrong type, and the first key that no update may have.
  static func check(
    _ value: JSONValue, _ field: Field, today: CalendarDate
  ) throws(CalendarChanges.Mistake) {
    if let message = problem(value, field, today: today) {
      throw CalendarChanges.Mistake(message)
    }
  }

  /// What is wrong with a value, in a sentence; nil for nothing.
  static func problem(
    _ value: JSONValue, _ field: Field, today: CalendarDate
  ) -> String? {
    var checker = ValueChecker(context: RuleContext(calendarType: nil, today: today))
    checker.check(value, of: field)
    if let problem = checker.problems.first(where: { $0.rule == Rule.valueType.id }) {
      let place = problem.path.isRoot ? "" : " (\(ChangeWording.plain(problem.path.description)))"
      return ChangeWording.said(field.label + place, problem.message)
    }
    return unknownKey(in: value, field.objectType, at: .root)
  }

  private static func unknownKey(
    in value: JSONValue, _ type: ObjectType?, at path: JSONPath
  ) -> String? {
    guard let type else { return nil }
    switch value {
    case .array(let rows):
      for (index, row) in rows.enumerated() {
        if let found = unknownKey(in: row, type, at: path.appending(index)) { return found }
      }
    case .object(let object):
      for member in object.members {
        let here = path.appending(member.key)
        guard let field = type.field(member.key) else {
          return type.answerOnlyKeys.contains(member.key)
            ? ChangeWording.answerOnly(here.description) : ChangeWording.undocumented(here)
        }
        if let found = unknownKey(in: member.value, field.objectType, at: here) { return found }
      }
    default: break
    }
    return nil
  }
}
