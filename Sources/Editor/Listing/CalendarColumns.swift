import CalendarModel
import TextUI

/// The columns of the list of calendars, as many as the screen has room for.
struct CalendarColumns {
  private enum Column: CaseIterable {
    case state, duration, week, problems, marks, type, members, group

    var title: String {
      switch self {
      case .state: "State"
      case .duration: "Length"
      case .week: "Week"
      case .problems: "Wrong"
      case .marks: "Mark"
      case .type: "Type"
      case .members: "Team"
      case .group: "Group"
      }
    }

    var width: Int {
      switch self {
      case .state: 6
      case .duration: 8
      case .week: WeekGlance.width
      case .problems: 6
      case .marks: 4
      case .type: 15
      case .members: 4
      case .group: 18
      }
    }
  }

  /// The least room for the name of a calendar.
  private static let leastName = 16
  private static let gap = 2

  private let content: CalendarListContent
  private let editor: CalendarEditor
  private let columns: [Column]
  private let nameWidth: Int

  init(width: Int, _ content: CalendarListContent, _ editor: CalendarEditor) {
    self.content = content
    self.editor = editor
    var room = width - 4 - Self.leastName
    // From the most to the least needed.
    columns = Column.allCases.prefix { column in
      room -= column.width + Self.gap
      return room >= 0
    }
    let used = columns.reduce(0) { $0 + $1.width + Self.gap }
    nameWidth = max(Self.leastName, min(48, width - 4 - used))
  }

  /// What the columns are called.
  var titles: String {
    ([Self.nameTitle] + columns.map(\.title)).filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private static let nameTitle = "Calendar"

  func drawTitles(in grid: inout Grid, _ rect: Rect) {
    let style = editor.theme.style(.heading)
    grid.draw(Self.nameTitle, row: rect.row, column: rect.column + 3, style: style)
    each(from: rect.column + 3 + nameWidth + Self.gap) { column, at in
      grid.draw(column.title, row: rect.row, column: at, width: column.width, style: style)
    }
  }

  func draw(
    _ row: CalendarListContent.Row, isSelected: Bool, in grid: inout Grid, _ rect: Rect
  ) {
    let theme = editor.theme
    switch row {
    case .heading(let title, let count):
      grid.draw(
        TextWrap.cut("\(title)  \(count)", width: rect.columns - 2), row: rect.row,
        column: rect.column + 1, style: theme.style(.heading))
    case .calendar(let index):
      let calendar = content.calendars[index]
      grid.draw(isSelected ? editor.symbols.focus : " ", row: rect.row, column: rect.column)
      if let place = content.place(of: index), content.marks.contains(place) {
        grid.draw("*", row: rect.row, column: rect.column + 1, style: theme.style(.changed))
      }
      grid.draw(
        TextWrap.cut(calendar.title, width: nameWidth), row: rect.row, column: rect.column + 3,
        width: nameWidth, style: theme.style(isSelected ? .focusedLabel : .text))
      if isSelected { grid.cursor = Position(row: rect.row, column: rect.column + 3) }
      each(from: rect.column + 3 + nameWidth + Self.gap) { column, at in
        let (text, role) = cell(column, index)
        grid.draw(
          TextWrap.cut(text, width: column.width), row: rect.row, column: at,
          width: column.width, style: theme.style(role))
      }
    }
  }

  /// A row in words.
  func words(of row: CalendarListContent.Row) -> String {
    switch row {
    case .heading(let title, let count): return "\(title): \(count)"
    case .calendar(let index):
      let place = content.place(of: index)
      let isMarked = place.map(content.marks.contains) ?? false
      return ([content.calendars[index].title] + columns.map { cell($0, index).text })
        .filter { !$0.isEmpty }.joined(separator: ", ") + (isMarked ? ", marked" : "")
    }
  }

  /// A row without marks, for line mode: "Bridal Trial, active, 30 min, Mon–Fri 9–17, 1 error".
  func sentence(of row: CalendarListContent.Row) -> String {
    guard case .calendar(let index) = row else { return words(of: row) }
    let place = content.place(of: index)
    let counts = content.problems(of: index)
    let members = content.calendars[index].memberIDs.count
    let parts: [String?] = [
      content.calendars[index].title, cell(.state, index).text, cell(.duration, index).text,
      week(index),
      counts.errors > 0 ? Wording.counted(counts.errors, "error") : nil,
      counts.warnings > 0 ? Wording.counted(counts.warnings, "warning") : nil,
      content.marks(of: index, editor.symbols).map(\.meaning).joined(separator: ", "),
      cell(.type, index).text, members > 0 ? Wording.counted(members, "member") : nil,
      content.calendars[index].groupName.flatMap {
        $0 == content.calendars[index].groupID ? nil : $0
      }, place.map(content.marks.contains) == true ? "marked" : nil,
    ]
    return parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// The weekly hours in words; the column of the screen has letters in places.
  private func week(_ index: Int) -> String {
    content.calendars[index].weekInWords(editor.format)
  }

  private func each(from column: Int, _ body: (Column, Int) -> Void) {
    var at = column
    for column in columns {
      body(column, at)
      at += column.width + Self.gap
    }
  }

  private func cell(_ column: Column, _ index: Int) -> (text: String, role: Theme.Role) {
    let calendar = content.calendars[index]
    switch column {
    case .state:
      return (calendar.state.label.lowercased(), calendar.state == .active ? .text : .hint)
    case .duration: return (calendar.duration, .text)
    case .week: return (calendar.week(WeekGlance(editor.format)), .text)
    case .problems:
      let counts = content.problems(of: index)
      if counts.errors > 0 { return ("\(editor.symbols.error)\(counts.errors)", .error) }
      return counts.warnings > 0
        ? ("\(editor.symbols.warning)\(counts.warnings)", .warning) : ("", .text)
    case .marks: return (marks(index), .changed)
    case .type: return (calendar.typeText, .text)
    case .members: return (calendar.memberCount, .text)
    case .group: return (calendar.groupName ?? "", .text)
    }
  }

  private func marks(_ index: Int) -> String {
    content.marks(of: index, editor.symbols).map(\.mark).joined()
  }
}
