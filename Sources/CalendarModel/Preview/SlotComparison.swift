/// What changes for bookers, day by day: two previews, or the service's answer and a preview.
public struct SlotComparison: Sendable, Hashable {
  public struct Day: Sendable, Hashable {
    public let date: CalendarDate
    /// Starts in minutes after midnight, ascending, in this and the other lists.
    public let now: [Int]
    public let after: [Int]
    public let gained: [Int]
    public let lost: [Int]
    /// Why nothing is offered after it; nil where something is.
    public let reason: SlotPreview.Reason?

    public init(
      date: CalendarDate, now: [Int], after: [Int], reason: SlotPreview.Reason? = nil
    ) {
      self.date = date
      self.now = now
      self.after = after
      self.reason = reason
      let (before, later) = (Set(now), Set(after))
      gained = after.filter { !before.contains($0) }
      lost = now.filter { !later.contains($0) }
    }

    public var isChanged: Bool { !gained.isEmpty || !lost.isEmpty }

    /// "6 now, 8 after: 4 gained, 2 lost"; "6, unchanged".
    public var text: String {
      SlotComparison.text(
        now: now.count, after: after.count, gained: gained.count, lost: lost.count)
    }
  }

  public let days: [Day]

  /// Compares the saved calendar with the edited one, for the days that the second one names.
  public init(now: [SlotPreview.Day], after: [SlotPreview.Day]) {
    let known = Dictionary(now.map { ($0.date, $0.starts) }, uniquingKeysWith: { $1 })
    self.init(after) { known[$0] ?? [] }
  }

  /// Compares what the service offers for the saved calendar with a preview of the edited one.
  public init(service: FreeSlots, after: [SlotPreview.Day]) {
    self.init(after) { service.starts[$0] ?? [] }
  }

  private init(_ after: [SlotPreview.Day], now: (CalendarDate) -> [Int]) {
    days = after.map {
      Day(date: $0.date, now: now($0.date), after: $0.starts, reason: $0.reason)
    }
  }

  public var gained: Int { days.reduce(0) { $0 + $1.gained.count } }
  public var lost: Int { days.reduce(0) { $0 + $1.lost.count } }

  /// The whole span in one line, in the form of a day's.
  public var text: String {
    Self.text(
      now: days.reduce(0) { $0 + $1.now.count }, after: days.reduce(0) { $0 + $1.after.count },
      gained: gained, lost: lost)
  }

  private static func text(now: Int, after: Int, gained: Int, lost: Int) -> String {
    if gained == 0, lost == 0 { return now == 0 ? "none" : "\(now), unchanged" }
    return "\(now) now, \(after) after: \(gained) gained, \(lost) lost"
  }
}
