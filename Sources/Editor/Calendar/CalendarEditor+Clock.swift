import CalendarModel
import JSON

/// The clock of the calendar, and the day that it says it is.
extension CalendarEditor {
  /// Asks for the time zone of the sub-account, unless it is known.
  func lookUpZone(_ location: String) -> [Effect] {
    zone.name == nil ? [.lookUpZone(locationID: location, named: zoneOfCalendar)] : []
  }

  /// The zone that the calendar itself names; the documents know none.
  var zoneOfCalendar: String? {
    ["timezone", "timeZone"].lazy.compactMap { document?.base[key: $0]?.text }
      .first { !$0.isEmpty }
  }

  /// Takes in whose clock it is; what it shows follows.
  mutating func finish(zone result: Result<CalendarClock, ZoneFailure>) -> [Effect] {
    switch result {
    case .success(let clock):
      zone = clock.zone.map { .named($0) } ?? .machine(why: nil)
      document?.zone = clock.zone.map { NamedZone(name: $0, offsets: clock.offsets) }
    case .failure(let failure): zone = .machine(why: failure.reason)
    }
    refreshPreview()
    return [.readClock]
  }

  /// Goes by the day that has begun: the rules, the entries that are past, and the month.
  mutating func beginDay(after former: CalendarDate) {
    let row = focusedItem?.row.map { $0.list.appending($0.index) }
    let today = today
    document?.begin(day: today)
    // Whoever stands on today, and has not begun to choose, goes with it.
    if dates.cursor.date == former, dates.cursor.anchor == nil, input?.isPending != true {
      dates.cursor.go(to: today)
    }
    // An entry that is past now may have gone from above the one with the focus.
    if let line = row.flatMap({ layout.index(of: $0) }) { workspace.page.focus = line }
    repairFocus()
  }
}
