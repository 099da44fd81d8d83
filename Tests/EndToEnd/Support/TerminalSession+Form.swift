import TerminalTesting

/// What a user does in the form, also where the program runs in a shell.
extension TerminalSession {
  /// Goes to a field by searching its JSON key, as a user would.
  func goTo(_ key: String) throws {
    control("f")
    type(key)
    press(.enter)
    let beginnings = [key, "\(key)[0]"].flatMap { [" \($0) · ", " \($0) - "] }
    try wait("field \(key)", seconds: Program.patience) {
      lines.contains { line in beginnings.contains(where: line.hasPrefix) }
    }
  }

  /// Replaces the text of the field with the focus.
  func retype(_ text: String) {
    control("u")
    type(text)
  }

  /// Changes the slot duration, and waits until all of it is there.
  func changeDuration(to minutes: Int = 45) throws {
    try goTo("slotDuration")
    retype("\(minutes)")
    // The field is a change as soon as it is emptied, and the first digit is one.
    try wait("\(minutes)", seconds: Program.patience) {
      lines.contains { $0.contains("Slot duration") && $0.contains(" \(minutes)") }
    }
  }
}
