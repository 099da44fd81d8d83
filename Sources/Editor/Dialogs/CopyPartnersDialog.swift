import CalendarModel
import CalendarWork
import TextUI

/// Chooses the calendars that settings or changes go to, or the one that settings come from.
struct CopyPartnersDialog: ListDialog {
  /// What is done with the chosen calendars.
  enum Purpose: Sendable {
    /// One is chosen, to copy from.
    case source(beginningWith: Section?)
    /// Several can be marked, to copy to.
    case targets(CopyChoices)
    /// Several can be marked, to be changed.
    case changes(CalendarChanges)

    /// Whether several can be marked.
    var marks: Bool { if case .source = self { false } else { true } }
  }

  static let keys = KeyTable.list(
    "copyPartners", "Choosing calendars to copy to, to copy from, or to change", take: "Go on",
    taking: "Goes on with the marked calendars, or with the selected one",
    more: [
      KeyBinding(
        .mark, .insert, .control("t"), short: "Mark",
        help: "Marks a calendar that the settings go to, or no longer"),
      KeyBinding(
        .markAll, .alt("a"), short: "Mark all",
        help: "Marks all calendars that are found, or none of them"),
    ])

  private let purpose: Purpose
  private let calendars: [(place: ListedPlace, name: String, detail: String)]
  private var marks: Set<Int> = []
  var list: FilterList

  /// - Parameters:
  ///   - marked: the calendars that are marked from the start.
  ///   - week: says the weekly hours of a calendar.
  init(
    _ purpose: Purpose, _ accounts: AccountDirectory, but here: ListedPlace?,
    marked: Set<ListedPlace> = [], week: (ListedCalendar) -> String
  ) {
    self.purpose = purpose
    let several = accounts.entries.count > 1
    calendars = accounts.entries.flatMap { entry in
      entry.calendars.compactMap { calendar in
        calendar.id.map { id in
          (
            ListedPlace(account: entry.account.id, calendarID: id), calendar.title,
            [calendar.typeText, week(calendar), several ? entry.title : ""]
              .filter { !$0.isEmpty }.joined(separator: " · ")
          )
        }
      }
    }.filter { $0.place != here }.sorted { one, other in
      // What is marked from the start is in sight.
      let (isFirst, isSecond) = (marked.contains(one.place), marked.contains(other.place))
      if isFirst != isSecond { return isFirst }
      return (one.name, one.detail) < (other.name, other.detail)
    }
    list = FilterList([], matching: .wordsAnywhere)
    marks = Set(calendars.indices.filter { marked.contains(calendars[$0].place) })
    show(selected: 0, query: "")
  }

  private mutating func show(selected: Int, query: String) {
    list = FilterList(
      calendars.enumerated().map { index, calendar in
        let mark = purpose.marks ? (marks.contains(index) ? "[x] " : "[ ] ") : ""
        return .init(mark + calendar.name, detail: calendar.detail)
      }, matching: .wordsAnywhere, selected: selected, query: query)
  }

  var title: String {
    switch purpose {
    case .source: "Copy from which calendar?"
    case .targets: "Copy to which calendars?"
    case .changes(let changes):
      "Apply \(Wording.counted(changes.count, "change")) to which calendars?"
    }
  }

  var showsQuery: Bool { true }

  func notice(_ editor: CalendarEditor) -> String? {
    purpose.marks && !marks.isEmpty ? "\(marks.count) marked" : nil
  }

  var whenEmpty: ListPanel.Empty {
    .hint(calendars.isEmpty ? "No other calendar is listed." : "Nothing matches.")
  }

  func hints(_ editor: CalendarEditor) -> [KeyHint] {
    let marking: [KeyHint] =
      purpose.marks ? editor.keymap.hints(.mark, .markAll, in: Self.keys) : []
    return editor.keymap.hints(.take, in: Self.keys) + marking
      + editor.keymap.hints(.leave, in: Self.keys)
  }

  mutating func obey(_ command: ListCommand, _ editor: CalendarEditor) -> DialogResponse {
    guard purpose.marks, let selected = list.selected else { return obeyInList(command) }
    let query = list.query.text
    switch command {
    case .mark:
      if marks.remove(selected) == nil { marks.insert(selected) }
      show(selected: selected, query: query)
      list.move(by: 1)
    case .markAll:
      let found = Set(list.matches)
      if found.isSubset(of: marks) { marks.subtract(found) } else { marks.formUnion(found) }
      show(selected: selected, query: query)
    default: return obeyInList(command)
    }
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
    case .targets(let choices): return [.app(.copyTo(choices, chosen(or: entry)))]
    case .changes(let changes): return [.app(.plan(.changes(changes), chosen(or: entry)))]
    }
  }

  private func chosen(or entry: Int) -> [ListedPlace] {
    (marks.isEmpty ? [entry] : marks.sorted()).map { calendars[$0].place }
  }

  func frame(in room: Rect) -> Rect {
    let rows = list.entries.count + (marks.isEmpty ? 4 : 5)
    return room.centered(rows: min(room.rows, max(5, rows)), columns: 76)
  }
}
