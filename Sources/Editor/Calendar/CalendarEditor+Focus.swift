import CalendarModel
import JSON

/// Where the focus is and how it moves.
extension CalendarEditor {
  /// The line with the focus; nil while the section list has it.
  var focusedItem: (any Line)? {
    guard document != nil, !workspace.isInList else { return nil }
    return layout[workspace.page.focus]
  }

  /// The list that a new row goes to: the one with the focus, or the only one of the form.
  var currentList: (type: ObjectType, path: JSONPath)? {
    guard !workspace.isInList else { return nil }
    if let list = focusedItem?.list { return list }
    let lists = layout.lists
    return lists.count == 1 ? lists[0] : nil
  }

  /// Moves the focus by lines; past the end of a section it goes on in the next one.
  mutating func moveFocus(by step: Int) {
    let layout = layout
    let direction = step < 0 ? -1 : 1
    var target = workspace.page.focus + step
    if step == 1, focusedItem?.isMonth == true, let line = lineOfChosenDate { target = line }
    while let item = layout[target], !item.isFocusable { target += direction }
    if layout[target] != nil {
      focus(line: target)
    } else if abs(step) > 1 {
      focus(line: layout.focusable(from: step < 0 ? 0 : layout.count - 1, step: -direction) ?? 0)
    } else if workspace.pages.count == 1, workspace.page.kind != .allFields {
      let next = workspace.entry + direction
      guard Workspace.entries.indices.contains(next), Workspace.entries[next] != .allFields else {
        return
      }
      workspace.choose(entry: next)
      let entered = self.layout
      focus(
        line: entered.focusable(
          from: direction > 0 ? 0 : entered.count - 1, step: direction) ?? 0)
    }
  }

  /// The line of the first entry from the chosen date on; nil when there is none behind it.
  var lineOfChosenDate: Int? {
    guard let index = document?.dateHours else { return nil }
    let position = index.count(before: dates.cursor.date)
    guard index.places.indices.contains(position) else { return nil }
    return layout.index(of: DateIndex.path.appending(index.places[position].row))
  }

  mutating func focus(line: Int) {
    document?.close()
    latest.letters = ""
    workspace.page.focus = line
    if layout.monthLine != nil, let row = layout[line]?.row {
      followDate(row.list.appending(row.index))
    }
  }

  /// Chooses the day of an entry in the month.
  mutating func followDate(_ path: JSONPath) {
    guard path.topKey == DateIndex.path.topKey, let row = path.row,
      let date = document?.dateHours.date(ofRow: row)
    else { return }
    dates.cursor.unmark()
    dates.cursor.go(to: date)
  }

  /// Unfolds the entries of days that have passed when the one at a path is among them.
  mutating func reveal(_ path: JSONPath) {
    guard path.topKey == DateIndex.path.topKey, let row = path.row,
      let date = document?.dateHours.date(ofRow: row), date < today
    else { return }
    dates.showsPast = true
  }

  /// Enters the form from the section list.
  mutating func enterForm() {
    workspace.isInList = false
    focus(line: layout.focusable(from: workspace.page.focus, step: 1) ?? 0)
  }

  /// Goes one level up: out of a row, then to the section list.
  ///
  /// - Returns: false at the top.
  mutating func goBack() -> Bool {
    document?.close()
    latest.letters = ""
    if workspace.isInList { return false }
    if workspace.pages.count > 1 {
      let left = workspace.pages.removeLast()
      // Its place in the form can be another one than it was.
      if case .row(let path) = left.kind {
        if focusedItem?.isMonth == true { followDate(path) }
        guard focusedItem?.row != nil else { return true }
        reveal(path)
        if let line = layout.index(of: path) { focus(line: line) }
      }
    } else {
      workspace.isInList = true
    }
    return true
  }

  /// Opens a row of a list as a form of its own.
  mutating func open(row path: JSONPath) {
    document?.close()
    workspace.pages.append(.init(kind: .row(path)))
    focus(line: layout.focusable(from: 0, step: 1) ?? 0)
  }

  /// Goes to where a property is edited: to the days of the weekly hours and not to their entries,
  /// to the first field of a group.
  mutating func goToEditor(of path: JSONPath) {
    go(to: path)
    if path == WeekHours.path, let monday = layout.firstLine(where: { $0.day == 1 }) {
      focus(line: monday)
    } else if focusedItem?.path == path, let part = focusedItem?.field?.objectType?.fields.first,
      let line = layout.index(of: path.appending(part.key))
    {
      focus(line: line)
    } else if path == DateIndex.path, let line = layout.monthLine {
      focus(line: line)
    }
  }

  /// Goes to the field or row at a path, opening what it stands in.
  mutating func go(to path: JSONPath) {
    guard let document, let key = path.topKey, let section = CalendarSchema.section(of: key),
      let entry = Workspace.entries.firstIndex(of: .section(section))
    else { return }
    notePlace()
    workspace.isInList = false
    workspace.choose(entry: entry)
    reveal(path)
    var here = JSONPath.root
    for component in path.components.dropLast() {
      here.components.append(component)
      guard case .index = component, document[here] != nil else { continue }
      workspace.page.focus = layout.index(of: here) ?? 0
      workspace.pages.append(.init(kind: .row(here)))
    }
    // What has no line of its own is found where it stands.
    var target = path
    while !target.isRoot {
      if let line = layout.index(of: target) {
        focus(line: line)
        return
      }
      target = target.parent
    }
    focus(line: layout.focusable(from: 0, step: 1) ?? 0)
  }

  /// Leaves forms whose row is gone and keeps the focus on a line that is there.
  mutating func repairFocus() {
    while workspace.pages.count > 1, case .row(let path) = workspace.page.kind,
      document?[path] == nil
    {
      workspace.pages.removeLast()
    }
    let layout = layout
    if layout[workspace.page.focus]?.isFocusable != true {
      workspace.page.focus =
        layout.focusable(from: min(workspace.page.focus, layout.count - 1), step: -1) ?? 0
    }
  }
}
