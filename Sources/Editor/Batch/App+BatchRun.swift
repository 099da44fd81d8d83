import CalendarModel
import CalendarWork
import JSON

/// A run that changes many calendars, from the yes to the last of its results.
extension App {
  mutating func beginRun(_ plan: BatchPlan) -> [AppEffect] {
    var effects: [AppEffect] = []
    if let batch {
      guard batch.isOver else {
        calendar.say("A run is under way already.", .problem)
        return []
      }
      effects = endRun()
    }
    lastRun += 1
    let run = BatchRun(lastRun, plan.agreed)
    batch = run
    if isOpen(.home) { self[.home].typedChanges = "" }
    calendar.dialogs.close(BatchPlanDialog.kind, CopyPartnersDialog.kind)
    showRun()
    return effects + [.beginRun(run.number, run.order)]
  }

  /// Shows the run where somebody is.
  mutating func showRun() {
    guard let batch else {
      calendar.say("No calendars have been changed together.")
      return
    }
    for id in openIDs { self[id].dialogs.close(BatchRunDialog.kind) }
    calendar.dialogs.append(BatchRunDialog(batch))
  }

  mutating func stopRun(quits: Bool) -> [AppEffect] {
    guard let run = batch else { return quits ? quit() : [] }
    // It may have ended while the question was asked.
    guard !run.isOver else { return quits ? quit() : [] }
    batch?.stop()
    if quits { batch?.quitsThen = true }
    refreshRun()
    return [.stopRun(run.number)]
  }

  mutating func goOnWithRun() -> [AppEffect] {
    guard let run = batch, run.isOver, !run.left.isEmpty else { return [] }
    batch?.goOn()
    refreshRun()
    return [.goOnWithRun(run.number)]
  }

  /// Puts the results of a run away, for the next one.
  private mutating func endRun() -> [AppEffect] {
    guard let run = batch, run.isOver else { return [] }
    batch = nil
    for id in openIDs { self[id].dialogs.close(BatchRunDialog.kind) }
    return [.endRun(run.number)]
  }

  /// Opens a calendar of a run at a place.
  mutating func open(_ target: BatchTarget, at path: JSONPath?) -> [AppEffect] {
    let place = BatchOrder.place(of: target)
    if let id = id(of: place) {
      show(id)
      if let path, self[id].document != nil, self[id].dialogs.isEmpty {
        self[id].jump { $0.goToEditor(of: path) }
      }
      return []
    }
    return open(place.calendarID, of: place.account, at: path)
  }

  // MARK: News

  /// Takes in what is told of a run.
  mutating func take(_ news: BatchNews, of number: Int, at time: Double) -> [AppEffect] {
    guard batch?.number == number else { return [] }
    batch?.take(news, at: time)
    var effects: [AppEffect] = []
    switch news {
    case .ended(let index, let outcome): effects = loadAgain(index, outcome)
    case .finished, .failed: effects = finishRun()
    case .began, .ticked: break
    }
    refreshRun()
    return effects
  }

  /// Shows in the dialog how far it has come.
  private mutating func refreshRun() {
    guard let batch else { return }
    for id in openIDs {
      self[id].dialogs.change(BatchRunDialog.self) { $0.show(batch) }
    }
  }

  /// Loads a calendar again that was saved, where it is open without changes of its own.
  private mutating func loadAgain(_ index: Int, _ outcome: BatchOutcome) -> [AppEffect] {
    guard outcome.kind == .saved || outcome.kind == .savedOtherwise,
      let plan = batch?.plan(at: index), let id = id(of: BatchOrder.place(of: plan.target)),
      self[id].document != nil, !self[id].hasUnsavedWork, self[id].request == nil
    else { return [] }
    return address(self[id].reload(asked: true), from: id)
  }

  /// Ends the marks of what is as it was wanted, asks for the lists again, and says what became of it
  /// to somebody who looks at something else.
  private mutating func finishRun() -> [AppEffect] {
    guard let run = batch else { return [] }
    var done: Set<ListedPlace> = []
    var touched: Set<AccountID> = []
    for (plan, outcome) in zip(run.order.plans, run.outcomes) {
      guard let outcome else { continue }
      let place = BatchOrder.place(of: plan.target)
      if outcome.isAsWanted { done.insert(place) }
      if outcome.kind == .saved || outcome.kind == .savedOtherwise { touched.insert(place.account) }
    }
    if isOpen(.home) {
      let places = Set(run.order.plans.map { BatchOrder.place(of: $0.target) })
      self[.home].dialogs.change(CalendarListDialog.self) { $0.endRun(about: places, done: done) }
    }
    if !calendar.dialogs.contains(where: { $0.kind == BatchRunDialog.kind }) {
      let key = display.keymap.word(of: .showRun)
      let isGood = run.tally.asWanted == run.tally.total
      calendar.say(
        "The run has ended: \(run.sum). \(key) shows it.", isGood ? .success : .problem)
    }
    let effects = listAgain(touched)
    guard run.quitsThen else { return effects }
    batch?.quitsThen = false
    return effects + quit()
  }
}
