import JSON

/// Values that came in another type than the API page names: numbers and switches as texts.
extension JSONValue {
  /// A number, or a text that is one; finite.
  package var looseNumber: Double? {
    let double = typedNumber?.double
    return double.flatMap { $0.isFinite ? $0 : nil }
  }

  /// A whole number, or a text that is one.
  package var looseInt: Int? { typedNumber?.int }

  /// A number as it is spelt, also in a text.
  var typedNumber: JSONNumber? { number ?? text.flatMap { JSONNumber($0.trimmed) } }

  /// True or false, also in a text.
  package var looseBool: Bool? {
    switch (self, text?.trimmed.lowercased()) {
    case (.bool(let isTrue), _): isTrue
    case (_, "true"?): true
    case (_, "false"?): false
    default: nil
    }
  }

  /// Whether it says nothing: null, and a text without a letter.
  package var isBlank: Bool { isNull || text?.trimmed.isEmpty == true }

  /// The value; nil where it says nothing.
  var unlessBlank: JSONValue? { isBlank ? nil : self }
}
