import JSON

/// The secret that a request is signed with: a Sub-Account access token or a Private Integration
/// Token.
///
/// Nothing that prints, logs or reflects it shows the secret; only the request builder reads it.
package struct Token: Sendable {
  /// Why a text is no token; ``message`` says it in words and never repeats the text.
  package enum Problem: Error, Sendable, Hashable {
    case empty
    case lineBreak
    case character
  }

  /// What stands wherever the secret would.
  package static let placeholder = "[token]"

  let secret: String
  /// The tokens that this one came after; a server may still echo them.
  private let former: [String]

  /// What is shorter is no real token and is not looked for in answers; in bytes.
  static let leastRedacted = 4

  /// Takes a token as it was read from a variable, a file or a command.
  ///
  /// One line break at the end is dropped. The secret may hold visible ASCII only.
  package init(_ text: String) throws(Problem) {
    var bytes = Array(text.utf8)[...]
    if bytes.last == 0x0A { bytes.removeLast() }
    if bytes.last == 0x0D { bytes.removeLast() }
    guard !bytes.isEmpty else { throw .empty }
    guard !bytes.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { throw .lineBreak }
    guard bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else { throw .character }
    self.init(secret: String(decoding: bytes, as: UTF8.self), former: [])
  }

  private init(secret: String, former: [String]) {
    self.secret = secret
    self.former = former
  }

  /// This token, in the place of another one that is kept secret as well.
  package func replacing(_ other: Token) -> Token {
    let former = (other.former + [other.secret]).filter { $0 != secret }
    return Token(secret: secret, former: former)
  }

  var authorization: String { "Bearer \(secret)" }

  /// The text without the secret, should a server have echoed it.
  ///
  /// - Parameter isCut: Whether the text may end in the middle of the secret.
  func redacted(_ text: String, isCut: Bool = false) -> String {
    // A word of a few letters stands everywhere by chance, and no service gives out such a token.
    // A secret that holds another one goes first: the rest of it would stay.
    let secrets = ([secret] + former).filter { $0.utf8.count >= Self.leastRedacted }
      .sorted { $0.utf8.count > $1.utf8.count }
    let spellings = secrets.flatMap(spellings)
    let text = spellings.reduce(text) { replacing($1, in: $0) }
    return isCut ? withoutStart(of: spellings, at: text) : text
  }

  /// A secret as it is, as JSON writes it, and as an address writes it.
  private func spellings(of secret: String) -> [String] {
    let quoted = String(JSONString.quoted(secret).dropFirst().dropLast())
    var spellings = [secret]
    for spelling in [quoted, percentEncoded(secret)] where !spellings.contains(spelling) {
      spellings.append(spelling)
    }
    return spellings
  }

  /// Drops the first part of a secret from the end of a text.
  private func withoutStart(of spellings: [String], at text: String) -> String {
    let bytes = Array(text.utf8)
    let longest = spellings.map { spelling -> Int in
      let needle = Array(spelling.utf8)
      let lengths = (1...needle.count).reversed()
      return lengths.first { bytes.suffix($0).elementsEqual(needle.prefix($0)) } ?? 0
    }
    return String(decoding: bytes.dropLast(longest.max() ?? 0), as: UTF8.self)
  }

  /// Compares bytes: a combining mark behind the secret must not hide it.
  private func replacing(_ secret: String, in text: String) -> String {
    let needle = Array(secret.utf8)
    let bytes = Array(text.utf8)
    guard let first = needle.first, bytes.count >= needle.count else { return text }
    var out: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if bytes[at] == first, bytes[at...].starts(with: needle) {
        out += Array(Token.placeholder.utf8)
        at += needle.count
      } else {
        out.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

extension Token: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { Token.placeholder }
  package var debugDescription: String { Token.placeholder }
  package var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}

extension Token.Problem: CustomStringConvertible {
  /// The problem in words, for the person who configured the token.
  package var message: String { APITexts.message(of: self) }
  package var description: String { message }
}
