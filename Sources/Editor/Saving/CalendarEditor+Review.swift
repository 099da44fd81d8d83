import CalendarModel
import CalendarWork
import JSON
import TextUI

/// What would be saved, before it is.
extension CalendarEditor {
  /// How a save is made.
  func saveSettings(checks: Bool) -> SaveSettings {
    SaveSettings(
      holder: writesCalendar ? .file : .service, checks: checks, scope: updateScope,
      sendsUndocumented: sendsUndocumented, keysKeptOut: governedKeys,
      keysAsLoaded: writesCalendar ? [] : document?.unreadableKeys ?? [])
  }

  /// What the body of an update names.
  var updateScope: UpdateScope {
    switch terms.updates {
    case .whole: .whole
    case .changed: saves.sendsWholeOnce ? .whole : .changed
    case .auto: saves.sendsWholeOnce || habits.sendsWhole == true ? .whole : .changed
    }
  }

  /// Hours that a schedule governs and that the user wants left out.
  var governedKeys: Set<String> {
    saves.hoursDecision == .leaveOut ? Set(GoverningSchedules.governedKeys.map(\.rawValue)) : []
  }

  /// Whether nested keys that no document lists are sent with what is changed.
  var sendsUndocumented: Bool { saves.sendsUndocumentedOnce || habits.sendsUndocumented ?? false }

  /// Whether a save asks if nested keys that no document lists are to be sent.
  var asksAboutUndocumented: Bool { habits.sendsUndocumented == nil && !sendsUndocumented }

  mutating func openReview() {
    saves.leavesUnreadableOut = false
    showReview()
  }

  /// Opens the review, after a question where something typed cannot be read.
  mutating func showReview() {
    guard !asksAboutUnreadable(.review), let document else { return }
    self.document?.close()
    saves.hoursDecision = nil
    guard document.isModified else {
      say("There are no changes to save.")
      return
    }
    dialogs.append(review(of: document))
  }

  /// The review of what would be saved now.
  func review(of document: CalendarDocument) -> ReviewDialog {
    ReviewDialog(
      document, saveSettings(checks: terms.checksBeforeSaving), risksLoss: risksLoss,
      asks: asksAboutUndocumented, unrecorded: records.problem)
  }

  /// Whether an update would name less than the calendar, though one lost what it did not name.
  var risksLoss: Bool {
    source.output == nil && !writesCalendar && updateScope == .changed
      && habits.losesUnnamed == true
  }

  /// What an update sends.
  func updateBody(of document: CalendarDocument) -> UpdateBody {
    UpdateBody(document, saveSettings(checks: terms.checksBeforeSaving))
  }

  mutating func showBody() {
    guard let document else { return }
    let body = updateBody(of: document)
    dialogs.append(TextDialog("JSON body of the update", text: body.json.printed(.readable)))
  }

  /// Whether a save writes the whole calendar back to its file.
  var writesCalendar: Bool { source.isFile && source.output == nil }

  /// The errors in what would be sent.
  var errorsInChanges: [Problem] {
    let unsent = writesCalendar ? [] : document?.unreadableKeys ?? []
    return (document?.validation.problemsOfChanges ?? []).filter {
      $0.severity == .error && !unsent.contains($0.path.topKey ?? "")
    }
  }
}
