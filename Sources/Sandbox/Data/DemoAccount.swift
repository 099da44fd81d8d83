import CalendarModel
import JSON

/// The standard sub-account of the sandbox: itself, its users, calendar groups and forms.
enum DemoAccount {
  static let locationID = "ve9EPM428h8vShlRW1KT"

  static let name = "Lumen Studio"

  static let details = JSONObject([
    .init(key: "companyId", value: "UAXssdawIWAWD8fh2gqo"),
    .init(key: "address", value: "Lindenstraße 14"),
    .init(key: "city", value: "Berlin"),
    .init(key: "country", value: "DE"),
    .init(key: "postalCode", value: "10969"),
    .init(key: "website", value: "https://lumen-studio.example"),
    .init(key: "email", value: "desk@lumen-studio.example"),
    .init(key: "phone", value: "+14455550132"),
  ])

  static let users: [JSONValue] = [
    user("Xq2mC7Rk9LbTzW4nYdPa", "Amira", "Haddad", "amira@lumen-studio.example"),
    user("b8GvJtE1sNoQ5hUxKf3c", "Jonas", "Berg", "jonas@lumen-studio.example"),
    user("p4ZyHwD6rMiA0eVlSg7u", "Mei", "Tanaka", "mei@lumen-studio.example"),
    user("T9kBnFxO2cPjR8qLsE5w", "Sofía", "Álvarez", "sofia@lumen-studio.example"),
    user("h3UaYv7GdKzM1iXtN6Cb", "David", "O’Connor", "david@oconnor-legal.example"),
    user("Lw5QeJ0pVfS4oHgD9ymR", "Priya", "Raman", "priya@lumen-studio.example"),
    user("c7NxTzB2kIuE8rWaPl1j", "Tomasz", "Nowak", "tomasz@lumen-studio.example"),
  ]

  private static func user(
    _ id: String, _ first: String, _ last: String, _ email: String
  ) -> JSONValue {
    [
      "id": .text(id), "name": .text("\(first) \(last)"), "firstName": .text(first),
      "lastName": .text(last), "email": .text(email), "phone": "", "deleted": false,
    ]
  }

  static let groups: [JSONValue] = [
    group("BqTwX8QFwXzpegMve9EQ", "Studio", "studio"),
    group("dK5rYh2VnLs9UoAe3JtG", "Consultations", "consultations"),
    group("mZ7cPi1WbQx6EfTj0RvH", "Classes and events", "classes-and-events"),
    group("uS4gNy8LkDa2OwFq5CxM", "Old landing page", "old-landing-page", isActive: false),
  ]

  private static func group(
    _ id: String, _ name: String, _ slug: String, isActive: Bool = true
  ) -> JSONValue {
    [
      "id": .text(id), "locationId": .text(locationID), "name": .text(name),
      "description": "", "slug": .text(slug), "isActive": .bool(isActive),
    ]
  }

  /// Some answers of the service spell a form's id `_id`; some of these do too.
  static func forms(extra: Int) -> [JSONValue] {
    let named: [JSONValue] = [
      form("id", "jR2vLq8XoTn5BcYw0HsK", "Booking form"),
      form("_id", "eM6zDf1GpUa9WiVt4NxJ", "New client questionnaire"),
      form("id", "yC3kSh7EbRl0OqPm5ZdF", "Legal intake form"),
      form("_id", "gT8wJn4AuXv2IeKy6LcQ", "Class waiver"),
    ]
    let more = (0..<max(0, extra)).map { number in
      form("id", "sandboxForm00000" + number.padded(to: 4), "Campaign form \(number + 1)")
    }
    return named + more
  }

  private static func form(_ key: String, _ id: String, _ name: String) -> JSONValue {
    .object(
      JSONObject([
        .init(key: key, value: .text(id)), .init(key: "name", value: .text(name)),
        .init(key: "locationId", value: .text(locationID)),
      ]))
  }

  /// An instant in seconds since 1970 as the service writes it: `2024-10-28T09:30:00.000Z`.
  static func timestamp(_ instant: Int) -> String {
    let (day, second) = instant.quotientAndRemainder(dividingBy: 86_400)
    let time = [second / 3600, second / 60 % 60, second % 60].map { $0.padded(to: 2) }
    return "\(CalendarDate(daysSinceEpoch: day))T\(time.joined(separator: ":")).000Z"
  }
}

extension SandboxAccount {
  /// The sub-account of a sandbox that is given none: one calendar of each type.
  package static func standard(_ options: SandboxOptions = SandboxOptions()) -> SandboxAccount {
    let today = CalendarDate(daysSinceEpoch: options.instant / 86_400)
    return SandboxAccount(
      id: DemoAccount.locationID, name: DemoAccount.name, timezone: options.timezone,
      details: DemoAccount.details, tokens: options.acceptedToken.map { [$0] } ?? [],
      calendars: DemoCalendars.all(today: today), schedules: DemoSchedules.all(today: today),
      users: DemoAccount.users, groups: DemoAccount.groups,
      forms: DemoAccount.forms(extra: options.extraForms))
  }
}
