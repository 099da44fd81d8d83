import JSON

/// How a text became another one: what stands between the same beginning and the same end.
///
/// A draft is written every half second of typing, and must not hold a long text each time.
struct TextCut: Equatable {
  /// How many bytes of UTF-8 both texts begin with, and how many they end with.
  let beginning: Int
  let end: Int
  /// What stands between them now.
  let text: String

  /// - Returns: nil where it would hardly be shorter than the new text.
  init?(from old: String, to new: String) {
    var (old, new) = (old, new)
    let parts = old.withUTF8 { old in
      new.withUTF8 { new -> (beginning: Int, end: Int, text: String)? in
        let (beginning, end) = Self.same(UnsafeRawBufferPointer(old), UnsafeRawBufferPointer(new))
        guard beginning + end >= 64, beginning + end >= new.count / 2 else { return nil }
        let text = String(decoding: new[beginning..<(new.count - end)], as: UTF8.self)
        return (beginning, end, text)
      }
    }
    guard let parts else { return nil }
    (beginning, end, text) = parts
  }

  /// How much two texts have in common at both ends, in whole scalars.
  private static func same(
    _ old: UnsafeRawBufferPointer, _ new: UnsafeRawBufferPointer
  ) -> (beginning: Int, end: Int) {
    let most = min(old.count, new.count)
    var beginning = 0
    while beginning + 8 <= most, word(old, beginning) == word(new, beginning) { beginning += 8 }
    while beginning < most, old[beginning] == new[beginning] { beginning += 1 }
    while beginning > 0, isInside(old, beginning) || isInside(new, beginning) { beginning -= 1 }
    let rest = most - beginning
    var end = 0
    while end + 8 <= rest, word(old, old.count - end - 8) == word(new, new.count - end - 8) {
      end += 8
    }
    while end < rest, old[old.count - end - 1] == new[new.count - end - 1] { end += 1 }
    while end > 0, isInside(new, new.count - end) { end -= 1 }
    return (beginning, end)
  }

  private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  /// Whether a place is inside of a scalar.
  private static func isInside(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Bool {
    offset < bytes.count && bytes[offset] & 0xC0 == 0x80
  }

  /// The new text; nil where the cut is none of the old one.
  func applied(to old: String) -> String? {
    let bytes = old.utf8
    guard end <= bytes.count, beginning <= bytes.count - end else { return nil }
    let first = bytes.index(bytes.startIndex, offsetBy: beginning)
    let last = bytes.index(bytes.endIndex, offsetBy: -end)
    guard let head = String(bytes[..<first]), let tail = String(bytes[last...]) else { return nil }
    return head + text + tail
  }

  // MARK: Coding

  var members: [JSONObject.Member] {
    [
      .init(key: "cut", value: [.integer(beginning), .integer(end)]),
      .init(key: "text", value: .text(text)),
    ]
  }

  /// - Returns: nil where the value holds none.
  init?(_ reader: DraftReader) throws(DraftProblem) {
    guard let cut = reader.optional("cut") else { return nil }
    let ends = try cut.list { reader throws(DraftProblem) in try reader.count() }
    guard ends.count == 2 else { throw cut.problem(.doesNotApply) }
    (beginning, end) = (ends[0], ends[1])
    text = try reader.member("text").text()
  }
}

extension JSONValue {
  /// The text of a string that is printed with the escapes that it needs; nil for anything else.
  var plainText: String? {
    guard case .string(let string) = self, string == JSONString(string.value) else { return nil }
    return string.value
  }
}
