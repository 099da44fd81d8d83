/// The characters that lines and marks are drawn with; each is one cell wide.
public struct Symbols: Sendable, Hashable {
  public let horizontal: Unicode.Scalar
  public let vertical: Unicode.Scalar
  public let topLeft: Unicode.Scalar
  public let topRight: Unicode.Scalar
  public let bottomLeft: Unicode.Scalar
  public let bottomRight: Unicode.Scalar
  /// Where a vertical line ends on a horizontal one below it.
  public let joinAbove: Unicode.Scalar
  public let focus: String
  public let changed: String
  public let error: String
  public let warning: String
  public let note: String
  public let done: String
  public let more: String
  /// Marks of days.
  public let open: String
  public let closed: String
  public let deleted: String

  public static let unicode = Symbols(
    horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└",
    bottomRight: "┘", joinAbove: "┴", focus: "›", changed: "•", error: "✗", warning: "▲",
    note: "i", done: "✓", more: "…", open: "+", closed: "×", deleted: "~")

  public static let ascii = Symbols(
    horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+",
    bottomRight: "+", joinAbove: "+", focus: ">", changed: "*", error: "!", warning: "?",
    note: "i", done: "+", more: "~", open: "+", closed: "x", deleted: "~")
}
