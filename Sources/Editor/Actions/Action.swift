import TextUI

/// The stable name of an action.
enum ActionID: String, Sendable, Hashable, CaseIterable {
  case review, send, undo, redo, search, palette, help, nextProblem, previousProblem
  case reset, unset, fieldMenu, resetSection, resetAll
  case copyHours, copyHoursToWeekdays, closeDay, hoursEarlier, hoursLater, unit
  case hideMore, hideLess, makePrimary, raisePriority, lowerPriority
  case copyDate, nextDate, previousDate
  case addRow, duplicateRow, deleteRow, moveRowUp, moveRowDown
  case nextSection, previousSection, allFields, preview
  case viewJSON, viewRowJSON, viewAllJSON
  case externalEditor, editJSON, editRowJSON, editAllJSON, editRefusedJSON, giveUpRefusedJSON
  case copyValue, copyJSON, mouse
  case saveUnchecked, confirmSave, sendBack, readToken, typeToken, undocumented
  case history, restoreSave
  case undoList, recentPlaces
  case listCalendars, openCalendars, previousCalendar, compareCalendars
  case nextCalendar, calendarBefore, copyFrom, useForOthers, applyToOthers, showRun
  case saveAll, closeCalendar, closeKeepingDraft
  case showBody, showReport, reload, loadAndMerge, theme, repaint, suspend, quit, quitKeepingDraft
}

/// Something a person can do: the one entry that keys, key bar, help and palette are made of.
struct Action: Sendable {
  enum Availability: Sendable, Hashable {
    case available
    /// Why it cannot be done now, and what would help.
    case unavailable(String)
  }

  /// Which part of the help it stands in.
  enum Group: String, Sendable, CaseIterable {
    case saving = "Saving", editing = "Editing", hours = "Hours", rows = "Lists", moving =
      "Navigation"
    case calendars = "Several calendars"
    case outside = "Editor, JSON and clipboard", program = "Program"
  }

  let id: ActionID
  let group: Group
  let title: String
  /// What the key bar calls it; nil keeps it off the bar.
  let short: String?
  let keys: [Key]
  let availability: @Sendable (CalendarEditor) -> Availability
  /// Does it.
  ///
  /// `asked` says that a question about it was answered with yes.
  let run: @Sendable (inout CalendarEditor, _ asked: Bool) -> [Effect]

  init(
    _ id: ActionID, _ group: Group, _ title: String, short: String? = nil, keys: [Key] = [],
    when availability: @escaping @Sendable (CalendarEditor) -> Availability = Action.always,
    run: @escaping @Sendable (inout CalendarEditor, _ asked: Bool) -> [Effect]
  ) {
    self.id = id
    self.group = group
    self.title = title
    self.short = short
    self.keys = keys
    self.availability = { editor in
      editor.reasonWithoutCalendar(for: id).map(Availability.unavailable) ?? availability(editor)
    }
    self.run = run
  }
}

extension CalendarEditor {
  /// Does an action, or says why it cannot be done.
  mutating func perform(_ id: ActionID, asked: Bool = false) -> [Effect] {
    guard let action = Actions.byID[id] else { return [] }
    if case .unavailable(let reason) = action.availability(self) {
      say(reason, .problem)
      return []
    }
    if refusesText(id) { return [] }
    return action.run(&self, asked)
  }

  /// Does what a key is bound to; of several actions on one key, the first that is available.
  ///
  /// - Returns: nil when the key is bound to nothing.
  mutating func performAction(for key: Key) -> [Effect]? {
    let actions = keymap.actions(for: key)
    if let possible = actions.first(where: {
      Actions.byID[$0]?.availability(self) == .available
    }) {
      return perform(possible)
    }
    guard actions.count > 1 else { return actions.first.map { perform($0) } }
    say(reason(forNoneOf: actions), .problem)
    return []
  }
}
