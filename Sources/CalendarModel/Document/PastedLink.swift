/// A link as people paste it: with or without its scheme, out of a sentence, a mail or a page.
struct PastedLink {
  /// The text without what stands around it.
  let text: String
  /// Whether the text is a link at all; a bare id is none.
  let isLink: Bool
  /// The parts of the path, and then those of a path in the fragment, which some pages have.
  private(set) var paths: [[Substring]] = []
  /// The parameters of the query, as they are written.
  private(set) var parameters: [(name: Substring, value: Substring)] = []

  init(_ pasted: String) {
    let trimmed = Self.trimmed(pasted)
    let address = Self.split(trimmed)
    isLink = trimmed.contains("/") || address.path.isEmpty && trimmed != address.path
    text = isLink ? trimmed : String(address.path)
    guard isLink else { return }
    for part in [address.path, address.fragment] {
      let (path, query) = Self.cut(part, at: "?")
      if !path.isEmpty { paths.append(path.split(separator: "/").map(Self.step)) }
      parameters += Self.parameters(of: query)
    }
    parameters += Self.parameters(of: address.query)
  }

  /// The address without its scheme, the query and the fragment.
  private static func split(
    _ link: String
  ) -> (path: Substring, query: Substring, fragment: Substring) {
    var rest = link[...]
    if let scheme = rest.firstIndex(of: ":"), rest[scheme...].hasPrefix("://") {
      rest = rest[rest.index(scheme, offsetBy: 3)...]
    }
    let (address, fragment) = cut(rest, at: "#")
    let (path, query) = cut(address, at: "?")
    return (path, query, fragment)
  }

  private static func cut(_ text: Substring, at mark: Character) -> (Substring, Substring) {
    guard let place = text.firstIndex(of: mark) else { return (text, "") }
    return (text[..<place], text[text.index(after: place)...])
  }

  private static func parameters(of query: Substring) -> [(name: Substring, value: Substring)] {
    query.split(separator: "&").map { item in
      let (name, value) = cut(item, at: "=")
      return (name, step(value))
    }
  }

  /// A step without what follows it where the link stands in a text: `ID" style=…` in a page.
  private static func step(_ text: Substring) -> Substring {
    text.prefix { !$0.isWhitespace && !"\"'<>()[]{},;".contains($0) }
  }

  // MARK: What stands around it

  private static let brackets = ["<>", "()", "[]", "\"\"", "''", "``", "“”", "‘’", "„“", "«»"]

  private static func trimmed(_ pasted: String) -> String {
    var text = pasted[...]
    while true {
      let before = text
      text = text.drop(while: isBlank)
      while let last = text.last, isBlank(last) { text.removeLast() }
      if text.count > 1, let first = text.first, let last = text.last,
        brackets.contains(String([first, last]))
      {
        text = text.dropFirst().dropLast()
      }
      // The end of the sentence that the link stood in.
      if text.contains("/"), let last = text.last, ".,;:!".contains(last) { text.removeLast() }
      if text == before { return String(text) }
    }
  }

  /// Blanks, and characters that nobody sees, which some programs copy along.
  private static func isBlank(_ character: Character) -> Bool {
    character.isWhitespace
      || character.unicodeScalars.allSatisfy(\.properties.isDefaultIgnorableCodePoint)
  }
}
