/// Moves the hours of one time zone into the days of another, day by day.
///
/// A minute of a day is open where the hours are open at the moment at which clocks show it. A
/// minute that clocks leave out is closed; one that they show twice counts the first time.
package struct ScheduleShift: Sendable {
  /// The time zone that the hours are written in.
  private let source: ZoneOffsets
  /// The time zone of the days that are asked about.
  private let target: ZoneOffsets

  package init(from source: ZoneOffsets, to target: ZoneOffsets) {
    (self.source, self.target) = (source, target)
  }

  /// The hours of a day in the target zone: in order, none touching another.
  ///
  /// - Parameter hours: the hours of a day in the source zone.
  package func ranges(
    on date: CalendarDate, of hours: (CalendarDate) -> [HourRange]
  ) -> [HourRange] {
    spans(on: date, of: hours).map { $0.clamped(to: 0..<1440) }
      .map { HourRange(open: $0.lowerBound, close: $0.upperBound) }.joined
  }

  /// The stretches that a day in the target zone has a part of, in minutes after its midnight; they
  /// may begin before the day and end after it.
  ///
  /// What belongs to two days of the source zone stays apart, as it does where it was written.
  /// - Parameter hours: the hours of a day in the source zone.
  package func spans(
    on date: CalendarDate, of hours: (CalendarDate) -> [HourRange]
  ) -> [Range<Int>] {
    let day = date.daysSinceEpoch * 86_400
    // Two clocks are at most two days apart.
    let window = day - 3 * 86_400..<day + 4 * 86_400
    let sources = Self.pieces(of: source, in: window)
    let targets = Self.pieces(of: target, in: window)
    var spans: [Range<Int>] = []
    for step in -2...2 {
      let written = date.adding(days: step)
      let start = written.daysSinceEpoch * 86_400
      for range in hours(written) where range.isUsable {
        for piece in sources {
          let moments = piece.moments(
            ofLocal: start + range.open * 60..<start + range.close * 60)
          for target in targets {
            let local = target.local(of: moments)
            let span = Self.minute(local.lowerBound - day)..<Self.minute(local.upperBound - day)
            if !span.isEmpty, span.overlaps(0..<1440) { spans.append(span) }
          }
        }
      }
    }
    return spans.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
  }

  /// The first full minute from a second on.
  private static func minute(_ second: Int) -> Int {
    second > 0 ? (second + 59) / 60 : second / 60
  }

  /// A time during which clocks keep one offset.
  private struct Piece {
    let moments: Range<Int>
    let offset: Int
    /// What clocks have shown before it began.
    let shownBefore: Int

    /// The moments at which clocks show a time; empty where they do not.
    func moments(ofLocal local: Range<Int>) -> Range<Int> {
      (local.lowerBound - offset..<local.upperBound - offset).clamped(to: moments)
    }

    /// What clocks show during some moments, without what they have shown before.
    func local(of part: Range<Int>) -> Range<Int> {
      let part = part.clamped(to: moments)
      let local = part.lowerBound + offset..<part.upperBound + offset
      return local.clamped(to: shownBefore..<max(shownBefore, local.upperBound))
    }
  }

  /// A week at most, cut where clocks change; they do so once in it.
  private static func pieces(of zone: ZoneOffsets, in window: Range<Int>) -> [Piece] {
    let before = zone.offset(at: window.lowerBound)
    let after = zone.offset(at: window.upperBound)
    guard before != after else {
      return [Piece(moments: window, offset: before, shownBefore: .min)]
    }
    var (low, high) = (window.lowerBound, window.upperBound)
    while high - low > 1 {
      let middle = (low + high) / 2
      if zone.offset(at: middle) == before { low = middle } else { high = middle }
    }
    return [
      Piece(moments: window.lowerBound..<high, offset: before, shownBefore: .min),
      Piece(moments: high..<window.upperBound, offset: after, shownBefore: high + before),
    ]
  }
}

/// A time zone with its name.
package struct NamedZone: Sendable, Hashable {
  package let name: String
  /// Nil where this machine does not know the zone.
  package let offsets: ZoneOffsets?

  package init(name: String, offsets: ZoneOffsets?) {
    (self.name, self.offsets) = (name, offsets)
  }
}
