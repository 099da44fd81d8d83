import JSON

/// The calendar at a glance: one line for each thing that people ask of it.
///
/// Making it walks through the team and the weekly hours once; for the dates it asks an index that is
/// made once.
package struct CalendarSummary: Sendable, Hashable {
  /// What a line is about.
  package enum Topic: String, Sendable, Hashable, CaseIterable {
    case what, length, availability, week, dates, who, location, limits, lookBusy, recurring
    case afterBooking, policy, notifications

    /// What stands before the line.
    package var title: String {
      switch self {
      case .what: "What"
      case .length: "How long"
      case .availability: "When"
      case .week: "Week"
      case .dates: "Dates"
      case .who: "Who"
      case .location: "Where"
      case .limits: "Limits"
      case .lookBusy: "Look busy"
      case .recurring: "Recurring"
      case .afterBooking: "After booking"
      case .policy: "Policy"
      case .notifications: "Notified"
      }
    }

    /// What the line says, for somebody who stands on it.
    package var meaning: String {
      switch self {
      case .what: "What kind of calendar this is, and whether it can be booked."
      case .length: "How long a booking is, how often one can start, and the pauses around it."
      case .availability: "Which hours count: those of the week, those of dates, or both."
      case .week: "The hours of the week."
      case .dates: "The dates with hours of their own."
      case .who: "Who takes the bookings."
      case .location: "Where it takes place."
      case .limits: "How early and how late can be booked, and how much in a day or a slot."
      case .lookBusy: "Whether some of the free slots are hidden."
      case .recurring: "Whether a booking can repeat."
      case .afterBooking: "What the booker sees or does after the booking."
      case .policy: "What the booker may change afterwards, and what has to be confirmed."
      case .notifications: "Who is told of a booking."
      }
    }
  }

  package struct Line: Sendable, Hashable {
    package let topic: Topic
    /// One line of text; it may hold anything that the calendar holds.
    package let text: String
    /// Where it is edited.
    package let section: Section
    package let path: JSONPath
  }

  /// One line for each topic, in the order of the topics.
  package let lines: [Line]

  /// Sums a calendar up.
  ///
  /// - Parameters:
  ///   - type: the calendar's own type, or the one that was stated for it.
  ///   - names: the names of users by id, where they are known.
  ///   - today: dates before it are not counted.
  ///   - dates: the index of the calendar's `availabilities`; nil makes it.
  ///   - format: how times and weeks are said.
  package init(
    calendar: JSONValue, type: CalendarType?, names: [String: String] = [:], today: CalendarDate,
    dates: DateIndex? = nil, format: LocalFormat = .standard
  ) {
    let facts = SummaryFacts(
      calendar: calendar, type: type, names: names, today: today,
      dates: dates ?? DateIndex(calendar[DateIndex.path]), format: format)
    lines = Topic.allCases.map { topic in
      let key = facts.key(of: topic)
      return Line(
        topic: topic, text: facts.text(of: topic),
        section: CalendarSchema.section(of: key.rawValue) ?? .general, path: key.path)
    }
  }
}

extension CalendarDocument {
  /// The calendar as it is being edited, at a glance.
  package func summary(
    names: [String: String] = [:], dates: DateIndex? = nil
  ) -> CalendarSummary {
    CalendarSummary(
      calendar: current, type: calendarType, names: names, today: validation.today, dates: dates,
      format: format)
  }
}
