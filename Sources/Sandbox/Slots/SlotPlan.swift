import CalendarModel
import JSON

/// The start times that a calendar offers, by its own settings, or by the schedules that govern it.
///
/// The sandbox has no appointments. The calendar's own hours are wall-clock time of its sub-account,
/// those of a schedule wall-clock time of the schedule's zone. It works out the starts by itself, so
/// that the editor's preview can be tested against it.
struct SlotPlan {
  let calendar: JSONValue
  /// The zone that the starts are given in.
  let zone: ZoneOffsets
  /// The zone of the calendar's own hours.
  let home: ZoneOffsets
  /// Seconds since 1970.
  let now: Int
  /// The schedules that govern the calendar; without any its own hours count.
  let schedules: [JSONValue]

  /// - Parameter home: the zone of the calendar's own hours; nil means that of the starts.
  init(
    calendar: JSONValue, zone: ZoneOffsets, home: ZoneOffsets? = nil, now: Int,
    schedules: [JSONValue] = []
  ) {
    self.calendar = calendar
    self.zone = zone
    self.home = home ?? zone
    self.now = now
    self.schedules = schedules
  }

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
    // A day more on both sides: no zone is further away than that.
    let days = floorDiv(from, 86_400) - 1...floorDiv(to, 86_400) + 1
    let moments = (schedules.isEmpty ? ownStarts(on: days) : governedStarts(on: days))
      .filter { (earliest..<max(earliest, latest)).contains($0) }
    let byDay = Dictionary(grouping: Set(moments)) { floorDiv($0 + zone.offset(at: $0), 86_400) }
    return byDay.sorted { $0.key < $1.key }.map { day, moments in
      Day(date: CalendarDate(daysSinceEpoch: day), slots: moments.sorted().map(text))
    }
  }

  /// The starts by the calendar's own hours, on days counted from 1970.
  private func ownStarts(on days: ClosedRange<Int>) -> [Int] {
    days.flatMap { day in
      starts(on: CalendarDate(daysSinceEpoch: day)).map {
        home.moment(ofLocal: day * 86_400 + $0 * 60)
      }
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
