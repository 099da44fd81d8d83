import CalendarModel
import JSON
import Testing

@testable import CalendarAPI
@testable import Editor

/// Why an action cannot be done is true where it is asked for: in the list, in an empty program, while
/// a calendar loads.
@Suite struct ReasonTests {
  private static func reasons(_ editor: CalendarEditor) -> [(action: ActionID, reason: String)] {
    Actions.all.compactMap { action in
      if case .unavailable(let reason) = action.availability(editor) {
        (action.id, reason)
      } else {
        nil
      }
    }
  }

  private func list(_ keys: String = "") -> ListedApp {
    var app = ListedApp(["Beard Trim", "Moustache"])
    app.begin()
    app.press(keys)
    return app
  }

  /// Somebody in the list has calendars there, and perhaps one open behind it.
  @Test(arguments: ["", "Enter F2", "Enter Ctrl-F \"slotDuration\" Enter \"45\" F2"])
  func inTheList(keys: String) {
    let editor = list(keys).shown
    #expect(editor.surroundings.isHome)
    let isOpen = editor.surroundings.count > 0
    for (action, reason) in Self.reasons(editor) {
      for wrong in [
        "No calendar is loaded", "nothing to undo", "no changes", "Go to", "no list of calendars",
        "tries again",
      ] { #expect(!reason.contains(wrong), "\(action): \(reason)") }
      if isOpen { #expect(!reason.contains("open one first"), "\(action): \(reason)") }
      if !isOpen { #expect(!reason.contains("those that are open"), "\(action): \(reason)") }
    }
  }

  /// What can be done in the list is not done to a calendar that is not there.
  @Test(arguments: ["", "Enter F2"]) func whatTheListOffersIsForIt(keys: String) {
    for action in Actions.all {
      var app = list(keys)
      guard case .available = action.availability(app.shown) else { continue }
      #expect(action.id.worksAnywhere, "\(action.id)")
      let before = app.effects.count
      app.perform(action.id)
      for case .calendar(.home, let effect) in app.effects.dropFirst(before) {
        switch effect {
        case .repaint, .mouse, .suspend: break
        default: Issue.record("\(action.id): \(effect)")
        }
      }
      #expect(app.app.isOpen(.home), "\(action.id)")
    }
  }

  @Test func theReasonIsSaidInTheList() {
    var app = list("Enter F2 Ctrl-P \"undo\"")
    #expect(!app.screen.contains("No calendar is loaded"), "\(app.screen)")
    #expect(!app.screen.contains("nothing to undo"), "\(app.screen)")
    #expect(app.screen.contains("This works in a calendar"), "\(app.screen)")
    app.press("Enter")
    #expect(app.shown.status?.text.hasPrefix("This works in a calendar; F3") == true)
  }

  @Test func whileItLoads() {
    var app = ListedApp(["Beard Trim"])
    app.begin()
    app.isSlow = true
    app.press("Enter")
    for (action, reason) in Self.reasons(app.shown) {
      #expect(!reason.contains("tries again"), "\(action): \(reason)")
    }
  }

  @Test func whereItDidNotCome() {
    var app = ListedApp(["Beard Trim"])
    app.begin()
    app.stored = [:]
    app.press("Enter")
    #expect(app.shown.document == nil && app.shown.request == nil)
    let reasons = Self.reasons(app.shown)
    #expect(reasons.contains { $0.action == .undo && $0.reason.contains("F5") })
    #expect(!reasons.contains { $0.action == .reload || $0.action == .listCalendars })
    for (action, reason) in reasons {
      #expect(
        !reason.contains("nothing to undo") && !reason.contains("Go to"), "\(action): \(reason)")
    }
  }

  /// The first screen of a program that knows no sub-account.
  @Test func inAnEmptyProgram() {
    var app = App(
      listing: AccountDirectory([]), welcome: (path: "/x", scopes: []),
      display: Display(size: .init(rows: 24, columns: 80)), today: today)
    _ = app.begin()
    for (action, reason) in Self.reasons(app.calendar) {
      #expect(!reason.contains("tries again") && !reason.contains("Go to"), "\(action): \(reason)")
    }
  }
}
