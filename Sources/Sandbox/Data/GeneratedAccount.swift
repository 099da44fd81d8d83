import CalendarModel
import JSON

/// A sub-account that is made up: the calendars of a business of the demo, again and again with
/// other names, hours and settings, until there are enough.
struct GeneratedAccount {
  /// Its place, counted from 0.
  let place: Int
  /// How many calendars it has.
  let calendars: Int
  let seed: UInt64
  let today: CalendarDate

  private static let areas = [
    "North", "Riverside", "Old Town", "Station", "Lakeview", "West End", "Market Square", "Airport",
    "Hillcrest", "Harbour", "University", "South Gate",
  ]
  private static let zones = [
    "America/Chicago", "Europe/Berlin", "Australia/Sydney", "America/New_York", "Europe/London",
    "America/Los_Angeles", "Asia/Kolkata", "America/Sao_Paulo",
  ]

  var account: SandboxAccount {
    let salt = "\(seed)/\(place)"
    var random = DemoRandom(seed: DemoID.hash(of: salt))
    var business = DemoBusiness.all[place % DemoBusiness.all.count]
    business.name += " \(Self.areas[place % Self.areas.count]) \(place + 1)"
    business.timezone = Self.zones[place % Self.zones.count]
    var account = business.account(
      id: DemoID.id(for: salt), ids: DemoBusiness.IDs(salt: salt, known: [:]), today: today)
    account.tokens = [Sandbox.token(ofAccount: place)]
    let patterns = zip(account.calendars, business.calendars).filter { $1.flaw == nil }.map(\.0)
    let weeks = patterns.compactMap { $0[key: "openHours"] }
    let groups = account.groups.compactMap { $0[key: "id"] }
    account.calendars = (0..<max(0, calendars)).map { number in
      let pattern = patterns[number % patterns.count]
      guard number >= patterns.count, var calendar = pattern.object else { return pattern }
      vary(&calendar, round: number / patterns.count, weeks, groups, &random)
      return .object(calendar)
    }
    return account
  }

  private func vary(
    _ calendar: inout JSONObject, round: Int, _ weeks: [JSONValue], _ groups: [JSONValue],
    _ random: inout DemoRandom
  ) {
    let area = Self.areas[round % Self.areas.count]
    let name = "\(calendar["name"]?.text ?? "") — \(area) \(round)"
    let slug = CalendarBuilder.slug(name)
    calendar["id"] = .text(DemoID.random(&random))
    calendar["name"] = .text(name)
    calendar["slug"] = .text(slug)
    calendar["widgetSlug"] = .text(slug)
    calendar["isActive"] = .bool(random.next() % 10 > 0)
    calendar["openHours"] = weeks.randomElement(using: &random)
    calendar["groupId"] = groups.randomElement(using: &random)
    if calendar["slotDurationUnit"] == "mins" {
      calendar["slotDuration"] = .integer([15, 20, 30, 45, 60].randomElement(using: &random) ?? 30)
    }
    if let dates = calendar["availabilities"]?.array {
      calendar["availabilities"] = .array(
        dates.map { date in
          var date = date.object ?? JSONObject()
          date["id"] = .text(DemoID.random(&random))
          return .object(date)
        })
    }
  }
}
