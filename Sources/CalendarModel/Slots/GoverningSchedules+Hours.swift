/// When a calendar is open by the schedules that govern it.
extension GoverningSchedules {
  /// Whose hours are put together.
  package enum Party: Sendable, Hashable {
    /// A member, or somebody else, with schedules; the hours of all of them count.
    case schedules([Schedule])
    /// Members without a schedule: the calendar's own hours count.
    case calendar
  }

  /// The hours of a day, put together as the type of the calendar wants it.
  package struct DayPlan: Sendable, Hashable {
    /// When the calendar is open.
    package let open: DayHours
    /// The stretches that start times are counted in: one list for all members, or one for each
    /// where any of them can take a booking.
    let stretches: [[HourRange]]
    /// Whether somebody is open while all together are not.
    let isOnlyTogetherClosed: Bool
  }

  /// Whether every member has to be free, so that hours are intersected.
  package var needsEveryMember: Bool { type == .collective }

  /// Those whose hours count, each once.
  package var parties: [Party] {
    guard state == .some else { return [.calendar] }
    var parties: [Party] = []
    func add(_ party: Party) {
      if !parties.contains(party) { parties.append(party) }
    }
    let nobodys = others.filter { $0.userID == nil }
    if members.isEmpty {
      for schedule in others {
        add(.schedules(others.filter { $0.userID == schedule.userID }))
      }
    }
    for member in members {
      let own = member.schedules.isEmpty ? nobodys : member.schedules
      add(own.isEmpty ? .calendar : .schedules(own))
    }
    return parties.isEmpty ? [.calendar] : parties
  }

  /// Whether the calendar's own hours count for nobody.
  package var takesEveryPlace: Bool { !parties.contains(.calendar) }

  /// The hours of a day.
  ///
  /// - Parameters:
  ///   - parties: ``parties``, made once for many days.
  ///   - own: the calendar's own hours of the day.
  func plan(on date: CalendarDate, of parties: [Party], own: DayHours) -> DayPlan {
    let hours = parties.map { party in
      switch party {
      case .calendar: own
      case .schedules(let schedules):
        schedules.map { self.hours(of: $0, on: date) }.reduce(into: DayHours()) { $0.add($1) }
      }
    }
    let stretches = hours.map(\.stretches)
    let open =
      needsEveryMember
      ? stretches.dropFirst().reduce(stretches.first ?? []) { $0.intersected(with: $1) }
      : Array(stretches.joined()).joined
    let ignored = hours.flatMap(\.ignored).reduce(into: [DayHours.Ignored]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    return DayPlan(
      open: DayHours(open, ignored: ignored), stretches: needsEveryMember ? [open] : stretches,
      isOnlyTogetherClosed: open.isEmpty && stretches.contains { !$0.isEmpty })
  }
}

extension [HourRange] {
  /// What two lists in order have in common; neither has ranges that overlap.
  package func intersected(with other: [HourRange]) -> [HourRange] {
    var common: [HourRange] = []
    var (a, b) = (startIndex, other.startIndex)
    while a < endIndex, b < other.endIndex {
      let range = HourRange(
        open: Swift.max(self[a].open, other[b].open),
        close: Swift.min(self[a].close, other[b].close))
      if range.isUsable { common.append(range) }
      if self[a].close < other[b].close { a += 1 } else { b += 1 }
    }
    return common
  }
}
