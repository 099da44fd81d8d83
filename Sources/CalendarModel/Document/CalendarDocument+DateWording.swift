import JSON

/// What the form says about a date.
extension CalendarDocument {
  /// "Thu 2026-12-24: closed"; for a day without an entry, which hours apply instead.
  package func summary(of date: CalendarDate) -> String {
    let day = "\(date.shortWeekdayName) \(date)"
    switch dateState(of: date) {
    case .closed: return "\(day): closed"
    case .open(let ranges): return "\(day): \(HoursText.format(ranges, in: format))"
    case .deleted: return "\(day): deleted when saved"
    case .none: return "\(day): no entry\(instead(of: date))"
    }
  }

  private func instead(of date: CalendarDate) -> String {
    switch AvailabilityType(in: current) {
    case .both?:
      let ranges = weekHours[date.weekday].ranges.merged
      return ranges.isEmpty
        ? ", and \(date.weekdayName)s are closed"
        : ", so the hours of \(date.weekdayName)s: \(HoursText.format(ranges, in: format))"
    case .dates?: return ", so it cannot be booked"
    case .weekly?, nil: return ""
    }
  }

  /// What is odd about the entries of a day, and what their ids mean for a save.
  package func remarks(on date: CalendarDate) -> [String] {
    let list = self[DateIndex.path]
    let rows = dateHours.rows(on: date)
    let row = dateHours.effectiveRow(on: date) ?? rows.first
    return dateHours.notes(on: date, in: list, format: format)
      + (row.flatMap(dateExplanation).map { [$0] } ?? [])
  }

  /// What the id of an entry, or its absence, means for a save; nil where there is nothing to say.
  package func dateExplanation(ofRow row: Int) -> String? {
    let path = DateIndex.path.appending(row)
    return self[path].flatMap { DateEntry($0).explanation(wasLoaded: !isInNewRow(path)) }
  }

  /// Whether an entry is new: it was not loaded and has no id.
  package func isNewDate(_ row: Int) -> Bool {
    let path = DateIndex.path.appending(row)
    return self[path]?.serviceID == nil && isInNewRow(path)
  }
}
