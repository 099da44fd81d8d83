/// The characters that lines and marks are drawn with; each is one cell wide.
package struct Symbols: Sendable, Hashable {
  package private(set) var horizontal: Unicode.Scalar
  package private(set) var vertical: Unicode.Scalar
  package private(set) var topLeft: Unicode.Scalar
  package private(set) var topRight: Unicode.Scalar
  package private(set) var bottomLeft: Unicode.Scalar
  package private(set) var bottomRight: Unicode.Scalar
  /// Where a vertical line ends on a horizontal one below it.
  package private(set) var joinAbove: Unicode.Scalar
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

  /// Words for the marks, where nothing is drawn and every mark is read aloud.
  package static let spoken = Symbols(
    horizontal: " ", vertical: " ", topLeft: " ", topRight: " ", bottomLeft: " ",
    bottomRight: " ", joinAbove: " ", focus: "selected:", changed: "changed", error: "Error:",
    warning: "Warning:", note: "Note:", done: "Done:", more: "more:", differs: "Differs from",
    open: "open", closed: "closed", deleted: "")

  /// Those that a screen draws.
  ///
  /// - Parameter hasBoxes: whether there are lines and corners; else blanks stand in their places.
  package static func drawn(isASCII: Bool, hasBoxes: Bool) -> Symbols {
    hasBoxes ? (isASCII ? ascii : unicode) : isASCII ? asciiWithoutBoxes : unicodeWithoutBoxes
  }

  private static let unicodeWithoutBoxes = unicode.withoutBoxes
  private static let asciiWithoutBoxes = ascii.withoutBoxes

  private var withoutBoxes: Symbols {
    var symbols = self
    (symbols.horizontal, symbols.vertical, symbols.joinAbove) = (" ", " ", " ")
    (symbols.topLeft, symbols.topRight) = (" ", " ")
    (symbols.bottomLeft, symbols.bottomRight) = (" ", " ")
    return symbols
  }
}
