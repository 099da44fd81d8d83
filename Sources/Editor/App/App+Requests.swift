import CalendarModel
import JSON
import TextUI

/// What calendars and dialogs ask of the application.
extension App {
  mutating func perform(_ request: AppRequest, from id: CalendarID) -> [AppEffect] {
    if id == .home, request.leavesList { noteOrder() }
    switch request {
    case .showList: return showList()
    case .showOpenCalendars:
      calendar.dialogs.append(OpenCalendarsDialog(openCalendars, shown: shown))
    case .showPrevious: if let previous { show(previous) }
    case .show(let id): if isOpen(id) { show(id) }
    case .open(let account, let calendarID): return open(calendarID, of: account)
    case .openNeighbour(let step): return openNeighbour(step)
    case .close(let keepsDraft):
      if keepsDraft { keptDrafts.insert(id) } else { keptDrafts.remove(id) }
      return [.close(id, keepsDraft: keepsDraft)]
    case .saveAll: beginRound()
    case .skip: return goOnWithRound(skipping: true)
    case .stopRound: endRound()
    case .quit: return quit()
    case .quitNow(let keepsDrafts): return [.quit(status: 0, keepsDrafts: keepsDrafts)]
    case .showAccounts: calendar.dialogs.append(AccountsDialog(accounts))
    case .list(let account): return list(account)
    case .listAgain: return listAgain()
    case .beginDemo: return list(accounts.entries.first?.account.id)
    case .compare: compare()
    case .copyFrom: return chooseCopySource()
    case .useForOthers: return chooseCopies()
    case .copy(let choices, let direction): return copy(choices, direction)
    case .copyTo(let choices, let places): return copy(choices, to: places)
    case .applyCopy: return applyCopy()
    case .dropCopy: return dropCopy()
    case .applyToOthers: return chooseBatch()
    case .plan(let work, let places): return plan(work, places)
    case .run(let plan): return beginRun(plan)
    case .showRun: showRun()
    case .stopRun(let quits): return stopRun(quits: quits)
    case .goOnWithRun: return goOnWithRun()
    case .openChanged(let target, let path): return open(target, at: path)
    }
    return []
  }

  // MARK: Going from calendar to calendar

  /// The open calendars, each with what is to be said of it.
  var openCalendars: [OpenCalendar] { order.map { OpenCalendar($0, self[$0]) } }

  /// Opens a calendar of a sub-account, or shows it where it is open.
  ///
  /// - Parameters:
  ///   - like: where somebody is in another calendar, for the section to begin with.
  ///   - place: where the focus is to go.
  mutating func open(
    _ calendarID: String, of account: AccountID, like: Workspace? = nil, at place: JSONPath? = nil
  ) -> [AppEffect] {
    if let id = order.first(where: {
      self[$0].account == account && self[$0].source.calendarID == calendarID
    }) {
      show(id)
      return []
    }
    guard let known = accounts[account]?.account else { return [] }
    var editor = CalendarEditor(
      opening: calendarID, of: known, display: display, today: calendar.today, now: calendar.now)
    editor.arrival = place
    if let name = accounts[account]?.name { editor.lookUps.accountName = name }
    // What can be chosen by name is the same in the whole sub-account.
    if let other = order.first(where: { self[$0].account == account }) {
      editor.lookUps.lists = self[other].lookUps.lists
    }
    if let like {
      editor.workspace.choose(entry: like.entry)
      editor.workspace.isInList = like.isInList
    }
    let id = add(editor)
    return [.open(id, account, calendarID: calendarID)]
      + self[id].begin().map { .calendar(id, $0) }
  }

  /// Opens the calendar that stands before or behind this one in the list, at the same place.
  private mutating func openNeighbour(_ step: Int) -> [AppEffect] {
    let here = calendar
    guard let account = here.account, let id = here.source.calendarID,
      let (next, calendarID) = accounts.neighbour(of: id, in: account, step: step)
    else {
      calendar.say(
        step > 0
          ? "This is the last calendar of the list." : "This is the first calendar of the list.")
      return []
    }
    return open(calendarID, of: next, like: here.workspace, at: here.placeOfFocus)
  }

  // MARK: Quitting

  /// Ends the program, after one question where something is not saved.
  mutating func quit() -> [AppEffect] {
    if let batch, !batch.isOver {
      calendar.dialogs.append(ConfirmDialog(stopping: batch, quits: true))
      return []
    }
    let changed = openCalendars.filter(\.hasUnsavedWork)
    guard !changed.isEmpty else { return [.quit(status: 0, keepsDrafts: true)] }
    calendar.dialogs.append(ConfirmDialog(quitting: changed))
    return []
  }
}

extension ConfirmDialog {
  /// The question before the program ends with changes in several calendars.
  fileprivate init(quitting changed: [OpenCalendar]) {
    let shown = changed.prefix(8)
    let canKeep = changed.allSatisfy(\.canKeepDraft)
    self.init(
      "Quit?",
      lines: [
        changed.count == 1
          ? "One calendar is not saved:" : "\(changed.count) calendars are not saved:"
      ]
        + shown.map { "\($0.title): \($0.stateInWords)" }
        + (changed.count > shown.count ? ["… and \(changed.count - shown.count) more."] : []),
      answers: [.init(key: "s", text: "Review and save them", request: .saveAll)]
        + (canKeep
          ? [
            .init(
              key: "d", text: "Quit and keep the drafts", request: .quitNow(keepsDrafts: true))
          ] : [])
        + [
          .init(
            key: "q", text: "Quit and discard the changes", request: .quitNow(keepsDrafts: false)),
          .init(key: "k", text: "Keep editing", action: nil),
        ])
  }
}
