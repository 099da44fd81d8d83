import TextUI

/// What a terminal reports about its mouse.
enum MouseReport {
  /// `ESC [ < button ; column ; row M`, or `m` for a release.
  static func extended(_ numbers: [Int], final: UInt8) -> MouseEvent? {
    guard numbers.count == 3, final == UInt8(ascii: "M") else { return nil }
    return event(button: numbers[0], column: numbers[1] - 1, row: numbers[2] - 1)
  }

  /// `ESC [ M` and three bytes, each 32 more than what it says.
  static func legacy(_ bytes: ArraySlice<UInt8>) -> MouseEvent? {
    let values = bytes.map { Int($0) - 32 }
    guard values.count == 3 else { return nil }
    return event(button: values[0], column: values[1] - 1, row: values[2] - 1)
  }

  private static func event(button: Int, column: Int, row: Int) -> MouseEvent? {
    guard row >= 0, column >= 0 else { return nil }
    let kind: MouseEvent.Kind
    switch button & ~(4 | 8 | 16) {  // without Shift, Alt and Ctrl
    case 0: kind = .press
    case 64: kind = .wheelUp
    case 65: kind = .wheelDown
    default: return nil
    }
    return MouseEvent(kind: kind, position: Position(row: row, column: column))
  }
}
