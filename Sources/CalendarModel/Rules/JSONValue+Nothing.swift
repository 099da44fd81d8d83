import JSON

extension JSONValue? {
  /// Whether it gives nothing: absent, null where null means nothing, or a blank text.
  var isNothing: Bool {
    switch self {
    case nil, .null?: true
    case .string(let text)?: text.value.allSatisfy(\.isWhitespace)
    default: false
    }
  }
}
