import JSON

/// When the calendar can be booked.
extension SummaryFacts {
  private var availabilityType: AvailabilityType? { AvailabilityType(in: calendar) }

  var availability: String {
    switch availabilityType {
    case .both?: "Weekly hours; date-specific hours replace them on their dates"
    case .weekly?: "Weekly hours only"
    case .dates?: "Date-specific hours only"
    case nil: "Availability \(Wording.meaning(of: .availabilityType, in: calendar))"
    }
  }

  var week: String {
    if let odd = noList(.openHours) { return odd }
    let week = WeekHours(calendar[WeekHours.path])
    let ignored = week.days.reduce(0) { $0 + $1.hours.ignored.count }
    var text = week.isClosed ? "No weekly hours" : week.text(in: format).capitalizedFirst
    if ignored > 0 { text += "; \(Wording.counted(ignored, "range")) ignored" }
    return availabilityType == .dates ? "\(text) (no effect)" : text
  }

  var dateEntries: String {
    if let odd = noList(.availabilities) { return odd }
    var parts: [String] = []
    let days = dates.days(from: CalendarDate(daysSinceEpoch: .min))
    let coming = days.drop { $0 < today }
    if !coming.isEmpty {
      let next = coming.prefix(Self.shown).map { "\($0) \(hours(of: $0))" }
      parts.append(
        "\(Wording.counted(coming.count, "date")) to come: " + next.joined(separator: "; ")
          + (coming.count > next.count ? "; …" : ""))
    }
    let past = days.count - coming.count
    if past > 0 { parts.append("\(Wording.counted(past, "date")) past") }
    if dates.unreadable > 0 {
      parts.append("\(Wording.counted(dates.unreadable, "entry")) without a date")
    }
    if parts.isEmpty { return "No date-specific hours" }
    return parts.joined(separator: "; ") + (availabilityType == .weekly ? " (no effect)" : "")
  }

  private func hours(of date: CalendarDate) -> String {
    guard let hours = dates.hours(of: date, in: calendar[DateIndex.path]) else { return "" }
    let ignored = hours.ignored.count
    return hours.text(in: format)
      + (ignored > 0 ? " (\(Wording.counted(ignored, "range")) ignored)" : "")
  }
}
