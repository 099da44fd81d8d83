/// A secret that is being typed; nothing that prints shows it.
struct SecretText: Sendable {
  private(set) var characters: [Character] = []

  var count: Int { characters.count }

  mutating func insert(_ text: some StringProtocol) { characters += Array(text) }
  mutating func removeLast() { _ = characters.popLast() }
  mutating func removeAll() { characters = [] }

  /// The secret without blanks around it, as a paste may bring along.
  var trimmed: String {
    var text = characters[...].drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

extension SecretText: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  var description: String { "…" }
  var debugDescription: String { description }
  var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
