import CalendarAPI
import CalendarModel
import CalendarWork
import JSON

/// The sub-accounts, and what is known of the calendars of each.
package struct AccountDirectory: Sendable {
  package private(set) var entries: [AccountCalendars]
  /// The sub-account whose calendars are listed; nil lists those of all.
  package internal(set) var listed: AccountID?
  /// The calendars in the order in which the list showed them when it was left last.
  var shownOrder: [ListedPlace] = []

  /// - Parameter listed: the sub-account whose calendars are listed; nil lists those of all.
  package init(_ accounts: [Account], listed: AccountID? = nil) {
    entries = accounts.map(AccountCalendars.init)
    self.listed = listed
  }

  package subscript(_ id: AccountID) -> AccountCalendars? {
    get { entries.first { $0.account.id == id } }
    set {
      guard let newValue, let index = entries.firstIndex(where: { $0.account.id == id }) else {
        return
      }
      entries[index] = newValue
    }
  }

  /// The calendars that a name, a slug or an id means: those that are called just that, or else the
  /// only one that the words are found in.
  func places(named text: String) -> [ListedPlace] {
    let wanted = text.lowercased()
    var exact: [ListedPlace] = []
    var near: [ListedPlace] = []
    for entry in shown {
      for calendar in entry.calendars {
        guard let id = calendar.id else { continue }
        let place = ListedPlace(account: entry.account.id, calendarID: id)
        if [calendar.name, calendar.slug, id].contains(where: { $0?.lowercased() == wanted }) {
          exact.append(place)
        } else if calendar.title.lowercased().contains(wanted) {
          near.append(place)
        }
      }
    }
    return exact.isEmpty && near.count == 1 ? near : exact
  }

  /// What a listed calendar is called; nil for one that is not listed.
  func name(of place: ListedPlace) -> String? {
    self[place.account]?.calendars.first { $0.id == place.calendarID }?.title
  }

  /// A sub-account by name and id: "Prairie Dental Group (ve9E…)"; its id where no profile is for it.
  func name(ofLocation id: String) -> String {
    let entry = entries.first { $0.account.locationID == id }
    guard let entry, entry.title != id else { return "the sub-account \(id)" }
    return "\(entry.title) (\(id))"
  }

  /// Whether the calendars of a sub-account can be listed.
  var canList: Bool { entries.contains { $0.account.locationID != nil } }

  /// The sub-accounts whose calendars are listed.
  var shown: [AccountCalendars] { entries.filter { listed == nil || $0.account.id == listed } }

  /// The calendar that stands so many places before or behind another one in the list.
  func neighbour(
    of calendarID: String, in account: AccountID, step: Int
  ) -> (AccountID, calendarID: String)? {
    let here = ListedPlace(account: account, calendarID: calendarID)
    let order =
      shownOrder.contains(here)
      ? shownOrder
      : (self[account]?.calendars ?? []).compactMap {
        $0.id.map { ListedPlace(account: account, calendarID: $0) }
      }
    guard let index = order.firstIndex(of: here), order.indices.contains(index + step) else {
      return nil
    }
    return (order[index + step].account, order[index + step].calendarID)
  }
}

/// A calendar of a sub-account, as the list knows it.
package struct ListedPlace: Sendable, Hashable {
  let account: AccountID
  let calendarID: String
}

/// A sub-account with what is known of its calendars.
package struct AccountCalendars: Sendable {
  package enum State: Sendable, Hashable {
    case unasked, asked, loaded
    /// Why they did not come, and what to do about it.
    case failed(title: String, advice: String?)
  }

  package internal(set) var account: Account
  package internal(set) var state = State.unasked
  /// Whether its calendars did not come.
  var hasFailed: Bool { if case .failed = state { true } else { false } }
  package internal(set) var calendars: [ListedCalendar] = []
  /// What has to be said of the answer: that some of it cannot be read.
  var remark: String?
  /// What the service calls it, once it is known.
  package internal(set) var name: String?
  /// The names of its users and groups by id.
  private(set) var names: [String: String] = [:]
  /// The ids of those that were listed of each kind; a kind that is not in it was not listed.
  private(set) var listedIDs: [LookUp: Set<String>] = [:]
  /// What is known of the schedules, by the id of the calendar.
  private(set) var schedules: [String: ScheduleAnswer] = [:]
  /// What is remembered of how it takes updates.
  package internal(set) var habits = AccountHabits()
  /// The calendars of which a draft is kept.
  package internal(set) var drafts: Set<String> = []
  /// The calendars that were loaded or saved since the list was asked for, so that they are newer than
  /// what it says.
  private var newer: [String: ListedCalendar] = [:]
  /// Whether the list is known to leave nothing out of a calendar: one that was loaded has no key that
  /// its entry did not have.
  private(set) var isListWhole = false

  init(_ account: Account) { self.account = account }

  /// What it is called on the screen: by the service, by its profile, by its id.
  var title: String {
    for text in [name, account.id.name, account.locationID] {
      if let text, !text.isEmpty { return text }
    }
    return "The sub-account"
  }

  /// Takes note that the list is asked for.
  mutating func ask() {
    state = .asked
    newer = [:]
  }

  mutating func take(_ result: Result<CalendarListing, ServiceError>) {
    switch result {
    case .success(let listing):
      calendars = listing.entries
      isListWhole = false
      for index in calendars.indices {
        if let held = calendars[index].id.flatMap({ newer[$0] }) { replace(index, by: held) }
        if !names.isEmpty { calendars[index].join(names) }
      }
      remark = listing.remark
      state = .loaded
    case .failure(let error): state = .failed(title: error.title, advice: error.advice)
    }
  }

  /// Takes in a calendar as the service holds it: it was loaded, or saved and looked at.
  ///
  /// What the list leaves out stays out of it.
  /// - Parameters:
  ///   - known: names of users and groups that are known beside those of the list.
  ///   - answer: what is known of its schedules.
  mutating func take(
    held calendar: JSONValue, of id: String, names known: [String: String],
    _ answer: ScheduleAnswer
  ) {
    let names = known.merging(names) { _, listed in listed }
    guard let held = ListedCalendar(calendar, isComplete: true, names: names), held.id == id else {
      return
    }
    if state == .asked { newer[id] = held }
    if let index = calendars.firstIndex(where: { $0.id == id }) { replace(index, by: held) }
    if case .listed = answer { schedules[id] = answer }
  }

  private mutating func replace(_ index: Int, by held: ListedCalendar) {
    if !calendars[index].isComplete {
      let listed = Set(calendars[index].json.object?.keys ?? [])
      isListWhole = isListWhole || (held.json.object?.keys ?? []).allSatisfy(listed.contains)
    }
    calendars[index] = held
  }

  /// Takes in the schedules of its users: for each calendar those that govern it.
  mutating func take(_ list: ScheduleList) {
    for id in calendars.compactMap(\.id) { schedules[id] = .listed(list.asked(about: id)) }
  }

  mutating func join(_ results: [LookUpResult], of kind: LookUp) {
    listedIDs[kind] = Set(results.map(\.id))
    for result in results { names[result.id] = result.name }
    for index in calendars.indices { calendars[index].join(names) }
  }
}
