import JSON

/// Finds secrets in a text, however the text spells them.
///
/// Each character may stand as it is, percent-encoded, or as an escape of JSON or HTML; spellings
/// may mix. The search compares bytes, so that a combining mark behind a secret does not hide it.
struct SecretSearch: Sendable {
  /// A spelling of one byte of a secret.
  private struct Spelling {
    let bytes: [UInt8]
    /// Whether small and capital letters mean the same in it.
    let foldsCase: Bool
  }

  /// A shorter word stands everywhere by chance, and no service gives out such a token; in bytes.
  static let shortest = 4

  /// For each secret the spellings of each of its bytes.
  private let secrets: [[[Spelling]]]
  /// The bytes that a secret may begin with, so that all others are passed quickly.
  private let starts: [Bool]

  /// - Parameter secrets: in ASCII; those that are too short are not looked for.
  init(_ secrets: [String]) {
    self.secrets = secrets.filter { $0.utf8.count >= Self.shortest }
      .map { $0.utf8.map(Self.spellings) }
    var starts = [Bool](repeating: false, count: 256)
    for spelling in self.secrets.flatMap({ $0.first ?? [] }) {
      if let first = spelling.bytes.first { starts[Int(first)] = true }
    }
    self.starts = starts
  }

  private static func spellings(of byte: UInt8) -> [Spelling] {
    let hex = (byte < 16 ? "0" : "") + String(byte, radix: 16)
    let escapes = ["%\(hex)", "\\u00\(hex)", "&#x\(hex);", "&#\(byte);"] + names(of: byte)
    return [Spelling(bytes: [byte], foldsCase: false)]
      + escapes.map { Spelling(bytes: Array($0.utf8), foldsCase: true) }
  }

  private static func names(of byte: UInt8) -> [String] {
    switch byte {
    case UInt8(ascii: "\""): ["\\\"", "&quot;"]
    case UInt8(ascii: "\\"): ["\\\\"]
    case UInt8(ascii: "/"): ["\\/"]
    case UInt8(ascii: "&"): ["&amp;"]
    case UInt8(ascii: "<"): ["&lt;"]
    case UInt8(ascii: ">"): ["&gt;"]
    case UInt8(ascii: "'"): ["&apos;"]
    default: []
    }
  }

  // MARK: Replacing

  /// The text with a placeholder for each secret; secrets that overlap become one.
  ///
  /// - Parameter isCut: whether the text may end in the middle of a secret; its first part is then
  ///   dropped from the end.
  func redacted(_ text: String, isCut: Bool) -> String {
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    // How far the secrets that were found reach, and where one begins that the end cuts off.
    var (covered, cut) = (0, bytes.count)
    for start in bytes.indices {
      var end = start
      if starts[Int(bytes[start])] {
        for secret in secrets {
          let match = match(secret, in: bytes, from: start)
          end = max(end, match.end ?? start)
          if isCut, match.isCut { cut = min(cut, start) }
        }
      }
      if end > start {
        if start >= covered { out += Token.placeholder.utf8 }
        covered = max(covered, end)
      } else if start >= covered, start < cut {
        out.append(bytes[start])
      }
    }
    return covered == 0 && cut == bytes.count ? text : String(decoding: out, as: UTF8.self)
  }

  /// Looks for a secret that begins at a place.
  ///
  /// - Returns: where it ends by its longest spelling, nil where there is none; and whether the text
  ///   ends before a spelling of it does.
  private func match(
    _ secret: [[Spelling]], in bytes: [UInt8], from start: Int
  ) -> (end: Int?, isCut: Bool) {
    var places: Set<Int> = [start]
    var isCut = false
    for spellings in secret {
      var next: Set<Int> = []
      for place in places {
        for spelling in spellings {
          let rest = bytes[place...].prefix(spelling.bytes.count)
          guard zip(rest, spelling.bytes).allSatisfy({ Self.isSame($0, $1, spelling.foldsCase) })
          else { continue }
          if rest.count == spelling.bytes.count {
            next.insert(place + rest.count)
          } else {
            isCut = true
          }
        }
      }
      if next.isEmpty { return (nil, isCut) }
      places = next
    }
    return (places.max(), isCut)
  }

  private static func isSame(_ byte: UInt8, _ spelling: UInt8, _ foldsCase: Bool) -> Bool {
    byte == spelling
      || foldsCase && byte | 0x20 == spelling | 0x20 && (0x41...0x5A).contains(byte & 0xDF)
  }
}

extension Token {
  /// The text without this token and those before it, should a server have echoed one.
  ///
  /// - Parameter isCut: whether the text may end in the middle of a token.
  func redacted(_ text: String, isCut: Bool = false) -> String {
    SecretSearch([secret] + former).redacted(text, isCut: isCut)
  }

  /// The place without a token, should a server have named one as a property.
  func redacted(_ place: JSONPath) -> JSONPath {
    JSONPath(
      place.components.map { step in
        if case .key(let key) = step { .key(redacted(key)) } else { step }
      })
  }
}
