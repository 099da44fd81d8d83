import CalendarAPI
import CalendarModel
import JSON
import Testing
import TextUI

@testable import Editor

/// While nobody has decided what becomes of a draft, nothing takes it away: no way out of the
/// program, no key, no answer that comes late.
@Suite struct DraftDialogTests {
  private var changedByOthers: JSONValue {
    var calendar = sampleCalendar
    _ = calendar.update(at: "slotDuration") { $0 = 60 }
    return calendar
  }

  /// Keys that lead from the question to other dialogs, and back.
  private static let ways = [
    "", "d", "d Esc", "x", "x Down", "Esc", "F1", "?", "F1 Esc", "d F1", "Ctrl-L", "Tab", "q",
    "\"y\"", "PgDn", "F5", "Ctrl-S", "Ctrl-Z", "Ctrl-P", "Ctrl-F",
  ]
  /// The same where others have changed the same: `r` asks whose value to keep.
  private static let waysWithConflict =
    ways + ["r", "r m", "r t", "r v", "r Esc", "r F1", "r Esc d", "r m Esc"]

  private enum Leaving: CaseIterable {
    case quit, interrupt, terminate, hangUp

    var event: TerminalEvent {
      switch self {
      case .quit: .key(.control("q"))
      case .interrupt: .key(.control("c"))
      case .terminate: .terminate(signal: 15)
      case .hangUp: .hangUp
      }
    }
  }

  private func expectKept(_ calendar: JSONValue, _ ways: [String], size: Size? = nil) throws {
    for way in ways {
      for leaving in Leaving.allCases {
        var model = makeModel(calendar)
        #expect(model.update(.draftFound(try leftDraft(), age: "now")) == [])
        #expect(!model.press(way).contains(.discardDraft), "\(way)")
        if let size { _ = model.update(.terminal(.resize(size))) }
        #expect(model.draftStatus.isUndecided, "\(way)")
        #expect(model.document?.isModified == false, "\(way)")
        let effects = model.update(.terminal(leaving.event))
        let isKept = effects.allSatisfy { effect in
          switch effect {
          case .quit(_, let keepsDraft): keepsDraft
          case .discardDraft: false
          default: true
          }
        }
        let ends = effects.contains { if case .quit = $0 { true } else { false } }
        #expect(isKept && ends, "\(way), \(leaving): \(effects)")
      }
    }
  }

  @Test func everyWayOutKeepsIt() throws { try expectKept(sampleCalendar, Self.ways) }

  @Test func everyWayOutOfAConflictKeepsIt() throws {
    try expectKept(changedByOthers, Self.waysWithConflict)
  }

  @Test func aScreenThatIsTooSmallKeepsIt() throws {
    try expectKept(sampleCalendar, Self.ways, size: Size(rows: 5, columns: 20))
  }

  /// Only two keys in a row discard it, and nothing may come between.
  @Test(arguments: ["Down", "Esc", "q", "d Esc", "Ctrl-L", "F1 Esc"])
  func aKeyInBetweenTakesBack(between: String) throws {
    var model = makeModel()
    _ = model.update(.draftFound(try leftDraft(), age: "now"))
    #expect(model.press("x \(between) x") == (between == "Ctrl-L" ? [.repaint] : []))
    #expect(model.draftStatus.isUndecided)
    #expect(model.press("x") == [.discardDraft])
  }

  @Test func aPasteInBetweenTakesBack() throws {
    var model = makeModel()
    _ = model.update(.draftFound(try leftDraft(), age: "now"))
    model.press("x")
    _ = model.update(.terminal(.paste("x")))
    #expect(model.press("x") == [])
    #expect(model.draftStatus.isUndecided)
  }

  // MARK: Answers that arrive late

  /// What may still come from before, or beside.
  private static var late: [(String, Message)] {
    let ana = LookUpResult(id: "ana", name: "Ana")
    let other: JSONValue = ["id": "another", "name": "Other"]
    return [
      ("names", .lookedUp(.users, .success([ana]))),
      ("no names", .lookedUp(.groups, .failure(.unreadable(nil)))),
      ("an old load", .loaded(1, .success(LoadedCalendar(calendar: other, duplicateKeys: [])))),
      (
        "a load of nobody",
        .loaded(99, .success(LoadedCalendar(calendar: other, duplicateKeys: [])))
      ),
      ("a failed load", .loaded(1, .failure(.unreadable(nil)))),
      ("an old save", .saved(1, .failure(.unreadable(nil)))),
      ("a file of a check", .fileRead(.check, .success(other))),
      ("a token", .tokenRead(7, failure: nil)), ("no token", .tokenRead(7, failure: "no")),
      ("a failing disk", .draftFailed(FileFailure(path: "d", reason: "disk full"))),
      ("a disk that works", .draftFailed(nil)), ("a second", .secondPassed),
      ("a size", .terminal(.resize(Size(rows: 30, columns: 100)))),
      ("resumed", .terminal(.resumed)),
    ]
  }

  @Test(arguments: [false, true])
  func theDecisionIsTheSameAfterLateAnswers(hasConflict: Bool) throws {
    let calendar = hasConflict ? changedByOthers : sampleCalendar
    let decision = hasConflict ? "r m Ctrl-S" : "r"
    var plain = makeModel(calendar)
    _ = plain.update(.draftFound(try leftDraft(), age: "now"))
    plain.press(decision)
    let wanted = plain.body
    #expect(wanted == ["name": "Consultation!", "slotDuration": 45])
    for (name, message) in Self.late {
      for before in hasConflict ? ["", "d", "x Down", "r", "r m"] : ["", "d", "x Down"] {
        var model = makeModel(calendar)
        _ = model.update(.draftFound(try leftDraft(), age: "now"))
        model.press(before)
        #expect(!model.update(message).contains(.discardDraft), "\(name)")
        #expect(
          model.draftStatus.isUndecided && model.document?.isModified == false, "\(name), \(before)"
        )
        if before == "d" { model.press("Esc") }
        model.press(before.hasPrefix("r") ? "m Ctrl-S" : decision)
        #expect(model.body == wanted, "\(name), \(before)")
        #expect(!model.draftStatus.isUndecided, "\(name), \(before)")
        model.press("Ctrl-Z Ctrl-Z Ctrl-Z")
        #expect(model.document?.isModified == false, "\(name): undo leads back")
      }
    }
  }

  // MARK: The order in which things are undone

  /// Undo and redo after a recovery pass through what the session of before passed through.
  @Test func theHistoryIsThatOfTheSession() throws {
    var session = makeModel()
    var states = [try #require(session.document?.current)]
    for (path, keys) in [
      ("name", "\"!\""), ("slotDuration", "Ctrl-U 4 5"), ("autoConfirm", "Space"),
      ("slotInterval", "Ctrl-U 1 5"), ("notes", "Ctrl-X"),
    ] as [(JSONPath, String)] {
      session.visit(path)
      session.press(keys)
      states.append(try #require(session.document?.current))
    }
    session.press("Ctrl-Z Ctrl-Z")
    var model = makeModel()
    _ = model.update(.draftFound(try #require(session.draft), age: "now"))
    model.press("r")
    func walk(_ key: String) -> [JSONValue] {
      var seen: [JSONValue] = []
      while let before = model.document?.current {
        model.press(key)
        guard let now = model.document?.current, now != before else { break }
        seen.append(now)
      }
      return seen
    }
    let forth = walk("Ctrl-Y")
    let back = walk("Ctrl-Z")
    #expect(forth.last == states.last)
    #expect(back.last == states.first)
    for state in states { #expect((forth + back).contains(state)) }
    #expect(walk("Ctrl-Y") == Array(back.reversed().dropFirst()) + [states[states.count - 1]])
  }
}
