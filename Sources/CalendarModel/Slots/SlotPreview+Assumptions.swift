extension SlotPreview {
  /// What the preview takes for granted, one sentence each.
  ///
  /// The service documents the properties and not how it makes slots of them.
  package var assumptions: [String] {
    let always = Self.assumptions(in: governing.format)
    return switch governing.state {
    case .notAsked, .asking: always.dropLast() + governing.assumptions + always.suffix(1)
    case .unknown, .none, .some: governing.assumptions + always
    }
  }

  /// What every preview takes for granted, whoever's hours count.
  package static var assumptions: [String] { assumptions(in: .standard) }
  package static func assumptions(in format: LocalFormat) -> [String] {
    granted.map { $0.words(in: format) }
  }

  private static let granted: [LocalText] = [
    "The preview knows no appointments: it does not apply buffers, busy times of linked calendars, "
      + "or bookings that were made.",
    "Open ranges of a day that overlap or touch are one stretch. Start times are counted from its "
      + "beginning, and a slot ends within it.",
    "A range that is empty, closes before it opens, or closes at "
      + "\(twentyFour: "0:00 opens nothing; so do 22:00 to 6:00 and 0:00 to 0:00", twelve: early). "
      + "Midnight at the end of a day is 23:60.",
    "Where both kinds of hours count, the entry for a date replaces the weekly hours of that date. "
      + "Of several entries for a date, the first that is not deleted counts.",
    "Where the number of the duration or of the interval is not set, it is 30 minutes, whatever "
      + "its unit says; a number without a unit is in minutes. A number that came as a text counts "
      + "as that number.",
    "A date that came with a time of day is that date, in every time zone.",
    "Minimum notice and booking horizon are counted from now, to the minute: a slot exactly at the "
      + "end of the notice is offered, one exactly at the horizon is not. A number without a unit is "
      + "in days, 0 means no limit, and months are calendar months.",
    "The limit of bookings per day takes no slot away, since nothing is booked yet.",
    "Look busy hides its share of each day, rounded to the nearest whole number. Which slots it "
      + "picks is not known, so they are only counted.",
    "A draft is shown as if it were active.",
  ]

  private static let early =
    "12am of the same day opens nothing; so do 10pm to 6am and 12am to 12am"
}

extension SlotComparison {
  /// What the comparison with the service's own answer takes for granted, one sentence each.
  package static let assumptions: [String] = [
    "What will be offered after saving is what the service offers now, with the starts that your "
      + "changes add and without those that they take away. Whether an added start is still free is "
      + "not known.",
    "A start that the settings give and the service does not offer is booked, busy or hidden; "
      + "saving does not bring it back.",
    "The times are shown as the service writes them, and not moved to another time zone.",
  ]
}
