import CalendarModel
import JSON

/// The start times that a calendar offers, by its own settings and nothing else.
///
/// The sandbox has no appointments, and its account lives in the zone that the request names: hours
/// are wall-clock time there. It works out the starts by itself, so that the editor's preview can be
/// tested against it.
struct SlotPlan {
  let calendar: JSONValue
  let zone: ZoneOffsets
  /// Seconds since 1970.
  let now: Int

  struct Day {
    let date: CalendarDate
    /// Start times with their offset from UTC.
    let slots: [String]
  }

  /// The days with at least one slot between two moments, the second one left out.
  func days(from: Int, to: Int) -> [Day] {
    guard isActive, from < to else { return [] }
    let earliest = max(from, notice)
    let latest = min(to, horizon ?? to)
    let first = floorDiv(from + zone.offset(at: from), 86_400)
    let last = floorDiv(to + zone.offset(at: to), 86_400)
    return (first...last).compactMap { day in
      let date = CalendarDate(daysSinceEpoch: day)
      let slots = starts(on: date).compactMap { minute -> String? in
        let moment = zone.moment(ofLocal: day * 86_400 + minute * 60)
        return (earliest..<max(earliest, latest)).contains(moment) ? text(of: moment) : nil
      }
      return slots.isEmpty ? nil : Day(date: date, slots: slots)
    }
  }

  /// Start times in minutes after midnight: counted from the beginning of each stretch at the
  /// interval, as long as a whole slot ends within the stretch.
  func starts(on date: CalendarDate) -> [Int] {
    guard let duration = length("slotDuration"), let interval = length("slotInterval") else {
      return []
    }
    return stretches(on: date).flatMap { stretch in
      Array(stride(from: stretch.open, through: stretch.close - duration, by: interval))
    }
  }

  private func text(of moment: Int) -> String {
    let offset = zone.offset(at: moment)
    let day = floorDiv(moment + offset, 86_400)
    let second = moment + offset - day * 86_400
    let time = [second / 3600, second / 60 % 60, second % 60].map { $0.padded(to: 2) }
    let distance = [abs(offset) / 3600, abs(offset) / 60 % 60].map { $0.padded(to: 2) }
    return "\(CalendarDate(daysSinceEpoch: day))T\(time.joined(separator: ":"))"
      + (offset < 0 ? "-" : "+") + distance.joined(separator: ":")
  }

  private func floorDiv(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((-a + b - 1) / b) }
}
