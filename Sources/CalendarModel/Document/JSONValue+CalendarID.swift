import JSON

extension JSONValue {
  /// The keys under which answers have the id of a calendar, the usual one first.
  static let calendarIDKeys = ["id", "_id"]

  /// The id that a calendar has, as a text; nil where it is absent, null or empty.
  package var calendarID: String? {
    Self.calendarIDKeys.lazy.compactMap { Self.id(self[key: $0]) }.first
  }

  private static func id(_ value: JSONValue?) -> String? {
    switch value {
    case nil, .null: nil
    case .string(let text): text.value.isEmpty ? nil : text.value
    case let value?: value.printed()
    }
  }
}
