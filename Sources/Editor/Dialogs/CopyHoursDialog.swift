import CalendarModel
import TextUI

/// Chooses the days that get the hours of another day.
struct CopyHoursDialog: ListDialog {
  static let keys = KeyTable.list(
    "copyHours", "Copying the hours of a day", take: "Copy",
    taking: "Copies to the marked days, or to those of the line", isNarrowed: false,
    more: [KeyBinding(.mark, .space, short: "Mark", help: "Marks or unmarks the day")])

  /// Groups of days that are chosen at once.
  private static let groups: [(title: String, days: [Int])] = [
    ("Monday to Friday", Array(1...5)), ("Every day", Array(0...6)), ("Saturday, Sunday", [0, 6]),
  ]

  let title: String
  private let day: Int
  /// The other days, in the order of the week.
  private let others: [Int]
  private var marked: Set<Int> = []
  var list: FilterList

  init(_ day: Int, _ editor: CalendarEditor) {
    self.day = day
    others = editor.format.weekdays.filter { $0 != day }
    let hours = HoursText.format(editor.layout.week?.now[day].ranges ?? [], in: editor.format)
    title = "Copy \(Wording.weekday(day)), \(hours), to"
    list = FilterList(Self.entries([], others), matching: .prefixOfTitle)
  }

  private static func entries(_ marked: Set<Int>, _ others: [Int]) -> [FilterList.Entry] {
    groups.map { FilterList.Entry("    \($0.title)") }
      + others.map { other in
        FilterList.Entry((marked.contains(other) ? "[x] " : "[ ] ") + Wording.weekday(other))
      }
  }

  func hints(_ editor: CalendarEditor) -> [KeyHint] {
    editor.keymap.hints(.take, .mark, .leave, in: Self.keys)
  }

  mutating func obey(_ command: ListCommand, _ editor: CalendarEditor) -> DialogResponse {
    guard command == .mark else { return obeyInList(command) }
    let chosen = list.selection
    guard let other = weekday(chosen) else {
      return .stay([.say("Only single days can be marked.", .problem)])
    }
    marked.formSymmetricDifference([other])
    list = FilterList(
      Self.entries(marked, others), matching: .prefixOfTitle, selected: chosen)
    return .stay()
  }

  /// A text names days, one or a group.
  mutating func take(text: String, _ editor: CalendarEditor) -> DialogResponse {
    let wanted = text.spokenForm
    let named = list.entries.indices.filter {
      let name = weekday($0).map(Wording.weekday) ?? Self.groups[$0].title
      return name.spokenForm.hasPrefix(wanted)
    }
    guard !wanted.isEmpty, named.count == 1, let entry = named.first else {
      return .stay([.say("No line, or more than one, is called \(text.inQuotes).", .problem)])
    }
    return .close(take(entry))
  }

  /// The list is never narrowed: what is typed or pasted would take days out of sight.
  func handle(other key: Key, _ editor: CalendarEditor) -> DialogResponse { .ignored }
  func paste(_ text: String, _ editor: CalendarEditor) -> DialogResponse { .stay() }

  func take(_ entry: Int) -> [DialogCommand] {
    let here = weekday(entry).map { [$0] } ?? Self.groups[entry].days
    return [.copyHours(of: day, to: marked.isEmpty ? here : marked.sorted())]
  }

  /// The day on a line; nil for a group.
  private func weekday(_ line: Int) -> Int? {
    let index = line - Self.groups.count
    return others.indices.contains(index) ? others[index] : nil
  }

  func frame(in room: Rect) -> Rect {
    room.centered(rows: list.entries.count + 2, columns: 60)
  }
}
