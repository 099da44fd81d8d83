import CalendarModel
import CalendarWork
import JSON

/// A save that was asked for and waits for agreements.
struct SaveIntent: Sendable {
  /// Whether the service is asked for changes of others first.
  let checks: Bool
  /// Whether the user has agreed to send what the service will probably refuse.
  var sendsErrors = false
  /// Whether the user has agreed to send the changes alone, though an update lost what it did not
  /// name.
  var risksLoss = false
}

/// What becomes of changed hours that a schedule governs.
enum HoursDecision: Sendable, Hashable { case send, leaveOut }

/// What a person answers to a question about a save.
enum SaveDecision: Sendable, Hashable {
  /// Go to what cannot be read, or leave it out and go on with what was asked for.
  case goToUnreadable
  case leaveUnreadableOut(UnreadableStop)
  /// Send what the service will probably refuse.
  case sendErrors
  /// Send nested keys that no document lists, or leave them out.
  case sendUndocumented, leaveUndocumented
  /// Put back what the save lost, and name the whole calendar in this update, or in all that follow
  /// in this sub-account.
  case sendBack, sendBackAlways
  /// Where an update lost what it did not name: name the whole calendar, in this update or in all that
  /// follow in this sub-account; or the changes alone.
  case sendWhole, sendWholeAlways, sendChanged
  /// Send hours that a schedule governs, or leave them out.
  case sendHours, leaveHoursOut
  /// Make the call again that was refused, with the same token.
  case tryAgain
  /// Go on editing, and give up a save that has stopped.
  case keepEditing
  /// What was saved a moment ago counts, or what the service shows.
  case trustSaved, trustRead
  /// Give up the edits that the service did not store.
  case takeHeld
}

/// The way to a save: agreements first.
extension CalendarEditor {
  /// Sends what is changed, or writes it to the file.
  ///
  /// - Parameter checks: whether the service is asked for changes of others first.
  mutating func send(checks: Bool) -> [Effect] {
    // What was agreed to counts for the review that it was agreed to for.
    if dialogs.first(ReviewDialog.self) == nil { saves.leavesUnreadableOut = false }
    return sendAgreed(checks: checks)
  }

  /// Sends what is changed, but for what the user has agreed to leave out.
  mutating func sendAgreed(checks: Bool) -> [Effect] {
    guard !refusesSending(), !asksAboutUnreadable(.send(checks: checks)) else { return [] }
    saves.intent = SaveIntent(checks: checks)
    saves.hoursDecision = nil
    saves.takenOver = []
    return goOnSending()
  }

  /// Refuses to send anything where that was asked for.
  mutating func refusesSending() -> Bool {
    guard terms.isReadOnly else { return false }
    say("Read-only: nothing is sent. Everything can be tried and previewed.", .problem)
    return true
  }

  /// Asks what has to be agreed to, one thing after the other, and saves then.
  private mutating func goOnSending() -> [Effect] {
    guard let document, let intent = saves.intent else { return [] }
    // It stays only where a question is asked.
    saves.intent = nil
    let body = updateBody(of: document)
    if body.isEmpty, !writesCalendar {
      say(whyNothingIsSent(body), .problem)
      if saves.hoursDecision == .leaveOut { saves.hoursDecision = nil }
      return []
    }
    let errors = errorsInChanges
    if !errors.isEmpty, !intent.sendsErrors {
      return ask(questionAbout(errors, in: document), intent)
    }
    if risksLoss, !intent.risksLoss {
      return ask(questionAboutLoss(), intent)
    }
    let governedKeys = GoverningSchedules.governedKeys.map(\.rawValue)
    if !writesCalendar, document.schedules == .asking,
      governedKeys.contains(where: { body.json[key: $0] != nil })
    {
      say("caledit is still checking for governing schedules; save again later.", .problem)
      return []
    }
    let keys = body.json.object?.keys ?? []
    let agreement = Self.agreement(changedKeys: keys, document.governing)
    if !writesCalendar, saves.hoursDecision == nil, !agreement.isEmpty {
      return ask(
        questionAboutHours(agreement, loss: lossOfHoursLeftOut(by: body), in: document), intent)
    }
    if !writesCalendar, habits.sendsUndocumented == nil,
      let names = Self.lastKeys(of: body.undocumented)
    {
      let optional = Set(body.undocumented)
      let never = Self.lastKeys(of: body.leftOut.filter { !optional.contains($0) })
      return ask(questionAboutUndocumented(names, never: never), intent)
    }
    if source.output != nil {
      saves.hoursDecision = nil
      return [.writeBody(body.json)]
    }
    return startSave(checks: intent.checks)
  }

  /// Why an update would change nothing, in a sentence.
  private func whyNothingIsSent(_ body: UpdateBody) -> String {
    if saves.hoursDecision == .leaveOut {
      return "Only hours that a schedule governs are changed; they were left out."
    }
    if let document, document.isModified, !document.unreadableKeys.isEmpty {
      return "Only what cannot be read is changed; it was left out."
    }
    return body.heldBack.isEmpty
      ? "An update cannot unset properties, and there are no other changes."
      : "Only undocumented keys are changed; they were left out."
  }

  /// What is to be agreed to before hours are sent, in sentences; empty for nothing.
  private static func agreement(
    changedKeys keys: [String], _ governing: GoverningSchedules
  ) -> [String] {
    let agreement = governing.agreement(changedKeys: keys)
    guard agreement.isEmpty, case .unknown = governing.state,
      let doubt = governing.doubt(changedKeys: keys)
    else { return agreement }
    return [doubt, ScheduleWording.consequences]
  }

  /// Does what a person decided.
  mutating func decide(_ decision: SaveDecision) -> [Effect] {
    switch decision {
    case .goToUnreadable:
      dialogs.close(ReviewDialog.kind)
      goToUnreadable()
      return []
    case .leaveUnreadableOut(let stop): return leaveUnreadableOut(stop)
    case .sendErrors:
      saves.intent?.sendsErrors = true
      return goOnSending()
    case .sendUndocumented, .leaveUndocumented:
      let effects = remember { $0.sendsUndocumented = decision == .sendUndocumented }
      // What was to be sent back this once goes by the answer as well.
      if decision == .leaveUndocumented { saves.sendsUndocumentedOnce = false }
      // After a refusal the question comes from the save itself.
      if saves.intent == nil {
        saves.intent = SaveIntent(
          checks: terms.checksBeforeSaving, sendsErrors: true, risksLoss: true)
      }
      return effects + goOnSending()
    case .sendWhole:
      saves.sendsWholeOnce = true
      return goOnSending()
    case .sendWholeAlways:
      let effects = remember { $0.sendsWhole = true }
      return effects + goOnSending()
    case .sendChanged:
      saves.intent?.risksLoss = true
      return goOnSending()
    case .sendHours, .leaveHoursOut:
      saves.hoursDecision = decision == .sendHours ? .send : .leaveOut
      return goOnSending()
    case .tryAgain:
      banner = nil
      return resume()
    case .trustSaved: return withJob { $0.goOn(by: .saved) }
    case .trustRead: return withJob { $0.goOn(by: .read) }
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

  /// Asks for an agreement; behind it the save goes on.
  private mutating func ask(_ question: ConfirmDialog, _ intent: SaveIntent) -> [Effect] {
    saves.intent = intent
    dialogs.append(question)
    return []
  }
}
