import Manual

/// Something that people can type, and what it means, for the manual; a test reads each of them.
struct TypedExample: Sendable, Hashable {
  /// Where it is typed.
  enum Place: String, Sendable, CaseIterable {
    case week, dates, length, lookBusy, recurrence, filter
  }

  let place: Place
  let text: String
  let meaning: ManualText

  init(_ place: Place, _ text: String, _ meaning: ManualText) {
    (self.place, self.text, self.meaning) = (place, text, meaning)
  }

  static func all(in place: Place) -> [TypedExample] { all.filter { $0.place == place } }

  static let all: [TypedExample] = [
    .init(.week, "9-12, 13:30-17", "two ranges; `9am-12pm, 1:30pm-5pm` is the same"),
    .init(.week, "closed", "no hours; `24h` is the whole day"),
    .init(.week, "mon-fri 9-12, 13-17", "the same for five days, as one step"),
    .init(.week, "weekends closed", "Saturday and Sunday"),
    .init(.week, "mon, wed 9-17; fri 9-12", "several days, each with its hours"),

    .init(.dates, "9-12", "hours for the chosen dates; `closed` closes them"),
    .init(.dates, "2026-12-24..31 closed", "a run of dates; `24-31 Dec closed` is the same"),
    .init(.dates, "24.12. closed", "without a year: the next one to come"),
    .init(.dates, "24 dec, 31 dec 9-12", "single dates, with the same hours"),
    .init(.dates, "friday 10-14", "`today`, `tomorrow` and names of days"),
    .init(.dates, "weekends closed", "those days of the run that is chosen"),
    .init(.dates, "19/12", "no hours: goes there. What could be two dates, as 12/11, is refused"),

    .init(.length, "45", "in the unit that the field has"),
    .init(.length, "45 min", "also m, h, hours, d, days, weeks, months"),
    .init(.length, "1.5 h", "parts of hours, where the field takes hours"),
    .init(.length, "48 hours", "of a field that takes days, 2 days"),

    .init(.lookBusy, "40%", "on, with that share of the slots hidden"),
    .init(.lookBusy, "off", "off; `on` keeps the share"),

    .init(.recurrence, "weekly, 8 times", "also daily and monthly"),
    .init(.recurrence, "off", "no recurring bookings"),

    .init(.filter, "studio", "in the name, slug, id, group, a member, the type or the state"),
    .init(
      .filter, "open on 24 dec",
      "what has hours on that date, drafts as well; `closed on …` what has none"),
    .init(.filter, "open sat", "by the weekly hours"),
    .init(.filter, "look busy > 20%", "also `look busy on`"),
    .init(.filter, "slot duration > 30 min", "any number of the forms, in any unit"),
    .init(.filter, "member Jonas", "also `no members`, `group Studio`"),
    .init(.filter, "type event or personal", "any choice of the forms, by its label"),
    .init(.filter, "has errors", "also `has warnings`, by the rules"),
    .init(.filter, "not draft, location zoom", "commas join; `and`, `or`, `not` do what they say"),
    .init(.filter, "name \"x, y\"", "what is in quotes is words"),
  ]
}
