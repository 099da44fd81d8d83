import JSON

/// A calendar of the demo in one line: what differs from the usual settings.
struct CalendarSpec {
  enum Kind: String {
    case roundRobin = "round_robin"
    case event
    case classBooking = "class_booking"
    case collective
    case serviceBooking = "service_booking"
    case personal
  }

  enum Trait {
    /// The description.
    case about(String)
    /// Not active.
    case draft
    /// Minutes between two starts; without it, the length of the meeting.
    case every(Int)
    /// Minutes after and before a meeting.
    case buffer(Int, before: Int = 0)
    /// Bookings of one slot, or seats.
    case seats(Int)
    case perDay(Int)
    /// Length and distance are written in hours.
    case inHours
    /// The minimum notice with its unit.
    case notice(Int, String)
    /// How far ahead booking is open, with its unit.
    case ahead(Int, String)
    /// The holidays of the business are dates of the calendar.
    case holidays
    /// Dates; see ``DemoHours``.
    case dates(String)
    /// Dates are all that counts.
    case datesOnly
    /// The percentage of slots that is hidden.
    case lookBusy(Int)
    /// How often and how many times a booking recurs.
    case recurring(String, Int)
    /// Where people meet; without it, at the address of the business.
    case place(String, String? = nil)
    /// The form, by its name; without it, the first one.
    case form(String)
    /// Where a browser goes after a booking.
    case redirect(String)
    /// Any other property.
    case set(String, JSONValue)
    /// Something that is wrong with it.
    case flawed(Flaw)
  }

  /// What is wrong with a calendar, so that an update of all of it is refused.
  enum Flaw: CaseIterable {
    /// It redirects to no URL.
    case missingURL
    /// A booking recurs 52 times, and 24 is the limit.
    case tooManyRecurrences
    /// Nobody is the primary member of a collective calendar.
    case noPrimary
    /// An event is held in a video conference.
    case conferenceOfEvent
    /// A day closes at 24:00.
    case hourTooLarge
    /// The address for alerts has no host.
    case badEmail
    /// A member's priority is none that exists.
    case badPriority
  }

  let name: String
  let kind: Kind
  /// The group, by its name.
  let group: String?
  /// The first names of the members.
  let team: [String]
  /// See ``DemoHours``.
  let week: String
  let minutes: Int
  let traits: [Trait]

  init(
    _ name: String, _ kind: Kind, _ group: String?, _ team: String, _ week: String, _ minutes: Int,
    _ traits: Trait...
  ) {
    self.name = name
    self.kind = kind
    self.group = group
    self.team = team.split(separator: " ").map(String.init)
    self.week = week
    self.minutes = minutes
    self.traits = traits
  }

  /// What is wrong with it; nil for a calendar that can be sent back as it is.
  var flaw: Flaw? {
    for case .flawed(let flaw) in traits { return flaw }
    return nil
  }
}

/// A schedule of the demo in one line.
struct ScheduleSpec {
  let name: String
  /// The first name of its user.
  let user: String
  /// The calendars that it governs, by their names.
  let calendars: [String]
  /// See ``DemoHours``.
  let week: String
  /// See ``DemoHours``.
  var dates = ""
  /// Its time zone; nil is that of the business.
  var timezone: String?
}
