import CalendarModel
import CalendarWork
import JSON
import Testing

@testable import CalendarAPI
@testable import Editor

/// Changes of others, waiting for the service, and tokens.
extension SaveFlowTests {
  // MARK: Changes of others

  /// However the save ends, what was taken over is told.
  @Test func whatOthersChangedIsToldAlsoWhenTheSaveFails() {
    func ended(_ end: (inout TestApp) -> Void) -> Bool {
      var model = checking()
      _ = model.update(.loaded(2, loaded(calendar(["eventTitle": "Theirs"]))))
      end(&model)
      return model.banner?.details.contains { $0.contains("Changed by somebody else") } == true
    }
    func lostThen(_ changes: [JSONPath: JSONValue]) -> (inout TestApp) -> Void {
      { model in
        _ = model.update(
          .saved(3, .failure(failure(.transport(.connectionClosed), mayHaveBeenSaved: true))))
        _ = model.update(.loaded(4, loaded(calendar(changes))))
      }
    }
    let all: [JSONPath: JSONValue] = ["slotDuration": 45, "eventTitle": "Theirs"]
    #expect(ended { _ = $0.update(.saved(3, saved(calendar(all)))) })
    #expect(ended { _ = $0.update(.saved(3, .failure(failure(.badRequest)))) })
    #expect(ended(lostThen(["eventTitle": "Theirs"])))
    #expect(ended(lostThen(["eventTitle": "Theirs", "slotDuration": 45])))
    #expect(ended(lostThen(["eventTitle": "Theirs", "slotDuration": 50])))
    #expect(
      ended {
        _ = $0.update(.saved(3, .failure(failure(.rateLimited(retryAfterSeconds: 9)))))
        $0.press("Esc")
      })
  }

  // MARK: Waiting and tokens

  /// What was typed during a save that is cancelled is not lost without a word.
  @Test func whatWasTypedBeforeACancelIsSaidToBeGone() {
    var model = checking()
    _ = model.update(.loaded(2, loaded(calendar())))
    model.press("x")
    #expect(model.status?.text.contains("waits until this is done") == true)
    model.press("Esc")
    #expect(model.status?.text == "What you typed meanwhile was discarded.")
    _ = model.update(.loaded(4, loaded(calendar())))
    #expect(model.screen.contains("What you typed meanwhile was discarded."), "\(model.screen)")
    // Where nothing was typed, nothing is said.
    model = checking()
    model.press("Esc")
    #expect(model.status?.text.contains("discarded") != true)
  }

  /// What the service drops of nested keys that were sent is listed, and nothing is left to send.
  @Test(arguments: [true, false])
  func droppedNestedKeysAreListed(isHeard: Bool) {
    var model = makeModel(checksBeforeSaving: true)
    model.change("teamMembers") { $0.set("teamMembers[1].priority", to: 0) }
    model.press("Ctrl-S u")
    #expect(model.press("Ctrl-S") == [.load(request: 2)])
    _ = model.update(.loaded(2, loaded(calendar())))
    var held = calendar(["teamMembers[1].priority": 0])
    _ = held.update(at: "teamMembers[0]") { row in
      guard case .object(var member) = row else { return }
      member["selected"] = nil
      row = .object(member)
    }
    if isHeard {
      #expect(model.update(.saved(3, saved(held))) == [.load(request: 4)])
    } else {
      _ = model.update(
        .saved(3, .failure(failure(.transport(.connectionClosed), mayHaveBeenSaved: true))))
    }
    _ = model.update(.loaded(4, loaded(held)))
    #expect(model.banner?.kind == .warning)
    #expect(
      model.banner?.details.contains("Team members › ana › selected: yes was not stored") == true,
      "\(model.screen)")
    #expect(model.document?.isModified == false)
    #expect(!model.screen.contains("What is left is still here"), "\(model.screen)")
    #expect(!model.screen.contains("Send again?"))
  }

  @Test func leavingAWaitForTheLookLeavesItInDoubt() {
    var model = lost()
    _ = model.update(.loaded(4, .failure(failure(.rateLimited(retryAfterSeconds: 20)))))
    #expect(model.screen.contains("20 s left"))
    model.press("Esc")
    #expect(model.screen.contains("It is not known whether it was saved."))
    #expect(model.body == ["slotDuration": 45])
  }

  @Test func tooManyRequestsWaitAndGoOn() {
    var model = checking()
    _ = model.update(.loaded(2, loaded(calendar())))
    #expect(
      model.update(.saved(3, .failure(failure(.rateLimited(retryAfterSeconds: 2))))) == [
        .wait(request: 4, seconds: 2)
      ])
    #expect(model.screen.contains("2 s left"))
    #expect(model.update(.secondPassed).isEmpty)
    #expect(model.update(.secondPassed).isEmpty, "the clock of the screen counts nothing")
    #expect(model.update(.waited(3)).isEmpty, "a late answer is nothing")
    #expect(
      model.update(.waited(4)) == [.save(request: 5, body: ["slotDuration": 45])])
  }

  @Test func waitingEndsWithEsc() {
    var model = checking()
    _ = model.update(.loaded(2, .failure(failure(.rateLimited(retryAfterSeconds: 20)))))
    #expect(model.screen.contains("20 s left"))
    model.press("Esc")
    #expect(model.request == nil)
    #expect(model.body == ["slotDuration": 45])
  }

  @Test func itDoesNotWaitForEver() {
    var model = checking()
    _ = model.update(.loaded(2, loaded(calendar())))
    var id = 3
    for _ in 0..<PatientCalls.most {
      _ = model.update(.saved(id, .failure(failure(.rateLimited(retryAfterSeconds: 1)))))
      _ = model.update(.waited(model.calls.lastID))
      id = model.request?.id ?? 0
    }
    _ = model.update(.saved(id, .failure(failure(.rateLimited(retryAfterSeconds: 1)))))
    #expect(model.request == nil)
    #expect(model.screen.contains("Too many requests"))
  }

  @Test func aRefusedTokenIsReadAgainAndTheSaveGoesOn() {
    var model = checking()
    _ = model.update(.loaded(2, loaded(calendar())))
    #expect(model.update(.saved(3, .failure(failure(.unauthorized)))).isEmpty)
    #expect(model.press("r") == [.readToken(request: 4)])
    #expect(
      model.update(.tokenRead(4, failure: nil)) == [
        .save(request: 5, body: ["slotDuration": 45])
      ])
  }

  @Test func aTokenThatCannotBeReadIsSaid() {
    var model = checking()
    _ = model.update(.loaded(2, .failure(failure(.unauthorized))))
    model.press("r")
    _ = model.update(.tokenRead(3, failure: "the file is gone"))
    #expect(model.screen.contains("the file is gone"))
    #expect(model.body == ["slotDuration": 45])
    #expect(model.press("r") == [.readToken(request: 4)], "it can be tried again at once")
    #expect(model.update(.tokenRead(4, failure: nil)) == [.load(request: 5)])
  }

  /// Who goes on editing after a refusal has not agreed to send what is edited then.
  @Test func aTokenThatIsReadLaterSendsNothing() {
    var model = checking()
    _ = model.update(.loaded(2, loaded(calendar())))
    _ = model.update(.saved(3, .failure(failure(.unauthorized))))
    model.press("k")
    model.visit("name")
    model.press("\"!\"")
    #expect(model.perform(.readToken) == [.readToken(request: 4)])
    let effects = model.update(.tokenRead(4, failure: nil))
    #expect(!effects.contains { if case .save = $0 { true } else { false } })
    #expect(model.document?.isModified == true)
  }

  @Test func whatOthersChangedIsReportedWhenTheSaveIsRefused() {
    var model = checking()
    _ = model.update(.loaded(2, loaded(calendar(["name": "Renamed"]))))
    _ = model.update(.saved(3, .failure(failure(.badRequest))))
    #expect(model.banner?.kind == .error)
    #expect(model.banner?.details.contains { $0.contains("somebody else meanwhile") } == true)
  }
}
