import TextUI

/// Reads what begins with `ESC [` or `ESC O`: the keys without a character, the mouse, and the
/// answers of the terminal to what somebody has asked it.
///
/// The shape of a sequence is told first, and then what it means, by ``KeyTable``. One of the right
/// shape that means nothing here is left out whole, so that none of it is typed into a field; so is
/// an answer, whose bytes are those of a key now and then.
enum ControlSequence {
  typealias Step = KeyDecoder.Step

  /// Longer than any sequence that means something.
  static let limit = 64

  /// Reads the sequence at the beginning of some bytes.
  ///
  /// - Parameter isFinal: whether nothing will follow: the two bytes were typed then, and a longer
  ///   piece is no text.
  static func read(_ bytes: ArraySlice<UInt8>, isFinal: Bool, own: KeySequences) -> Step {
    let step =
      bytes[bytes.startIndex + 1] == UInt8(ascii: "[")
      ? bracket(bytes, own) : letterO(bytes, own)
    guard case .incomplete = step, isFinal else { return step }
    guard bytes.count == 2 else { return .taken(bytes.count, nil) }
    return .taken(2, .key(.alt(KeyDecoder.ascii(bytes[bytes.startIndex + 1]))))
  }

  // MARK: ESC O

  private static func letterO(_ bytes: ArraySlice<UInt8>, _ own: KeySequences) -> Step {
    var at = bytes.startIndex + 2
    while at < bytes.endIndex, isDigit(bytes[at]) || bytes[at] == UInt8(ascii: ";") { at += 1 }
    guard at < bytes.endIndex else { return .incomplete }
    let count = at + 1 - bytes.startIndex
    guard (0x40..<0x7F).contains(bytes[at]) else { return .taken(count - 1, nil) }
    if let key = own[bytes[...at]] { return .taken(count, .key(key)) }
    let numbers = numbers(bytes[(bytes.startIndex + 2)..<at])
    let key: Key? =
      if let modifier = numbers.last {
        KeyTable.code(letter: bytes[at]).map { Key($0, KeyTable.modifiers(parameter: modifier)) }
      } else {
        KeyTable.key(letterO: bytes[at])
      }
    return .taken(count, key.map(TerminalEvent.key))
  }

  // MARK: ESC [

  private static func bracket(_ bytes: ArraySlice<UInt8>, _ own: KeySequences) -> Step {
    let start = bytes.startIndex
    var at = start + 2
    guard at < bytes.endIndex else { return .incomplete }
    if bytes[at] == UInt8(ascii: "["), own[bytes[...at]] == nil {
      guard at + 1 < bytes.endIndex else { return .incomplete }
      // Torn by another key.
      guard (0x20..<0x7F).contains(bytes[at + 1]) else { return .taken(3, nil) }
      return .taken(4, KeyTable.key(doubleBracket: bytes[at + 1]).map(TerminalEvent.key))
    }
    while at < bytes.endIndex, (0x30..<0x40).contains(bytes[at]) { at += 1 }
    let parameters = bytes[(start + 2)..<at]
    // rxvt ends keys with Shift by "$", which elsewhere stands before the end.
    let isShifted = { (end: Int) in
      bytes[end] == UInt8(ascii: "$") && !parameters.isEmpty && parameters.allSatisfy(isDigit)
    }
    let intermediates = at
    while at < bytes.endIndex, (0x20..<0x30).contains(bytes[at]), !isShifted(at) { at += 1 }
    guard at < bytes.endIndex else { return .incomplete }
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
    guard intermediates == at else { return .taken(count, nil) }
    return .taken(count, key(final, parameters).map(TerminalEvent.key))
  }

  /// What a sequence without bytes before its end means.
  private static func key(_ final: UInt8, _ parameters: ArraySlice<UInt8>) -> Key? {
    guard let first = parameters.first else { return KeyTable.key(bracket: final) }
    var parameters = parameters
    if (0x3C..<0x40).contains(first) {
      // Whatever begins like this is an answer, but for xterm's modifyCursorKeys: ESC [ > 1 ; 5 A.
      guard first == UInt8(ascii: ">"), parameters.count > 1,
        let code = KeyTable.code(letter: final)
      else { return nil }
      parameters = parameters.dropFirst()
      return Key(code, KeyTable.modifiers(parameter: numbers(parameters).last ?? 0))
    }
    let numbers = numbers(parameters)
    let number = numbers.first ?? 0
    let modifiers = KeyTable.modifiers(parameter: numbers.count > 1 ? numbers[1] : 0)
    switch final {
    case UInt8(ascii: "u"): return KeyTable.spelled(number, modifiers)
    case UInt8(ascii: "~") where number == 27 && numbers.count > 2:
      return KeyTable.spelled(numbers[2], modifiers)
    case UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "@"):
      return KeyTable.code(number: number).map {
        Key($0, modifiers.union(KeyTable.modifiers(end: final) ?? []))
      }
    case UInt8(ascii: "Z"): return Key(.tab, modifiers.union(.shift))
    // Where the cursor is: ESC [ row ; column R. F3 with a modifier looks like it in the first row;
    // nothing is on that key, and an answer that comes late must not be taken for it.
    case UInt8(ascii: "R"): return nil
    default:
      // xterm's ESC [ 1 ; 5 A, and the older ESC [ 5 A.
      return KeyTable.code(letter: final).map {
        Key($0, numbers.count > 1 ? modifiers : KeyTable.modifiers(parameter: number))
      }
    }
  }

  // MARK: numbers

  static func isDigit(_ byte: UInt8) -> Bool { (0x30..<0x3A).contains(byte) }

  /// The numbers between semicolons; what stands behind a colon is detail.
  private static func numbers(_ parameters: ArraySlice<UInt8>) -> [Int] {
    if parameters.isEmpty { return [] }
    return parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
      $0.prefix { $0 != UInt8(ascii: ":") }.reduce(0) { sum, byte in
        isDigit(byte) ? min(sum * 10 + Int(byte - 0x30), 1 << 24) : sum
      }
    }
  }
}
