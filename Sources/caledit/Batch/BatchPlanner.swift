import CalendarAPI
import CalendarModel
import CalendarWork
import JSON

/// Works out what a command would do to each calendar, before anything is sent.
///
/// The lists of the sub-accounts say what the calendars are now, so that a plan costs a few requests for
/// each sub-account and none for each calendar. Whether a list says everything is looked at once per
/// sub-account: one calendar is loaded, and where the list leaves out what it has, the others are loaded
/// as well, as far as they lack what is to be changed.
struct BatchPlanner: Sendable {
  let work: BatchWork
  let policy: BatchPolicy
  let format: LocalFormat

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
    let setsHours = touches(GoverningSchedules.governedKeys)
    async let names =
      touches(Self.namedKeys) ? account.names(withForms: touches([.formId])) : [:]
    async let zone = setsHours ? account.zone() : nil
    async let schedules = setsHours ? self.schedules(account, calendars) : [:]
    var policy = policy
    policy.isReadOnly = account.isReadOnly
    let location = account.location
    let context = BatchContext(
      work: work, policy: policy,
      account: BatchAccount(
        locationID: location, setting: account.profile?.updates ?? .auto,
        habits: location.map { account.connection.habits(of: $0) } ?? .init()),
      names: await names, today: Self.today(await zone), format: format,
      version: account.connection.apiVersion)
    return BatchLink(
      account.connection, base: account.base, context: context, schedules: await schedules)
  }

  private static func today(_ zone: NamedZone?) -> CalendarDate {
    guard let zone, let offsets = zone.offsets else { return WallClock().now.date }
    return CalendarClock(zone: zone.name, offsets).moment(at: System.seconds).date
  }

  /// What is known of the schedules of each calendar: one request where the service lists all of a
  /// sub-account.
  private func schedules(
    _ account: CommandAccount, _ calendars: [FoundCalendar]
  ) async -> [String: ScheduleAnswer] {
    var answers: [String: ScheduleAnswer] = [:]
    for calendar in calendars {
      answers[calendar.id] = await account.schedules(
        for: calendar.id, users: calendar.entry?.memberIDs ?? [])
    }
    return answers
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
      plans.append(await plan(calendar, target, link, trust))
    }
    return plans
  }

  /// Whether the list of a sub-account says all that its calendars have.
  private enum Trust: Sendable {
    case whole
    /// It leaves keys out that a calendar has.
    case lacks
    /// Nobody knows; a key that is not there may have a value.
    case unknown
  }

  private func trust(_ calendars: [FoundCalendar]) async -> Trust {
    // What is to be changed is in most entries; only where it is not, it matters whether that is all.
    guard let doubtful = calendars.first(where: { lacksKeys($0.entry) }), let entry = doubtful.entry
    else { return .whole }
    guard let loaded = try? await doubtful.load().calendar else { return .unknown }
    let known = Set(entry.json.object?.keys ?? [])
    return (loaded.object?.keys ?? []).allSatisfy(known.contains) ? .whole : .lacks
  }

  /// Whether an entry has no value for something that is to be changed.
  private func lacksKeys(_ entry: ListedCalendar?) -> Bool {
    guard let entry else { return false }
    return work.keys.contains { entry.calendar[key: $0] == nil }
  }

  private func plan(
    _ calendar: FoundCalendar, _ target: BatchTarget, _ link: BatchLink, _ trust: Trust
  ) async -> PlannedCalendar {
    let schedules = link.schedules[calendar.id] ?? .notAsked
    if let entry = calendar.entry, trust == .whole || !lacksKeys(entry) {
      return PlannedCalendar(
        target, entry.json, isComplete: true, schedules: schedules, in: link.context)
    }
    if let entry = calendar.entry, trust == .unknown {
      return PlannedCalendar(
        target, entry.json, isComplete: false, schedules: schedules, in: link.context)
    }
    do throws(ServiceError) {
      let loaded = try await calendar.load().calendar
      let name = loaded[.name]?.text ?? target.title
      return PlannedCalendar(
        BatchTarget(account: target.account, calendarID: target.calendarID, title: name), loaded,
        isComplete: true, schedules: schedules, in: link.context)
    } catch {
      return PlannedCalendar(target, stopped: BatchOutcome(notLoaded: error))
    }
  }
}
