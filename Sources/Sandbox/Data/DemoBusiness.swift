import CalendarModel
import JSON

/// A made-up business of the demo: a sub-account as a table, which becomes JSON.
struct DemoBusiness {
  /// The id of its sub-account in the demo.
  let locationID: String
  var name: String
  var timezone: String
  /// The domain of its addresses.
  let domain: String
  let address: String
  let city: String
  let country: String
  let phone: String
  /// The people, first name first; no two of a business share a first name.
  let people: [String]
  let groups: [String]
  let forms: [String]
  /// The days on which it is closed, or open for other hours; see ``DemoHours``.
  let holidays: String
  let calendars: [CalendarSpec]
  let schedules: [ScheduleSpec]
  /// The ids of what the standard sub-account has too, by name.
  var knownIDs: [String: String] = [:]

  static let all = [lumen, dental, home]

  /// The ids of one sub-account: the same kind and name have the same id.
  struct IDs {
    /// What the ids of this sub-account are made from.
    let salt: String
    let known: [String: String]

    func id(_ kind: String, _ name: String) -> String {
      known[name] ?? DemoID.id(for: "\(salt)/\(kind)/\(name)")
    }
  }

  /// An id of the demo.
  func demoID(_ kind: String, _ name: String) -> String { demoIDs.id(kind, name) }

  private var demoIDs: IDs { IDs(salt: locationID, known: knownIDs) }

  /// Its sub-account in the demo; the one with the id of the standard sub-account continues that.
  func demoAccount(
    token: String, today: CalendarDate, _ options: SandboxOptions
  ) -> SandboxAccount {
    var account = account(id: locationID, ids: demoIDs, today: today)
    account.tokens = [token]
    guard locationID == DemoAccount.locationID else { return account }
    let standard = SandboxAccount.standard(options)
    func joined(_ part: KeyPath<SandboxAccount, [JSONValue]>) -> [JSONValue] {
      func id(_ value: JSONValue) -> JSONValue? { value[key: "id"] ?? value[key: "_id"] }
      let ids = Set(standard[keyPath: part].compactMap(id))
      return standard[keyPath: part]
        + account[keyPath: part].filter { id($0).map { !ids.contains($0) } ?? true }
    }
    (account.calendars, account.schedules) = (joined(\.calendars), joined(\.schedules))
    (account.users, account.groups) = (joined(\.users), joined(\.groups))
    (account.forms, account.details) = (joined(\.forms), standard.details)
    return account
  }

  /// A sub-account like it.
  func account(id: String, ids: IDs, today: CalendarDate) -> SandboxAccount {
    let builder = CalendarBuilder(business: self, locationID: id, ids: ids, today: today)
    return SandboxAccount(
      id: id, name: name, timezone: timezone,
      details: JSONObject([
        .init(key: "companyId", value: "UAXssdawIWAWD8fh2gqo"),
        .init(key: "address", value: .text(address)), .init(key: "city", value: .text(city)),
        .init(key: "country", value: .text(country)),
        .init(key: "website", value: .text("https://\(domain)")),
        .init(key: "email", value: .text("desk@\(domain)")),
        .init(key: "phone", value: .text(phone)),
      ]),
      calendars: calendars.map(builder.calendar), schedules: schedules.map(builder.schedule),
      users: people.map { user($0, ids) }, groups: groups.map { group($0, id, ids) },
      forms: forms.map {
        [
          "id": .text(ids.id("form", $0)), "name": .text($0), "locationId": .text(id),
        ]
      })
  }

  /// The full name that begins with a first name.
  func person(_ first: String) -> String { people.first { $0.hasPrefix(first + " ") } ?? first }

  private func user(_ name: String, _ ids: IDs) -> JSONValue {
    let parts = name.split(separator: " ", maxSplits: 1)
    let first = String(parts.first ?? "")
    return [
      "id": .text(ids.id("user", name)), "name": .text(name), "firstName": .text(first),
      "lastName": .text(parts.count > 1 ? String(parts[1]) : ""),
      "email": .text("\(CalendarBuilder.slug(first))@\(domain)"), "phone": .text(phone),
      "deleted": false,
    ]
  }

  private func group(_ name: String, _ locationID: String, _ ids: IDs) -> JSONValue {
    [
      "id": .text(ids.id("group", name)), "locationId": .text(locationID), "name": .text(name),
      "description": "", "slug": .text(CalendarBuilder.slug(name)), "isActive": true,
    ]
  }
}
