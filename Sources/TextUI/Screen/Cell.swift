/// One cell of the screen: a character with at most two combining marks, or the right half of the
/// wide character before it.
///
/// A cell never holds a character that a terminal would obey: ``Grid`` puts only what
/// ``Glyph/of(_:)`` lets through.
package struct Cell: Sendable, Hashable {
  /// The scalar; 0 in the right half of a wide character.
  package var base: UInt32
  /// Combining marks on it; 0 where there is none.
  package var marks: (UInt32, UInt32)
  package var style: Style
  /// 2 for a wide character, 1 for any other, 0 for the right half of a wide one.
  package var width: UInt8

  init(base: UInt32, marks: (UInt32, UInt32) = (0, 0), style: Style, width: UInt8) {
    self.base = base
    self.marks = marks
    self.style = style
    self.width = width
  }

  package static func blank(_ style: Style = .plain) -> Cell {
    Cell(base: 0x20, style: style, width: 1)
  }

  static func rightHalf(_ style: Style) -> Cell { Cell(base: 0, style: style, width: 0) }

  package static func == (a: Cell, b: Cell) -> Bool {
    a.base == b.base && a.marks == b.marks && a.style == b.style && a.width == b.width
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(base)
    hasher.combine(marks.0)
    hasher.combine(marks.1)
    hasher.combine(style)
  }
}
