import CalendarAPI

/// A token that is refused, and what can help: one that is read again, or one that is typed.
extension CalendarEditor {
  /// The question after a refusal, with the answers that can help here.
  ///
  /// - Parameter why: what to do where the token can be read again.
  /// - Parameter canTryAgain: whether the same token may be accepted by now.
  func questionAboutToken(_ why: String, canTryAgain: Bool = false) -> ConfirmDialog {
    let again =
      canTryAgain
      ? [ConfirmDialog.Answer(key: "a", text: "Try again with this token", decision: .tryAgain)]
      : []
    let type = ConfirmDialog.Answer(
      key: "t", text: "Type a new token and go on", action: .typeToken)
    let leave =
      document == nil
      ? ConfirmDialog.Answer(key: "q", text: "Quit", action: .quit)
      : ConfirmDialog.Answer(key: "k", text: "Keep editing", decision: .keepEditing)
    switch terms.tokenOrigin {
    case .readable:
      let read = ConfirmDialog.Answer(
        key: "r", text: "Read the token again and go on", action: .readToken)
      return ConfirmDialog(
        "The token was refused",
        lines: [why] + (document == nil ? [] : ["Your changes are still here."]),
        answers: again + [read, type, leave], leaving: [.decide(.keepEditing)])
    case .fixed(let name):
      return ConfirmDialog(
        "The token was refused",
        lines: [
          "caledit reads \(name) only at its start. You can type a new token, for this run only."
        ] + [wayBack(name)].compactMap { $0 }, answers: again + [type, leave],
        leaving: [.decide(.keepEditing)])
    }
  }

  /// How the work goes on in another run; nil where there is none.
  private func wayBack(_ name: String) -> String? {
    guard document?.isModified == true else { return nil }
    return canKeepDraft
      ? "The draft is kept: quit, set \(name), and start caledit for this calendar again. It offers "
        + "your changes."
      : "Your changes are still here. No draft is kept of them."
  }

  /// Asks for a token without showing it.
  ///
  /// - Parameter goesOn: whether what was refused is done again with it.
  mutating func typeToken(goesOn: Bool) -> [Effect] {
    dialogs.append(SecretPromptDialog(goesOn: goesOn))
    return []
  }

  /// Uses a token that was typed, for this run only.
  mutating func use(_ token: Token, goesOn: Bool) -> [Effect] {
    banner = nil
    var ended: [Effect] = []
    if !goesOn {
      calls.putOff = nil
      if saves.job?.isInDoubt == false { ended = dropSave() }
    }
    let request = start(.token)
    say("caledit uses the new token until it ends.", .success)
    return ended + [.useToken(request: request, token)]
  }
}
