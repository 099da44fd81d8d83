import JSON
import TextUI

@testable import CalendarAPI
@testable import CalendarModel
@testable import Editor

extension HostileWalk {
  // swift-format-ignore: NeverUseForceTry
  private static let token = try! Token("a-secret-that-is-long-enough")

  /// Everything that lies over a calendar full of a text.
  mutating func dialogs(_ text: String) {
    let start = model
    func fresh() -> TestApp {
      var model = start
      model.dialogs.removeAll()
      return model
    }
    for script in [
      "Ctrl-P", "Ctrl-P \"a\"", "Ctrl-P PgDn", "Ctrl-F", "Ctrl-F \"A\"", "Ctrl-F \"name\" Down",
      "Alt-J", "Alt-J End", "F1", "F1 End", "F6", "F8", "F8 F8 F8", "Ctrl-N",
    ] {
      model = fresh()
      press(script, look: script)
    }
    for action in [ActionID.viewAllJSON, .viewRowJSON, .viewJSON, .unit, .resetAll, .quit] {
      model = fresh()
      _ = model.perform(action)
      look("\(action)")
      press("End", look: "the end of \(action)")
    }
    // What is typed is looked for among hostile names.
    model = fresh()
    press("Ctrl-F", look: "search")
    _ = send(.terminal(.paste(text)))
    look("search for the text")
    for path in ["teamMembers", "groupId", "formId", "eventType", "openHours", "teamMembers[0]"] {
      model = fresh()
      model.visit(JSONPath(path))
      press("Enter", look: "opened \(path)")
      press("Down Down", look: "further in \(path)")
      model = fresh()
      model.visit(JSONPath(path))
      press("Ctrl-N", look: "added to \(path)")
    }
    review(text, from: fresh())
    preview(text, from: fresh())
    others(text, from: fresh())
    refused(text, from: fresh())
  }

  private mutating func review(_ text: String, from fresh: TestApp) {
    model = fresh
    for key in ["name", "description", "notes", "slug"] {
      model.visit(JSONPath(key))
      _ = send(.terminal(.paste("x" + text)))
      look("pasted into \(key)")
    }
    model.visit("teamMembers[0]")
    press("Ctrl-D", look: "a copied row")
    model.visit("availabilities[0]")
    press("Ctrl-X", look: "a deleted row")
    press("Ctrl-S", look: "review")
    for _ in 0..<6 { press("PgDn", look: "further in the review") }
    press("j", look: "body")
    press("End", look: "the end of the body")
    press("Esc u", look: "review without what is not documented")
  }

  private mutating func preview(_ text: String, from fresh: TestApp) {
    model = fresh
    for effect in send(.terminal(.key(.function(6)))) {
      guard case .freeSlots(let request) = effect else { continue }
      let days = (0..<7).map { day in
        JSONObject.Member(
          key: day == 3 ? text : today.adding(days: day).description,
          value: ["slots": [.text(text), .text("2026-11-24T09:00:00" + text)]])
      }
      _ = send(.freeSlots(request.id, PreviewTests.offered(.object(JSONObject(days)))))
    }
    look("preview")
    press("Down Down Enter", look: "a day of the preview")
    press("a", look: "what the preview assumes")
  }

  /// What others have changed, and a draft.
  private mutating func others(_ text: String, from fresh: TestApp) {
    guard let document = fresh.document else { return }
    model = fresh
    model.visit("name")
    _ = send(.terminal(.paste("mine")))
    model.visit("teamMembers[0].userId")
    _ = send(.terminal(.paste("mine")))
    var theirs = document.base
    for key in ["name", "slug", "notes"] {
      _ = theirs.update(at: JSONPath(key)) { $0 = .text("theirs" + text) }
    }
    _ = theirs.update(at: "teamMembers[0].userId") { $0 = .text("theirs" + text) }
    press("Ctrl-S Ctrl-S", look: "looking for changes of others")
    if let id = model.request?.id {
      _ = send(.loaded(id, .success(LoadedCalendar(calendar: theirs))))
    }
    look("conflict")
    press("Down m t", look: "chosen")
    press("PgDn", look: "further in the conflict")

    model = fresh
    var other = CalendarDocument(calendar: theirs, today: today)
    other.set("description", to: .text("draft" + text))
    _ = send(.draftFound(DocumentDraft(other, focus: "name"), age: "a day ago"))
    look("draft")
    press("d", look: "difference of the draft")
    press("End", look: "its end")
    press("Esc r", look: "recovered")
    _ = send(.draftFailed(FileFailure(path: text, reason: text)))
    look("no draft")
  }

  private mutating func refused(_ text: String, from fresh: TestApp) {
    model = fresh
    model.visit("name")
    for effect in model.perform(.editJSON) {
      guard case .editText(let request) = effect else { continue }
      let named = JSONValue.object(JSONObject([.init(key: text, value: .text(text))]))
      for json in [text, "{\"\(text)\": 1}", named.printed()] {
        _ = send(.edited(request, .success(json)))
        look("refused JSON")
        press("End", look: "its end")
        model.dialogs.removeAll()
      }
    }
  }

  // MARK: Answers

  /// The failures of every call, with a text in everything that an answer has.
  mutating func answers(_ text: String) {
    let start = model
    let json = JSONValue.text(text)
    var bodies: [[UInt8]] = [
      Array(text.utf8), Array(("{\"message\":" + json.printed()).utf8),
      [0x9B, 0x32, 0x4A, 0x90, 0x9D, 0xFF, 0xC2, 0x1B, 0x5D] + Array(text.utf8) + [0xF0, 0x9F],
    ]
    let about: [JSONValue] = [
      json, .text("name must " + text), .text("teamMembers.0.userId must " + text),
    ]
    let named = JSONValue.object(JSONObject([.init(key: text, value: json)]))
    let answers: [JSONValue] = [
      ["message": json, "error": json, "statusCode": json], ["message": .array(about)],
      ["message": ["inner": [json]], "errors": [named]], named, json,
      ["error": json, "traceId": json],
    ]
    bodies += answers.map { Array($0.printed().utf8) }
    let kinds: [ServiceError.Kind] = [
      .badRequest, .unauthorized, .forbidden, .notFound, .noSuchRoute, .invalid,
      .rateLimited(retryAfterSeconds: nil), .redirected(location: text), .server(status: 502),
      .unexpected(status: 299), .unreadable(why: text), .unusableID(text),
      .missingScope, .otherAccount, .agencyToken, .versionRefused,
      .otherCalendar(asked: text, got: text),
      .transport(.hostNotFound(host: text)), .transport(.tls(reason: text)),
      .transport(.certificateFile(path: text, reason: text)), .transport(.other(text)),
    ]
    for (index, kind) in kinds.enumerated() {
      let error = ServiceError(
        HTTPResponse(
          status: 422, headers: [HTTPField("Location", text)], body: bodies[index % bodies.count]),
        kind: kind, token: Self.token, mayHaveBeenSaved: false)
      model = start
      fail(error)
      model = start
      _ = model.perform(.reload)
      if let id = model.request?.id { _ = send(.loaded(id, .failure(error))) }
      look("reload failed with \(kind)")
      _ = send(.lookedUp(.users, .failure(error)))
      model.visit("teamMembers")
      press("Ctrl-N", look: "look-up failed")
      model = start
      for effect in send(.terminal(.key(.function(6)))) {
        guard case .freeSlots(let request) = effect else { continue }
        _ = send(.freeSlots(request.id, .failure(error)))
      }
      look("preview failed")
    }
    for body in bodies {
      model = start
      fail(
        ServiceError(
          HTTPResponse(status: 422, headers: [], body: body), kind: .invalid, token: Self.token))
    }
    report(text, from: start)
  }

  /// A save that fails, its banner, the answer, and the messages under the fields.
  private mutating func fail(_ error: ServiceError) {
    model.visit("name")
    press("\"x\" Ctrl-S Ctrl-S", look: "saving")
    guard let id = model.request?.id else { return }
    _ = send(.saved(id, .failure(error)))
    look("failed with \(error.kind)")
    keep()
    press("F4", look: "the answer")
    press("End", look: "the end of the answer")
    press("Esc Esc", look: "the message")
    press("F8", look: "the problem")
    model.visit("teamMembers[0].userId")
    look("the field")
    if let id = model.request?.id { _ = send(.tokenRead(id, failure: error.raw)) }
    press("r", look: "the token again")
    if let id = model.request?.id { _ = send(.tokenRead(id, failure: error.raw)) }
    look("no token")
  }

  /// A service that keeps another text than it was sent.
  private mutating func report(_ text: String, from start: TestApp) {
    model = start
    model.visit("name")
    press("\"x\"", look: "typed")
    model.visit("description")
    press("Ctrl-X Ctrl-S Ctrl-S", look: "saving")
    guard let id = model.request?.id else { return }
    var kept = sampleCalendar
    for key in ["name", "description", "notes", text] {
      _ = kept.update(at: JSONPath([.key(key)])) { $0 = .text(text) }
    }
    let saved = SavedCalendar(
      calendar: kept, whyMissing: text, route: .documented, status: 200, rateLimit: nil)
    _ = send(.saved(id, .success(saved)))
    look("report")
    keep()
  }

  /// What the machine says.
  mutating func machine(_ text: String) {
    let request = EditRequest(purpose: .text("description"), text: "", fileName: "x")
    let failures: [EditFailure] = [
      .badCommand(variable: text), .noFile(reason: text), .notStarted(command: text, reason: text),
      .failed(command: text, status: 1), .killed(command: text, signal: 9),
      .fileGone(command: text), .notText(keptAt: text), .tooLarge(keptAt: text),
    ]
    for failure in failures {
      _ = send(.edited(request, .failure(failure)))
      look("\(failure)")
    }
    for message in [
      Message.notCopied(.terminalCannot(text)), .draftFailed(FileFailure(path: text, reason: text)),
      .written(.failure(FileFailure(path: text, reason: text))),
      .fileRead(.load, .failure(FileFailure(path: text, reason: text))),
      .written(.success(.body(path: text))),
      .written(.success(.calendar(path: text, sampleCalendar))),
    ] {
      _ = send(message)
      look("said by the machine")
    }
  }
}
