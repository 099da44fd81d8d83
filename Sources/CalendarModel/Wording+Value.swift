import JSON

/// Values in words. The form, the review, the lists and the overview all take them from here.
extension Wording {
  /// A value in few words: "Zoom (as zoom)", "8 (as text)", "\"abc\" (no number)".
  ///
  /// - Parameter names: what the ids of users, groups and forms stand for, where that is known.
  package static func value(
    _ value: JSONValue?, of field: Field? = nil, names: [String: String] = [:],
    in format: LocalFormat = .standard
  ) -> String {
    ValueWords(value, of: field, names: names, in: format).full
  }

  /// A value as ``value(_:of:names:in:)`` says it, without a remark on how it is spelt: "Zoom", "8".
  package static func meaning(
    _ value: JSONValue?, of field: Field? = nil, names: [String: String] = [:],
    in format: LocalFormat = .standard
  ) -> String {
    ValueWords(value, of: field, names: names, in: format).meaning
  }

  /// A property of the calendar, a number with its unit: "45 min", "30 \"fortnights\" (unknown)".
  package static func value(of key: CalendarKey, in calendar: JSONValue) -> String {
    words(of: key, in: calendar).full
  }

  /// A property of the calendar as ``value(of:in:)`` says it, without a remark on how it is spelt.
  package static func meaning(of key: CalendarKey, in calendar: JSONValue) -> String {
    words(of: key, in: calendar).meaning
  }

  private static func words(of key: CalendarKey, in calendar: JSONValue) -> ValueWords {
    var words = ValueWords(calendar[key], of: CalendarSchema.field(key))
    guard let quantity = QuantityField(key), let number = calendar[key]?.typedNumber else {
      return words
    }
    switch quantity.reading(in: calendar) {
    case .amount(_, let unit): words.text = Quantity(number, unit.rawValue).description
    case .unreadable:
      words.text += " " + value(calendar[key: quantity.unit.key], of: quantity.unit)
    case .notSet: break
    }
    return words
  }
}

/// A value in words, with what is odd about it.
private struct ValueWords {
  var text: String
  /// How it is spelt, where it means something but is spelt in another way: "as text".
  var spelling: String?
  /// Why it means nothing: "unknown", "no number".
  var problem: String?

  var full: String { text + remark(problem ?? spelling) }
  var meaning: String { text + remark(problem) }

  private func remark(_ remark: String?) -> String { remark.map { " (\($0))" } ?? "" }

  private init(_ text: String, spelling: String? = nil, problem: String? = nil) {
    self.text = text
    self.spelling = spelling
    self.problem = problem
  }

  init(
    _ value: JSONValue?, of field: Field?, names: [String: String] = [:],
    in format: LocalFormat = .standard
  ) {
    guard let value else {
      self.init("unset")
      return
    }
    switch field?.type {
    case .choice(let choices)?: self.init(value, of: choices, isUnit: field?.isUnit == true)
    case .choices(let choices)? where value.array != nil:
      self.init(Wording.days(value.array ?? [], choices, in: format) ?? "none")
    case .number?: self.init(number: value, of: field)
    case .toggle?: self.init(switch: value)
    case .text(let format)?:
      self.init(text: value, format, isWord: field?.isPlainWord == true, names)
    case .object(let type)? where value.object != nil, .list(let type)? where value.object != nil:
      self.init(RowSummary.name(of: value, type, names: names, in: format))
    case .list(let type)? where value.array != nil:
      let count = value.array?.count ?? 0
      self.init(count == 0 ? "none" : Wording.counted(count, type.noun))
    case .object?, .list?, .choices?:
      self.init(Self.literal(value), problem: Self.emptyOr("not understood", value))
    case .longText?: self.init(Self.asSent(value))
    case nil: self.init(Self.plain(value))
    }
  }

  // MARK: Kinds of fields

  private init(_ value: JSONValue, of choices: [Choice], isUnit: Bool) {
    if let choice = choices.match(value) {
      self.init(choice.label)
    } else if let choice = choices.first(where: { $0.isMeant(by: value) }) {
      let text = value.text?.trimmed ?? ""
      self.init(
        choice.label, spelling: choice.otherSpellings.contains(text) ? "as \(text)" : "as text")
    } else if isUnit, let unit = TimeUnit(reading: value) {
      self.init(unit.label)
    } else {
      self.init(Self.literal(value), problem: Self.emptyOr("unknown", value))
    }
  }

  private init(number value: JSONValue, of field: Field?) {
    if let number = value.number {
      self.init(number.spelling)
    } else if let number = value.typedNumber {
      self.init(number.spelling, spelling: "as text")
    } else if !value.isNull, value.isBlank, let field {
      self.init("\"\"", problem: field.meaningOfBlank)
    } else {
      self.init(Self.literal(value), problem: Self.emptyOr("not a number", value))
    }
  }

  private init(switch value: JSONValue) {
    if let isOn = value.looseBool {
      self.init(isOn ? "yes" : "no", spelling: value.bool == nil ? "as text" : nil)
    } else {
      self.init(Self.literal(value), problem: Self.emptyOr("neither yes nor no", value))
    }
  }

  private init(
    text value: JSONValue, _ format: TextFormat, isWord: Bool, _ names: [String: String]
  ) {
    switch (format, value.text) {
    case (.id, let id?) where names[id] != nil: self.init(names[id] ?? id)
    case (.date, let text?):
      if let date = CalendarDate(beginning: text) {
        self.init(date.description, spelling: text == date.wire ? nil : "as \(text)")
      } else {
        self.init(Self.literal(value), problem: value.isBlank ? "empty" : "not a date")
      }
    case (_, let word?) where isWord && !value.isBlank: self.init(word)
    default: self.init(Self.asSent(value))
    }
  }

  // MARK: Values alone

  /// Why a value is none of its kind: "empty" for an empty text, nothing for null.
  private static func emptyOr(_ problem: String, _ value: JSONValue) -> String? {
    value.isNull ? nil : value.isBlank ? "empty" : problem
  }

  /// A text of a field that takes any, with the blanks and line breaks that are sent.
  private static func asSent(_ value: JSONValue) -> String {
    value.text.map { Wording.quotedAsSent($0) } ?? literal(value)
  }

  /// A value of the wrong kind, as it stands in the JSON, cut to a length that fits a line.
  private static func literal(_ value: JSONValue) -> String {
    switch value {
    case .string(let string):
      return value.isBlank ? "\"\"" : Wording.quoted(string.value)
    case .array, .object:
      let printed = value.printed()
      return printed.count > 40 ? printed.prefix(39) + "…" : printed
    case .null, .bool, .number: return plain(value)
    }
  }

  /// A value that no field describes.
  private static func plain(_ value: JSONValue) -> String {
    switch value {
    case .null: "null"
    case .bool(let isTrue): isTrue ? "yes" : "no"
    case .number(let number): number.spelling
    case .string(let string): Wording.quoted(string.value)
    case .array(let elements):
      elements.isEmpty ? "none" : Wording.counted(elements.count, "item")
    case .object(let object): Wording.counted(object.count, "member")
    }
  }
}

extension Field {
  /// Whether it holds the unit of a number.
  fileprivate var isUnit: Bool { CalendarSchema.isUnit(key) }

  /// What an empty text means where a number belongs: the same as no number.
  fileprivate var meaningOfBlank: String {
    switch CalendarKey(rawValue: key) {
    case .appoinmentPerDay, .allowBookingAfter, .allowBookingFor: "no limit"
    default: defaultValue.map { "default \(Wording.value($0, of: self))" } ?? "empty"
    }
  }
}
