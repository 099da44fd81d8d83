import CalendarModel
import CalendarWork
import JSON
import Testing
import TextUI

@testable import CalendarAPI
@testable import Editor

/// Many calendars open at once: each keeps its work, and one question is asked about all.
@Suite struct OpenCalendarsTests {
  private let names = ["Beard Trim", "Bridal Trial", "Kids Haircut", "Morning Yoga"]

  private func begun(_ names: [String]? = nil, checks: Bool = false) -> ListedApp {
    var app = ListedApp(names ?? self.names, checks: checks)
    app.begin()
    return app
  }

  /// Several calendars, each with another length of its meetings.
  private func changed(_ names: [String], checks: Bool = false) -> ListedApp {
    var app = begun(names.count > 3 ? names : self.names, checks: checks)
    for name in names {
      if app.app.shown != .home { app.press("F2") }
      while app.list?.query.isEmpty == false { app.press("Ctrl-U") }
      app.press("\"\(name)\" Enter Ctrl-F \"slotDuration\" Enter \"45\" Esc")
    }
    return app
  }

  @Test func aCalendarOpensByThreeLettersOfItsName() {
    var app = begun()
    let keys = "k i d Enter"
    #expect(keys.split(separator: " ").count <= 6)
    app.press(keys)
    #expect(app.shown.title == "Kids Haircut")
  }

  /// What was typed to find the calendar does not count, also where news of the list comes behind it.
  @Test func theNextOneBehindOneThatWasFound() {
    var app = begun()
    app.press("\"beard\"")
    app.send(.account(AccountID("north"), .habits(AccountHabits(sendsWhole: true))))
    app.press("Enter Alt-X")
    #expect(app.shown.title == "Bridal Trial")
  }

  @Test func theSameChangeInTheNextOneTakesFewKeys() {
    var app = begun()
    app.press("Enter Ctrl-F \"slotDuration\" Enter \"45\" Ctrl-S Ctrl-S")
    #expect(app.saves.map(\.id) == ["idbeardtrim"])
    // Besides the change itself.
    let (before, after) = ("Alt-X", "Ctrl-S Ctrl-S")
    #expect("\(before) \(after)".split(separator: " ").count <= 4)
    app.press(before)
    #expect(app.shown.title == "Bridal Trial")
    #expect(app.shown.focusedPath == "slotDuration")
    app.press("\"45\" \(after)")
    #expect(app.saves.map(\.id) == ["idbeardtrim", "idbridaltrial"])
    #expect(app.saves.allSatisfy { $0.body == ["slotDuration": 45] })
  }

  @Test func theNextOneIsThatOfTheListAsItIsNarrowed() {
    var app = begun()
    app.press("\"i\" Enter")
    let order = app.list?.places.map(\.calendarID) ?? []
    #expect(order.count > 1)
    for id in order.dropFirst() {
      app.press("Alt-X")
      #expect(app.shown.source.calendarID == id)
    }
    app.press("Alt-X")
    #expect(app.screen.contains("last calendar of the list"))
    app.press("Alt-Y")
    #expect(app.shown.source.calendarID == order[order.count - 2])
  }

  // MARK: The next one of the list that is shown

  /// Goes from the first calendar of the list to its last one, and says in which order.
  private func walk(_ app: inout ListedApp, by key: String = "Alt-X") -> [String] {
    var walked: [String] = []
    for _ in 0..<10 {
      let id = app.shown.source.calendarID ?? ""
      if walked.last == id { break }
      walked.append(id)
      app.press(key)
    }
    return walked
  }

  /// Four calendars, of which two are long, and none is as long as another.
  private func withLengths() -> ListedApp {
    var app = ListedApp(names)
    for (name, minutes) in zip(names, [40, 90, 20, 70]) {
      _ = app.stored[ListedApp.id(of: name)]?.update(at: "slotDuration") { $0 = .integer(minutes) }
    }
    app.begin()
    return app
  }

  @Test(arguments: [
    "Alt-D", "Ctrl-O Ctrl-O Ctrl-O Ctrl-O", "Ctrl-O Ctrl-O Ctrl-O Ctrl-O Alt-D", "Alt-G Alt-D",
    "\"slot duration > 50 min\"", "Alt-D \"slot duration > 30 min\"",
    "Ctrl-O Ctrl-O Ctrl-O Ctrl-O \"slot duration < 80 min\"",
  ])
  func theNextOneIsThatOfTheListAsItIsShown(_ keys: String) {
    var app = withLengths()
    app.press(keys + " PgUp")
    let shown = app.list?.places.map(\.calendarID) ?? []
    #expect(shown.count > 1)
    app.press("Enter")
    #expect(walk(&app) == shown, "\(keys)")
    #expect(walk(&app, by: "Alt-Y") == shown.reversed(), "\(keys)")
    #expect(shown != names.map(ListedApp.id), "\(keys)")
  }

  /// One that fits no longer when it is saved stays the one that the others stand around.
  @Test func aSavedOneStaysInItsPlace() {
    var app = withLengths()
    app.press("\"slot duration > 50 min\" Enter Ctrl-F \"slotDuration\" Enter \"45\" Ctrl-S Ctrl-S")
    #expect(app.saves.map(\.id) == ["idbridaltrial"])
    app.send(.account(AccountID("north"), .habits(AccountHabits(sendsWhole: true))))
    app.press("Alt-X")
    #expect(app.shown.title == "Morning Yoga")
  }

  /// Words, and a condition that leaves one calendar, found it; the whole list is around it, in the
  /// order that it has.
  @Test(arguments: ["\"bridal\"", "\"slot duration > 80 min\"", "\"name bridal\""])
  func theNextOneBehindTheOnlyOne(_ query: String) {
    var app = withLengths()
    app.press("Alt-D \(query) Enter Alt-X")
    #expect(app.shown.title == "Beard Trim", "\(app.screen)")
  }

  /// Who looks at the list between and goes back goes on in the order that it has now.
  @Test func aListThatIsOnlyLookedAtCounts() {
    var app = withLengths()
    app.press("\"bridal\" Enter F2 Ctrl-U Alt-D Esc Alt-X")
    #expect(app.shown.title == "Beard Trim")
  }

  @Test func eachKeepsItsEditsUndoAndPlace() {
    var app = changed(["Beard Trim", "Bridal Trial"])
    #expect(app.shown.title == "Bridal Trial")
    app.press("Alt-T")
    #expect(app.shown.title == "Beard Trim")
    #expect(app.shown.document?.current[key: "slotDuration"] == 45)
    #expect(app.shown.workspace.page.kind == .overview, "where Esc led")
    app.press("Ctrl-Z")
    #expect(app.shown.document?.isModified == false)
    app.press("Alt-T")
    #expect(app.shown.document?.isModified == true, "the other one keeps its own")
  }

  @Test func anOpenOneIsShownAndNotLoadedAgain() {
    var app = changed(["Beard Trim"])
    let loads = app.effects.count
    app.press("F2 Ctrl-U \"beard\" Enter")
    #expect(app.effects.count == loads)
    #expect(app.shown.document?.isModified == true)
    #expect(app.app.order.count == 1)
  }

  @Test func theTitleSaysWhichOfHowManyAndWhatElseIsChanged() {
    let app = changed(["Beard Trim", "Bridal Trial", "Kids Haircut"])
    let title = app.screen.split(separator: "\n").first.map(String.init) ?? ""
    #expect(title.contains("3/3 +•2"))
  }

  @Test func theListOfOpenOnesSaysWhatIsChangedAndWrong() {
    var app = changed(["Beard Trim"])
    app.press("F2 Ctrl-U \"kids\" Enter Alt-O")
    #expect(app.screen.contains("Beard Trim    1 changed property"))
    #expect(app.screen.contains("Kids Haircut  unchanged"))
    app.press("Enter")
    #expect(app.shown.title == "Beard Trim", "the other one is selected")
  }

  @Test func theListMarksWhatIsOpenAndChanged() {
    var app = changed(["Beard Trim"])
    app.press("F2 Ctrl-U")
    let line = app.screen.split(separator: "\n").first { $0.contains("Beard Trim  ") }
    #expect(line?.contains("•") == true)
  }

  // MARK: Closing and quitting

  @Test func quittingAsksOnceForAll() {
    var app = changed(["Beard Trim", "Bridal Trial"])
    app.press("Ctrl-Q")
    #expect(app.shown.dialogs.count == 1)
    #expect(app.screen.contains("2 calendars are not saved"))
    for name in ["Beard Trim", "Bridal Trial"] {
      #expect(app.screen.contains("\(name): 1 changed"))
    }
    app.press("q")
    #expect(app.effects.last == .quit(status: 0, keepsDrafts: false))
  }

  @Test func quittingFromTheListAsksToo() {
    var app = changed(["Beard Trim"])
    app.press("F2 Ctrl-Q")
    #expect(app.screen.contains("One calendar is not saved"))
    app.press("k")
    #expect(!app.effects.contains { if case .quit = $0 { true } else { false } })
  }

  @Test func withoutChangesItQuitsAtOnce() {
    var app = begun()
    app.press("Enter F2 Ctrl-Q")
    #expect(app.effects.last == .quit(status: 0, keepsDrafts: true))
  }

  @Test func aClosedOneIsGoneAndLateAnswersAreForNobody() {
    var app = begun()
    app.press("Enter")
    let id = app.app.shown
    app.press("Alt-K")
    #expect(!app.app.isOpen(id))
    #expect(app.app.shown == .home)
    app.send(.calendar(id, .accountNamed("Late")))
    app.press("Enter")
    #expect(app.shown.title == "Beard Trim", "it can be opened again")
  }

  @Test func closingAsksBeforeChangesAreLost() {
    var app = changed(["Beard Trim"])
    let id = app.app.shown
    app.press("Alt-K")
    #expect(app.app.isOpen(id))
    app.press("l")
    #expect(!app.app.isOpen(id))
    #expect(app.effects.contains(.close(id, keepsDraft: false)))
  }

  // MARK: Calls

  @Test func aCallOfOneDoesNotStopTheWorkInAnother() {
    var app = changed(["Beard Trim"])
    app.press("F2 Ctrl-U \"bridal\"")
    app.isSlow = true
    app.press("Enter")
    let slow = app.app.shown
    #expect(app.shown.request != nil)
    app.press("Alt-T")
    #expect(app.shown.title == "Beard Trim")
    app.press("Ctrl-F \"slotDuration\" Enter \"50\"")
    #expect(app.shown.document?.current[key: "slotDuration"] == 50)
    app.answer()
    #expect(app.app[slow].document != nil, "it came meanwhile")
    #expect(app.shown.title == "Beard Trim")
  }

  // MARK: Saving all

  @Test func savingAllReviewsOneAfterTheOther() {
    var app = changed(["Beard Trim", "Bridal Trial", "Kids Haircut"])
    app.press("Alt-S")
    for name in ["Beard Trim", "Bridal Trial", "Kids Haircut"] {
      #expect(app.shown.title == name)
      #expect(app.screen.contains("Review: update of \(name)"))
      app.press("Ctrl-S")
    }
    #expect(app.saves.count == 3)
    #expect(app.screen.contains("What became of the calendars"))
    for name in ["Beard Trim", "Bridal Trial", "Kids Haircut"] {
      #expect(app.screen.contains("✓ \(name): Saved: 1 property."))
    }
  }

  @Test func whoLeavesAReviewIsAskedHowToGoOn() {
    var app = changed(["Beard Trim", "Bridal Trial", "Kids Haircut"])
    app.press("Alt-S Esc")
    #expect(app.screen.contains("Beard Trim is not saved; its changes are kept."))
    app.press("n")
    #expect(app.shown.title == "Bridal Trial")
    app.press("Esc Esc")
    #expect(app.screen.contains("What became of the calendars"))
    #expect(app.screen.contains("Kids Haircut: not looked at"))
    #expect(app.saves.isEmpty)
  }

  /// A save that comes to nothing is asked about as one that was left.
  @Test func whatCannotBeSavedDoesNotHoldTheOthersUp() {
    var app = changed(["Beard Trim", "Bridal Trial"])
    app.press("F2 Ctrl-U \"Beard Trim\" Enter Ctrl-Z Ctrl-F \"notes\" Enter Ctrl-X Esc")
    app.press("Alt-S Ctrl-S")
    #expect(app.screen.contains("An update cannot unset properties"))
    var left = 0
    while !app.screen.contains("Beard Trim is not saved; its changes are kept."), left < 3 {
      app.press("Esc")
      left += 1
    }
    app.press("n")
    #expect(app.shown.title == "Bridal Trial")
    app.press("Ctrl-S")
    #expect(app.saves.map(\.id) == [ListedApp.id(of: "Bridal Trial")])
  }

  /// One conflict, one refusal of a value, one of the token and one lost answer among ten saves.
  @Test func eachOfTenIsReportedForItsOwn() {
    let names = (0..<10).map { "Calendar \("abcdefghij"[$0])" }
    var app = changed(names, checks: true)
    app.changes[ListedApp.id(of: names[2])] = ["slotDuration": 60]
    app.refusals[ListedApp.id(of: names[4])] = ServiceError(.invalid)
    app.refusals[ListedApp.id(of: names[6])] = ServiceError(.unauthorized)
    app.refusals[ListedApp.id(of: names[8])] = ServiceError(
      .transport(.timedOut(seconds: 30)), mayHaveBeenSaved: true)
    app.press("Alt-S")
    var turns = 0
    while app.app.round != nil, turns < 60 {
      turns += 1
      switch app.shown.dialogs.last {
      case is ReviewDialog: app.press("Ctrl-S")
      case is ConflictDialog: app.press("Esc")
      case is ConfirmDialog where app.screen.contains("is not saved; its changes"): app.press("n")
      case nil: app.press("Esc")
      default: app.press("Esc")
      }
    }
    let unsaved = names.filter { name in
      app.app.order.contains { app.app[$0].title == name && app.app[$0].hasUnsavedWork }
    }
    #expect(app.saves.count == 6)
    #expect(unsaved == [names[2], names[4], names[6], names[8]])
    let screen = app.screen
    for (number, name) in names.enumerated() {
      let line = screen.split(separator: "\n").first { $0.contains("\(name): ") } ?? ""
      #expect(line.contains([2, 4, 6, 8].contains(number) ? "✗" : "✓"), "\(line)")
    }
  }
}

extension String {
  fileprivate subscript(_ offset: Int) -> Character { self[index(startIndex, offsetBy: offset)] }
}
