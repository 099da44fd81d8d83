import CalendarAPI
import CalendarModel
import JSON

/// Loading, saving and leaving.
extension Model {
  /// Starts a call; the answer comes as a message with its number.
  mutating func start(_ kind: Request.Kind) -> Int {
    // What it brings, or changes, is no longer what bookers were offered.
    offeredSlots.forgetAll()
    lastRequestID += 1
    request = Request(id: lastRequestID, kind: kind)
    return lastRequestID
  }

  /// What to do first, when the program has started.
  package mutating func begin() -> [Effect] {
    document == nil && !source.isFile ? [.load(request: start(.load))] : []
  }

  /// Shows a calendar that was read from a file.
  package mutating func open(_ calendar: JSONValue, duplicateKeys: [JSONPath] = []) {
    var opened = CalendarDocument(calendar: calendar, today: today)
    opened.names = lookUps.names
    sendsUndocumented = false
    replaceDocument(by: opened)
    serverProblems.clearAll()
    banner = duplicateKeys.isEmpty ? nil : Banner(duplicateKeys: duplicateKeys)
    let isInList = workspace.isInList
    workspace.choose(entry: workspace.entry)
    workspace.isInList = isInList
    repairFocus()
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
      layers.append(
        ConfirmLayer(
          "Load again?",
          lines: ["\(changesInWords) would be lost, without undo, unless you keep them."],
          answers: [
            .init(key: "m", text: "Load again and keep the changes", action: .loadAndMerge),
            .init(key: "l", text: "Load again and lose the changes", action: .reload),
            .init(key: "k", text: "Keep editing", action: nil),
          ]))
      return []
    }
    banner = nil
    waits = 0
    return [source.isFile ? .readFile(.load) : .load(request: start(.load))]
  }

  /// Loads the calendar and puts it together with what is changed here.
  mutating func loadAndMerge() -> [Effect] {
    guard document?.isModified == true else { return reload(asked: true) }
    banner = nil
    waits = 0
    return [source.isFile ? .readFile(.merge) : .load(request: start(.merge))]
  }

  /// What the service, or the file, holds now, for the changes that are not saved.
  mutating func finish(merge theirs: JSONValue) {
    guard let document else { return }
    let merge = CalendarMerge(
      base: document.base, theirs: theirs, mine: document.current, names: document.names)
    guard merge.conflicts.isEmpty else {
      layers.append(ConflictLayer(merge, for: .loading))
      return
    }
    finish(merge, [:])
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

  /// What others have changed, in words.
  static func report(_ merge: CalendarMerge) -> [String] {
    merge.takenOver.map { "Changed by somebody else meanwhile: \($0.text)" }
  }

  var changesInWords: String {
    let count = document?.validation.modifiedKeys.count ?? 0
    return count == 1 ? "1 changed property" : "\(count) changed properties"
  }

  mutating func openReview() {
    guard let document else { return }
    self.document?.close()
    guard document.isModified else {
      say("Nothing is changed, so there is nothing to save.")
      return
    }
    layers.append(
      ReviewLayer(document, isSent: !writesCalendar, keepsUndocumented: sendsUndocumented))
  }

  /// What an update sends, with nested undocumented keys or without them.
  func updateBody(of document: CalendarDocument) -> UpdateBody {
    UpdateBody(document, keepsUndocumented: sendsUndocumented)
  }

  mutating func showBody() {
    guard let document else { return }
    let body = updateBody(of: document)
    layers.append(TextLayer("JSON body of the update", text: body.json.printed(.readable)))
  }

  /// Sends what is changed, or writes it to the file.
  ///
  /// - Parameters:
  ///   - asked: whether the user has agreed to send errors.
  ///   - checks: whether the service is asked for changes of others first.
  mutating func send(asked: Bool, checks: Bool) -> [Effect] {
    guard let document else { return [] }
    let body = updateBody(of: document)
    guard writesCalendar || !body.isEmpty else {
      say("An update cannot take properties away, and nothing else is changed.", .problem)
      return []
    }
    let errors = errorsInChanges
    if !errors.isEmpty, !asked {
      layers.append(
        ConfirmLayer(
          errors.count == 1 ? "There is an error" : "There are \(errors.count) errors",
          lines: [
            writesCalendar
              ? "The service would probably refuse this:" : "The service will probably refuse this:"
          ]
            + errors.prefix(4).map {
              "\(symbols.error) \(document.place($0.path)): \($0.message)"
            },
          answers: [
            .init(key: "g", text: "Go to the first error", action: .nextProblem),
            .init(
              key: "s", text: writesCalendar ? "Write anyway" : "Send anyway",
              action: checks ? .send : .saveUnchecked),
            .init(key: "b", text: "Back", action: nil),
          ]))
      return []
    }
    if source.output != nil { return [.writeBody(body.json)] }
    return startSave(checks: checks)
  }

  /// Whether a save writes the whole calendar back to its file.
  var writesCalendar: Bool { source.isFile && source.output == nil }

  /// The errors in what would be sent.
  var errorsInChanges: [Problem] {
    (document?.validation.problemsOfChanges ?? []).filter { $0.severity == .error }
  }

  mutating func quit(asked: Bool) -> [Effect] {
    guard document?.isModified == true || refusedEdit != nil, !asked else {
      return leave(keepsDraft: isDraftUndecided)
    }
    layers.append(
      ConfirmLayer(
        "Quit?",
        lines: (document?.isModified == true ? ["\(changesInWords) not saved."] : [])
          + (refusedEdit == nil ? [] : ["A refused JSON would be lost."]),
        answers: [
          .init(key: "s", text: "Review and save", action: .review)
        ]
          + (document?.isModified == true && canKeepDraft
            ? [.init(key: "d", text: "Quit and keep the draft", action: .quitKeepingDraft)] : [])
          + [
            .init(key: "q", text: "Quit and lose the changes", action: .quit),
            .init(key: "k", text: "Keep editing", action: nil),
          ]))
    return []
  }

  /// Whether a draft of the changes is on disk when the program ends.
  var canKeepDraft: Bool { keepsDraft && draftProblem == nil }

  /// Ends the program; the next start for this calendar offers to go on with the changes.
  func quitKeepingDraft() -> [Effect] { leave(keepsDraft: true) }

  private func leave(keepsDraft: Bool) -> [Effect] {
    (request.map { [.cancel(request: $0.id)] } ?? []) + [.quit(status: 0, keepsDraft: keepsDraft)]
  }

  mutating func cancelRequest() -> [Effect] {
    guard let request else { return [] }
    self.request = nil
    let report = saving?.report ?? []
    // The wait that the service asked for may be one before a look for what became of a save.
    let isInDoubt = putOff == .confirm
    putOff = nil
    switch request.kind {
    case .load, .merge, .token:
      banner = Banner(
        kind: .warning, title: "\(request.title) was cancelled.",
        details: ["F5 or Alt-R tries again, Ctrl-Q quits."])
    case .wait where saving == nil:
      banner = Banner(
        kind: .warning, title: "Nothing was loaded: the wait was cancelled.",
        details: ["F5 or Alt-R tries again, Ctrl-Q quits."])
    case .check,
      .wait where !isInDoubt:
      saving = nil
      banner = Banner(
        kind: .warning, title: "Nothing was saved: it was cancelled before anything was sent.",
        details: ["Your changes are still here; Ctrl-S sends them."] + report)
    case .save:
      // The service may have taken it or not: it is asked.
      return [.cancel(request: request.id)] + goOn(with: .confirm)
    case .confirm, .wait:
      saving = nil
      banner = Banner(
        kind: .warning, title: "It is not known whether it was saved.",
        details: [
          "Your changes are still here: Ctrl-S looks and sends them again, F5 or Alt-R loads what "
            + "the service has."
        ] + report)
    }
    return [.cancel(request: request.id)]
  }
}

extension Banner {
  init(duplicateKeys: [JSONPath]) {
    let named = duplicateKeys.prefix(3).map(\.description).joined(separator: ", ")
    let more = duplicateKeys.count > 3 ? " and \(duplicateKeys.count - 3) more" : ""
    self.init(
      kind: .warning, title: "A key stands twice: \(named)\(more).",
      details: ["The last one counts, and is the one that is edited."])
  }
}
