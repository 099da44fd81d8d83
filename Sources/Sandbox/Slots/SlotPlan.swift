import JSON

/// The start times that a calendar offers, by its own settings and nothing else.
///
/// The sandbox has no appointments, and its account lives in the zone that the request names: hours
/// are wall-clock time there.
struct SlotPlan {
  let calendar: JSONValue
  let zone: TimeZoneFile
  /// Seconds since 1970.
  let now: Int

  struct Day {
    let date: CivilDate
    let slots: [String]
  }

  /// The days with at least one slot between two instants, the second one left out.
  func days(from: Int, to: Int) -> [Day] {
    guard calendar[key: "isActive"]?.bool != false, from < to else { return [] }
    let earliest = max(from, notice)
    let latest = min(to, horizon ?? to)
    let first = floorDiv(from + zone.offset(at: from), 86400)
    let last = floorDiv(to + zone.offset(at: to), 86400)
    return (first...last).compactMap { day in
      let date = CivilDate(day: day)
      let slots = starts(on: date).compactMap { minute -> String? in
        let local = day * 86400 + minute * 60
        let instant = zone.instant(ofLocal: local)
        guard instant >= earliest, instant < latest else { return nil }
        return text(of: instant)
      }
      return slots.isEmpty ? nil : Day(date: date, slots: slots)
    }
  }

  /// Start times in minutes from midnight.
  private func starts(on date: CivilDate) -> [Int] {
    let duration = minutes("slotDuration") ?? 30
    let interval = minutes("slotInterval") ?? 30
    guard duration > 0, interval > 0 else { return [] }
    let starts = hours(on: date).flatMap { hour -> [Int] in
      let end = hour.close - duration
      return hour.open > end ? [] : Array(stride(from: hour.open, through: end, by: interval))
    }
    return Set(starts).sorted()
  }

  private func hours(on date: CivilDate) -> [(open: Int, close: Int)] {
    // 0 counts open hours only, 1 dates only; null both, and a date overrules its weekday.
    let type = calendar[key: "availabilityType"]?.int
    if type != 0 {
      let entries = calendar[key: "availabilities"]?.array ?? []
      let own = entries.filter { $0[key: "date"]?.text?.prefix(10) == date.text[...] }
      if !own.isEmpty || type == 1 { return own.flatMap(hours) }
    }
    let week = calendar[key: "openHours"]?.array ?? []
    let ofDay = week.filter { entry in
      entry[key: "daysOfTheWeek"]?.array?.contains { $0.int == date.weekday } == true
    }
    return ofDay.flatMap(hours)
  }

  private func hours(in entry: JSONValue) -> [(open: Int, close: Int)] {
    (entry[key: "hours"]?.array ?? []).compactMap { hour in
      guard let openHour = hour[key: "openHour"]?.int, let close = hour[key: "closeHour"]?.int
      else { return nil }
      return (
        openHour * 60 + (hour[key: "openMinute"]?.int ?? 0),
        close * 60 + (hour[key: "closeMinute"]?.int ?? 0)
      )
    }
  }

  private func minutes(_ name: String) -> Int? {
    guard let number = calendar[key: name]?.number?.double, number.isFinite, number < 1e6 else {
      return nil
    }
    return Int(calendar[key: name + "Unit"]?.text == "hours" ? number * 60 : number)
  }

  // MARK: How soon and how far ahead

  private var notice: Int { reach("allowBookingAfter", from: now) ?? now }

  private var horizon: Int? { reach("allowBookingFor", from: now) }

  private func reach(_ name: String, from start: Int) -> Int? {
    guard let count = calendar[key: name]?.int, count > 0, count < 10_000 else { return nil }
    switch calendar[key: name + "Unit"]?.text {
    case "hours": return start + count * 3600
    case "weeks": return start + count * 7 * 86400
    case "months": return start + count * 30 * 86400
    default: return start + count * 86400
    }
  }

  private func text(of instant: Int) -> String {
    let offset = zone.offset(at: instant)
    let local = instant + offset
    let day = floorDiv(local, 86400)
    let second = local - day * 86400
    let time = [second / 3600, second / 60 % 60, second % 60].map { padded($0) }
    let sign = offset < 0 ? "-" : "+"
    let zone = "\(sign)\(padded(abs(offset) / 3600)):\(padded(abs(offset) / 60 % 60))"
    return "\(CivilDate(day: day).text)T\(time.joined(separator: ":"))\(zone)"
  }

  private func floorDiv(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((-a + b - 1) / b) }
}
