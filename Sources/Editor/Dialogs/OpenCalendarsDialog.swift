import TextUI

/// The calendars that are open, with what is changed and what is wrong in each.
struct OpenCalendarsDialog: ListDialog {
  static let keys = KeyTable.list(
    "open", "In the list of open calendars", take: "Go there", taking: "Shows the calendar")

  let title = "Open calendars"
  private let calendars: [OpenCalendar]
  var list: FilterList

  /// - Parameter shown: the one that is on the screen; the one after it is selected.
  init(_ calendars: [OpenCalendar], shown: CalendarID) {
    self.calendars = calendars
    let here = calendars.firstIndex { $0.id == shown }
    list = FilterList(
      calendars.map { calendar in
        .init(
          calendar.title,
          detail: [calendar.stateInWords, calendar.account].filter { !$0.isEmpty }
            .joined(separator: " · "))
      }, matching: .wordsAnywhere, selected: here.map { ($0 + 1) % calendars.count } ?? 0)
  }

  func take(_ entry: Int) -> [DialogCommand] { [.app(.show(calendars[entry].id))] }

  var whenEmpty: ListPanel.Empty {
    .hint(calendars.isEmpty ? "No calendar is open." : "Nothing matches.")
  }

  func frame(in room: Rect) -> Rect {
    room.centered(rows: min(room.rows, max(3, list.entries.count + 3)), columns: 76)
  }
}
