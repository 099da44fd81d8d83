extension DemoBusiness {
  /// Plumbers, electricians and cleaners in Sydney.
  static let home = DemoBusiness(
    locationID: "q7ZsNb3WyHe9RtUk1JfA", name: "Harbour Home Services",
    timezone: "Australia/Sydney", domain: "harbour-home.example", address: "48 Norton Street",
    city: "Leichhardt NSW 2040", country: "AU", phone: "+61255501234",
    people: [
      "Olivia Marsh", "Jack Nguyen", "Ruby Papadopoulos", "Ethan Wirra", "Zoe Kaur", "Liam Doyle",
    ],
    groups: ["Quotes", "Plumbing", "Electrical", "Air conditioning", "Cleaning"],
    forms: ["Job request", "Property details"],
    holidays: "2026-12-25; 2026-12-26; 2026-12-28; 2027-01-01; 2027-01-26; +8; +15 7-11",
    calendars: [
      CalendarSpec(
        "Free Quote", .roundRobin, "Quotes", "Olivia Jack Ruby", "Mon-Fri 7-17; Sat 8-12", 30,
        .notice(1, "days"), .holidays, .place("booker", "")),
      CalendarSpec(
        "Video Quote", .roundRobin, "Quotes", "Olivia Zoe", "Mon-Fri 8-18", 15,
        .place("google_conference"), .form("Property details")),
      CalendarSpec(
        "Blocked Drain", .roundRobin, "Plumbing", "Jack Ethan", "Sun-Sat 0-24", 60,
        .notice(1, "hours"), .ahead(2, "days"), .place("booker", "")),
      CalendarSpec(
        "Hot Water Repair", .serviceBooking, "Plumbing", "Jack", "Mon-Sat 6-18", 120, .inHours,
        .buffer(30, before: 15), .perDay(4), .holidays),
      CalendarSpec(
        "Tap & Toilet Fixes", .serviceBooking, "Plumbing", "Ethan", "Mon-Fri 7-15:30", 60,
        .lookBusy(20), .dates("2026-12-24 7-12; +3")),
      CalendarSpec(
        "DIY Plumbing Night", .classBooking, "Plumbing", "Jack", "Wed 18-21", 90, .seats(16),
        .flawed(.badEmail)),
      CalendarSpec(
        "Switchboard Check", .serviceBooking, "Electrical", "Ruby", "Tue-Fri 7-15", 90, .inHours,
        .notice(2, "days"), .holidays),
      CalendarSpec(
        "Smoke Alarm Round", .serviceBooking, "Electrical", "Ruby Liam", "Mon-Fri 8-16", 20,
        .every(20), .lookBusy(60), .perDay(12)),
      CalendarSpec(
        "Solar Info Session", .event, "Electrical", "", "Tue 18-20", 60, .seats(40), .draft,
        .place("custom", "https://harbour-home.example/solar/live")),
      CalendarSpec(
        "Split System Service", .roundRobin, "Air conditioning", "Liam Ethan", "Mon-Sat 7-16", 75,
        .every(15), .dates("2026-12-24 7-11; 2026-12-31 7-11; +2 6-18"),
        .flawed(.hourTooLarge)),
      CalendarSpec(
        "Ducted Design Visit", .collective, "Air conditioning", "Liam Olivia", "Wed,Thu 9-16", 90,
        .ahead(6, "weeks"), .holidays),
      CalendarSpec(
        "End-of-Lease Clean", .serviceBooking, "Cleaning", "Zoe", "Mon-Sat 7-19", 240, .inHours,
        .perDay(2), .holidays, .set("guestType", "collect_detail")),
      CalendarSpec(
        "Fortnightly Clean", .personal, "Cleaning", "Zoe", "Mon-Fri 8-16", 120, .inHours,
        .recurring("WEEKLY", 12), .holidays),
      CalendarSpec(
        "Window Clean", .personal, "Cleaning", "Zoe", "Sat 7-13", 60, .draft,
        .flawed(.badPriority)),
      CalendarSpec(
        "Trade Open Day", .event, "Quotes", "", "Sat 9-14", 30, .seats(25), .datesOnly,
        .dates("+23 9-14"), .flawed(.conferenceOfEvent)),
    ],
    schedules: [
      ScheduleSpec(
        name: "Site visits", user: "Liam", calendars: ["Ducted Design Visit"],
        week: "Wed 9-12; Thu 9-16", dates: "2026-12-24; 2026-12-31"),
      ScheduleSpec(
        name: "Cleaning round", user: "Zoe",
        calendars: ["Fortnightly Clean", "End-of-Lease Clean"],
        week: "Mon-Thu 8-15", dates: "2026-12-24 8-11; 2026-12-25"),
      ScheduleSpec(name: "Standard", user: "Olivia", calendars: [], week: "Mon-Fri 9-17"),
    ])
}
