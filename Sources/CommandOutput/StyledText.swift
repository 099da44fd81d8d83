/// A piece of output for people: texts, each with what it is.
///
/// The texts may hold anything; whoever renders them makes control characters visible.
package struct StyledText: Sendable, Hashable {
  /// What a text is; the colours only repeat what the words say.
  package enum Role: Sendable, Hashable, CaseIterable {
    case plain, good, bad, warn, dim, heading
  }

  package struct Span: Sendable, Hashable {
    package let text: String
    package let role: Role
  }

  package private(set) var spans: [Span]

  package init(_ text: String = "", _ role: Role = .plain) {
    spans = text.isEmpty ? [] : [Span(text: text, role: role)]
  }

  package init(_ spans: [Span]) { self.spans = spans.filter { !$0.text.isEmpty } }

  /// The words alone.
  package var text: String { spans.map(\.text).joined() }

  package var isEmpty: Bool { spans.isEmpty }

  package static func + (one: StyledText, other: StyledText) -> StyledText {
    var sum = one
    sum.spans += other.spans
    return sum
  }
}

extension StyledText {
  /// The lines that its words were broken into, each word with its role.
  ///
  /// - Parameter lines: its text in pieces, in order; blanks may have come or gone between them.
  func aligned(with lines: [String]) -> [StyledText] {
    var rest = spans.flatMap { span in span.text.map { (character: $0, role: span.role) } }[...]
    return lines.map { line in
      var pieces: [Span] = []
      for character in line {
        // What is not next in the text is a blank that the line begins with.
        while let next = rest.first, next.character != character, next.character == " ",
          character != " "
        { rest.removeFirst() }
        let isNext = rest.first?.character == character
        let role = isNext ? rest.first?.role ?? .plain : .plain
        if isNext { rest.removeFirst() }
        if let last = pieces.last, last.role == role {
          pieces[pieces.count - 1] = Span(text: last.text + String(character), role: role)
        } else {
          pieces.append(Span(text: String(character), role: role))
        }
      }
      return StyledText(pieces)
    }
  }
}

extension StyledText: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self.init(value) }
}

extension StyledText: ExpressibleByStringInterpolation {
  package init(stringInterpolation: DefaultStringInterpolation) {
    self.init(String(stringInterpolation: stringInterpolation))
  }
}
