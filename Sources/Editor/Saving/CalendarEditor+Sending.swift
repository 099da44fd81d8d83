import CalendarModel
import CalendarWork
import JSON

/// A save that was asked for and waits for agreements.
struct SaveIntent: Sendable {
  /// Whether the service is asked for changes of others first.
  let checks: Bool
  /// Whether the user has agreed to send what the service will probably refuse.
  let sendsErrors: Bool
}

/// What becomes of changed hours that a schedule governs.
enum HoursDecision: Sendable, Hashable { case send, leaveOut }

/// What a person answers to a question about a save.
enum SaveDecision: Sendable, Hashable {
  /// Send what the service will probably refuse.
  case sendErrors
  /// Send nested keys that no document lists, or leave them out.
  case sendUndocumented, leaveUndocumented
  /// Put back what the save lost, and name the whole calendar in this update, or in all that follow
  /// in this sub-account.
  case sendBack, sendBackAlways
  /// Send hours that a schedule governs, or leave them out.
  case sendHours, leaveHoursOut
  /// Make the call again that was refused, with the same token.
  case tryAgain
  /// Go on editing, and give up a save that has stopped.
  case keepEditing
  /// Give up the edits that the service did not store.
  case takeHeld
}

/// The way to a save: agreements first.
extension CalendarEditor {
  /// Sends what is changed, or writes it to the file.
  ///
  /// - Parameter checks: whether the service is asked for changes of others first.
  mutating func send(checks: Bool) -> [Effect] {
    guard !refusesSending(), !stopAtUnfinished() else { return [] }
    saves.intent = SaveIntent(checks: checks, sendsErrors: false)
    saves.hoursDecision = nil
    return goOnSending()
  }

  /// Refuses to send anything where that was asked for.
  mutating func refusesSending() -> Bool {
    guard isReadOnly else { return false }
    say("Read-only: nothing is sent. Everything can be tried and previewed.", .problem)
    return true
  }

  /// Asks what has to be agreed to, one thing after the other, and saves then.
  private mutating func goOnSending() -> [Effect] {
    guard let document, let intent = saves.intent else { return [] }
    let body = updateBody(of: document)
    if !writesCalendar, body.isEmpty, saves.hoursDecision == .leaveOut {
      (saves.intent, saves.hoursDecision) = (nil, nil)
      say("Only hours that a schedule governs are changed; they were left out.", .problem)
      return []
    }
    if !writesCalendar, body.isEmpty, !body.heldBack.isEmpty {
      saves.intent = nil
      say("Only undocumented keys are changed; they were left out.", .problem)
      return []
    }
    guard writesCalendar || !body.isEmpty else {
      say("An update cannot unset properties, and there are no other changes.", .problem)
      return []
    }
    let errors = errorsInChanges
    if !errors.isEmpty, !intent.sendsErrors {
      askAboutErrors(errors)
      return []
    }
    let governedKeys = GoverningSchedules.governedKeys.map(\.rawValue)
    if !writesCalendar, document.schedules == .asking,
      governedKeys.contains(where: { body.json[key: $0] != nil })
    {
      say("caledit is still checking for governing schedules; save again later.", .problem)
      return []
    }
    let keys = body.json.object?.keys ?? []
    let governing = document.governing
    var agreement = governing.agreement(changedKeys: keys)
    if agreement.isEmpty, case .unknown = governing.state,
      let doubt = governing.doubt(changedKeys: keys)
    {
      agreement = [doubt, ScheduleWording.consequences]
    }
    if !writesCalendar, saves.hoursDecision == nil, !agreement.isEmpty {
      askAboutHours(
        agreement
          + (body.scope == .whole
            ? ["If an update of the whole calendar leaves them out, they may be lost."] : []))
      return []
    }
    if !writesCalendar, habits.sendsUndocumented == nil, let names = undocumentedNames(body) {
      askAboutUndocumented(names)
      return []
    }
    saves.intent = nil
    if source.output != nil {
      saves.hoursDecision = nil
      return [.writeBody(body.json)]
    }
    return startSave(checks: intent.checks)
  }

  /// Does what a person decided.
  mutating func decide(_ decision: SaveDecision) -> [Effect] {
    switch decision {
    case .sendErrors:
      guard let intent = saves.intent else { return [] }
      saves.intent = SaveIntent(checks: intent.checks, sendsErrors: true)
      return goOnSending()
    case .sendUndocumented, .leaveUndocumented:
      let effects = remember { $0.sendsUndocumented = decision == .sendUndocumented }
      // After a refusal the question comes from the save itself.
      if saves.intent == nil {
        saves.intent = SaveIntent(checks: checksBeforeSaving, sendsErrors: true)
      }
      return effects + goOnSending()
    case .sendHours, .leaveHoursOut:
      saves.hoursDecision = decision == .sendHours ? .send : .leaveOut
      return goOnSending()
    case .tryAgain:
      banner = nil
      return resume()
    case .keepEditing: return saves.job?.isInDoubt == true ? [] : dropSave()
    case .sendBack: return sendBack()
    case .sendBackAlways: return remember { $0.sendsWhole = true } + sendBack()
    case .takeHeld:
      guard let last = saves.last else { return [] }
      change(.root) { $0.takeHeld(last) }
      say(
        "The form shows what the service holds; \(keymap.word(of: .undo)) brings your edits back.",
        .success)
      return []
    }
  }

  /// Notes something about the sub-account, for this session and the next ones.
  mutating func remember(_ body: (inout AccountHabits) -> Void) -> [Effect] {
    let before = habits
    body(&habits)
    guard habits != before, let location = document?.base[.locationId]?.text else {
      return []
    }
    return [.rememberHabits(habits, locationID: location)]
  }

  private mutating func askAboutErrors(_ errors: [Problem]) {
    guard let document else { return }
    dialogs.append(
      ConfirmDialog(
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
            key: "s", text: writesCalendar ? "Write anyway" : "Save anyway", decision: .sendErrors),
          .init(key: "b", text: "Back", action: nil),
        ]))
  }

  private mutating func askAboutHours(_ sentences: [String]) {
    // What may come of it stands first, for a small screen has no room for the rest.
    let first = sentences.filter { $0 == ScheduleWording.consequences }
    let sentences = first + sentences.filter { $0 != ScheduleWording.consequences }
    dialogs.append(
      ConfirmDialog(
        document?.governing.state == .some
          ? "A schedule governs these hours" : "A schedule may govern these hours",
        lines: sentences,
        answers: [
          .init(key: "l", text: "Leave the hours out of this save", decision: .leaveHoursOut),
          .init(key: "s", text: "Send them anyway", decision: .sendHours),
          .init(key: "k", text: "Keep editing", action: nil),
        ]))
  }

  /// The nested keys that no document lists and that the update leaves out though it could carry
  /// them, in words; nil where there is none.
  private func undocumentedNames(_ body: UpdateBody) -> String? {
    guard !body.undocumented.isEmpty else { return nil }
    var names: [String] = []
    for name in body.undocumented.compactMap(\.keys.last) where !names.contains(name) {
      names.append(name)
    }
    return names.prefix(4).joined(separator: ", ") + (names.count > 4 ? ", …" : "")
  }

  private mutating func askAboutUndocumented(_ names: String) {
    dialogs.append(
      ConfirmDialog(
        "Send undocumented keys?",
        lines: [
          "An update sends a list whole, and its rows have undocumented keys: \(names).",
          "If sent, most accounts keep them; a strict one refuses the save, and nothing is lost. "
            + "If left out, the service may lose them in every row.",
        ],
        answers: [
          .init(key: "s", text: "Send them", decision: .sendUndocumented),
          .init(key: "l", text: "Leave them out", decision: .leaveUndocumented),
          .init(key: "k", text: "Keep editing", action: nil),
        ]))
  }
}
