import CalendarModel
import JSON
import Testing
import TextUI

@testable import CalendarAPI
@testable import Editor

/// The list of calendars, the sub-accounts, and what keeps them apart.
@Suite struct CalendarListTests {
  private func begun(
    _ names: [String] = ["Beard Trim", "Bridal Trial"], others: [String] = [],
    rows: Int = 24, columns: Int = 80, all: Bool = false, wanted: String? = nil
  ) -> ListedApp {
    var app = ListedApp(
      names, others: others, rows: rows, columns: columns, all: all, wanted: wanted)
    app.begin()
    return app
  }

  private func shownNames(_ app: ListedApp) -> [String] {
    app.list?.content.rows.compactMap {
      if case .calendar(let index) = $0 { app.list?.content.calendars[index].title } else { nil }
    } ?? []
  }

  @Test func oneRequestListsTheCalendars() {
    let app = begun()
    #expect(app.effects == [.list(AccountID("north"), locationID: ListedApp.north)])
    #expect(shownNames(app) == ["Beard Trim", "Bridal Trial"])
    #expect(app.screen.contains("Calendars · north clinic"))
  }

  @Test(arguments: [
    ("beard", ["Beard Trim"]), ("trim", ["Beard Trim"]), ("tri", ["Beard Trim", "Bridal Trial"]),
    ("idbridaltrial", ["Bridal Trial"]), ("look busy on", []), ("not name beard", ["Bridal Trial"]),
    ("slot duration > 20 min", ["Beard Trim", "Bridal Trial"]), ("nobody", []),
  ])
  func typingNarrowsIt(typed: String, names: [String]) {
    var app = begun()
    app.press("\"\(typed)\"")
    #expect(Set(shownNames(app)) == Set(names))
    app.press("Esc")
    #expect(shownNames(app).count == 2)
  }

  @Test func whatIsUnderstoodIsSaid() {
    var app = begun()
    app.press("\"slot duration > 20 min\"")
    #expect(app.screen.contains("20 min"))
    #expect(app.list?.content.query?.reading.isEmpty == false)
  }

  @Test func escLeadsBackToTheCalendar() {
    var app = begun()
    app.press("Enter F2")
    #expect(app.app.shown == .home)
    app.press("Esc")
    #expect(app.shown.title == "Beard Trim")
    app.press("Esc Esc")
    #expect(app.app.shown == .home, "and from the sections back to the list")
  }

  @Test func theSelectionStaysOnItsCalendarWhenTheOrderChanges() {
    var app = begun(["Beard Trim", "Bridal Trial", "Yoga"])
    app.press("Down")
    app.press("Alt-D")
    app.press("Enter")
    #expect(app.shown.title == "Bridal Trial")
  }

  @Test func groupsHaveHeadingsThatCannotBeSelected() {
    var app = begun()
    for _ in ListGrouping.allCases {
      app.press("Alt-G Home")
      #expect(app.list?.content.place(inRow: app.list?.selection ?? -1) != nil)
    }
    app.press("Alt-G")
    #expect(app.list?.content.grouping == nil)
  }

  // MARK: Sub-accounts

  @Test func oneThatFailsDoesNotHoldTheOthers() {
    var app = ListedApp(["Beard Trim"], others: ["Boiler"], all: true)
    app.failing[ListedApp.south] = ServiceError(.unauthorized)
    app.begin()
    #expect(shownNames(app) == ["Beard Trim"])
    #expect(app.screen.contains("south: The service did not accept the token"), "\(app.screen)")
    app.failing = [:]
    app.press("F5")
    #expect(Set(shownNames(app)) == ["Beard Trim", "Boiler"])
  }

  /// At 80 columns the line above the list cuts what helps; the list says it whole.
  @Test func whatToDoIsSaidWhole() {
    var app = ListedApp(["Beard Trim"])
    let error = ServiceError(.unauthorized)
    app.failing[ListedApp.north] = error
    app.begin()
    let words = app.screen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains(error.advice))
  }

  @Test func theyAreListedAsTheyCome() {
    var app = ListedApp(["Beard Trim"], others: ["Boiler"], all: true)
    app.isSlow = true
    app.begin()
    #expect(app.screen.contains("0 of 2 sub-accounts"))
    app.answer()
    #expect(Set(shownNames(app)) == ["Beard Trim", "Boiler"])
    #expect(!app.screen.contains("of 2 sub-accounts"))
  }

  @Test func theProfileIsSwitchedInAList() {
    var app = begun(others: ["Boiler"])
    app.press("F2")
    #expect(app.shown.dialogs.last is AccountsDialog)
    app.press("\"south\" Enter")
    #expect(shownNames(app) == ["Boiler"])
    #expect(app.screen.contains("south clinic"))
  }

  /// Whatever the service answers, a calendar of another sub-account is not shown.
  @Test func aCalendarOfAnotherSubAccountIsRefusedWithBothNames() {
    var app = begun(others: ["Boiler"])
    app.stored["idbeardtrim"] = ListedApp.calendar("Beard Trim", in: ListedApp.south)
    app.press("Enter")
    #expect(app.shown.document == nil)
    #expect(app.screen.contains("south"))
    #expect(app.screen.contains("north clinic"))
    #expect(!app.effects.contains { if case .calendar(_, .lookUp) = $0 { true } else { false } })
  }

  @Test func aCalendarThatMovedIsNotSaved() {
    var app = ListedApp(["Beard Trim"], others: ["Boiler"], checks: true)
    app.begin()
    app.press("Enter Ctrl-F \"slotDuration\" Enter \"45\"")
    app.changes["idbeardtrim"] = ["locationId": .text(ListedApp.south)]
    app.press("Ctrl-S Ctrl-S")
    #expect(app.saves.isEmpty)
    #expect(app.shown.document?.isModified == true)
  }

  // MARK: By name

  @Test(arguments: ["Bridal Trial", "bridal trial", "bridal-trial", "idbridaltrial", "bridal"])
  func aCalendarIsOpenedByItsName(wanted: String) {
    #expect(begun(wanted: wanted).shown.title == "Bridal Trial")
  }

  @Test func whereSeveralFitTheListAsks() {
    let app = begun(["Trim", "trim", "Other"], wanted: "TRIM")
    #expect(app.app.shown == .home)
    #expect(app.screen.contains("2 calendars are called"))
    #expect(shownNames(app).count == 2)
  }

  @Test func whatNothingFitsIsSaid() {
    let app = begun(wanted: "Pilates")
    #expect(app.app.shown == .home)
    #expect(app.screen.contains("No calendar is called"))
  }

  /// Where no list came, nobody knows what the calendars are called.
  @Test func whereNoListCameNothingIsSaidOfNames() {
    var app = ListedApp(["Beard Trim"], wanted: "Beard Trim")
    app.failing[ListedApp.north] = ServiceError(.unauthorized)
    app.begin()
    #expect(app.app.shown == .home)
    #expect(!app.screen.contains("is called"), "\(app.screen)")
  }

  // MARK: Read-only

  @Test func nothingIsSentWhereOnlyReadingIsWanted() {
    var app = ListedApp(["Beard Trim"], isReadOnly: true)
    app.begin()
    app.press("Enter Ctrl-F \"slotDuration\" Enter \"45\"")
    #expect(app.screen.split(separator: "\n").first?.contains("read-only") == true)
    #expect(app.screen.contains("Review") && !app.screen.contains("Save"), "in the key bar")
    app.press("Ctrl-S")
    #expect(app.screen.contains("Review"), "what would be sent can be seen")
    #expect(app.screen.contains("; read-only: nothing is sent."), "\(app.screen)")
    #expect(!app.screen.contains("saves") && !app.screen.contains("Ctrl-S"))
    app.press("Ctrl-S")
    #expect(app.screen.contains("Read-only"))
    app.perform(.send)
    app.perform(.saveUnchecked)
    #expect(app.saves.isEmpty)
    #expect(app.shown.document?.isModified == true)
  }

  // MARK: Comparing

  @Test func whatDiffersIsMarkedInBoth() {
    var app = begun()
    app.press("Enter Ctrl-F \"slotDuration\" Enter \"45\" Alt-X Alt-=")
    app.press("Ctrl-F \"slotDuration\" Enter")
    let marked = app.screen.split(separator: "\n").filter { $0.contains("≠") }
    #expect(marked.contains { $0.contains("Slot duration") }, "\(app.screen)")
    #expect(!marked.contains { $0.contains("Slot interval") })
    app.press("Alt-T")
    #expect(app.screen.contains("≠ Slot duration") || app.screen.contains("≠"))
    app.press("Alt-=")
    #expect(!app.screen.contains("≠"))
  }

  /// Rows are compared by what they are, wherever they stand.
  @Test func rowsThatStandElsewhereAreTheSame() {
    func member(_ id: String, _ priority: JSONValue) -> JSONValue {
      ["userId": .text(id), "priority": priority]
    }
    var app = ListedApp(["Beard Trim", "Bridal Trial"])
    for (id, members) in [
      ("idbeardtrim", [member("first", 0), member("second", 1)]),
      ("idbridaltrial", [member("third", 0), member("second", 1), member("first", 1)]),
    ] {
      _ = app.stored[id]?.update(at: JSONPath([.key("teamMembers")])) { $0 = .array(members) }
    }
    app.begin()
    app.press("Enter Alt-X Alt-= Ctrl-F \"teamMembers\" Enter")
    let lines = app.screen.split(separator: "\n")
    #expect(lines.contains { $0.contains("second") })
    let marked = lines.filter { $0.contains("≠") }
    #expect(marked.contains { $0.contains("third") }, "\(app.screen)")
    #expect(marked.contains { $0.contains("first") }, "\(app.screen)")
    #expect(!marked.contains { $0.contains("second") }, "\(app.screen)")
  }

  // MARK: Screens

  @Test(arguments: [(24, 80), (40, 120), (12, 40), (12, 200)])
  func everySizeShowsTheSelectedCalendarAndItsKeys(rows: Int, columns: Int) {
    var app = begun(
      (0..<200).map { "Calendar \($0)" }, rows: rows, columns: columns)
    for keys in ["Down Down", "PgDn", "End", "Home", "Up"] {
      app.press(keys)
      let name = app.list.flatMap { list in
        list.content.place(inRow: list.selection).flatMap {
          app.stored[$0.calendarID]?[.name]?.text
        }
      }
      #expect(name.map { app.screen.contains($0) } == true)
    }
    #expect(app.screen.contains("Enter Open"))
  }

  @Test func hostileEntriesAreListedAndCannotHurt() {
    var app = ListedApp(["Beard Trim"])
    app.stored["bad"] = ["name": .text("\u{1B}[2J\u{202E}evil\n\t"), "teamMembers": 7]
    app.stored["none"] = .text("no object")
    app.stored["empty"] = [:]
    app.listed[ListedApp.north, default: []] += ["bad", "none", "empty"]
    app.begin()
    #expect(shownNames(app).count == 3)
    #expect(app.screen.contains("cannot be read"))
    #expect(!app.screen.contains("\u{1B}"))
    app.press("End Enter")
    #expect(app.app.shown == .home || app.shown.title != "")
  }
}
