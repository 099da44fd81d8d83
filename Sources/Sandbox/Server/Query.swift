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

  /// The text with `%XX` decoded; what is broken stays as it is.
  static func decoded(_ text: Substring) -> String {
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if bytes[at] == 0x25, at + 2 < bytes.count,
        let value = UInt8(String(decoding: bytes[at + 1...at + 2], as: UTF8.self), radix: 16)
      {
        out.append(value)
        at += 3
      } else {
        out.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
