import JSON

/// A rule about one value and its field in the schema.
struct ValueRule: Sendable {
  let id: String
  let severity: Problem.Severity
  let check: @Sendable (JSONValue, Field) -> String?

  init(
    _ id: String, _ severity: Problem.Severity,
    _ check: @escaping @Sendable (JSONValue, Field) -> String?
  ) {
    self.id = id
    self.severity = severity
    self.check = check
  }

  /// All of them.
  ///
  /// A value of the wrong type is reported by the first and left alone by the others.
  static let all: [ValueRule] =
    [type] + forNumbers + forChoices + forLists + forTexts

  private static let forNumbers = [range, most, sensible, whole]
  private static let forChoices = [choice]
  private static let forLists = [days]
  private static let forTexts = [email, emailList, url, color, date, chosen]

  /// The rules that have something to say of a type, in the order in which they run.
  static func rules(for type: FieldType) -> [ValueRule] {
    switch type {
    case .number: forNumbers
    case .choice: forChoices
    case .choices: forLists
    case .text(.plain), .text(.meetingPlace), .longText, .toggle, .object, .list: []
    case .text: forTexts
    }
  }

  /// Types; API page, the type beside each property.
  static let type = ValueRule("value.type", .error) { value, field in
    let wanted: String
    switch (field.type, value) {
    case (.text, .string), (.longText, .string), (.number, .number), (.toggle, .bool),
      (.choices, .array), (.list, .array), (.object, .object), (.choice, _):
      return nil
    case (.text, _), (.longText, _): wanted = "a text"
    case (.number, .string(let typed)):
      return typed.value.isEmpty
        ? "A number is needed." : "A number is needed, and \(Wording.quoted(typed.value)) is none."
    case (.number, _): wanted = "a number"
    case (.toggle, _): wanted = "yes or no"
    case (.choices, _), (.list, _): wanted = "a list"
    case (.object, _): wanted = "an object"
    }
    return "\(wanted.capitalizedFirst) is needed, but it is \(value.kindInWords)."
  }

  /// Enumerations; API page, "Allowed values".
  static let choice = ValueRule("value.choice", .error) { value, field in
    guard case .choice(let choices) = field.type, choices.match(value) == nil, !field.isReadOnly
    else { return nil }
    return "\(Wording.value(value)) is not one of the allowed values: \(choices.listed)."
  }

  /// Numeric ranges; API page and its nested objects.
  static let range = ValueRule("value.range", .error) { value, field in
    guard case .number(let limits) = field.type, let allowed = limits.allowed,
      let number = value.number?.double, number.isLess(than: allowed) != nil
    else { return nil }
    return "It must be \(allowed.lowerBound) to \(allowed.upperBound)."
  }

  /// Upper limits; API page, `recurring.count` <= 24.
  static let most = ValueRule("value.most", .error) { value, field in
    guard case .number(let limits) = field.type, let most = limits.most,
      let number = value.number?.double, number > Double(most)
    else { return nil }
    return "It must be \(most) at most."
  }

  static let sensible = ValueRule("value.sensible", .warning) { value, field in
    guard case .number(let limits) = field.type, let sensible = limits.sensible,
      let number = value.number?.double, let isLess = number.isLess(than: sensible),
      isLess || limits.most == nil
    else { return nil }
    return isLess
      ? "Less than \(sensible.lowerBound) makes no sense here."
      : "More than \(sensible.upperBound) makes no sense here."
  }

  /// Hours and minutes are counted in whole numbers.
  static let whole = ValueRule("value.whole", .warning) { value, field in
    guard case .number(let limits) = field.type, limits.allowed != nil || limits.most != nil,
      let number = value.number, number.int == nil
    else { return nil }
    return "A whole number is meant here."
  }

  /// Days of the week, 0 to 6; API page, `openHours[].daysOfTheWeek`.
  static let days = ValueRule("value.days", .error) { value, field in
    guard case .choices(let choices) = field.type, let elements = value.array,
      let wrong = elements.first(where: { choices.match($0) == nil })
    else { return nil }
    return "\(Wording.value(wrong)) is not one of the allowed values: \(choices.listed)."
  }

  static let email = ValueRule("text.email", .warning) { value, field in
    guard case .text(.email) = field.type, let text = value.text, !text.isEmpty,
      !TextCheck.isEmail(text)
    else { return nil }
    return "This is not an e-mail address, such as name@example.com."
  }

  static let emailList = ValueRule("text.emailList", .warning) { value, field in
    guard case .text(.emailList) = field.type, let text = value.text, !text.isEmpty else {
      return nil
    }
    return EmailList(text).problems.lazy.compactMap { $0 }.first
  }

  static let url = ValueRule("text.url", .warning) { value, field in
    guard case .text(.url) = field.type, let text = value.text, !text.isEmpty,
      !TextCheck.isWebAddress(text)
    else { return nil }
    return "This is not a web address; it should begin with https://."
  }

  static let color = ValueRule("text.color", .warning) { value, field in
    guard case .text(.color) = field.type, let text = value.text, !text.isEmpty,
      !TextCheck.isColor(text)
    else { return nil }
    return "This is not a colour; write # and six hexadecimal digits, such as #039be5."
  }

  /// Dates; API page, `availabilities[].date`.
  static let date = ValueRule("text.date", .error) { value, field in
    guard case .text(.date) = field.type, let text = value.text, CalendarDate(wire: text) == nil
    else { return nil }
    return "A date that exists is needed, written YYYY-MM-DD."
  }

  /// The template of a new row leaves the choice open: `teamMembers[].userId`.
  static let chosen = ValueRule("text.chosen", .warning) { value, field in
    guard case .text(.id) = field.type, field.isRequired,
      value.text?.allSatisfy(\.isWhitespace) == true
    else { return nil }
    return "Nothing is chosen yet for \(field.label.lowercased())."
  }
}

extension Double {
  /// True below the range, false above it, nil within.
  fileprivate func isLess(than range: ClosedRange<Int>) -> Bool? {
    if self < Double(range.lowerBound) { return true }
    return self > Double(range.upperBound) ? false : nil
  }
}

extension [Choice] {
  /// The choice that a value is; numbers by value.
  package func match(_ value: JSONValue) -> Choice? { first { $0.value.isEquivalent(to: value) } }

  /// The values as they stand in the JSON, with commas between them.
  var listed: String { map { Wording.value($0.value) }.joined(separator: ", ") }
}
