import CalendarModel
import JSON

/// Moves that are actions of their own.
extension Model {
  mutating func stepSection(by step: Int) {
    let count = Workspace.entries.count
    let wasInList = workspace.isInList
    workspace.choose(entry: (workspace.entry + step + count) % count)
    if !wasInList { enterForm() }
  }

  /// Changes the row with the focus and goes to the row whose number the change returns.
  mutating func changeRow(
    _ body: (inout CalendarDocument, (list: JSONPath, index: Int)) -> Int
  ) {
    guard let row = focusedItem?.row else { return }
    var target = row.index
    change(row.list) { target = body(&$0, row) }
    let count = document?[row.list]?.array?.count ?? 0
    if count > 0, let line = layout.index(of: row.list.appending(min(target, count - 1))) {
      focus(line: line)
    }
  }

  mutating func moveRow(by step: Int) {
    guard let row = focusedItem?.row else { return }
    let target = row.index + step
    guard document?[row.list.appending(target)] != nil else {
      say(step < 0 ? "This is the first row." : "This is the last row.")
      return
    }
    changeRow { document, row in
      document.moveRow(row.index, of: row.list, to: target)
      return target
    }
  }

  /// Goes to the next place with a problem, after the last one to the first.
  mutating func goToNextProblem() {
    guard let target = nextProblem() else {
      say("There are no problems.", .success)
      return
    }
    go(to: target)
  }

  private func nextProblem() -> JSONPath? {
    let keys = CalendarSchema.all.map(\.key)
    let here = focusedItem?.path ?? JSONPath()
    let start = here.topKey.flatMap(keys.firstIndex(of:))
    if let start {
      if let path = problem(in: keys[start], after: here) { return path }
    }
    for offset in 0..<keys.count {
      let key = keys[((start ?? -1) + 1 + offset) % keys.count]
      if let path = problem(in: key, after: nil) { return path }
    }
    return nil
  }

  /// The first place with a problem in a property, or the first behind another place in it.
  private func problem(in key: String, after place: JSONPath?) -> JSONPath? {
    guard let validation = document?.validation else { return nil }
    let root = JSONPath([.key(key)])
    let said = serverProblems.paths.filter { $0.topKey == key }
    let row = place?.row
    if CalendarSchema.field(key)?.isList == true {
      if row == nil, place == nil {
        let own = validation.problems(at: root).filter { $0.severity > .note }
        if !own.isEmpty || said.contains(root) { return root }
      }
      if let row, let place {
        let inRow = root.appending(row)
        let paths = paths(under: inRow, validation, said)
        if let next = following(place, in: paths) { return next }
      }
      let from = (row ?? -1) + 1
      let found = validation.firstProblem(in: key, fromRow: from)?.path
      let saidNext = said.first { ($0.row ?? -1) >= from }
      return [found, saidNext].compactMap { $0 }.min { ($0.row ?? 0) < ($1.row ?? 0) }
    }
    let paths = paths(under: root, validation, said)
    guard let place else { return paths.first }
    return following(place, in: paths)
  }

  /// The places with problems under a path, in the order of the form.
  private func paths(
    under path: JSONPath, _ validation: Validation, _ said: [JSONPath]
  ) -> [JSONPath] {
    var paths: [JSONPath] = []
    for problem in validation.problems(under: path) where problem.severity > .note {
      if !paths.contains(problem.path) { paths.append(problem.path) }
    }
    for place in said where place.hasPrefix(path) && !paths.contains(place) {
      paths.append(place)
    }
    return paths
  }

  private func following(_ place: JSONPath, in paths: [JSONPath]) -> JSONPath? {
    if let index = paths.firstIndex(of: place) {
      return index + 1 < paths.count ? paths[index + 1] : nil
    }
    // Standing elsewhere in the property: the problems further down in the form come next.
    let layout = layout
    let line = workspace.page.focus
    return paths.first { (layout.index(of: $0) ?? Int.max) > line && $0 != place }
  }
}

extension Field {
  var isList: Bool { if case .list = type { true } else { false } }
}
