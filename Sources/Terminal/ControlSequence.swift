import TextUI

/// Reads what begins with `ESC [` or `ESC O`: the keys without a character, and the mouse.
///
/// The forms of xterm, VT220, the Linux console and rxvt. A sequence of the right shape that means
/// nothing here is left out whole, so that none of it is typed into a field.
enum ControlSequence {
  typealias Step = KeyDecoder.Step

  /// Reads the sequence at the beginning of some bytes.
  static func read(_ bytes: ArraySlice<UInt8>, isFinal: Bool, own: KeySequences) -> Step {
    let step =
      bytes[bytes.startIndex + 1] == UInt8(ascii: "[")
      ? bracket(bytes, own) : letterO(bytes, own)
    guard case .incomplete = step, isFinal else { return step }
    // Nothing followed, so it was typed; a longer piece was torn off and is no text.
    guard bytes.count == 2 else { return .taken(bytes.count, nil) }
    return .taken(2, .key(.alt(KeyDecoder.ascii(bytes[bytes.startIndex + 1]))))
  }

  // MARK: ESC O

  private static func letterO(_ bytes: ArraySlice<UInt8>, _ own: KeySequences) -> Step {
    var at = bytes.startIndex + 2
    var modifier = 0
    while at < bytes.endIndex, let digit = digit(bytes[at]) {
      modifier = min(modifier * 10 + digit, 255)
      at += 1
    }
    guard at < bytes.endIndex else { return .incomplete }
    let count = at + 1 - bytes.startIndex
    guard (0x40..<0x7F).contains(bytes[at]) else { return .taken(count - 1, nil) }
    if let key = own[bytes[...at]] { return .taken(count, .key(key)) }
    let final = bytes[at]
    let key: Key? =
      switch final {
      case UInt8(ascii: "M"): .enter
      case UInt8(ascii: "I"): .tab
      case UInt8(ascii: "X"): .character("=")
      // The number block in application mode.
      case UInt8(ascii: "j")...UInt8(ascii: "y"): .character(KeyDecoder.ascii(final - 0x40))
      case UInt8(ascii: "a")...UInt8(ascii: "d"):
        code(final - 0x20).map { Key($0, .control) }
      default: code(final).map { Key($0, modifiers(modifier)) }
      }
    return .taken(count, key.map(TerminalEvent.key))
  }

  // MARK: ESC [

  private static func bracket(_ bytes: ArraySlice<UInt8>, _ own: KeySequences) -> Step {
    let start = bytes.startIndex
    var at = start + 2
    guard at < bytes.endIndex else { return .incomplete }
    if bytes[at] == UInt8(ascii: "[") {  // F1 to F5 of the Linux console
      guard at + 1 < bytes.endIndex else { return .incomplete }
      let number = Int(bytes[at + 1]) - 0x40
      return .taken(4, (1...5).contains(number) ? .key(.function(number)) : nil)
    }
    while at < bytes.endIndex, (0x30..<0x40).contains(bytes[at]) { at += 1 }
    let parameters = bytes[(start + 2)..<at]
    // rxvt ends keys with Shift by "$", which elsewhere stands before the end.
    let isShifted = { (end: Int) in
      bytes[end] == UInt8(ascii: "$") && parameters.allSatisfy { digit($0) != nil }
    }
    while at < bytes.endIndex, (0x20..<0x30).contains(bytes[at]), !isShifted(at) { at += 1 }
    guard at < bytes.endIndex else {
      return bytes.count > 64 ? .taken(bytes.count, nil) : .incomplete
    }
    let final = bytes[at]
    // Torn by another key, or no sequence at all.
    guard (0x40..<0x7F).contains(final) || isShifted(at) else { return .taken(at - start, nil) }
    let count = at + 1 - start
    if bytes[start...at].elementsEqual(PasteCollector.begin) { return .pasteBegins(count) }
    if let key = own[bytes[start...at]] { return .taken(count, .key(key)) }
    if let reply = TerminalReply(bytes[start...at]) { return .reply(count, reply) }
    if parameters.first == UInt8(ascii: "<") {
      let event = MouseReport.extended(numbers(parameters.dropFirst()), final: final)
      return .taken(count, event.map(TerminalEvent.mouse))
    }
    if final == UInt8(ascii: "M"), parameters.isEmpty {
      guard bytes.count >= 6 else { return .incomplete }
      let event = MouseReport.legacy(bytes[(start + 3)..<(start + 6)])
      return .taken(6, event.map(TerminalEvent.mouse))
    }
    return .taken(count, key(final, numbers(parameters)).map(TerminalEvent.key))
  }

  private static func key(_ final: UInt8, _ numbers: [Int]) -> Key? {
    let first = numbers.first ?? 0
    let modifiers = modifiers(numbers.count > 1 ? numbers[1] : 0)
    switch final {
    case UInt8(ascii: "Z"): return Key(.tab, modifiers.union(.shift))
    case UInt8(ascii: "a")...UInt8(ascii: "d") where numbers.isEmpty:
      return code(final - 0x20).map { Key($0, .shift) }
    case UInt8(ascii: "~"):
      if first == 27, numbers.count > 2 { return spelled(numbers[2], modifiers) }
      return code(number: first).map { Key($0, modifiers) }
    case UInt8(ascii: "u"): return spelled(first, modifiers)
    case UInt8(ascii: "^"): return code(number: first).map { Key($0, .control) }
    case UInt8(ascii: "$"): return code(number: first).map { Key($0, .shift) }
    case UInt8(ascii: "@"): return code(number: first).map { Key($0, [.control, .shift]) }
    default: return code(final).map { Key($0, modifiers) }
    }
  }

  // MARK: the tables

  private static func code(_ final: UInt8) -> Key.Code? {
    switch final {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(final) - 0x4F)
    default: nil
    }
  }

  private static func code(number: Int) -> Key.Code? {
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

  /// A key given by its code point: xterm's `modifyOtherKeys`, and kitty's protocol.
  private static func spelled(_ value: Int, _ modifiers: Key.Modifiers) -> Key? {
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

  /// One more than a sum of bits: 1 Shift, 2 Alt, 4 Ctrl, 8 Meta.
  private static func modifiers(_ parameter: Int) -> Key.Modifiers {
    let bits = max(0, parameter - 1)
    var modifiers: Key.Modifiers = []
    if bits & 1 != 0 { modifiers.insert(.shift) }
    if bits & (2 | 8) != 0 { modifiers.insert(.alt) }
    if bits & 4 != 0 { modifiers.insert(.control) }
    return modifiers
  }

  private static func digit(_ byte: UInt8) -> Int? {
    (0x30..<0x3A).contains(byte) ? Int(byte) - 0x30 : nil
  }

  /// The numbers between semicolons; what stands behind a colon is detail.
  private static func numbers(_ parameters: ArraySlice<UInt8>) -> [Int] {
    if parameters.isEmpty { return [] }
    return parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
      $0.prefix { $0 != UInt8(ascii: ":") }.reduce(0) { sum, byte in
        min(sum * 10 + (digit(byte) ?? 0), 1 << 24)
      }
    }
  }
}
