extension DemoBusiness {
  /// A group of dentists in Chicago.
  static let dental = DemoBusiness(
    locationID: "hT4vPq8LrXz2KmWc6NdY", name: "Prairie Dental Group",
    timezone: "America/Chicago", domain: "prairie-dental.example",
    address: "2210 N Halsted St", city: "Chicago, IL 60614", country: "US",
    phone: "+13125550147",
    people: [
      "Maya Brooks", "Ben Okafor", "Linda Reyes", "Carlos Mendoza", "Grace Lindqvist",
      "Noah Feldman", "Aisha Rahman", "Tyler Voss",
    ],
    groups: ["New patients", "Hygiene", "Treatment", "Orthodontics", "Front desk"],
    forms: ["New patient form", "Medical history", "Insurance check"],
    holidays: "2026-11-26; 2026-11-27; 2026-12-24 8-12; 2026-12-25; 2026-12-31 8-12; 2027-01-01; "
      + "+4; +18 10-14",
    calendars: [
      CalendarSpec(
        "New Patient Exam", .roundRobin, "New patients", "Maya Ben Linda",
        "Mon-Thu 8-12 13-17; Fri 8-13", 60, .every(30), .buffer(10, before: 5), .perDay(8),
        .holidays, .about("X-rays, exam and a plan.\nPlease bring your insurance card.")),
      CalendarSpec(
        "Emergency Visit", .roundRobin, "Treatment", "Maya Ben Carlos", "Mon-Fri 8-17; Sat 9-12",
        30, .notice(1, "hours"), .ahead(3, "days"), .lookBusy(40)),
      CalendarSpec(
        "Six-Month Cleaning", .roundRobin, "Hygiene", "Linda Grace", "Mon-Thu 7:30-12 13-16:30", 45,
        .every(15), .ahead(7, "months"), .holidays, .form("Medical history")),
      CalendarSpec(
        "Deep Cleaning", .serviceBooking, "Hygiene", "Grace", "Tue,Thu 8-16", 90, .inHours,
        .perDay(3), .holidays),
      CalendarSpec(
        "Toothbrush School", .classBooking, "Hygiene", "Grace", "Sat 10-12", 40, .seats(12),
        .recurring("MONTHLY", 6), .dates("2026-12-26; +11 9-11")),
      CalendarSpec(
        "Kids’ First Visit", .serviceBooking, "New patients", "Linda", "Wed 13-17", 30,
        .buffer(5), .set("consentLabel", "A parent stays in the room.")),
      CalendarSpec(
        "Free Smile Check Day", .event, "New patients", "", "Sat 9-15", 15, .seats(4), .datesOnly,
        .dates("+16 9-15; 2027-01-16 9-15")),
      CalendarSpec(
        "Whitening", .serviceBooking, "Treatment", "Carlos Grace", "Mon,Wed 12-18", 75, .draft,
        .lookBusy(10)),
      CalendarSpec(
        "Crown Fitting", .personal, "Treatment", "Ben", "Mon,Wed 9-15", 90, .inHours, .every(30),
        .buffer(15), .dates("2026-12-23 9-12; 2026-12-28; +9")),
      CalendarSpec(
        "Root Canal Consult", .collective, "Treatment", "Ben Carlos", "Fri 8-12", 45,
        .notice(2, "days"), .holidays),
      CalendarSpec(
        "Oral Surgery Board", .collective, "Treatment", "Ben Carlos Noah", "Thu 16-18", 60,
        .flawed(.noPrimary)),
      CalendarSpec(
        "Invisalign Consultation", .roundRobin, "Orthodontics", "Noah Aisha", "Mon-Thu 10-18", 30,
        .redirect("https://prairie-dental.example/invisalign/next-steps"), .holidays),
      CalendarSpec(
        "Braces Adjustment", .personal, "Orthodontics", "Noah", "Mon,Tue 14-19", 20,
        .recurring("MONTHLY", 18), .dates("+4")),
      CalendarSpec(
        "Retainer Check", .serviceBooking, "Orthodontics", "Aisha", "Wed-Fri 9-13", 15,
        .flawed(.missingURL)),
      CalendarSpec(
        "Insurance Call", .personal, "Front desk", "Tyler", "Mon-Fri 9-17", 15, .notice(3, "hours"),
        .form("Insurance check"), .place("outbound_call", "{{contact.phone}}")),
      CalendarSpec(
        "Financing Talk", .roundRobin, "Front desk", "Tyler Maya", "Tue,Thu 11-15", 30, .draft,
        .place("ms_teams_conference")),
    ],
    schedules: [
      ScheduleSpec(
        name: "Chair 2", user: "Ben", calendars: ["Crown Fitting", "Root Canal Consult"],
        week: "Mon,Wed 9-12 13-16; Fri 8-12", dates: "2026-11-27; 2026-12-24; +9"),
      ScheduleSpec(
        name: "Phone hours", user: "Tyler", calendars: ["Insurance Call"], week: "Mon-Fri 10-16",
        timezone: "America/New_York"),
    ])
}
