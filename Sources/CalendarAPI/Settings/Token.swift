/// The secret that a request is signed with: a Sub-Account access token or a Private Integration
/// Token.
///
/// Printing, logging or reflecting a token never shows the secret; only requests hold it.
package struct Token: Sendable, Hashable {
  /// Why a text cannot be a token; ``message`` says it in words and never repeats the text.
  package enum Problem: Error, Sendable, Hashable {
    case empty
    case lineBreak
    case character
  }

  /// Stands in every text in the place of the secret.
  package static let placeholder = "[token]"

  let secret: String
  /// The tokens that were in use before this one; a server may still echo them.
  let former: [String]

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

  /// This token in the place of another one, which stays a secret as well.
  package func replacing(_ other: Token) -> Token {
    let former = (other.former + [other.secret]).filter { $0 != secret }
    return Token(secret: secret, former: former)
  }

  var authorization: String { "Bearer \(secret)" }
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
