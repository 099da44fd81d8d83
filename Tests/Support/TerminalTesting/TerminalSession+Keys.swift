import CVTerm

extension TerminalSession {
  /// A key that types no character.
  package enum Key: Sendable, Hashable {
    case enter, tab, backspace, escape, up, down, left, right
    case insert, delete, home, end, pageUp, pageDown
    case function(Int)
  }

  /// Keys held down with another.
  package struct Modifiers: OptionSet, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }
    package static let shift = Modifiers(rawValue: 1)
    package static let alt = Modifiers(rawValue: 2)
    package static let control = Modifiers(rawValue: 4)

    var value: VTermModifier { VTermModifier(UInt32(rawValue)) }
  }

  /// Types a text, a key a character.
  package func type(_ text: String) {
    send(text.unicodeScalars.flatMap { emulator.type($0, VTERM_MOD_NONE) })
  }

  /// Presses a key.
  package func press(_ key: Key, _ modifiers: Modifiers = []) {
    // libvterm knows no other way to say Shift-Tab than its own.
    send(emulator.press(key.value, modifiers.value))
  }

  /// Presses a character with Ctrl.
  package func control(_ character: Character) { press(character, .control) }

  /// Presses a character with Alt.
  package func alt(_ character: Character) { press(character, .alt) }

  private func press(_ character: Character, _ modifiers: Modifiers) {
    send(character.unicodeScalars.flatMap { emulator.type($0, modifiers.value) })
  }

  /// Pastes a text, bracketed if the program has asked for it.
  package func paste(_ text: String) { send(emulator.paste(text)) }

  /// Clicks into a cell.
  package func click(row: Int, column: Int) {
    send(emulator.mouse(row: row, column: column, button: 1))
  }

  /// Turns the wheel over a cell.
  package func turnWheel(up: Bool, row: Int, column: Int) {
    send(emulator.mouse(row: row, column: column, button: up ? 4 : 5))
  }
}

extension TerminalSession.Key {
  var value: VTermKey {
    switch self {
    case .enter: VTERM_KEY_ENTER
    case .tab: VTERM_KEY_TAB
    case .backspace: VTERM_KEY_BACKSPACE
    case .escape: VTERM_KEY_ESCAPE
    case .up: VTERM_KEY_UP
    case .down: VTERM_KEY_DOWN
    case .left: VTERM_KEY_LEFT
    case .right: VTERM_KEY_RIGHT
    case .insert: VTERM_KEY_INS
    case .delete: VTERM_KEY_DEL
    case .home: VTERM_KEY_HOME
    case .end: VTERM_KEY_END
    case .pageUp: VTERM_KEY_PAGEUP
    case .pageDown: VTERM_KEY_PAGEDOWN
    case .function(let number): VTermKey(VTERM_KEY_FUNCTION_0.rawValue + UInt32(number))
    }
  }
}
