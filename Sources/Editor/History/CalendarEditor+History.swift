import CalendarModel
import JSON
import TextUI

/// The history of the calendar: the list, what a save changed, and putting back what was before it.
extension CalendarEditor {
  mutating func openHistory() -> [Effect] {
    document?.close()
    dialogs.append(HistoryDialog())
    return [.listHistory]
  }

  mutating func finish(history saves: [PastSave]) {
    dialogs.change(HistoryDialog.self) { if $0.saves == nil { $0.list(saves) } }
  }

  /// Shows a save; its record is read first.
  mutating func show(_ save: PastSave) -> [Effect] {
    guard save.problem == nil else {
      say(save.change, .problem)
      return []
    }
    return [.readHistory(save)]
  }

  mutating func finish(reading save: PastSave, _ result: Result<PastSave.Contents, FileFailure>) {
    // Whoever has left the list meanwhile waits for nothing.
    guard dialogs.last?.kind == HistoryDialog.kind else { return }
    switch result {
    case .success(let contents):
      var read = save
      read.contents = contents
      records.shown = read
      let key = keymap.hint(.restore, in: TextDialog.keys)?.key ?? ""
      dialogs.append(
        TextDialog(
          "What the save changed",
          PastSaveText.lines(
            read, contents, names: lookUps.lists.names, in: format, restoredBy: key),
          offers: [.init(command: .restore, action: .restoreSave)]))
    case .failure(let failure): say("The record cannot be read. \(failure.reason)", .problem)
    }
  }

  // MARK: Restoring

  /// Puts the values before the save that was shown last back, as edits.
  mutating func restoreSave() {
    guard let document, let contents = records.shown?.contents else { return }
    let merge = document.merge(
      restoring: contents.before, savedAs: contents.after ?? contents.asked,
      except: Set(contents.withheld))
    resolveOrAsk(merge, for: .restoring)
  }

  /// Puts the values back, with the user's choices where they have changed since.
  mutating func restore(
    _ merge: CalendarMerge, _ choices: [CalendarMerge.Conflict.ID: CalendarMerge.Side]
  ) {
    var paths: [JSONPath] = []
    change(.root) { paths = $0.restore(merge, choices) }
    for path in paths { serverProblems.clear(path) }
    dialogs.removeAll()
    let withheld = records.shown?.contents?.withheld ?? []
    let rest =
      withheld.isEmpty
      ? ""
      : " Not restored, because the record holds only part of them: "
        + withheld.map { CalendarSchema.field($0)?.label ?? $0 }.joined(separator: ", ") + "."
    guard let first = paths.first else {
      say("Nothing to restore: these values are the same as before that save.\(rest)")
      return
    }
    go(to: first)
    say(
      "Restored: \(Wording.counted(paths.count, "property")). \(keymap.word(of: .review)) reviews "
        + "and saves, \(keymap.word(of: .undo)) undoes it.\(rest)",
      rest.isEmpty ? .success : .problem)
  }

  // MARK: Writing

  /// Says what became of a save of which nobody saw the end; a draft that is found says it as well.
  mutating func note(settled sentence: String, isSaved: Bool) {
    saves.settled = isSaved ? sentence : nil
    note(sentence)
  }

  /// Says that a save is not on record; the save itself goes on.
  mutating func note(historyFailure failure: FileFailure) {
    let text = "The history has no full record of this save: \(failure.reason)"
    say("\(text).", .problem)
    let detail = "\(text) (\(failure.path))."
    if request == nil { banner?.details.append(detail) } else { saves.unrecorded = detail }
  }
}

extension PastSave.Contents {
  /// The calendar that the save asked for.
  package var asked: JSONValue { ReviewLine.calendar(before, updatedBy: sent) }
}
