import JSON

/// Says a week in at most twelve columns, for a list: "Mo-Fr 9-17", "MTWTF-- 40h", "daily 24h"; the
/// letters stand in the order of the week, a hyphen for a closed day.
package struct WeekGlance: Sendable, Hashable {
  /// The most columns of a text.
  package static let width = 12

  /// How programs read a week, whoever runs them: the letters begin with Monday, times have 24 hours.
  package static let forPrograms = WeekGlance(LocalFormat(clock: .twentyFour, weekStart: .monday))

  private let format: LocalFormat

  /// - Parameter format: the clock, and the day that the letters begin with.
  package init(_ format: LocalFormat) { self.format = format }

  /// The weekly hours of a calendar; "?" where it does not say them.
  func text(of calendar: JSONValue) -> String {
    if AvailabilityType(in: calendar) == .dates { return "dates only" }
    guard let value = calendar[.openHours] else { return "?" }
    let week = WeekHours(value)
    return week.isEditable ? text(of: week) : "unreadable"
  }

  /// A week: its days and its hours where all days are alike and that has room, otherwise the letters
  /// of the days with the hours, or with the sum of the hours.
  package func text(of week: WeekHours) -> String {
    let days = format.weekdays.filter { !week[$0].hours.stretches.isEmpty }
    guard let first = days.first else { return "closed" }
    let stretches = week[first].hours.stretches
    let total = days.reduce(0) { sum, day in
      sum + week[day].hours.stretches.reduce(0) { $0 + $1.length }
    }
    if days.count == 7, stretches == [.wholeDay], total == 7 * 1440 { return "24/7" }
    let areAlike = days.allSatisfy { week[$0].hours.stretches == stretches }
    if areAlike {
      let hours = stretches.map(hours).joined(separator: ",")
      for days in [names(of: days), letters(of: days)] {
        let text = "\(days) \(hours)"
        if text.count <= Self.width { return text }
      }
    }
    return "\(letters(of: days)) \((total + 30) / 60)h"
  }

  /// "Mo-Fr", "Sa,Su", "daily"; the days are in the order of the week.
  private func names(of days: [Int]) -> String {
    if days.count == 7 { return "daily" }
    func name(_ day: Int) -> Substring { Wording.weekday(day).prefix(2) }
    let places = days.map(format.column(of:))
    let isRun = zip(places, places.dropFirst()).allSatisfy { $1 == $0 + 1 }
    if isRun, days.count > 2, let first = days.first, let last = days.last {
      return "\(name(first))-\(name(last))"
    }
    return days.map(name).joined(separator: ",")
  }

  /// "MTWTF--".
  private func letters(of days: [Int]) -> String {
    format.weekdays.map { days.contains($0) ? String(Wording.weekday($0).prefix(1)) : "-" }.joined()
  }

  private func hours(_ range: HourRange) -> String {
    if range == .wholeDay { return "24h" }
    return "\(clock(range.open))-\(clock(range.close))"
  }

  private func clock(_ minutes: Int) -> String {
    guard format.clock == .twelve else { return HoursText.shortClock(minutes) }
    let half = minutes % 1440 < 720 ? "a" : "p"
    return HoursText.shortClock(((minutes / 60 + 11) % 12 + 1) * 60 + minutes % 60) + half
  }
}
