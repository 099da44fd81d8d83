import CalendarAPI
import CalendarModel
import JSON

/// The sub-accounts, and what is known of the calendars of each.
package struct AccountDirectory: Sendable {
  package private(set) var entries: [AccountCalendars]
  /// The sub-account whose calendars are listed; nil lists those of all.
  package internal(set) var listed: AccountID?
  /// The calendars in the order in which the list shows them.
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
  package internal(set) var calendars: [ListedCalendar] = []
  /// What has to be said of the answer: that some of it cannot be read.
  var remark: String?
  /// What the service calls it, once it is known.
  package internal(set) var name: String?
  /// The names of its users and groups by id.
  private(set) var names: [String: String] = [:]
  /// What is known of the schedules, by the id of the calendar.
  private(set) var schedules: [String: ScheduleAnswer] = [:]
  /// The calendars of which a draft is kept.
  package internal(set) var drafts: Set<String> = []

  init(_ account: Account) { self.account = account }

  /// What it is called on the screen: by the service, by its profile, by its id.
  var title: String {
    for text in [name, account.id.name, account.locationID] {
      if let text, !text.isEmpty { return text }
    }
    return "The sub-account"
  }

  mutating func take(_ result: Result<CalendarListing, ServiceError>) {
    switch result {
    case .success(var listing):
      if !names.isEmpty { listing.join(names) }
      calendars = listing.entries
      remark = listing.remark
      state = .loaded
    case .failure(let error): state = .failed(title: error.title, advice: error.advice)
    }
  }

  /// Takes in the schedules of its users: for each calendar those that govern it.
  mutating func take(_ list: ScheduleList) {
    for id in calendars.compactMap(\.id) { schedules[id] = .listed(list.asked(about: id)) }
  }

  mutating func join(_ results: [LookUpResult]) {
    for result in results { names[result.id] = result.name }
    for index in calendars.indices { calendars[index].join(names) }
  }
}
