import CalendarAPI
import CalendarModel
import CalendarWork
import JSON

/// Loading a calendar, and loading it again.
extension CalendarEditor {
  /// Starts a call; the answer comes as a message with its number.
  mutating func start(_ kind: Request.Kind) -> Int {
    // What it brings, or changes, is no longer what bookers were offered.
    lookUps.slots.forgetAll()
    calls.lastID += 1
    request = Request(id: calls.lastID, kind: kind)
    return calls.lastID
  }

  /// What to do first, when the program has started.
  package mutating func begin() -> [Effect] {
    document == nil && !source.isFile ? [.load(request: start(.load))] : []
  }

  /// Shows a calendar that was read from a file.
  package mutating func open(_ calendar: JSONValue, duplicateKeys: [JSONPath] = []) {
    if let document, calendar[.locationId] != document.base[.locationId] {
      habits = AccountHabits()
    }
    var opened = CalendarDocument(calendar: calendar, today: today, format: format)
    opened.names = lookUps.lists.names
    forgetSaves()
    replaceDocument(by: opened)
    serverProblems.clearAll()
    banner = duplicateKeys.isEmpty ? nil : Banner(duplicateKeys: duplicateKeys)
    if !source.isFile, !opened.hasID {
      note(
        "The answer contains no calendar id.",
        details: ["Each save checks the calendar first."])
    }
    let isInList = workspace.isInList
    workspace.choose(entry: workspace.entry)
    workspace.isInList = isInList
    repairFocus()
    if let place = arrival {
      arrival = nil
      go(toPlace: place)
      visited = VisitedPlaces()
    }
  }

  /// Keeps what there is to say of how the program was started in sight.
  package mutating func note(_ title: String, details: [String] = []) {
    if banner == nil {
      banner = Banner(kind: .warning, title: title, details: details)
    } else {
      banner?.details += [title] + details
    }
  }

  mutating func reload(asked: Bool) -> [Effect] {
    if document?.isModified == true, !asked {
      dialogs.append(
        ConfirmDialog(
          "Load again?",
          lines: ["\(changesInWords) would be lost unless you keep them. This cannot be undone."],
          answers: [
            .init(key: "m", text: "Load again and keep the changes", action: .loadAndMerge),
            .init(key: "l", text: "Load again and discard the changes", action: .reload),
            .init(key: "k", text: "Keep editing", action: nil),
          ]))
      return []
    }
    banner = nil
    calls.patience = PatientCalls()
    return [source.isFile ? .readFile(.load) : .load(request: start(.load))]
  }

  /// Loads the calendar and puts it together with what is changed here.
  mutating func loadAndMerge() -> [Effect] {
    guard document?.isModified == true else { return reload(asked: true) }
    banner = nil
    calls.patience = PatientCalls()
    return [source.isFile ? .readFile(.merge) : .load(request: start(.merge))]
  }

  /// What the service, or the file, holds now, for the changes that are not saved.
  mutating func finish(merge theirs: JSONValue) {
    guard let document else { return }
    let merge = CalendarMerge(
      base: document.base, theirs: theirs, mine: document.current, names: document.names,
      format: format)
    resolveOrAsk(merge, for: .loading)
  }

  /// Goes on with both, and with the user's choices where both sides changed something.
  mutating func finish(
    _ merge: CalendarMerge, _ choices: [CalendarMerge.Conflict.ID: CalendarMerge.Side]
  ) {
    takeOver(merge, choices)
    banner = Banner(
      kind: .success,
      title: document?.isModified == true
        ? "Loaded again: \(changesInWords) kept." : "Loaded again: nothing is left to save.",
      details: Self.report(merge))
  }

  /// Makes what the service holds the base, with the user's choices where both sides changed
  /// something.
  private mutating func takeOver(
    _ merge: CalendarMerge, _ choices: [CalendarMerge.Conflict.ID: CalendarMerge.Side]
  ) {
    change(.root) { $0.rebase(merge, choices) }
  }

  /// What others have changed, in words.
  static func report(_ merge: CalendarMerge) -> [String] {
    merge.takenOver.map { "Changed by somebody else meanwhile: \($0.text)" }
  }

  var changesInWords: String {
    let count = document?.validation.modifiedKeys.count ?? 0
    return count == 1 ? "1 changed property" : "\(count) changed properties"
  }
}

extension Banner {
  init(duplicateKeys: [JSONPath]) {
    let named = duplicateKeys.prefix(3).map(\.description).joined(separator: ", ")
    let more = duplicateKeys.count > 3 ? " and \(duplicateKeys.count - 3) more" : ""
    self.init(
      kind: .warning, title: "A key occurs twice: \(named)\(more).",
      details: ["The last one counts; caledit edits that one."])
  }
}
