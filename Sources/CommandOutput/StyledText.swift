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

  /// The words alone.
  package var text: String { spans.map(\.text).joined() }

  package var isEmpty: Bool { spans.isEmpty }

  package static func + (one: StyledText, other: StyledText) -> StyledText {
    var sum = one
    sum.spans += other.spans
    return sum
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
