/// Leaving the program.
extension CalendarEditor {
  mutating func quit(asked: Bool) -> [Effect] {
    leaveInput()
    // One question for all calendars.
    if surroundings.isHome || surroundings.changedOthers > 0, !asked { return [.app(.quit)] }
    guard document?.isModified == true || refusedEdit != nil || !unfinished.isEmpty, !asked else {
      return leave(keepsDraft: draftStatus.isUndecided)
    }
    dialogs.append(
      ConfirmDialog(
        "Quit?",
        lines: (document?.isModified == true ? ["\(changesInWords) not saved."] : [])
          + unfinished.texts.map { "\($0.place.title): \"\($0.text)\" cannot be read." }
          + (refusedEdit == nil ? [] : ["A refused JSON would be lost."]),
        answers: [
          .init(key: "s", text: "Review and save", action: .review)
        ]
          + ((document?.isModified == true || !unfinished.isEmpty) && canKeepDraft
            ? [.init(key: "d", text: "Quit and keep the draft", action: .quitKeepingDraft)] : [])
          + [
            .init(key: "q", text: "Quit and discard the changes", action: .quit),
            .init(key: "k", text: "Keep editing", action: nil),
          ]))
    return []
  }

  /// Whether a draft of the changes is on disk when the program ends.
  var canKeepDraft: Bool { draftStatus.isKept && draftStatus.problem == nil }

  /// Ends the program; the next start for this calendar offers to go on with the changes.
  func quitKeepingDraft() -> [Effect] { leave(keepsDraft: true) }

  private func leave(keepsDraft: Bool) -> [Effect] {
    (request.map { [.cancel(request: $0.id)] } ?? []) + [.quit(status: 0, keepsDraft: keepsDraft)]
  }
}
