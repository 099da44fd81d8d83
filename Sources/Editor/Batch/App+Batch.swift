import CalendarModel
import CalendarWork
import JSON

/// Changing many calendars: the ways in, and the plan.
extension App {
  /// Asks which calendars get the changes of the one that is shown.
  mutating func chooseBatch() -> [AppEffect] {
    if let effects = waitForList(.applyToOthers) { return effects }
    guard let document = calendar.document else { return [] }
    let changes = CalendarChanges(
      from: document.base, to: document.current, names: document.names)
    guard !changes.isEmpty else {
      calendar.say("These changes cannot be made in another calendar.", .problem)
      return []
    }
    calendar.dialogs.append(
      CopyPartnersDialog(.changes(changes), accounts, but: placeShown, marked: listedMarks))
    return []
  }

  /// The calendars that are marked in the list.
  private var listedMarks: Set<ListedPlace> {
    guard isOpen(.home) else { return [] }
    for case let list as CalendarListDialog in self[.home].dialogs { return list.content.marks }
    return []
  }

  // MARK: The plan

  /// Shows what would be done to some calendars.
  mutating func plan(_ work: BatchWork, _ places: [ListedPlace]) -> [AppEffect] {
    if let batch, !batch.isOver {
      calendar.say("A run is under way; the next one can begin when it has ended.", .problem)
      return []
    }
    let accounts = orderAccounts(of: places)
    let order = BatchOrder(
      work: work, policy: BatchPolicy(), format: display.format, accounts: accounts, plans: [])
    calendar.dialogs.append(
      BatchPlanDialog(BatchPlan(order, sources(of: places, work))))
    return []
  }

  /// The sub-accounts of some calendars, with what is known of them now.
  private func orderAccounts(of places: [ListedPlace]) -> [BatchOrder.Account] {
    var found: [BatchOrder.Account] = []
    for place in places where !found.contains(where: { $0.id == place.account }) {
      guard let known = accounts[place.account] else { continue }
      found.append(
        BatchOrder.Account(
          known, names: names(in: place.account), today: today(in: place.account)))
    }
    return found
  }

  /// Some calendars, with what is known of them now.
  private func sources(of places: [ListedPlace], _ work: BatchWork) -> [BatchPlan.Source] {
    var whole: [AccountID: Bool] = [:]
    for account in Set(places.map(\.account)) { whole[account] = listIsWhole(account) }
    return places.map { source(of: $0, work, isWhole: whole[$0.account] == true) }
  }

  /// A calendar as it was loaded where it is open, or as it is listed.
  private func source(
    of place: ListedPlace, _ work: BatchWork, isWhole: Bool
  ) -> BatchPlan.Source {
    let entry = accounts[place.account]?.calendars.first { $0.id == place.calendarID }
    let open = id(of: place)
    let base = open.flatMap { self[$0].document?.base }
    let isComplete =
      base != nil || isWhole || entry?.isComplete == true
      || work.keys.allSatisfy { entry?.calendar[key: $0] != nil }
    return BatchPlan.Source(
      target: BatchTarget(
        account: place.account.name, calendarID: place.calendarID,
        title: entry?.title ?? open.map { self[$0].title } ?? place.calendarID),
      calendar: base ?? entry?.json, isComplete: isComplete,
      hasOwnChanges: open.map { self[$0].hasUnsavedWork } ?? false)
  }

  /// Whether the list of an account leaves nothing out of a calendar of it that is open.
  private func listIsWhole(_ account: AccountID) -> Bool {
    for id in order where self[id].account == account {
      guard let base = self[id].document?.base.object?.keys,
        let entry = accounts[account]?.calendars.first(where: {
          $0.id == self[id].source.calendarID
        })
      else { continue }
      let known = Set(entry.json.object?.keys ?? [])
      return base.allSatisfy(known.contains)
    }
    return false
  }

  /// What is called by name in an account: by its list, and by the calendars of it that are open.
  private func names(in account: AccountID) -> [String: String] {
    order.filter { self[$0].account == account }
      .reduce(into: accounts[account]?.names ?? [:]) { names, id in
        names.merge(self[id].lookUps.names) { first, _ in first }
      }
  }

  /// The day by the clock of an account, where one of its calendars is open.
  private func today(in account: AccountID) -> CalendarDate {
    (order.first { self[$0].account == account }).map { self[$0].today } ?? calendar.today
  }

  /// Takes into a plan that is shown what has become known since.
  mutating func refreshPlan() {
    for id in openIDs {
      for case let dialog as BatchPlanDialog in self[id].dialogs {
        let places = dialog.plan.targets.map(BatchOrder.place)
        let known = orderAccounts(of: places)
        let calendars = sources(of: places, dialog.plan.order.work)
        self[id].dialogs.change(BatchPlanDialog.self) { $0.learn(known, calendars) }
      }
    }
  }
}

extension BatchOrder.Account {
  fileprivate init(_ known: AccountCalendars, names: [String: String], today: CalendarDate) {
    let account = known.account
    var schedules = known.schedules
    // Hours may be governed by what nobody has seen.
    for id in known.calendars.compactMap(\.id) where schedules[id] == nil {
      schedules[id] = .unknown(reason: "the schedules have not come with the list")
    }
    self.init(
      id: account.id, title: known.title, locationID: account.locationID,
      isReadOnly: account.isReadOnly, updates: account.updates, version: account.version,
      names: names, schedules: schedules, today: today)
  }
}
