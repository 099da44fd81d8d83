import CalendarModel
import JSON

/// An open calendar as the list of the open ones shows it.
struct OpenCalendar: Sendable {
  let id: CalendarID
  let title: String
  /// The sub-account; empty where it is not known.
  let account: String
  /// How many properties are changed.
  let changes: Int
  let errors: Int
  let hasUnsavedWork: Bool
  let canKeepDraft: Bool
  /// Whether a call is under way.
  let isBusy: Bool
  let isLoaded: Bool

  init(_ id: CalendarID, _ calendar: CalendarEditor) {
    self.id = id
    title = calendar.title
    account = calendar.lookUps.accountName ?? calendar.account?.name ?? ""
    changes = calendar.document?.validation.modifiedKeys.count ?? 0
    errors = calendar.errorCount
    hasUnsavedWork = calendar.hasUnsavedWork
    canKeepDraft = calendar.canKeepDraft
    isBusy = calendar.request != nil
    isLoaded = calendar.document != nil
  }

  /// What is changed and what is wrong: "2 changed properties, 1 error".
  var stateInWords: String {
    guard isLoaded else { return isBusy ? "loading" : "not loaded" }
    let parts =
      [
        hasUnsavedWork && changes == 0
          ? "typed, not finished"
          : changes == 0
            ? "unchanged"
            : "\(changes) changed \(changes == 1 ? "property" : "properties")"
      ]
      + (errors == 0 ? [] : [Wording.counted(errors, "error")])
      + (isBusy ? ["a call is under way"] : [])
    return parts.joined(separator: ", ")
  }
}

extension CalendarEditor {
  /// What the calendar is called in lists of several.
  var title: String {
    guard let document else { return source.place }
    return document.current[.name]?.text.flatMap { $0.isEmpty ? nil : $0 }
      ?? source.calendarID ?? "Calendar without a name"
  }

  /// How many errors the title line counts.
  var errorCount: Int {
    (document?.validation.counts.errors ?? 0) + serverProblems.count + unfinishedCount
  }

  /// Whether something would be lost if nobody saved it.
  package var hasUnsavedWork: Bool {
    document?.isModified == true || !unfinished.isEmpty || refusedEdit != nil
      || input?.isPending == true
  }

  /// Whether nothing is under way and no question waits for an answer.
  var isAtRest: Bool { request == nil && saves.isAtRest && dialogs.isEmpty }

  /// The id of the sub-account that the calendar says it is of.
  var locationID: String? { document?.base[.locationId]?.text }
}
