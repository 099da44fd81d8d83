import TextUI

/// The way of a key, a paste or a click through the dialog on top.
extension CalendarEditor {
  mutating func keyInDialog(_ key: Key) -> [Effect] {
    if latest.burst != nil, dialogs.top?.dialog.decides(key, self) == true, refusesText() {
      return []
    }
    return inTopDialog {
      $0.handle(key, $1)
    } ignored: {
      $0.keyBesideDialog(key)
    }
  }

  mutating func pasteIntoDialog(_ text: String) -> [Effect] {
    inTopDialog { $0.paste(text, $1) }
  }

  /// A click chooses, a second one on the same spot does what the dialog says; the wheel moves.
  mutating func mouseInDialog(_ mouse: MouseEvent) -> [Effect] {
    let isUp = mouse.kind == .wheelUp
    guard mouse.kind == .press else {
      latest.click = nil
      return (0..<Self.wheelStep).flatMap { _ in inTopDialog { $0.turnWheel(isUp: isUp, $1) } }
    }
    guard let top = dialogs.top, let spot = top.dialog.spot(at: mouse.position, self) else {
      latest.click = nil
      return []
    }
    let isSecond = latest.click == .dialog(spot)
    latest.click = .dialog(spot)
    let effects = inTopDialog { dialog, editor in
      isSecond
        ? dialog.clickAgain(editor) ?? dialog.choose(spot: spot, editor)
        : dialog.choose(spot: spot, editor)
    }
    if dialogs.top?.id != top.id { latest.click = nil }
    return effects
  }

  /// Lets the dialog on top take something, puts it back changed, and carries its commands out.
  ///
  /// - Parameter ignored: what is done when the dialog has no use for it.
  mutating func inTopDialog(
    _ body: (inout any Dialog, CalendarEditor) -> DialogResponse,
    ignored: (inout CalendarEditor) -> [Effect] = { _ in [] }
  ) -> [Effect] {
    guard let id = dialogs.top?.id else { return [] }
    // What the dialog is shown has no dialogs, so that it has one owner while it changes: a long
    // text in it is not copied with every key.
    var shown = self
    shown.dialogs.removeAll()
    guard let response = dialogs.changeTop({ body(&$0, shown) }) else { return [] }
    let commands: [DialogCommand]
    switch response {
    case .ignored: return ignored(&self)
    case .stay(let wanted): commands = wanted
    case .close(let wanted):
      dialogs.close(id)
      commands = wanted
    }
    guard !commands.isEmpty else { return [] }
    let effects = commands.flatMap { carryOut($0, from: id) }
    refreshDialogs()
    return effects
  }

  /// Tells every dialog that the calendar may be another one.
  mutating func refreshDialogs() {
    guard !dialogs.isEmpty else { return }
    changeDialogs { $0.refresh($1) }
  }

  /// Changes every dialog by what the editor says.
  mutating func changeDialogs(_ body: (inout any Dialog, CalendarEditor) -> Void) {
    let editor = self
    dialogs.changeAll { body(&$0, editor) }
  }

  /// The keys that work whatever lies on top, unless the dialog has another use for them.
  private mutating func keyBesideDialog(_ key: Key) -> [Effect] {
    for action in keymap.actions(for: key) {
      switch action {
      case .quit, .repaint: return perform(action)
      case .help: return dialogs.last?.kind == HelpText.kind ? [] : perform(action)
      case .showReport: return lastReport == nil ? [] : perform(action)
      default:
        guard dialogs.last?.actions.contains(action) == true else { continue }
        return perform(action)
      }
    }
    if let dialog = dialogs.last { say(dialog.refusal(of: key, self)) }
    return []
  }
}
