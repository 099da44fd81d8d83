import JSON

/// What a property may hold; the form chooses its editor by it.
package indirect enum FieldType: Sendable {
  /// One line of text.
  case text(TextFormat)
  /// Text with line breaks.
  case longText
  case number(NumberLimits)
  /// One of a few documented values.
  case choice([Choice])
  /// True or false.
  case toggle
  /// A list of some of a few documented values.
  case choices([Choice])
  case object(ObjectType)
  case list(ObjectType)
}

extension Field {
  /// Whether it is the mark that tells the service to delete the row.
  var isDeletionMark: Bool { key == ObjectType.availability.deletionMark }

  /// Whether a value is the empty text in a place for an id: it names nothing.
  func isIDWithoutValue(_ value: JSONValue) -> Bool {
    if case .text(.id) = type { value.text?.isEmpty == true } else { false }
  }

  /// Whether it holds a number.
  var isNumber: Bool { if case .number = type { true } else { false } }

  /// Whether a text in it means what it says, and is no choice, no date and no id.
  var holdsPlainText: Bool {
    switch type {
    case .text(.id), .text(.date): false
    case .text, .longText: true
    default: false
    }
  }

  /// Whether its texts are single words that need no quotes: an id, a colour, an address.
  var isPlainWord: Bool {
    switch type {
    case .text(.color), .text(.url), .text(.email), .text(.id): true
    default: false
    }
  }
}

/// What a text is for; rules and editors depend on it.
package enum TextFormat: Sendable, Hashable {
  case plain
  case email
  /// E-mail addresses with commas between them.
  case emailList
  case url
  /// A CSS colour in hexadecimal: `#039be5`.
  case color
  /// A calendar date, written as a timestamp: `2023-09-24T00:00:00.000Z`.
  case date
  /// The id of something that the service can list.
  case id(LookUp)
  /// The meeting place: an address, a phone number or a link, by the location's kind.
  case meetingPlace
}

/// What the service can list for a choice by name.
package enum LookUp: Sendable, Hashable, CaseIterable {
  case users, groups, forms
}

/// The numbers a property takes.
package struct NumberLimits: Sendable, Hashable {
  /// What the service takes; outside it the update is refused.
  package let allowed: ClosedRange<Int>?
  /// What makes sense; the rules warn of other numbers.
  package let sensible: ClosedRange<Int>?
  /// The largest number that the service takes, where the API page names no smallest one.
  package let most: Int?

  init(
    allowed: ClosedRange<Int>? = nil, most: Int? = nil, sensible: ClosedRange<Int>? = nil
  ) {
    self.allowed = allowed
    self.most = most
    self.sensible = sensible
  }
}
