import TextUI

/// What the keys without a character send, for every terminal alike.
///
/// Terminals agree on few of them, and people set `TERM` to something that is not quite theirs. So
/// all ways are known at once, wherever no two terminals mean different keys by the same bytes; where
/// they do, the terminfo entry decides (``KeySequences``), and else the more frequent one.
enum KeyTable {
  /// The last letter behind `ESC [` or `ESC O`, and behind modifiers: `ESC [ 1 ; 5 A`.
  ///
  /// xterm and all that follow it; PuTTY and the consoles for the arrows.
  static func code(letter: UInt8) -> Key.Code? {
    switch letter {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(letter) - 0x4F)
    default: nil
    }
  }

  /// Letters behind `ESC [` alone.
  static func key(bracket letter: UInt8) -> Key? {
    switch letter {
    case UInt8(ascii: "Z"): .backTab
    // rxvt, with Shift.
    case UInt8(ascii: "a")...UInt8(ascii: "d"): code(letter: letter - 0x20).map { Key($0, .shift) }
    // The SCO console and FreeBSD's, and PuTTY in its SCO mode, where no other terminal has a key.
    // PgUp and F3 of theirs are reports of the focus elsewhere, F1 is a report of the mouse.
    case UInt8(ascii: "L"): .insert
    case UInt8(ascii: "G"): .pageDown
    case UInt8(ascii: "N"): .function(2)
    case UInt8(ascii: "T")...UInt8(ascii: "X"): .function(Int(letter) - 0x4C)
    default: code(letter: letter).map { Key($0) }
    }
  }

  /// Letters behind `ESC O` alone.
  static func key(letterO letter: UInt8) -> Key? {
    switch letter {
    // PuTTY's VT100+ mode goes on behind F4; Hurd's console too.
    case UInt8(ascii: "T")...UInt8(ascii: "["): .function(Int(letter) - 0x4F)
    // rxvt, with Ctrl.
    case UInt8(ascii: "a")...UInt8(ascii: "d"):
      code(letter: letter - 0x20).map { Key($0, .control) }
    // The number block in application mode.
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "I"): .tab
    case UInt8(ascii: "j")...UInt8(ascii: "y"): .character(KeyDecoder.ascii(letter - 0x40))
    default: code(letter: letter).map { Key($0) }
    }
  }

  /// Letters behind `ESC [ [`: F1 to F5 of the Linux console, and PuTTY's Linux mode.
  static func key(doubleBracket letter: UInt8) -> Key? {
    (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(letter)
      ? .function(Int(letter) - 0x40) : nil
  }

  /// Numbers behind `ESC [`, before `~` or what rxvt writes in its place.
  static func code(number: Int) -> Key.Code? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23...26: .function(number - 12)
    case 28, 29: .function(number - 13)
    case 31...34: .function(number - 14)
    default: nil
    }
  }

  /// What stands behind such a number.
  static func modifiers(end: UInt8) -> Key.Modifiers? {
    switch end {
    case UInt8(ascii: "~"): []
    case UInt8(ascii: "^"): .control
    case UInt8(ascii: "$"): .shift
    case UInt8(ascii: "@"): [.control, .shift]
    default: nil
    }
  }

  /// One more than a sum of bits: 1 Shift, 2 Alt, 4 Ctrl, 8 Meta.
  static func modifiers(parameter: Int) -> Key.Modifiers {
    let bits = max(0, parameter - 1)
    var modifiers: Key.Modifiers = []
    if bits & 1 != 0 { modifiers.insert(.shift) }
    if bits & (2 | 8) != 0 { modifiers.insert(.alt) }
    if bits & 4 != 0 { modifiers.insert(.control) }
    return modifiers
  }

  /// A key given by its code point: xterm's `modifyOtherKeys`, and kitty's protocol.
  static func spelled(_ value: Int, _ modifiers: Key.Modifiers) -> Key? {
    switch value {
    case 9: return Key(.tab, modifiers)
    case 10, 13: return Key(.enter, modifiers)
    case 27: return Key(.escape, modifiers)
    case 8, 127: return Key(.backspace, modifiers)
    default:
      guard value >= 0x20, let scalar = UInt32(exactly: value).flatMap(Unicode.Scalar.init),
        scalar.properties.generalCategory != .control,
        scalar.properties.generalCategory != .privateUse
      else { return nil }
      let character = Character(scalar)
      guard modifiers.contains(.control) else {
        return Key(.character(character), modifiers.subtracting(.shift))
      }
      return Key(.character(character.lowercased().first ?? character), modifiers)
    }
  }

  /// F1 to F12 of the SCO console and FreeBSD's, then with Shift, with Ctrl, and with both: the
  /// letters behind `ESC [`, where terminfo says that F1 is `ESC [ M`.
  static func scoFunctionKey(_ letter: UInt8) -> Key? {
    guard let place = scoLetters.firstIndex(of: letter) else { return nil }
    let modifiers: [Key.Modifiers] = [[], .shift, .control, [.control, .shift]]
    return Key(.function(place % 12 + 1), modifiers[place / 12])
  }

  private static let scoLetters = Array(
    "MNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz@[\\]^_`{".utf8)
}
