import CalendarModel

/// Two open calendars, with what differs marked in both; one key flips between them.
extension App {
  /// Compares what is shown with the calendar that was shown before, or ends that.
  mutating func compare() {
    if calendar.comparison != nil {
      for id in order { self[id].comparison = nil }
      compared = nil
      calendar.say("The calendars are not compared any more.")
      return
    }
    guard let other = previousCalendar, self[other].document != nil, calendar.document != nil else {
      calendar.say("Show another calendar first, and then this one.", .problem)
      return
    }
    compared = ComparedCalendars(one: shown, other: other)
    refreshComparison()
    let key = display.keymap.hint(.previousCalendar, saying: "")?.key ?? ""
    calendar.say(
      "\(display.symbols.differs) marks what differs from \(self[other].title); \(key) flips.")
  }

  /// Compares with what the other calendar is now.
  mutating func refreshComparison() {
    guard let compared, isOpen(compared.one), isOpen(compared.other),
      let other = compared.other(than: shown)
    else { return }
    let them = self[other]
    calendar.comparison = them.document.map { CalendarComparison(them.title, $0) }
  }

  /// The calendar that was on the screen before this one; nil where there is none.
  var previousCalendar: CalendarID? { visitedCalendars.last { $0 != shown } }
}

/// The two calendars that are compared.
struct ComparedCalendars: Sendable {
  let one: CalendarID
  let other: CalendarID

  func other(than id: CalendarID) -> CalendarID? {
    id == one ? other : id == other ? one : nil
  }
}
