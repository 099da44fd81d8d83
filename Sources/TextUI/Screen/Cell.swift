/// One cell of the screen: a letter with the marks on it, or the right half of the wide letter
/// before it.
///
/// A cell never holds a character that a terminal would obey: ``Grid`` puts only what
/// ``Glyph/of(_:)`` lets through.
package struct Cell: Sendable, Hashable {
  /// How many marks a cell holds: curses takes five scalars, the letter among them.
  package static let markLimit = 4

  // Two words, so that a screen is cleared and compared fast: scalars of 21 bits, then the style
  // and the width.
  private var letters: UInt64
  private var rest: UInt64

  private static let scalarBits: UInt64 = 1 << 21 - 1

  init(base: UInt32, marks: [UInt32] = [], style: Style, width: UInt8) {
    letters = UInt64(base)
    rest = CellStyle(style).bits | UInt64(width) << Self.widthShift
    for mark in marks { add(mark: mark) }
  }

  /// A letter without marks.
  init(base: UInt32, style: CellStyle, width: UInt64) {
    letters = UInt64(base)
    rest = style.bits | width << Self.widthShift
  }

  package static func blank(_ style: Style = .plain) -> Cell {
    Cell(base: 0x20, style: style, width: 1)
  }

  /// What no grid holds.
  package static let nothing = Cell(base: 0, style: .plain, width: 1)

  static func rightHalf(_ style: Style) -> Cell { Cell(base: 0, style: style, width: 0) }

  /// The scalar of the letter; 0 in the right half of a wide one.
  package var base: UInt32 { UInt32(letters & Self.scalarBits) }

  package var hasMarks: Bool { letters >> 21 != 0 }

  /// The scalars that stand on the letter, in their order: accents, vowel signs, joiners.
  package var marks: [UInt32] {
    guard hasMarks else { return [] }
    return [letters >> 21, letters >> 42, rest, rest >> 21].map {
      UInt32($0 & Self.scalarBits)
    }.filter { $0 != 0 }
  }

  /// Puts one more mark onto the letter; where there are four, they stay.
  mutating func add(mark: UInt32) {
    let mark = UInt64(mark)
    if letters >> 21 == 0 {
      letters |= mark << 21
    } else if letters >> 42 == 0 {
      letters |= mark << 42
    } else if rest & Self.scalarBits == 0 {
      rest |= mark
    } else if rest >> 21 & Self.scalarBits == 0 {
      rest |= mark << 21
    }
  }

  /// 2 for a wide letter, 1 for any other, 0 for the right half of a wide one.
  package var width: UInt8 { UInt8(rest >> Self.widthShift) }

  package var style: Style {
    get { CellStyle(bits: rest & CellStyle.mask).style }
    set { rest = rest & ~CellStyle.mask | CellStyle(newValue).bits }
  }

  private static let widthShift: UInt64 = 58

  /// Which cells of two rows of one length differ: from the first such to the last; nil for none.
  package static func difference(
    _ old: UnsafeBufferPointer<Cell>, _ new: UnsafeBufferPointer<Cell>
  ) -> Range<Int>? {
    let count = min(old.count, new.count)
    var (start, end) = (0, count)
    while start < count, old[start] == new[start] { start += 1 }
    guard start < count else { return nil }
    while old[end - 1] == new[end - 1] { end -= 1 }
    return start..<end
  }
}

/// A style as it stands in a cell, made once for all the cells of a text.
struct CellStyle {
  let bits: UInt64

  static let mask: UInt64 = 0xFFFF << 42

  init(bits: UInt64) { self.bits = bits }

  init(_ style: Style) {
    bits =
      UInt64(style.foreground.rawValue) << 42 | UInt64(style.background.rawValue) << 47
      | UInt64(style.attributes.rawValue & 0xF) << 52
  }

  var style: Style {
    Style(
      Style.Color(rawValue: UInt8(bits >> 42 & 0x1F)) ?? .normal,
      on: Style.Color(rawValue: UInt8(bits >> 47 & 0x1F)) ?? .normal,
      Style.Attributes(rawValue: UInt8(bits >> 52 & 0xF)))
  }
}
