import JSON

extension DemoBusiness {
  /// A studio for hair, movement and advice in Berlin: what the standard sub-account grows by.
  static let lumen = DemoBusiness(
    locationID: DemoAccount.locationID, name: DemoAccount.name, timezone: "Europe/Berlin",
    domain: "lumen-studio.example", address: "Lindenstraße 14", city: "10969 Berlin",
    country: "DE", phone: "+14455550132",
    people: DemoAccount.users.compactMap { $0[key: "name"]?.text },
    groups: DemoAccount.groups.compactMap { $0[key: "name"]?.text },
    forms: DemoAccount.forms(extra: 0).compactMap { $0[key: "name"]?.text },
    holidays: "2026-12-24 10-13; 2026-12-25; 2026-12-26; 2026-12-31 10-13; 2027-01-01; +6; "
      + "+20 12-17",
    calendars: [
      CalendarSpec(
        "Colour Advice", .roundRobin, "Consultations", "Amira Sofía", "Tue-Fri 10-13 14-18", 20,
        .notice(2, "hours"), .holidays, .place("zoom_conference")),
      CalendarSpec(
        "Balayage & Highlights", .serviceBooking, "Studio", "Amira Mei", "Tue-Sat 9-17", 150,
        .every(30), .buffer(15), .perDay(3), .inHours, .holidays, .lookBusy(25)),
      CalendarSpec(
        "Beard Trim", .roundRobin, "Studio", "Jonas Mei", "Tue-Fri 9-12 13-18; Sat 10-16", 20,
        .about("Hot towel included."), .buffer(5)),
      CalendarSpec(
        "Kids’ Haircut", .serviceBooking, "Studio", "Mei Sofía", "Wed 14-18; Sat 10-16", 30, .draft,
        .set("eventTitle", "✂️ {{contact.name}}")),
      CalendarSpec(
        "Bridal Trial", .personal, "Studio", "Amira", "Mon 10-18", 120, .inHours,
        .notice(1, "weeks"), .ahead(9, "months"), .dates("+5; +12 10-14"),
        .redirect("https://lumen-studio.example/bridal/thanks")),
      CalendarSpec(
        "Evening Pilates", .classBooking, "Classes and events", "Priya", "Mon,Wed 18:30-20:30", 60,
        .seats(10), .recurring("WEEKLY", 8), .holidays, .form("Class waiver")),
      CalendarSpec(
        "Prenatal Yoga", .classBooking, "Classes and events", "Priya", "Sat 9:30-11", 75, .seats(8),
        .recurring("WEEKLY", 8), .form("Class waiver"), .flawed(.tooManyRecurrences)),
      CalendarSpec(
        "Open Studio Evening", .event, "Classes and events", "", "Thu 18-22", 120, .seats(60),
        .dates("+12 18-22; 2026-12-17 18-22"), .datesOnly),
      CalendarSpec(
        "Team Talk", .collective, "Consultations", "Amira Jonas", "Mon 9-11", 45, .draft,
        .place("google_conference")),
    ],
    schedules: [
      ScheduleSpec(
        name: "Advice by video", user: "Sofía", calendars: ["Colour Advice"],
        week: "Tue,Thu 10-13; Fri 14-18", dates: "2026-12-24; +7"),
      ScheduleSpec(
        name: "Brides", user: "Amira", calendars: ["Bridal Trial"], week: "Mon 11-17",
        dates: "+5; 2026-12-28"),
    ],
    knownIDs: known)

  private static let known: [String: String] = {
    let named = DemoAccount.users + DemoAccount.groups + DemoAccount.forms(extra: 0)
    return named.reduce(into: [:]) { known, value in
      if let name = value[key: "name"]?.text {
        known[name] = (value[key: "id"] ?? value[key: "_id"])?.text
      }
    }
  }()
}
