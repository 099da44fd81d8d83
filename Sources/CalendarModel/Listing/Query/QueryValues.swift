import JSON

/// Reads the value of a condition for a field.
struct QueryValues {
  let today: CalendarDate

  /// What a value is for a field.
  enum Reading {
    case test(ValueTest)
    /// It could become a value when more is typed.
    case unfinished
    /// What is wrong and what to write, as a sentence.
    case mistake(String)
  }

  /// Reads a value that is not empty.
  func read(
    _ text: String, of place: FieldPlace, _ relation: Relation, isQuoted: Bool = false
  ) -> Reading {
    let letters = FoldedText(text).letters.text
    if !isQuoted, relation == .equal || relation == .contains {
      if Self.setWords.contains(letters) { return .test(.isSet(true)) }
      if Self.unsetWords.contains(letters) { return .test(.isSet(false)) }
    }
    if let quantity = place.quantity { return self.quantity(text, quantity, relation) }
    switch place.field.type {
    case .toggle: return toggle(letters, relation)
    case .number:
      return number(text, relation).map { .test(.number($0)) }
        ?? .mistake("Write a number, as in 5.")
    case .choice(let choices): return choice(letters, choices, place.field, relation)
    case .choices: return days(text)
    case .text(.date): return date(text, relation)
    case .list:
      if let count = number(text, relation) { return .test(.count(count)) }
      return self.text(text, relation, orNumber: true)
    case .text, .longText, .object: return self.text(text, relation, orNumber: false)
    }
  }

  static let setWords: Set<String> = ["set", "given", "filled"]
  static let unsetWords: Set<String> = ["unset", "notset", "empty", "missing", "none", "null"]
  static let onWords = ["on", "yes", "true", "enabled", "1"]
  static let offWords = ["off", "no", "false", "disabled", "0"]

  // MARK: Kinds of values

  func toggle(_ letters: String, _ relation: Relation) -> Reading {
    let message = Reading.mistake("Write on or off.")
    guard relation == .equal || relation == .contains, !letters.isEmpty else { return message }
    if Self.onWords.contains(letters) { return .test(.isOn(true)) }
    if Self.offWords.contains(letters) { return .test(.isOn(false)) }
    let words = Self.onWords + Self.offWords
    return words.contains { $0.hasPrefix(letters) } ? .unfinished : message
  }

  private func text(_ text: String, _ relation: Relation, orNumber: Bool) -> Reading {
    switch relation {
    case .contains: return .test(.contains(FoldedText(text)))
    case .equal: return .test(.equals(FoldedText(text)))
    case .less, .atMost, .more, .atLeast, .between:
      return .mistake(
        orNumber
          ? "Write a number behind the sign: how many there are."
          : "Texts are not more or less than others; write contains, or =.")
    }
  }

  /// A number, also as `20%`; nil where it is none.
  func number(_ text: String, _ relation: Relation) -> Comparison? {
    if relation == .between {
      guard let ends = Self.ends(text), let low = plainNumber(ends.0),
        let high = plainNumber(ends.1)
      else { return nil }
      return .between(min(low, high), max(low, high))
    }
    return plainNumber(text).map { Comparison(relation, $0) }
  }

  private func plainNumber(_ text: String) -> Double? {
    var typed = text.trimmed
    for end in ["%", "percent", "times", "seats"] where typed.lowercased().hasSuffix(end) {
      typed = String(typed.dropLast(end.count)).trimmed
      break
    }
    guard let number = (try? TypedNumber(typed))?.json?.double, number.isFinite else { return nil }
    return number
  }

  /// The two ends of `10 and 20`, `10 to 20` or `10-20`.
  static func ends(_ text: String) -> (String, String)? {
    let lower = text.lowercased()
    for middle in [" and ", " to ", "..", "–", "-"] {
      let parts = lower.split(separator: middle, omittingEmptySubsequences: false)
      if parts.count == 2, parts.allSatisfy({ !String($0).trimmed.isEmpty }) {
        return (String(parts[0]).trimmed, String(parts[1]).trimmed)
      }
    }
    return nil
  }

  private func quantity(_ text: String, _ field: QuantityField, _ relation: Relation) -> Reading {
    let parser = QuantityParser(field: field, present: nil, units: field.units)
    do throws(QuantityError) {
      guard relation == .between else {
        return .test(
          .quantity(Comparison(relation, try parser.measured(text, or: field.usualUnit))))
      }
      guard let ends = Self.ends(text) else { return .unfinished }
      let high = try parser.measured(ends.1, or: field.usualUnit)
      // "between 30 and 60 min": the unit that is said once is that of both.
      let unit = ends.1.drop { !$0.isLetter }
      let first = ends.0.contains(where: \.isLetter) ? ends.0 : ends.0 + " " + unit
      let low = try parser.measured(first, or: field.usualUnit)
      return .test(.quantity(.between(min(low, high), max(low, high))))
    } catch {
      return .mistake(error.message)
    }
  }

  private func choice(
    _ letters: String, _ choices: [Choice], _ field: Field, _ relation: Relation
  ) -> Reading {
    let mistake = Reading.mistake(
      "Write one of \(choices.map(\.label).joined(separator: ", ")).")
    guard relation == .equal || relation == .contains, !letters.isEmpty else { return mistake }
    let typed = FoldedText(letters)
    let same = choices.filter { Self.names(of: $0).contains(typed) }
    // The beginning of a value may be that of several.
    let found =
      same.isEmpty ? choices.filter { Self.names(of: $0).contains { $0.hasPrefix(typed) } } : same
    return found.isEmpty ? mistake : .test(.choice(found.map(\.value)))
  }

  /// What a choice is called, by letters: its label, its value, and names of old.
  static func names(of choice: Choice) -> [FoldedText] {
    ([choice.label, Wording.value(choice.value)] + choice.otherSpellings).map {
      FoldedText($0).letters
    }
  }

  private func days(_ text: String) -> Reading {
    switch Self.weekdays(text) {
    case let days? where !days.isEmpty: .test(.day(days))
    default: Self.couldBecomeDay(text) ? .unfinished : .mistake("Write days, as in mon or mon-fri.")
    }
  }

  private func date(_ text: String, _ relation: Relation) -> Reading {
    var typed = CharacterReader(text)
    _ = typed.skip(phrase: ["on"])
    let rest = typed.text(typed.index..<typed.characters.count).trimmed
    do throws(HoursError) {
      if relation == .between, let ends = Self.ends(rest) {
        let low = try Self.dates(ends.0, today: today), high = try Self.dates(ends.1, today: today)
        guard let first = low.first, let last = high.last, first <= last else {
          return .mistake("The second date lies before the first.")
        }
        return .test(.date(first...last, .between))
      }
      let dates = try Self.dates(rest, today: today)
      guard let first = dates.first, let last = dates.last else { return .unfinished }
      return .test(.date(first...last, relation))
    } catch {
      return Self.couldBecomeDay(rest, error) ? .unfinished : .mistake(error.message)
    }
  }

  // MARK: Dates and days

  /// Typed dates; a day without its month is none, because nobody sees which month is meant.
  static func dates(_ text: String, today: CalendarDate) throws(HoursError) -> [CalendarDate] {
    if text.trimmed.allSatisfy(CharacterReader.isDigit) {
      throw HoursError(.notADate, at: 0..<text.count, HoursWording.noDate(text))
    }
    return try DateCommand.dates(text, today: today)
  }

  /// Days of the week, where the text names nothing else.
  static func weekdays(_ text: String) -> [Int]? {
    var reader = CharacterReader(text)
    guard let set = (try? WeekdaySet(&reader)) ?? nil else { return nil }
    reader.skipBlanks()
    return reader.isAtEnd ? set.days : nil
  }

  /// Whether what is wrong with typed dates may only be that they are not typed to their end.
  ///
  /// `2026-02-30` is, and `12-1` may become `12-15`.
  static func couldBecomeDay(_ text: String, _ error: HoursError) -> Bool {
    guard couldBecomeDay(text) else { return false }
    switch error.reason {
    case .noSuchDate, .wrongWeekday, .tooManyDays: break
    default: return true
    }
    let isRun = text.hasSuffix("..") || text.hasSuffix("…")
    let lastDigits = text.reversed().prefix(while: CharacterReader.isDigit).count
    return isRun || lastDigits == 1
  }

  /// Whether a text could become dates or days when more is typed: `2`, `24 d`, `mo`, `2026-1`.
  static func couldBecomeDay(_ text: String) -> Bool {
    let typed = FoldedText(text)
    guard typed.bytes.count < 40 else { return false }
    let names =
      CalendarDate.monthNames + Choices.weekdays
      + ["today", "tomorrow", "weekdays", "weekends", "next", "this", "every", "to"]
    let folded = names.map { FoldedText($0) }
    let words = typed.bytes.split { byte in
      !(0x61...0x7A).contains(byte)
    }.map { FoldedText(bytes: Array($0)) }
    return words.allSatisfy { word in
      ["st", "nd", "rd", "th", "of"].contains(word.text) || folded.contains { $0.hasPrefix(word) }
    } && !typed.isEmpty
  }
}
