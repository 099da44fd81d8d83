import CalendarAPI
import CalendarModel
import JSON
import TextUI

/// The list of calendars, and the sub-accounts that they are of.
extension App {
  /// Puts the list into its place.
  mutating func setUpHome() {
    self[.home].dialogs.append(CalendarListDialog(today: self[.home].today))
    refreshList()
  }

  /// What to ask for when the program starts with the list.
  mutating func listFirst() -> [AppEffect] {
    accounts.entries.isEmpty || isWelcoming ? [] : list(accounts.listed)
  }

  /// Shows the list; the calendar that was on the screen stays open.
  mutating func showList() -> [AppEffect] {
    let here = calendar
    adopt(here)
    if !isOpen(.home) { addHome() }
    guard accounts.canList else {
      calendar.say("The sub-account is not known, so its calendars cannot be listed.", .problem)
      return []
    }
    let asked = accounts.shown.allSatisfy { $0.state == .unasked } ? list(accounts.listed) : []
    show(.home)
    if let account = here.account, let id = here.source.calendarID {
      self[.home].dialogs.change(CalendarListDialog.self) {
        $0.select(ListedPlace(account: account, calendarID: id))
      }
    }
    return asked
  }

  /// Lists the sub-account that a calendar says it is of, where nothing else names one.
  mutating func adopt(_ calendar: CalendarEditor) {
    guard let id = calendar.account, let location = calendar.locationID,
      accounts[id]?.account.locationID == nil
    else { return }
    accounts[id]?.account.locationID = location
    if accounts[id]?.name == nil { accounts[id]?.name = calendar.lookUps.accountName }
  }

  /// Lists the calendars of a sub-account; nil lists those of all.
  mutating func list(_ account: AccountID?) -> [AppEffect] {
    accounts.listed = account
    if !isOpen(.home) { addHome() }
    if shown != .home { show(.home) }
    let effects = askForListed()
    refreshList()
    return effects
  }

  /// Asks for the calendars of the sub-accounts that are listed and have not come.
  mutating func askForListed() -> [AppEffect] {
    accounts.shown.filter { $0.state != .loaded && $0.state != .asked }
      .flatMap { ask(for: $0.account) }
  }

  /// Asks the service for the list again.
  mutating func listAgain() -> [AppEffect] {
    let effects = accounts.shown.filter { $0.state != .asked }.flatMap { ask(for: $0.account) }
    refreshList()
    return effects
  }

  /// Asks again for the lists of some sub-accounts that have come before.
  mutating func listAgain(_ ids: Set<AccountID>) -> [AppEffect] {
    let effects = accounts.entries.filter { ids.contains($0.account.id) && $0.state == .loaded }
      .flatMap { ask(for: $0.account) }
    refreshList()
    return effects
  }

  private mutating func ask(for account: Account) -> [AppEffect] {
    guard let location = account.locationID else {
      accounts[account.id]?.state = .failed(
        title: "The profile \(account.id.name) names no location.",
        advice: "Give it one in the configuration: location = …")
      return []
    }
    accounts[account.id]?.ask()
    return [.list(account.id, locationID: location)]
  }

  /// Takes in what becomes known of a sub-account.
  mutating func take(_ news: AccountNews, of id: AccountID) -> [AppEffect] {
    guard accounts[id] != nil else { return [] }
    var effects: [AppEffect] = []
    switch news {
    case .listed(let result):
      accounts[id]?.take(result)
      effects = openWanted() + goOnAfterListing()
    case .named(let account):
      accounts[id]?.name = account.name
      for open in order where self[open].account == id {
        self[open].lookUps.accountName = account.name
      }
    case .lookedUp(let kind, let results): accounts[id]?.join(results, of: kind)
    case .schedules(let list): accounts[id]?.take(list)
    case .drafts(let drafts): accounts[id]?.drafts = drafts
    case .habits(let habits):
      accounts[id]?.habits = habits
      for open in order where self[open].account == id { self[open].habits = habits }
    }
    refreshList()
    refreshPlan()
    return effects
  }

  /// Opens the calendar that was named at the start, once all lists have come; where none or several
  /// fit, the list shows those that come near.
  private mutating func openWanted() -> [AppEffect] {
    guard let name = wanted, !accounts.shown.contains(where: { $0.state == .asked }) else {
      return []
    }
    wanted = nil
    refreshList()
    let places = accounts.places(named: name)
    if places.count == 1, let place = places.first {
      return open(place.calendarID, of: place.account)
    }
    self[.home].dialogs.change(CalendarListDialog.self) { $0.ask(for: name) }
    let named = Wording.quoted(name)
    let isListed = accounts.shown.contains { $0.state == .loaded }
    let why =
      if !places.isEmpty {
        "\(places.count) calendars are called \(named)."
      } else if !accounts.shown.contains(where: \.hasFailed) {
        "No calendar is called \(named)."
      } else if isListed {
        "No calendar of the lists that came is called \(named)."
      } else {
        "The calendars could not be listed, so \(named) was not found."
      }
    unopened = why
    // That lists have failed is said by the list.
    if isListed || !places.isEmpty { self[.home].say(why, places.isEmpty ? .problem : .plain) }
    return []
  }

  /// Shows in the list what is known now.
  mutating func refreshList() {
    guard isOpen(.home) else { return }
    showHeldInList()
    // Who goes through calendars goes on in the order in which they were found: one that is saved
    // meanwhile may fit no longer.
    if shown == .home || accounts.shownOrder.isEmpty { noteOrder() }
  }

  /// Shows in the list what is known now; where the next calendar is found stays as it is.
  mutating func showHeldInList() {
    guard isOpen(.home) else { return }
    noteDrafts()
    let accounts = accounts
    let (today, open) = (self[.home].today, openPlaces)
    self[.home].lookUps.accountName =
      accounts.listed.flatMap { accounts[$0]?.title }
      ?? (accounts.entries.count == 1 ? accounts.entries[0].title : "all sub-accounts")
    self[.home].dialogs.change(CalendarListDialog.self) {
      $0.show(accounts, open: open, today: today)
    }
  }

  /// The calendars that are open, and whether they are changed.
  private var openPlaces: [ListedPlace: Bool] {
    var places: [ListedPlace: Bool] = [:]
    for id in order {
      guard let account = self[id].account, let calendar = self[id].source.calendarID else {
        continue
      }
      places[ListedPlace(account: account, calendarID: calendar)] = self[id].hasUnsavedWork
    }
    return places
  }

  /// Notes the order in which the list shows the calendars, for who goes from one to the next: when the
  /// list is brought up to date, and when it is left for a calendar.
  mutating func noteOrder() {
    guard isOpen(.home), let list = self[.home].dialogs.first(CalendarListDialog.self) else {
      return
    }
    accounts.shownOrder = list.placesInTurn
  }
}
