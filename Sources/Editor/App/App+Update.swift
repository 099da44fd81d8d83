import CalendarModel
import CalendarWork
import JSON
import TextUI

/// What messages do to the application.
extension App {
  /// What to do first, when the program has started.
  package mutating func begin() -> [AppEffect] {
    let effects = shown == .home ? listFirst() : address(calendar.begin(), from: shown)
    tellSurroundings()
    return effects
  }

  /// Takes in one message.
  ///
  /// - Returns: what is to be done outside.
  package mutating func update(_ message: AppMessage) -> [AppEffect] {
    var effects: [AppEffect]
    switch message {
    case .terminal(.resize(let size)):
      change { $0.size = size }
      effects = []
    case .terminal(let event):
      effects = address(calendar.update(.terminal(event)), from: shown)
    case .line(.end):
      let isUnsaved = order.contains { self[$0].hasUnsavedWork }
      return [.quit(status: isUnsaved ? 1 : 0, keepsDrafts: true)]
    case .line(let order):
      effects = address(calendar.update(.line(order)), from: shown)
    case .calendar(let id, let message):
      // A late answer to a calendar that was closed is for nobody.
      guard isOpen(id) else { return [] }
      effects = address(self[id].update(ofItsAccount(message, id)), from: id)
      if case .schedules = message { seenBases[id] = nil }
    case .account(let id, let news):
      effects = take(news, of: id)
    case .run(let number, let news, let time): effects = take(news, of: number, at: time)
    case .planMore:
      planMore()
      effects = []
    case .closed(let id):
      guard isOpen(id) else { return [] }
      // Behind the only calendar lies the list, also where nobody has asked for it yet.
      effects = order == [id] && !isOpen(.home) ? showList() : []
      noteDraft(ofClosed: id)
      remove(id)
    }
    takeOverHeld()
    effects += goOnWithRound() + askAboutCopy() + goOnWithPlan()
    tellSurroundings()
    return effects
  }

  /// Refuses a calendar that is of another sub-account than the one that it was asked for with.
  private func ofItsAccount(_ message: Message, _ id: CalendarID) -> Message {
    guard case .loaded(let request, .success(let loaded)) = message,
      let account = self[id].account, let known = accounts[account],
      let own = known.account.locationID, let its = loaded.calendar[.locationId]?.text, its != own
    else { return message }
    return .loaded(
      request,
      .failure(
        .foreignCalendar(
          its: accounts.name(ofLocation: its), own: accounts.name(ofLocation: own))))
  }

  /// Does what a calendar asked of the application, and addresses the rest.
  mutating func address(_ effects: [Effect], from id: CalendarID) -> [AppEffect] {
    effects.flatMap { effect -> [AppEffect] in
      switch effect {
      case .switchTheme:
        change { $0.useNextTheme() }
        self[id].say("Colours: \(display.theme.name)")
        return []
      case .switchMouse:
        change { $0.usesMouse.toggle() }
        self[id].say(
          display.usesMouse
            ? "The mouse is on; hold Shift to select text in most terminals."
            : "The mouse is off.")
        return [.calendar(id, .mouse(display.usesMouse))]
      case .rememberHabits(let habits, let location):
        learn(habits, of: location)
        return [.calendar(id, effect)]
      case .app(let request): return perform(request, from: id)
      case .quit(let status, let keepsDraft):
        return [.quit(status: status, keepsDrafts: keepsDraft)]
      default: return [.calendar(id, effect)]
      }
    }
  }

  /// Takes what one calendar has shown of how its sub-account takes updates over for the others.
  private mutating func learn(_ habits: AccountHabits, of location: String) {
    for id in order where self[id].document?.base[.locationId]?.text == location {
      self[id].habits = habits
    }
    for account in accounts.entries.map(\.account) where account.locationID == location {
      accounts[account.id]?.habits = habits
    }
    refreshPlan()
  }
}
