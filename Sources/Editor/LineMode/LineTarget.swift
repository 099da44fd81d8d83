import CalendarModel
import JSON

/// What a name leads to in line mode.
enum LineTarget: Hashable, Sendable {
  /// A line of the form, by its number there.
  case line(Int)
  /// An entry of the list of sections.
  case section(Int)
  case action(ActionID)

  /// What a name means in what is shown; several where it is not clear.
  ///
  /// A whole name goes before the beginning of one; lines go before sections and actions.
  static func named(_ text: String, in editor: CalendarEditor) -> [LineTarget] {
    let wanted = text.spokenForm
    guard !wanted.isEmpty else { return [] }
    let names = all(in: editor)
    func found(_ isMeant: (String) -> Bool) -> [LineTarget] {
      var found: [LineTarget] = []
      for (target, names) in names where names.contains(where: isMeant) && !found.contains(target) {
        found.append(target)
      }
      return found
    }
    let whole = found { $0 == wanted }
    // A section is called as the action that shows it, and as the line of the overview that leads to
    // it.
    let section = whole.first { if case .section = $0 { true } else { false } }
    let isElsewhere = whole.allSatisfy {
      if case .line(let number) = $0 { editor.layout[number]?.target != nil } else { true }
    }
    if let section, isElsewhere { return [section] }
    return narrowed(whole, in: editor)
      ?? narrowed(found { $0.hasPrefix(wanted) }, in: editor) ?? []
  }

  /// What has the words in its name or, of actions, in what they do; only to be offered.
  static func near(_ text: String, in editor: CalendarEditor) -> [LineTarget] {
    // One of many is meant by the name of all as well: "dates" by "Date hours".
    let words = text.spokenForm.split(separator: " ").map { word in
      word.count > 3 && word.hasSuffix("s") ? word.dropLast() : word
    }
    guard !words.isEmpty else { return [] }
    return all(in: editor).filter { target, names in
      var texts = names
      if case .action(let id) = target { texts.append(Actions.byID[id]?.title.spokenForm ?? "") }
      return texts.contains { text in words.allSatisfy { text.contains($0) } }
    }.map(\.target)
  }

  /// The field, the day or the row of any section that is called just that; nil where none is, or
  /// several are.
  static func elsewhere(_ text: String, in editor: CalendarEditor) -> SearchIndex.Target? {
    let wanted = text.spokenForm
    guard !wanted.isEmpty, let document = editor.document else { return nil }
    var index = SearchIndex()
    index.add(document)
    let fits = zip(index.entries, index.targets).filter { entry, target in
      // Sections are found by ``all(in:)``.
      if case .section = target { return false }
      let label = String(entry.title.split(separator: "›").last ?? "")
      let isKey =
        if case .path(let path) = target {
          path.keys.last.map { $0.lowercased() == wanted || $0.wordsOfName == wanted } ?? false
        } else { false }
      return label.spokenForm == wanted || entry.alias.spokenForm == wanted || isKey
    }
    // A row is meant only where no field is called the same.
    let named = fits.filter { !$0.0.alias.isEmpty }
    let found = (named.isEmpty ? fits : named).map(\.1)
    let top = found.filter { if case .path(let path) = $0 { path.count == 1 } else { true } }
    let targets = Set(top.isEmpty ? found : top)
    return targets.count == 1 ? targets.first : nil
  }

  /// A field of rows in the row with the focus; every other target as it is.
  static func here(_ target: SearchIndex.Target, in editor: CalendarEditor) -> SearchIndex.Target {
    guard case .path(let path) = target, let (list, rest) = path.firstRow,
      let row = editor.rowOfFocus, row.list == list
    else { return target }
    return .path(list.appending(row.index).appending(rest))
  }

  /// That a row has to be chosen first, as a field is one of several rows; nil where it is clear.
  static func rowFirst(_ target: SearchIndex.Target, in editor: CalendarEditor) -> String? {
    guard case .path(let path) = target, let (list, _) = path.firstRow,
      editor.rowOfFocus?.list != list, let count = editor.document?[list]?.array?.count, count > 1,
      let type = CalendarSchema.field(at: list)?.objectType
    else { return nil }
    let section = list.topKey.flatMap(CalendarSchema.section(of:))?.title ?? ""
    return "There are \(Wording.counted(count, type.noun)); go to one first, "
      + "in \(section), by its number."
  }

  /// The section that hours or dates can be typed in, where a text is just that.
  static func section(takingHours text: String, in editor: CalendarEditor) -> Section? {
    guard text.contains(where: \.isWholeNumber), editor.document != nil else { return nil }
    if let typing = try? WeekTyping(text, day: 1), typing.namesDays { return .weeklyHours }
    return (try? editor.dateTyping(text)) == nil ? nil : .dateHours
  }

  /// The line of the form onto which hours or dates are typed, where a text is just that: hours for
  /// the weekday with the focus, days with their hours, dates with theirs.
  static func line(takingHours text: String, in editor: CalendarEditor) -> Int? {
    if let month = editor.layout.monthLine, editor.isOnDates || text.contains(" "),
      (try? editor.dateTyping(text)) != nil
    {
      return month
    }
    guard editor.layout.week != nil else { return nil }
    let days = lines(in: editor).filter { $0.line.day != nil }
    let here = days.first { $0.number == editor.workspace.page.focus }
    guard let line = here ?? days.first, let day = line.line.day,
      let typing = try? WeekTyping(text, day: day), here != nil || typing.namesDays
    else { return nil }
    return line.number
  }

  /// Of several that fit equally the one that is meant: a line before others, an action that can be
  /// done before others; nil for none.
  private static func narrowed(
    _ found: [LineTarget], in editor: CalendarEditor
  ) -> [LineTarget]? {
    if found.isEmpty { return nil }
    let lines = found.filter { if case .line = $0 { true } else { false } }
    if lines.count == 1 { return lines }
    let possible = found.filter {
      guard case .action(let id) = $0 else { return true }
      return Actions.byID[id]?.availability(editor) == .available
    }
    return possible.isEmpty ? Array(found.prefix(1)) : possible
  }

  /// Everything that has a name here, with its names.
  private static func all(in editor: CalendarEditor) -> [(target: LineTarget, names: [String])] {
    var all: [(target: LineTarget, names: [String])] = []
    if editor.document != nil, !editor.workspace.isInList {
      all += lines(in: editor).map { number, line in
        let words = line.words(editor)
        let label = words.prefix { $0 != ":" }
        let key = line.path?.keys.last ?? ""
        let own =
          line.row == nil && !line.isMonth
          ? [String(label), key, key.wordsOfName] : [words]
        return (.line(number), own.map(\.spokenForm).filter { !$0.isEmpty })
      }
    }
    if editor.document != nil {
      all += Workspace.entries.enumerated().map { (.section($0), [$1.title.spokenForm]) }
    }
    return all
      + Actions.all.map { action in
        (
          .action(action.id),
          [action.spokenName, action.short ?? ""].map(\.spokenForm).filter { !$0.isEmpty }
        )
      }
  }

  /// The lines of the form that can have the focus, by their numbers in the form.
  static func lines(in editor: CalendarEditor) -> [(number: Int, line: any Line)] {
    (0..<editor.layout.count).compactMap { number in
      editor.layout[number].flatMap { $0.isFocusable ? (number, $0) : nil }
    }
  }

  /// What it is called where several are meant.
  func name(in editor: CalendarEditor) -> String {
    switch self {
    case .line(let number): editor.layout[number]?.words(editor) ?? ""
    case .section(let entry): "the section \(Workspace.entries[entry].title)"
    case .action(let id): Actions.byID[id].map { "\($0.spokenName): \($0.title)" } ?? ""
    }
  }
}

extension JSONPath {
  /// The list and the way inside a row, of a path into a row of the calendar; nil for all others.
  fileprivate var firstRow: (list: JSONPath, rest: JSONPath)? {
    guard let place = components.firstIndex(where: { if case .index = $0 { true } else { false } })
    else { return nil }
    return (JSONPath(Array(components[..<place])), JSONPath(Array(components[(place + 1)...])))
  }
}

extension CalendarEditor {
  /// The row that is open or has the focus.
  fileprivate var rowOfFocus: (list: JSONPath, index: Int)? {
    guard !workspace.isInList else { return nil }
    if let row = focusedItem?.row { return row }
    guard case .row(let path) = workspace.page.kind, case .index(let index)? = path.components.last
    else {
      return nil
    }
    return (path.parent, index)
  }
}
