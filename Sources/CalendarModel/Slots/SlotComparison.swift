/// What changes for bookers, day by day.
///
/// Without an answer of the service, two previews are compared. With one, the difference of the two
/// previews is applied to what the service offers: it knows appointments and busy times, which the
/// previews do not, and a change of the settings does not make those go away.
package struct SlotComparison: Sendable, Hashable {
  package struct Day: Sendable, Hashable {
    package let date: CalendarDate
    /// Starts in minutes after midnight, ascending, in this and the other lists.
    package let now: [Int]
    package let after: [Int]
    package let gained: [Int]
    package let lost: [Int]
    /// Starts by the settings, as loaded and as edited, that the service does not offer: they are
    /// booked, busy or hidden, and stay so.
    package let withheld: [Int]
    /// Starts that the service offers although the settings as loaded do not give them.
    package let unexplained: [Int]
    /// Why the edited settings offer nothing; nil where they offer something.
    package let reason: SlotPreview.Reason?

    package var isChanged: Bool { !gained.isEmpty || !lost.isEmpty }

    /// "6 now, 8 after: 4 gained, 2 lost"; "6, unchanged".
    package var text: String {
      SlotComparison.text(
        now: now.count, after: after.count, gained: gained.count, lost: lost.count)
    }
  }

  package let days: [Day]
  /// Whether the service and the settings as loaded both have starts, and none of them is the same:
  /// their times are then not of one clock, and the comparison says nothing.
  package let hasNothingInCommon: Bool

  /// Compares the settings as loaded with the edited ones, for the days that the latter name.
  package init(loaded: [SlotPreview.Day], edited: [SlotPreview.Day]) {
    let known = Self.starts(of: loaded)
    days = edited.map { day in
      let before = known[day.date] ?? []
      return Day(
        date: day.date, now: before, after: day.starts, gained: day.starts.without(before),
        lost: before.without(day.starts), withheld: [], unexplained: [], reason: day.reason)
    }
    hasNothingInCommon = false
  }

  /// Applies the difference between the settings as loaded and the edited ones to what the service
  /// offers for the saved calendar, for the days that the latter name.
  package init(service: OfferedStarts, loaded: [SlotPreview.Day], edited: [SlotPreview.Day]) {
    let known = Self.starts(of: loaded)
    days = edited.map { day in
      let offered = service.starts[day.date] ?? []
      let before = known[day.date] ?? []
      let gained = day.starts.without(before).without(offered)
      let kept = offered.without(before.without(day.starts))
      return Day(
        date: day.date, now: offered, after: (kept + gained).sorted(), gained: gained,
        lost: offered.without(kept), withheld: day.starts.without(gained).without(offered),
        unexplained: offered.without(before), reason: day.reason)
    }
    hasNothingInCommon =
      days.contains { !$0.now.isEmpty } && days.contains { known[$0.date]?.isEmpty == false }
      && days.allSatisfy { $0.unexplained == $0.now }
  }

  /// Compares a span of days of two previews; with an answer of the service, as it is applied to it.
  ///
  /// A draft offers nothing, so making a calendar active gains all its starts, and making it a draft
  /// loses them. A calendar that is a draft and stays one is compared as if it were active.
  package init(
    service: OfferedStarts? = nil, loaded: SlotPreview, edited: SlotPreview,
    from first: CalendarDate,
    count: Int
  ) {
    var (before, later) = (
      loaded.days(from: first, count: count), edited.days(from: first, count: count)
    )
    switch (loaded.settings.isDraft, edited.settings.isDraft) {
    case (true, false): for index in before.indices { before[index].starts = [] }
    case (false, true): for index in later.indices { later[index].starts = [] }
    default: break
    }
    if let service {
      self.init(service: service, loaded: before, edited: later)
    } else {
      self.init(loaded: before, edited: later)
    }
  }

  private static func starts(of days: [SlotPreview.Day]) -> [CalendarDate: [Int]] {
    Dictionary(days.map { ($0.date, $0.starts) }, uniquingKeysWith: { $1 })
  }

  package var now: Int { days.reduce(0) { $0 + $1.now.count } }
  package var after: Int { days.reduce(0) { $0 + $1.after.count } }
  package var gained: Int { days.reduce(0) { $0 + $1.gained.count } }
  package var lost: Int { days.reduce(0) { $0 + $1.lost.count } }

  /// The whole span in one line, in the form of a day's.
  package var text: String { Self.text(now: now, after: after, gained: gained, lost: lost) }

  private static func text(now: Int, after: Int, gained: Int, lost: Int) -> String {
    if gained == 0, lost == 0 { return now == 0 ? "none" : "\(now), unchanged" }
    return "\(now) now, \(after) after: \(gained) gained, \(lost) lost"
  }
}

extension [Int] {
  /// The numbers that another list does not have.
  fileprivate func without(_ other: [Int]) -> [Int] {
    if other.isEmpty { return self }
    let other = Set(other)
    return filter { !other.contains($0) }
  }
}
