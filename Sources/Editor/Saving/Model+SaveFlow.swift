import CalendarAPI
import CalendarModel
import JSON

/// The way of a save: check, send, confirm; that to a file ends with its writing.
extension Model {
  /// Begins a save whose errors, if any, have been agreed to.
  ///
  /// - Parameter checks: whether the calendar, or its file, is loaded again first.
  mutating func startSave(checks: Bool) -> [Effect] {
    guard let document else { return [] }
    layers = []
    banner = nil
    waits = 0
    saving = SaveFlow(before: document.base)
    return goOn(with: checks ? .check : .put)
  }

  /// Does the next step of a save.
  mutating func goOn(with step: SaveFlow.Step) -> [Effect] {
    guard saving != nil, let document else { return [] }
    switch step {
    case .check: return [source.isFile ? .readFile(.check) : .load(request: start(.check))]
    case .confirm: return [.load(request: start(.confirm))]
    case .put:
      let body = updateBody(of: document)
      guard writesCalendar ? document.isModified : !body.isEmpty else {
        let report = saving?.report ?? []
        saving = nil
        let holder = source.isFile ? "file" : "service"
        banner = Banner(
          kind: .success, title: "There is nothing left to save: the \(holder) has it already.",
          details: report)
        return []
      }
      if writesCalendar { return [.writeCalendar(document.stored)] }
      saving?.sent = body.json
      return [.save(request: start(.save), body: body.json)]
    }
  }

  // MARK: Before

  /// What the service held when it was asked before the save.
  mutating func finish(check result: Result<LoadedCalendar, ServiceError>) -> [Effect] {
    guard let document, saving != nil else { return [] }
    switch result {
    case .success(let loaded): return goOn(onto: loaded.calendar, document)
    case .failure(let error):
      if let effects = putOff(.check, error) { return effects }
      saving = nil
      banner = Banner(error)
      layers.append(
        ConfirmLayer(
          "Save without looking?",
          lines: [
            "Whether somebody else changed the calendar could not be seen: \(error.title).",
            "Nothing has been sent yet.",
          ],
          answers: [
            .init(key: "r", text: "Look again", action: .send),
            .init(key: "s", text: "Save without looking", action: .saveUnchecked),
            .init(key: "k", text: "Keep editing", action: nil),
          ]))
      return []
    }
  }

  /// Goes on when it is known what is held now; asks first where both sides changed something.
  mutating func goOn(onto theirs: JSONValue, _ document: CalendarDocument) -> [Effect] {
    let merge = CalendarMerge(
      base: document.base, theirs: theirs, mine: document.current, names: document.names)
    guard merge.conflicts.isEmpty else {
      layers.append(ConflictLayer(merge))
      return []
    }
    takeOver(merge, [:])
    return goOn(with: .put)
  }

  /// Makes what the service holds the base, with the user's choices where both sides changed
  /// something.
  mutating func takeOver(
    _ merge: CalendarMerge, _ choices: [CalendarMerge.Conflict.ID: CalendarMerge.Side]
  ) {
    change(.root) { $0.rebase(merge, choices) }
    saving?.before = merge.theirs
    saving?.report = Self.report(merge)
  }

  // MARK: After

  /// What the service holds after a save whose answer was lost.
  mutating func finish(confirm result: Result<LoadedCalendar, ServiceError>) -> [Effect] {
    guard let flow = saving, let document else { return [] }
    switch result {
    case .success(let loaded):
      saving = nil
      show(
        SaveOutcome(
          before: flow.before, sent: flow.sent, after: loaded.calendar, names: document.names),
        loaded.calendar, document, flow)
    case .failure(let error):
      if let effects = putOff(.confirm, error) { return effects }
      banner = Banner(
        kind: .error, title: "It is not known whether it was saved.",
        details: [
          "The service could not be asked: \(error.title).", "Your changes are still here.",
        ])
      layers.append(
        ConfirmLayer(
          "Was it saved?",
          lines: ["The answer was lost, and the service could not be asked: \(error.title)."],
          answers: [
            .init(key: "l", text: "Look again", action: .confirmSave),
            .init(key: "k", text: "Keep editing", action: nil),
          ]))
    }
    return []
  }

  private mutating func show(
    _ outcome: SaveOutcome, _ calendar: JSONValue, _ document: CalendarDocument, _ flow: SaveFlow
  ) {
    let why = flow.lost.map { Banner(whyLost: $0) }
    switch outcome {
    case .saved:
      serverProblems.clearAll()
      change(.root) { $0.adopt(saved: calendar) }
      banner = Banner(
        kind: .success, title: "Saved: the answer was lost, but the service has all of it.",
        details: (why?.details ?? []) + flow.report, raw: why?.raw)
    case .notSaved:
      let isLate = flow.mayArriveLate
      banner = Banner(
        kind: .error,
        title: "Not saved\(isLate ? " so far" : ""): nothing has changed at the service.",
        details: (why?.details ?? []) + ["Your changes are still here; Ctrl-S sends them again."]
          + flow.report,
        raw: why?.raw)
      askToSendAgain(
        isLate
          ? "The service has nothing of it so far. What was sent could still arrive."
          : "The service has nothing of it.")
    case .partly(let found), .changedOtherwise(let found):
      let rest = SaveOutcome.rest(of: document.current, after: calendar)
      change(.root) { $0.rebase(onto: calendar, current: rest) }
      // What the service has dropped may be nothing that could be sent once more.
      let isLeft = self.document?.isModified ?? false
      banner = Banner(
        kind: .warning, title: outcome.text,
        details: found.differences.map(\.text)
          + (isLeft ? ["What is left is still here; Ctrl-S shows and sends it."] : [])
          + flow.report,
        raw: why?.raw)
      if isLeft { askToSendAgain(outcome.text) }
    }
  }

  private mutating func askToSendAgain(_ why: String) {
    layers.append(
      ConfirmLayer(
        "Send again?", lines: [why],
        answers: [
          .init(key: "s", text: "Send again", action: .send),
          .init(key: "r", text: "Review first", action: .review),
          .init(key: "k", text: "Keep editing", action: nil),
        ]))
  }
}

extension Banner {
  /// Says why the answer to a save is not known.
  fileprivate init(whyLost error: ServiceError) {
    self.init(
      kind: .error, title: error.title,
      details: [error.title + "."] + error.messages.map(\.text)
        + (error.isHTML ? ["The answer was a web page, from a proxy or gateway in between."] : []),
      raw: error.raw.isEmpty ? nil : error.raw)
  }
}
