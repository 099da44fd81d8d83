/// Which style each part of a screen has.
///
/// Sixteen colours suffice, the terminal's own foreground and background stay as they are, and
/// nothing is told by colour alone.
package struct Theme: Sendable, Hashable {
  /// What a part of the screen is.
  package enum Role: Int, Sendable, Hashable, CaseIterable {
    case text, title, heading, label, focusedLabel, hint, unset, readOnly
    case changed, error, warning, success, key, border, selection, bar, said
  }

  /// By the number of the role: this is asked for every piece of text.
  private let styles: [Style]
  package let name: String
  /// Whether any part is coloured.
  package let hasColors: Bool

  private init(_ name: String, _ styles: [Role: Style]) {
    self.name = name
    self.styles = Role.allCases.map { styles[$0] ?? .plain }
    hasColors = styles.values.contains { $0.foreground != .normal || $0.background != .normal }
  }

  package func style(_ role: Role) -> Style { styles[role.rawValue] }

  package static let standard = Theme(
    "default",
    [
      .title: Style(.normal, .bold), .heading: Style(.cyan, .bold),
      .focusedLabel: Style(.normal, .reverse), .said: Style(.normal, .bold),
      .unset: Style(.normal, .dim), .readOnly: Style(.normal, .dim), .hint: Style(.normal, .dim),
      .changed: Style(.green),
      .error: Style(.red, .bold), .warning: Style(.yellow), .success: Style(.green),
      .key: Style(.cyan), .border: Style(.normal, .dim), .selection: Style(.normal, .reverse),
      .bar: Style(.cyan),
    ])

  package static let highContrast = Theme(
    "high contrast",
    [
      .title: Style(.normal, .bold), .heading: Style(.normal, [.bold, .underline]),
      .focusedLabel: Style(.normal, [.bold, .reverse]), .said: Style(.normal, .bold),
      .changed: Style(.green, .bold),
      .error: Style(.red, [.bold, .reverse]), .warning: Style(.yellow, .bold),
      .success: Style(.green, .bold), .key: Style(.normal, .bold),
      .selection: Style(.normal, [.bold, .reverse]), .bar: Style(.normal, .bold),
    ])

  package static let mono = Theme(
    "mono",
    [
      .title: Style(.normal, .bold), .heading: Style(.normal, .bold),
      .focusedLabel: Style(.normal, .reverse), .said: Style(.normal, .bold),
      .unset: Style(.normal, .dim), .readOnly: Style(.normal, .dim), .hint: Style(.normal, .dim),
      .changed: Style(.normal, .bold), .error: Style(.normal, [.bold, .underline]),
      .warning: Style(.normal, .underline), .key: Style(.normal, .bold),
      .selection: Style(.normal, .reverse),
    ])

  package static let all = [standard, highContrast, mono]
}

extension Style {
  init(_ foreground: Color, _ attributes: Attributes) {
    self.init(foreground, on: .normal, attributes)
  }
}
