import JSON

/// Whose schedules decide when a calendar is open; API notes, section 6.
package struct GoverningSchedules: Sendable, Hashable {
  package enum State: Sendable, Hashable {
    /// Nobody asked: the calendar is a file.
    case notAsked
    /// The answer is not here yet.
    case asking
    /// The service could not be asked, and why, as the end of a sentence.
    case unknown(reason: String)
    case none
    case some
  }

  /// A member of the team and the schedules that govern this calendar for the member.
  package struct Member: Sendable, Hashable {
    package let userID: String
    package let schedules: [Schedule]
    /// Whether the service was asked about the member.
    package let isAsked: Bool
  }

  package let state: State
  /// Those that govern, the members' in the order of the team.
  package let schedules: [Schedule]
  package let members: [Member]
  /// Those that govern and are no member's.
  package let others: [Schedule]
  /// How many entries of the answer are no schedules that can be read.
  package let unreadable: Int
  let type: CalendarType?
  /// The calendar's time zone; nil where it is not known.
  let zone: NamedZone?
  private let zones: [String: ZoneOffsets]
  /// The names of users by id, where they are known.
  let names: [String: String]
  /// How times and weeks are said.
  package let format: LocalFormat

  /// Puts an answer of the service and the team of a calendar together.
  ///
  /// - Parameters:
  ///   - type: the calendar's own type, or the one that was stated for it.
  ///   - zone: the calendar's time zone; nil where it is not known.
  ///   - names: the names of users by id, where they are known.
  ///   - format: how times and weeks are said.
  package init(
    _ answer: ScheduleAnswer, for calendar: JSONValue, type: CalendarType? = nil,
    zone: NamedZone? = nil, names: [String: String] = [:], format: LocalFormat = .standard
  ) {
    self.type = type ?? CalendarType(reading: calendar[.calendarType])
    (self.zone, self.names, self.format) = (zone, names, format)
    guard case .listed(let list) = answer else {
      state =
        switch answer {
        case .asking: .asking
        case .unknown(let reason): .unknown(reason: reason)
        case .notAsked, .listed: .notAsked
        }
      (schedules, members, others, unreadable, zones) = ([], [], [], 0, [:])
      return
    }
    let governing = list.governing
    let users = Self.users(of: calendar)
    members = users.map { user in
      Member(
        userID: user, schedules: governing.filter { $0.userID == user },
        isAsked: list.askedUserIDs?.contains(user) ?? true)
    }
    let known = Set(users)
    others = governing.filter { $0.userID.map { !known.contains($0) } ?? true }
    schedules = members.flatMap(\.schedules) + others
    unreadable = list.unreadable.count
    zones = list.zones
    state = schedules.isEmpty ? .none : .some
  }

  /// The users of the team, each once.
  package static func users(of calendar: JSONValue) -> [String] {
    var seen: Set<String> = []
    return (calendar[.teamMembers]?.array ?? []).compactMap { row in
      row[member: MemberKey.userId]?.text.flatMap { id in
        !id.isEmpty && seen.insert(id).inserted ? id : nil
      }
    }
  }

  /// The members that have no schedule for this calendar, as far as the service was asked.
  package var membersWithout: [Member] { members.filter { $0.isAsked && $0.schedules.isEmpty } }

  /// The members that the service was not asked about.
  package var membersNotAsked: [Member] { members.filter { !$0.isAsked } }

  /// Which schedule it is and whose: `"Working hours" of Ana`.
  package func title(of schedule: Schedule) -> String { schedule.title(names: names) }

  /// What a user is called.
  package func name(of userID: String) -> String { names[userID] ?? userID }

  // MARK: Time zones

  /// What is known of the time zones of a schedule and of the calendar.
  enum Clock: Sendable, Hashable {
    /// Both are the same.
    case same
    case shifted
    /// The schedule names no zone.
    case noZone
    /// It is not known which zone the calendar has.
    case calendarUnknown
    /// This machine does not know one of the zones.
    case unknownZone(String)
  }

  func clock(of schedule: Schedule) -> Clock {
    guard let name = schedule.zone else { return .noZone }
    guard let zone else { return .calendarUnknown }
    if zone.name == name { return .same }
    if zones[name] == nil { return .unknownZone(name) }
    return zone.offsets == nil ? .unknownZone(zone.name) : .shifted
  }

  /// The hours of a schedule on a day of the calendar.
  ///
  /// Where one of the two time zones is not known, they are taken as they are written.
  package func hours(of schedule: Schedule, on date: CalendarDate) -> DayHours {
    guard let shift = shift(of: schedule) else { return schedule.hours(on: date) }
    let ranges = shift.ranges(on: date) { schedule.hours(on: $0).stretches }
    return DayHours(ranges, ignored: schedule.hours(on: date).ignored)
  }

  /// The stretches of a schedule that a day of the calendar has a part of, in minutes after its
  /// midnight; where the time zones differ, they may begin before the day and end after it.
  func spans(of schedule: Schedule, on date: CalendarDate) -> [Range<Int>] {
    guard let shift = shift(of: schedule) else { return schedule.hours(on: date).spans }
    return shift.spans(on: date) { schedule.hours(on: $0).stretches }
  }

  /// How the hours of a schedule move; nil where they stay as they are.
  private func shift(of schedule: Schedule) -> ScheduleShift? {
    guard clock(of: schedule) == .shifted, let name = schedule.zone, let source = zones[name],
      let target = zone?.offsets
    else { return nil }
    return ScheduleShift(from: source, to: target)
  }
}
