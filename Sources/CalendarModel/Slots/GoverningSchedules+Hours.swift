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
    /// The stretches that start times are counted in, in minutes after midnight: one list for all
    /// members, or one for each where any of them can take a booking.
    let spans: [[Range<Int>]]
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
    var spans: [[Range<Int>]] = []
    var ignored: [DayHours.Ignored] = []
    for party in parties {
      switch party {
      case .calendar:
        spans.append(own.spans)
        ignored += own.ignored
      case .schedules(let schedules):
        spans.append(
          schedules.count == 1
            ? self.spans(of: schedules[0], on: date) : together(schedules, on: date))
        ignored += schedules.flatMap { $0.hours(on: date).ignored }
      }
    }
    let common = spans.dropFirst().reduce(spans.first ?? []) { $0.intersected(with: $1) }
    let counted = needsEveryMember ? [common] : spans
    let open = counted.joined().map { $0.clamped(to: 0..<1440) }.map {
      HourRange(open: $0.lowerBound, close: $0.upperBound)
    }.joined
    return DayPlan(
      open: DayHours(
        open,
        ignored: ignored.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }),
      spans: counted, isOnlyTogetherClosed: open.isEmpty && spans.contains { !$0.isEmpty })
  }

  /// The stretches of several schedules of one person that a day has a part of.
  ///
  /// What the day before has belongs to them where another schedule goes on with it: start times are
  /// counted from where the person begins.
  private func together(_ schedules: [Schedule], on date: CalendarDate) -> [Range<Int>] {
    let near = (-2...2).flatMap { step in
      schedules.flatMap { spans(of: $0, on: date.adding(days: step)) }.map {
        $0.lowerBound + step * 1440..<$0.upperBound + step * 1440
      }
    }
    return near.united.filter { $0.overlaps(0..<1440) }
  }
}

extension DayHours {
  /// Its stretches in minutes after midnight.
  var spans: [Range<Int>] { stretches.map { $0.open..<$0.close } }
}

extension [Range<Int>] {
  /// The stretches in order, those that overlap or touch made one.
  var united: [Range<Int>] {
    sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { united, span in
      if let last = united.last, span.lowerBound <= last.upperBound {
        united[united.count - 1] = last.lowerBound..<Swift.max(last.upperBound, span.upperBound)
      } else {
        united.append(span)
      }
    }
  }

  /// What two lists in order have in common; neither has stretches that overlap.
  func intersected(with other: [Range<Int>]) -> [Range<Int>] {
    var common: [Range<Int>] = []
    var (a, b) = (startIndex, other.startIndex)
    while a < endIndex, b < other.endIndex {
      let span = self[a].clamped(to: other[b])
      if !span.isEmpty { common.append(span) }
      if self[a].upperBound < other[b].upperBound { a += 1 } else { b += 1 }
    }
    return common
  }
}
