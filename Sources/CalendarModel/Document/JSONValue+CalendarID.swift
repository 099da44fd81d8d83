import JSON

extension JSONValue {
  /// The id that a calendar has, as a text; nil where it is absent, null or empty.
  ///
  /// Some answers spell it `_id`.
  package var calendarID: String? { Self.id(self[key: "id"]) ?? Self.id(self[key: "_id"]) }

  private static func id(_ value: JSONValue?) -> String? {
    switch value {
    case nil, .null: nil
    case .string(let text): text.value.isEmpty ? nil : text.value
    case let value?: value.printed()
    }
  }
}
