import CVTerm

/// The screen of a terminal, kept by libvterm.
final class ScreenEmulator {
  /// What the program has asked of the terminal, beside characters.
  struct Properties {
    var isAlternateScreen = false
    var isCursorVisible = true
    var reportsMouse = false
    var bells = 0
  }

  private(set) var rows: Int
  private(set) var columns: Int
  private(set) var properties = Properties()
  /// The beginning of a character whose other bytes have not come yet.
  private var torn: [UInt8] = []
  private let terminal: OpaquePointer
  private let screen: OpaquePointer
  private let callbacks: UnsafeMutablePointer<VTermScreenCallbacks>

  init(rows: Int, columns: Int, isUTF8: Bool = true) {
    self.rows = rows
    self.columns = columns
    terminal = vterm_new(Int32(rows), Int32(columns))
    vterm_set_utf8(terminal, isUTF8 ? 1 : 0)
    screen = vterm_obtain_screen(terminal)
    callbacks = .allocate(capacity: 1)
    callbacks.initialize(to: VTermScreenCallbacks())
    callbacks.pointee.settermprop = { property, value, user in
      guard let user, let value else { return 1 }
      Unmanaged<ScreenEmulator>.fromOpaque(user).takeUnretainedValue()
        .note(property, value.pointee)
      return 1
    }
    callbacks.pointee.bell = { user in
      guard let user else { return 1 }
      Unmanaged<ScreenEmulator>.fromOpaque(user).takeUnretainedValue().properties.bells += 1
      return 1
    }
    vterm_screen_set_callbacks(screen, callbacks, Unmanaged.passUnretained(self).toOpaque())
    vterm_screen_enable_altscreen(screen, 1)
    vterm_screen_reset(screen, 1)
  }

  deinit {
    vterm_free(terminal)
    callbacks.deallocate()
  }

  private func note(_ property: VTermProp, _ value: VTermValue) {
    switch property {
    case VTERM_PROP_ALTSCREEN: properties.isAlternateScreen = value.boolean != 0
    case VTERM_PROP_CURSORVISIBLE: properties.isCursorVisible = value.boolean != 0
    case VTERM_PROP_MOUSE: properties.reportsMouse = value.number != 0
    default: break
    }
  }

  // MARK: the program's side

  func show(_ bytes: [UInt8]) {
    // libvterm shows a character that it gets in two pieces as several unknown ones.
    var ready = torn + bytes
    torn = ready.takeUnfinishedCharacter()
    ready.withUnsafeBytes { buffer in
      _ = vterm_input_write(
        terminal, buffer.bindMemory(to: CChar.self).baseAddress, buffer.count)
    }
  }

  func resize(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    vterm_set_size(terminal, Int32(rows), Int32(columns))
  }

  /// The text of a row, without the blanks at its end.
  func text(_ row: Int) -> String {
    let row = Int32(row)
    let place = VTermRect(start_row: row, end_row: row + 1, start_col: 0, end_col: Int32(columns))
    // A cell holds six scalars at most.
    return String(unsafeUninitializedCapacity: columns * 24) { bytes in
      var count = bytes.withMemoryRebound(to: CChar.self) {
        vterm_screen_get_text(screen, $0.baseAddress, $0.count, place)
      }
      while count > 0, bytes[count - 1] == 0x20 { count -= 1 }
      return count
    }
  }

  func cell(_ row: Int, _ column: Int) -> VTermScreenCell {
    var cell = VTermScreenCell()
    vterm_screen_get_cell(screen, VTermPos(row: Int32(row), col: Int32(column)), &cell)
    return cell
  }

  var cursor: (row: Int, column: Int) {
    var position = VTermPos()
    vterm_state_get_cursorpos(vterm_obtain_state(terminal), &position)
    return (Int(position.row), Int(position.col))
  }

  // MARK: the user's side, as the bytes that a terminal in its present mode would send

  func type(_ scalar: Unicode.Scalar, _ modifiers: VTermModifier) -> [UInt8] {
    vterm_keyboard_unichar(terminal, scalar.value, modifiers)
    return output()
  }

  func press(_ key: VTermKey, _ modifiers: VTermModifier) -> [UInt8] {
    vterm_keyboard_key(terminal, key, modifiers)
    return output()
  }

  func paste(_ text: String) -> [UInt8] {
    vterm_keyboard_start_paste(terminal)
    // A terminal sends the Enter key for a line break.
    var bytes = output() + text.utf8.map { $0 == 0x0A ? 0x0D : $0 }
    vterm_keyboard_end_paste(terminal)
    bytes += output()
    return bytes
  }

  func mouse(row: Int, column: Int, button: Int32) -> [UInt8] {
    vterm_mouse_move(terminal, Int32(row), Int32(column), VTERM_MOD_NONE)
    vterm_mouse_button(terminal, button, true, VTERM_MOD_NONE)
    if button < 4 { vterm_mouse_button(terminal, button, false, VTERM_MOD_NONE) }
    return output()
  }

  /// Also the answers to what the program has asked.
  func output() -> [UInt8] {
    var all: [UInt8] = []
    var buffer = [CChar](repeating: 0, count: 4096)
    while true {
      let count = vterm_output_read(terminal, &buffer, buffer.count)
      if count == 0 { return all }
      all += buffer[..<count].map(UInt8.init(bitPattern:))
    }
  }
}

extension [UInt8] {
  /// Removes the first bytes of a UTF-8 sequence from the end, if it is cut there.
  fileprivate mutating func takeUnfinishedCharacter() -> [UInt8] {
    for length in 1...3 where length <= count {
      let lead = self[count - length]
      if lead & 0xC0 == 0x80 { continue }
      let wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
      guard wanted > length else { return [] }
      defer { removeLast(length) }
      return Array(suffix(length))
    }
    return []
  }
}
