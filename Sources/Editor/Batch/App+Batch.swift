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
      CopyPartnersDialog(
        .changes(changes), accounts, but: placeShown, marked: listedMarks,
        week: weekInList))
    return []
  }

  /// The calendars that are marked in the list, and that no run was about since.
  private var listedMarks: Set<ListedPlace> {
    guard isOpen(.home) else { return [] }
    guard let list = self[.home].dialogs.first(CalendarListDialog.self) else { return [] }
    return list.content.marks.subtracting(list.content.usedMarks)
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
          known, names: names(in: place.account), listedIDs: listedIDs(in: place.account),
          today: today(in: place.account)))
    }
    return found
  }

  /// Some calendars, with what is known of them now.
  private func sources(of places: [ListedPlace], _ work: BatchWork) -> [BatchPlan.Source] {
    var whole: [AccountID: Bool] = [:]
    var entries: [ListedPlace: ListedCalendar] = [:]
    for account in Set(places.map(\.account)) {
      whole[account] = listIsWhole(account)
      for entry in accounts[account]?.calendars ?? [] {
        if let id = entry.id { entries[ListedPlace(account: account, calendarID: id)] = entry }
      }
    }
    return places.map { source(of: $0, entries[$0], work, isWhole: whole[$0.account] == true) }
  }

  /// A calendar as it was loaded where it is open, or as it is listed.
  private func source(
    of place: ListedPlace, _ entry: ListedCalendar?, _ work: BatchWork, isWhole: Bool
  ) -> BatchPlan.Source {
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
    if accounts[account]?.isListWhole == true { return true }
    for id in order where self[id].account == account {
      guard let base = self[id].document?.base.object?.keys,
        let entry = accounts[account]?.calendars.first(where: {
          $0.id == self[id].source.calendarID && !$0.isComplete
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
        names.merge(self[id].lookUps.lists.names) { first, _ in first }
      }
  }

  /// What was listed in an account, with its calendars or for one of them that is open.
  private func listedIDs(in account: AccountID) -> [LookUp: Set<String>] {
    order.filter { self[$0].account == account }
      .reduce(into: accounts[account]?.listedIDs ?? [:]) { listed, id in
        listed.merge(self[id].lookUps.lists.listedIDs) { $0.union($1) }
      }
  }

  /// The day by the clock of an account, where one of its calendars is open.
  private func today(in account: AccountID) -> CalendarDate {
    (order.first { self[$0].account == account }).map { self[$0].today } ?? calendar.today
  }

  /// Lets keys go before the rest of a plan that is being made.
  mutating func goOnWithPlan() -> [AppEffect] {
    let isUnfinished = openIDs.contains { id in
      self[id].dialogs.first(BatchPlanDialog.self)?.plan.isReady == false
    }
    guard isUnfinished, !isPlanWaiting else { return [] }
    isPlanWaiting = true
    return [.planMore]
  }

  /// Plans some calendars more.
  mutating func planMore() {
    isPlanWaiting = false
    for id in openIDs { self[id].dialogs.change(BatchPlanDialog.self) { $0.planMore() } }
  }

  /// Takes into a plan that is shown what has become known since.
  mutating func refreshPlan() {
    for id in openIDs {
      guard let plan = self[id].dialogs.first(BatchPlanDialog.self)?.plan else { continue }
      let places = plan.targets.map(BatchOrder.place)
      let known = orderAccounts(of: places)
      let calendars = sources(of: places, plan.order.work)
      self[id].dialogs.change(BatchPlanDialog.self) { $0.learn(known, calendars) }
    }
  }
}

extension BatchOrder.Account {
  fileprivate init(
    _ known: AccountCalendars, names: [String: String], listedIDs: [LookUp: Set<String>],
    today: CalendarDate
  ) {
    let account = known.account
    var schedules = known.schedules
    // Hours may be governed by what nobody has seen.
    for id in known.calendars.compactMap(\.id) where schedules[id] == nil {
      schedules[id] = .unknown(reason: "the schedules have not come with the list")
    }
    self.init(
      id: account.id, title: known.title, locationID: account.locationID,
      terms: account.terms, habits: known.habits, names: names, listedIDs: listedIDs,
      schedules: schedules, today: today)
  }
}
