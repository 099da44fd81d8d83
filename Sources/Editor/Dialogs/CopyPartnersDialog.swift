import CalendarModel
import TextUI

/// Chooses the calendars that settings go to, or the one that they come from.
struct CopyPartnersDialog: ListDialog {
  /// What is done with the chosen calendars.
  enum Purpose: Sendable {
    /// One is chosen, to copy from.
    case source(beginningWith: Section?)
    /// Several can be marked, to copy to.
    case targets(CopyChoices)
  }

  static let keys = KeyTable.list(
    "copyPartners", "Choosing calendars to copy between", take: "Go on",
    taking: "Goes on with the marked calendars, or with the selected one",
    more: [
      KeyBinding(
        .mark, .insert, .control("t"), short: "Mark",
        help: "Marks a calendar that the settings go to, or no longer")
    ])

  private let purpose: Purpose
  private let calendars: [(place: ListedPlace, name: String, detail: String)]
  private var marks: Set<Int> = []
  var list: FilterList

  init(_ purpose: Purpose, _ accounts: AccountDirectory, but here: ListedPlace?) {
    self.purpose = purpose
    let several = accounts.entries.count > 1
    calendars = accounts.entries.flatMap { entry in
      entry.calendars.compactMap { calendar in
        calendar.id.map { id in
          (
            ListedPlace(account: entry.account.id, calendarID: id), calendar.title,
            [calendar.typeText, calendar.week(), several ? entry.title : ""]
              .filter { !$0.isEmpty }.joined(separator: " · ")
          )
        }
      }
    }.filter { $0.place != here }.sorted { ($0.name, $0.detail) < ($1.name, $1.detail) }
    list = FilterList([], matching: .wordsAnywhere)
    show(selected: 0, query: "")
  }

  private mutating func show(selected: Int, query: String) {
    let isMarking = if case .targets = purpose { true } else { false }
    list = FilterList(
      calendars.enumerated().map { index, calendar in
        let mark = isMarking ? (marks.contains(index) ? "[x] " : "[ ] ") : ""
        return .init(mark + calendar.name, detail: calendar.detail)
      }, matching: .wordsAnywhere, selected: selected, query: query)
  }

  var title: String {
    switch purpose {
    case .source: "Copy from which calendar?"
    case .targets: "Copy to which calendars?"
    }
  }

  var showsQuery: Bool { true }

  var whenEmpty: ListPanel.Empty {
    .hint(calendars.isEmpty ? "No other calendar is listed." : "Nothing matches.")
  }

  func hints(_ editor: CalendarEditor) -> [KeyHint] {
    let marking: [KeyHint] =
      if case .targets = purpose { editor.keymap.hints(.mark, in: Self.keys) } else { [] }
    return editor.keymap.hints(.take, in: Self.keys) + marking
      + editor.keymap.hints(.leave, in: Self.keys)
  }

  mutating func obey(_ command: ListCommand, _ editor: CalendarEditor) -> DialogResponse {
    guard case .mark = command, case .targets = purpose, let selected = list.selected else {
      return obeyInList(command)
    }
    if marks.remove(selected) == nil { marks.insert(selected) }
    let query = list.query.text
    show(selected: selected, query: query)
    list.move(by: 1)
    return .stay()
  }

  func take(_ entry: Int) -> [DialogCommand] {
    switch purpose {
    case .source(let section):
      let chosen = calendars[entry]
      return [
        .open(
          CopySettingsDialog(
            .from(chosen.place, name: chosen.name), beginningWith: section))
      ]
    case .targets(let choices):
      let chosen = marks.isEmpty ? [entry] : marks.sorted()
      return [.app(.copyTo(choices, chosen.map { calendars[$0].place }))]
    }
  }

  func frame(in room: Rect) -> Rect {
    room.centered(rows: min(room.rows, max(5, list.entries.count + 4)), columns: 76)
  }
}
