import CalendarAPI
import CalendarModel
import CalendarWork
import JSON

/// Works out what a command would do to each calendar, before anything is sent.
///
/// The lists of the sub-accounts say what the calendars are now, so that a plan costs a few requests for
/// each sub-account and none for each calendar. Whether a list says everything is looked at once per
/// sub-account: one calendar is loaded, and where the list leaves out what it has, the others are loaded
/// as well, as far as they lack what is to be changed. Where the list shows another value than that one
/// has, all are. A calendar that is alone is loaded where it has everything by the list.
struct BatchPlanner: Sendable {
  let work: BatchWork
  let policy: BatchPolicy
  let format: LocalFormat
  /// What updates name, where the command line says it; it counts for all sub-accounts.
  var updates: UpdateSetting?

  /// What needs the names of users, groups and forms, to be found or to be said.
  private static let namedKeys: [CalendarKey] = [
    .teamMembers, .groupId, .formId, .notifications, .openHours, .availabilities,
  ]

  private func touches(_ keys: [CalendarKey]) -> Bool {
    keys.contains { work.keys.contains($0.rawValue) }
  }

  // MARK: What a sub-account is asked

  /// Gets ready to plan the calendars of a sub-account, and to change them.
  func link(_ account: CommandAccount, _ calendars: [FoundCalendar]) async -> BatchLink {
    let updates = updates ?? account.profile?.updates ?? .auto
    let habits = account.location.map { account.connection.habits(of: $0) } ?? AccountHabits()
    // An update of the whole calendar has its hours, whatever is changed.
    let isWhole =
      BatchAccount(locationID: account.location, setting: updates, habits: habits).scope == .whole
    let setsHours = isWhole || touches(GoverningSchedules.governedKeys)
    async let asked =
      touches(Self.namedKeys) ? account.lists(withForms: touches([.formId])) : [:]
    async let zone = setsHours ? account.zone() : nil
    async let seen = setsHours ? self.schedules(account, calendars) : ([:], [:])
    let lists = await asked
    let (schedules, loaded) = await seen
    let facts = BatchLink.Facts(
      locationID: account.location, isReadOnly: account.isReadOnly,
      updates: updates, risksLoss: self.updates == .changed,
      names: CommandAccount.names(in: lists), listedIDs: lists.mapValues { Set($0.map(\.id)) },
      schedules: schedules, loaded: loaded, today: Self.today(await zone))
    return BatchLink(
      account.connection, base: account.base, facts, for: work, policy, format: format)
  }

  private static func today(_ zone: NamedZone?) -> CalendarDate {
    guard let zone, let offsets = zone.offsets else { return WallClock().now.date }
    return CalendarClock(zone: zone.name, offsets).moment(at: System.seconds).date
  }

  /// What is known of the schedules of each calendar: one request where the service lists all of a
  /// sub-account.
  ///
  /// Where it does not, or where nobody says which sub-account it is, the calendar itself says whose
  /// schedules are asked for and where; one that was not listed with that is loaded.
  /// - Returns: what is known, and the calendars that were loaded for it, both by id.
  private func schedules(
    _ account: CommandAccount, _ calendars: [FoundCalendar]
  ) async -> (answers: [String: ScheduleAnswer], loaded: [String: JSONValue]) {
    // Without a sub-account it fails, and asks nothing.
    let all = try? await account.schedules()
    var answers: [String: ScheduleAnswer] = [:]
    var loaded: [String: JSONValue] = [:]
    for calendar in calendars {
      var known = calendar.entry?.calendar ?? [:]
      if all == nil, known[.teamMembers] == nil {
        do throws(ServiceError) {
          known = try await calendar.load().calendar
          loaded[calendar.id] = known
        } catch {
          answers[calendar.id] = .unknown(reason: error.title)
          continue
        }
      }
      answers[calendar.id] = await account.schedules(
        for: calendar.id, users: GoverningSchedules.users(of: known),
        location: known[.locationId]?.text)
    }
    return (answers, loaded)
  }

  // MARK: Plans

  /// Plans the calendars of one sub-account, in their order.
  func plans(
    _ calendars: [FoundCalendar], _ account: CommandAccount, _ link: BatchLink
  ) async -> [PlannedCalendar] {
    let trust = await trust(calendars)
    var plans: [PlannedCalendar] = []
    for calendar in calendars {
      let target = BatchTarget(
        account: account.name, calendarID: calendar.id, title: calendar.title)
      plans.append(await plan(calendar, target, link, trust, isAlone: calendars.count == 1))
    }
    return plans
  }

  /// Whether the list of a sub-account says all that its calendars have.
  private enum Trust: Sendable {
    case whole
    /// It leaves keys out that a calendar has.
    case lacks
    /// It shows another value than a calendar has: no entry of it counts.
    case stale
    /// Nobody knows; a key that is not there may have a value.
    case unknown
  }

  private func trust(_ calendars: [FoundCalendar]) async -> Trust {
    // What is to be changed is in most entries; only where it is not, it matters whether that is all.
    guard let doubtful = calendars.first(where: { lacksKeys($0.entry) }), let entry = doubtful.entry
    else { return .whole }
    guard let loaded = try? await doubtful.load().calendar else { return .unknown }
    let now = LoadedSpellings.normalised(loaded)
    let isStale = CalendarSchema.all.contains { field in
      guard !field.isReadOnly, let listed = entry.calendar[key: field.key] else { return false }
      return !field.isSamePart(listed, now[key: field.key])
    }
    if isStale { return .stale }
    let known = Set(entry.json.object?.keys ?? [])
    return (loaded.object?.keys ?? []).allSatisfy(known.contains) ? .whole : .lacks
  }

  /// Whether an entry has no value for something that is to be changed.
  private func lacksKeys(_ entry: ListedCalendar?) -> Bool {
    guard let entry else { return false }
    return work.keys.contains { entry.calendar[key: $0] == nil }
  }

  private func plan(
    _ calendar: FoundCalendar, _ target: BatchTarget, _ link: BatchLink, _ trust: Trust,
    isAlone: Bool
  ) async -> PlannedCalendar {
    let schedules = link.schedules[calendar.id] ?? .notAsked
    let recent = recent(of: calendar, link)
    if let entry = calendar.entry, isOld(entry.json, recent, link) {
      return await plan(calendar, target, link, behind: recent)
    }
    if let entry = calendar.entry, trust != .stale, trust == .whole || !lacksKeys(entry) {
      let plan = PlannedCalendar(
        target, entry.json, isComplete: true, schedules: schedules, in: link.context)
      // Where nothing is to be done by the list, nobody else would look at the calendar.
      if !isAlone || plan.verdict != .unchanged { return plan }
    } else if let entry = calendar.entry, trust == .unknown {
      return PlannedCalendar(
        target, entry.json, isComplete: false, schedules: schedules, in: link.context)
    }
    do throws(ServiceError) {
      let loaded: JSONValue
      if let seen = link.loaded[calendar.id] {
        loaded = seen
      } else {
        loaded = try await calendar.load().calendar
      }
      if isOld(loaded, recent, link) { return await plan(calendar, target, link, behind: recent) }
      return planned(loaded, target, link)
    } catch {
      return PlannedCalendar(target, stopped: BatchOutcome(notLoaded: error))
    }
  }

  private func planned(
    _ loaded: JSONValue, _ target: BatchTarget, _ link: BatchLink
  ) -> PlannedCalendar {
    link.note(loaded)
    return PlannedCalendar(
      BatchTarget(
        account: target.account, calendarID: target.calendarID,
        title: loaded[.name]?.text ?? target.title),
      loaded, isComplete: true, schedules: link.schedules[target.calendarID] ?? .notAsked,
      in: link.context)
  }

  // MARK: Behind another save

  /// What was saved from this machine a moment ago.
  private func recent(of calendar: FoundCalendar, _ link: BatchLink) -> RecentSaves {
    guard let base = link.base, let history = RunFiles.history else { return RecentSaves() }
    return HistoryKeeper(base, calendarID: calendar.id, in: history).recent
  }

  private func isOld(_ calendar: JSONValue, _ recent: RecentSaves, _ link: BatchLink) -> Bool {
    recent.oldRead(in: calendar, names: link.context.names, format: format) != nil
  }

  /// Plans a calendar of which the service shows what was there before a save of a moment ago, as soon
  /// as it shows what was saved.
  private func plan(
    _ calendar: FoundCalendar, _ target: BatchTarget, _ link: BatchLink, behind recent: RecentSaves
  ) async -> PlannedCalendar {
    var pauses = RecentSaves.pauses[...]
    do throws(ServiceError) {
      while true {
        let loaded = try await calendar.load().calendar
        guard
          let old = recent.oldRead(in: loaded, names: link.context.names, format: format)
        else { return planned(loaded, target, link) }
        guard let pause = pauses.popFirst() else {
          return PlannedCalendar(target, stopped: BatchOutcome(old))
        }
        try? await Task.sleep(for: .seconds(pause))
      }
    } catch {
      return PlannedCalendar(target, stopped: BatchOutcome(notLoaded: error))
    }
  }
}
