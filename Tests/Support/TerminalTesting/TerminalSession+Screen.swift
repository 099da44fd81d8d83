import CVTerm
import Glibc

extension TerminalSession {
  /// How a cell is drawn.
  package struct Style: Equatable, Sendable {
    package enum Color: Equatable, Sendable {
      /// The terminal's own.
      case normal
      case indexed(UInt8)
      case rgb(UInt8, UInt8, UInt8)
    }
    package var bold = false
    package var underline = false
    package var reverse = false
    package var foreground = Color.normal
    package var background = Color.normal

    package init(
      bold: Bool = false, underline: Bool = false, reverse: Bool = false,
      foreground: Color = .normal, background: Color = .normal
    ) {
      self.bold = bold
      self.underline = underline
      self.reverse = reverse
      self.foreground = foreground
      self.background = background
    }
  }

  package var rows: Int { emulator.rows }
  package var columns: Int { emulator.columns }

  /// One line of the screen, without the blanks at its end.
  package func line(_ row: Int) -> String { lines[row] }

  /// All lines of the screen.
  package var lines: [String] {
    if let knownLines { return knownLines }
    let lines = (0..<rows).map(emulator.text)
    knownLines = lines
    return lines
  }

  /// The screen as it can be read.
  package var text: String { lines.joined(separator: "\n") }

  package var cursor: (row: Int, column: Int) { emulator.cursor }
  package var isCursorVisible: Bool { emulator.properties.isCursorVisible }
  package var isAlternateScreen: Bool { emulator.properties.isAlternateScreen }
  package var reportsMouse: Bool { emulator.properties.reportsMouse }
  /// How often the bell has sounded.
  package var bells: Int { emulator.properties.bells }

  /// How a cell is drawn; the right half of a wide character as the character.
  package func style(_ row: Int, _ column: Int) -> Style {
    var cell = emulator.cell(row, column)
    // libvterm leaves in the right half what stood there before.
    if column > 0, case let left = emulator.cell(row, column - 1), left.width == 2 { cell = left }
    return Style(
      bold: cell.attrs.bold != 0, underline: cell.attrs.underline != 0,
      reverse: cell.attrs.reverse != 0,
      foreground: Style.Color(cell.fg, normal: VTERM_COLOR_DEFAULT_FG.rawValue),
      background: Style.Color(cell.bg, normal: VTERM_COLOR_DEFAULT_BG.rawValue))
  }

  /// How often the program has written these bytes.
  package func count(of text: String) -> Int {
    let wanted = Array(text.utf8)
    return rawOutput.indices.count { rawOutput[$0...].starts(with: wanted) }
  }

  /// Whether the program has ever written these bytes.
  package func hasWritten(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard let first = wanted.first else { return false }
    return rawOutput.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while rest.count >= wanted.count,
        let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress,
        let found = memchr(start, Int32(first), rest.count - wanted.count + 1)
      {
        if memcmp(found, wanted, wanted.count) == 0 { return true }
        rest = rest.dropFirst(found - UnsafeMutableRawPointer(mutating: start) + 1)
      }
      return false
    }
  }
}

extension TerminalSession.Style.Color {
  fileprivate init(_ color: VTermColor, normal: UInt32) {
    let type = UInt32(color.type)
    if type & normal != 0 {
      self = .normal
    } else if type & VTERM_COLOR_TYPE_MASK.rawValue == VTERM_COLOR_INDEXED.rawValue {
      self = .indexed(color.indexed.idx)
    } else {
      self = .rgb(color.rgb.red, color.rgb.green, color.rgb.blue)
    }
  }
}
