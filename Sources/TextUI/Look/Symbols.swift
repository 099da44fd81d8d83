/// The characters that lines and marks are drawn with; each is one cell wide.
package struct Symbols: Sendable, Hashable {
  package let horizontal: Unicode.Scalar
  package let vertical: Unicode.Scalar
  package let topLeft: Unicode.Scalar
  package let topRight: Unicode.Scalar
  package let bottomLeft: Unicode.Scalar
  package let bottomRight: Unicode.Scalar
  /// Where a vertical line ends on a horizontal one below it.
  package let joinAbove: Unicode.Scalar
  package let focus: String
  package let changed: String
  package let error: String
  package let warning: String
  package let note: String
  package let done: String
  package let more: String
  /// Marks what is another in the calendar that is compared.
  package let differs: String
  /// Marks of days.
  package let open: String
  package let closed: String
  package let deleted: String

  package static let unicode = Symbols(
    horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└",
    bottomRight: "┘", joinAbove: "┴", focus: "›", changed: "•", error: "✗", warning: "▲",
    note: "i", done: "✓", more: "…", differs: "≠", open: "+", closed: "×", deleted: "~")

  package static let ascii = Symbols(
    horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+",
    bottomRight: "+", joinAbove: "+", focus: ">", changed: "*", error: "!", warning: "?",
    note: "i", done: "+", more: "~", differs: "#", open: "+", closed: "x", deleted: "~")
}
