/// What a preview says of one day.
extension SlotPreview {
  /// Where the hours of a day come from.
  package enum Source: Sendable, Hashable {
    case weekly
    /// Entries of `availabilities`, by row.
    case dateEntry(rows: [Int])
    /// Only dates count, and this one has no entry.
    case nothing
    /// Schedules govern: whose, in few words, and whether somebody is open while the members are
    /// not open together.
    case schedules(String, isOnlyTogetherClosed: Bool)
  }

  package struct Day: Sendable, Hashable {
    package let date: CalendarDate
    package let source: Source
    /// The hours it is open, and the ranges that are left out.
    package let open: DayHours
    /// The starts offered, in minutes after midnight, ascending.
    package internal(set) var starts: [Int] = []
    /// How many starts are left out because they are over, or within the minimum notice.
    package internal(set) var tooSoon = 0
    /// How many starts are left out because they lie beyond the booking horizon.
    package internal(set) var tooLate = 0
    /// How many of the starts "look busy" hides; ``starts`` still has them.
    package internal(set) var hidden = 0
    /// Why nothing is offered; nil where something is.
    package internal(set) var reason: Reason?

    init(date: CalendarDate, source: Source, open: DayHours) {
      self.date = date
      self.source = source
      self.open = open
    }

    /// The starts by a clock of 24 hours: "09:00".
    package var times: [String] { starts.map(HourRange.clock) }

    /// The day in one line: "18 slots, 7 hidden", or the reason for none.
    package var text: String {
      if let reason { return reason.text }
      var parts = [Wording.counted(starts.count, "slot")]
      if hidden > 0 { parts.append("\(hidden) of them hidden") }
      if tooSoon > 0 { parts.append("\(tooSoon) too soon") }
      if tooLate > 0 { parts.append("\(tooLate) beyond the horizon") }
      return parts.joined(separator: ", ")
    }
  }

  /// Why a day offers nothing.
  package enum Reason: Error, Sendable, Hashable {
    case past
    case noWeeklyHours
    /// 0 is Sunday.
    case closedThatWeekday(Int)
    case closedByDateEntry
    case noDateEntry
    /// Whose schedules, in few words.
    case closedBySchedules(String)
    case noCommonHours
    /// What is open of the day belongs to a stretch that began the day before.
    case noStartOnDay
    case noUsableRange(DayHours.Ignored)
    case invalidDuration(String)
    case invalidInterval(String)
    /// In minutes.
    case slotTooLong(duration: Int, longest: Int)
    case beforeNotice(CalendarMoment)
    case beyondHorizon(CalendarMoment)
    case betweenNoticeAndHorizon

    /// The reason in a sentence.
    package var text: String { text(in: .standard) }
    package func text(in format: LocalFormat) -> String {
      switch self {
      case .past: "The day is over."
      case .noWeeklyHours: "There are no weekly hours."
      case .closedThatWeekday(let day):
        "Closed on \(Wording.weekday(day))s."
      case .closedByDateEntry: "Closed by its date-specific entry."
      case .noDateEntry: "Only date-specific hours count, and this date has none."
      case .closedBySchedules(let words): "Closed by \(words)."
      case .noCommonHours: "There is no time at which every member is open."
      case .noStartOnDay:
        "The day is open only for the end of the previous day's hours; no slot begins on it."
      case .noUsableRange(let ignored): "All ranges are ignored: \(ignored.text(in: format))."
      case .invalidDuration(let value): "The slot duration is \(value), which no slot can have."
      case .invalidInterval(let value):
        "The slot interval is \(value), which no start times can have."
      case .slotTooLong(let duration, let longest):
        "A slot of \(duration) min does not fit: the longest open stretch has \(longest) min."
      case .beforeNotice(let earliest):
        "Within the minimum notice: booking begins at \(format.moment(earliest))."
      case .beyondHorizon(let latest):
        "Beyond the booking horizon: booking ends at \(format.moment(latest))."
      case .betweenNoticeAndHorizon:
        "Its slots are within the minimum notice or beyond the booking horizon."
      }
    }
  }
}
