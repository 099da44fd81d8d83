/// Words of the manual, each with what it is.
///
/// Where it is written in the source, `` `…` `` marks what is typed as it stands, and `<…>` what a
/// value is put in the place of.
package struct ManualText: Sendable, Hashable {
  /// What a piece of text is.
  package enum Kind: Sendable, Hashable {
    case plain
    /// What is typed or shown as it stands: a command, an option, a file.
    case literal
    /// A name for a value, without brackets.
    case variable
  }

  package struct Span: Sendable, Hashable {
    package let text: String
    package let kind: Kind

    package init(_ text: String, _ kind: Kind) { (self.text, self.kind) = (text, kind) }
  }

  package let spans: [Span]

  package init(_ spans: [Span]) { self.spans = spans.filter { !$0.text.isEmpty } }

  /// A text in which nothing is marked.
  package init(plain text: String) { self.init([Span(text, .plain)]) }

  package init(literal text: String) { self.init([Span(text, .literal)]) }

  /// A text with its marks, where one that is not closed is a character like others.
  package init(marked text: String) {
    var spans: [Span] = []
    var plain = ""
    var rest = text[...]
    while let first = rest.first {
      rest.removeFirst()
      guard let (end, kind) = Self.marks[first], let close = rest.firstIndex(of: end),
        kind == .literal || Self.isName(rest[..<close])
      else {
        plain.append(first)
        continue
      }
      spans += [Span(plain, .plain), Span(String(rest[..<close]), kind)]
      plain = ""
      rest = rest[rest.index(after: close)...]
    }
    self.init(spans + [Span(plain, .plain)])
  }

  /// A text of the help of commands, where options and variables of the environment are typed as
  /// they stand.
  package init(help text: String) {
    var spans: [Span] = []
    for (number, word) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated()
    {
      if number > 0 { spans.append(Span(" ", .plain)) }
      let head = word.prefix { "('\"".contains($0) }
      let body = word.dropFirst(head.count)
      let tail = String(body.reversed().prefix { ".,:;)'\"?".contains($0) }.reversed())
      let core = body.dropLast(tail.count)
      let kind: Kind = Self.isTyped(core) ? .literal : .plain
      spans += [Span(String(head), .plain), Span(String(core), kind), Span(tail, .plain)]
    }
    self.init(spans)
  }

  private static let marks: [Character: (end: Character, kind: Kind)] = [
    "`": ("`", .literal), "<": (">", .variable),
  ]

  private static func isName(_ text: Substring) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isLetter || "-| ".contains($0) } && text.first != " "
  }

  private static func isTyped(_ word: Substring) -> Bool {
    if word.hasPrefix("--"), word.count > 2 { return true }
    return word.contains("_") && word.allSatisfy { $0.isUppercase || $0.isNumber || $0 == "_" }
  }

  /// The words as they are shown where there are no fonts; a name for a value is in brackets.
  package var text: String {
    spans.map { $0.kind == .variable ? "<\($0.text)>" : $0.text }.joined()
  }

  package var isEmpty: Bool { spans.isEmpty }

  package static func + (one: ManualText, other: ManualText) -> ManualText {
    ManualText(one.spans + other.spans)
  }
}

extension ManualText: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) { self.init(marked: value) }
}
