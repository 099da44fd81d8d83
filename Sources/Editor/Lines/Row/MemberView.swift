import CalendarModel
import JSON
import TextUI

/// Where the columns of the table of team members stand.
struct MemberColumns {
  struct Column {
    let start: Int
    let width: Int
  }

  let primary: Column
  let name: Column
  let priority: Column
  let locations: Column

  /// - Parameters:
  ///   - width: of the form, with two cells at its end for the mark of a problem.
  init(width: Int, indent: Int) {
    let isNarrow = width < 52
    let hasWord = width >= 76
    let start = isNarrow ? 3 : 3 + 2 * indent
    let gap = isNarrow ? 1 : 2
    let room = width - 3 - start
    // Where it is narrow there is room for the mark only, and the heading leaves its word out.
    primary = Column(start: start, width: hasWord ? 7 : 3)
    let priorityWidth = isNarrow ? 6 : 8
    let rest = room - primary.width - priorityWidth - 3 * gap
    let nameWidth = min(28, max(8, rest / 2))
    name = Column(start: start + primary.width + gap, width: nameWidth)
    priority = Column(start: name.start + nameWidth + gap, width: priorityWidth)
    let locationsStart = priority.start + priorityWidth + gap
    locations = Column(start: locationsStart, width: max(0, width - 3 - locationsStart))
  }
}

/// The heading of the table of team members.
struct MemberHeadView: LineView {
  private let columns: MemberColumns

  init(width: Int, indent: Int) {
    columns = MemberColumns(width: width, indent: indent)
  }

  var height: Int { 1 }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, rect: Rect, isFocused: Bool) {
    let titles = [
      ("Primary", columns.primary), ("Name", columns.name),
      (columns.priority.width < 8 ? "Prior." : "Priority", columns.priority),
      ("Locations", columns.locations),
    ]
    for (title, column) in titles where column.width > 3 {
      grid.draw(
        TextWrap.cut(title, width: column.width), row: rect.row, column: rect.column + column.start,
        width: column.width, style: editor.theme.style(.heading))
    }
  }
}

/// A team member as a row of a table: primary mark, name, priority, locations, problems.
struct MemberView: LineView {
  private let path: JSONPath
  private let index: Int
  private let columns: MemberColumns

  init(list: JSONPath, index: Int, width: Int, indent: Int) {
    path = list.appending(index)
    self.index = index
    columns = MemberColumns(width: width, indent: indent)
  }

  var height: Int { 1 }

  func draw(_ editor: CalendarEditor, in grid: inout Grid, rect: Rect, isFocused: Bool) {
    guard let document = editor.document, let member = document[path] else { return }
    let theme = editor.theme
    LineMetrics.drawMarks(
      isFocused: isFocused, isChanged: document.isChanged(path), editor, in: &grid, rect: rect)
    func put(_ text: String, _ column: MemberColumns.Column, _ role: Theme.Role = .text) {
      grid.draw(
        TextWrap.cut(text, width: column.width), row: rect.row, column: rect.column + column.start,
        width: column.width, style: theme.style(isFocused && role == .text ? .focusedLabel : role))
    }
    let name = document.summary(member, .teamMember)
    put(primaryMark(member, editor.symbols), columns.primary)
    if name.isEmpty { put("no user chosen", columns.name, .unset) } else { put(name, columns.name) }
    let priority = priority(member)
    put(priority.text, columns.priority, priority.isSet ? .text : .unset)
    let places = member[member: MemberKey.locationConfigurations]?.array ?? []
    put(
      places.isEmpty ? "none" : MemberWording.places(places), columns.locations,
      places.isEmpty ? .unset : .text)
    RowMarks.draw(problemsOf: path, editor, in: &grid, rect: rect)
    if isFocused {
      grid.cursor = Position(row: rect.row, column: rect.column + columns.primary.start + 1)
    }
  }

  /// A radio button; what is neither yes nor no has a mark of its own.
  private func primaryMark(_ member: JSONValue, _ symbols: Symbols) -> String {
    switch member[member: MemberKey.isPrimary] {
    case true: "(\(symbols.changed))"
    case nil, .null, false: "( )"
    default: "(?)"
    }
  }

  private func priority(_ member: JSONValue) -> (text: String, isSet: Bool) {
    guard let value = member[member: MemberKey.priority], !value.isNull else {
      return (member[member: MemberKey.priority] == nil ? "unset" : "null", false)
    }
    let field = CalendarSchema.field(at: path.appending(MemberKey.priority))
    return (Wording.value(value, of: field).lowercased(), true)
  }
}

/// Short forms for the table.
enum MemberWording {
  /// Where a member meets bookers: "Custom: Room 4; Phone".
  static func places(_ places: [JSONValue]) -> String {
    places.map { RowSummary.name(of: $0, .location) }
      .joined(separator: "; ")
  }

  /// A member in words: "Ana Ferro, primary, priority medium, meets at Custom: Room 4".
  static func words(_ member: JSONValue, at path: JSONPath, _ document: CalendarDocument) -> String
  {
    let name = document.summary(member, .teamMember)
    let priority = path.appending(MemberKey.priority)
    let places = member[member: MemberKey.locationConfigurations]?.array ?? []
    let isPrimary =
      switch member[member: MemberKey.isPrimary] {
      case true: "primary"
      case nil, .null, false: "not primary"
      default: "neither primary nor not"
      }
    return [
      name.isEmpty ? "no user chosen" : name, isPrimary,
      "priority "
        + Wording.value(document[priority], of: CalendarSchema.field(at: priority)).lowercased(),
      places.isEmpty ? "no locations" : "meets at \(Self.places(places))",
    ].joined(separator: ", ")
  }
}

/// The mark of the worst problem of a row, at its end.
enum RowMarks {
  /// - Returns: how many cells it took.
  @discardableResult
  static func draw(
    problemsOf path: JSONPath, _ editor: CalendarEditor, in grid: inout Grid, rect: Rect
  ) -> Int {
    var worst = editor.document?.validation.worst(under: path)
    if editor.serverProblems.isAny(under: path) { worst = .error }
    guard let worst, worst > .note else { return 0 }
    let (mark, role) = NoteLines.mark(worst, editor.symbols)
    grid.draw(
      mark, row: rect.row, column: rect.endColumn - mark.displayWidth - 1,
      style: editor.theme.style(role))
    return mark.displayWidth + 1
  }
}
