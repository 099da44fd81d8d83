import CalendarAPI

/// The parameters behind the question mark of a request.
struct Query {
  private let items: [(name: String, value: String)]

  init(_ target: String) {
    let query = target.drop { $0 != "?" }.dropFirst()
    items = query.split(separator: "&").map { item in
      let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (Self.decoded(parts[0]), parts.count > 1 ? Self.decoded(parts[1]) : "")
    }
  }

  subscript(name: String) -> String? { items.first { $0.name == name }?.value }

  /// Reads a name or a value, where `+` is a space; a text with a broken escape stays as it is.
  private static func decoded(_ text: Substring) -> String {
    let text = String(text.map { $0 == "+" ? " " : $0 })
    return PercentCoding.decoded(text) ?? text
  }
}
