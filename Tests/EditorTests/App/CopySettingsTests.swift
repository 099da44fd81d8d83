import CalendarModel
import JSON
import Testing
import TextUI

@testable import CalendarAPI
@testable import Editor

/// Copying settings between calendars, from choosing to the edits in the targets.
@Suite struct CopySettingsTests {
  private let names = ["Beard Trim", "Bridal Trial", "Kids Haircut", "Morning Yoga"]

  /// The first calendar, open at its weekly hours, with Monday changed.
  private func source() -> ListedApp {
    var app = ListedApp(names)
    app.begin()
    app.press("\"beard\" Enter Ctrl-F \"openHours\" Enter \"7-8\" Enter Up")
    return app
  }

  private func hours(_ app: ListedApp, _ name: String) -> [HourRange]? {
    let id = app.app.order.first { app.app[$0].title == name }
    return id.flatMap { app.app[$0].document }.map {
      WeekHours($0.current[.openHours]).days[1].ranges
    }
  }

  @Test func theWeekOfOneGoesToAnotherInFewKeys() {
    var app = source()
    let keys = "Alt-A Enter k i d s Enter c"
    #expect(keys.split(separator: " ").count <= 20)
    app.press(keys)
    #expect(
      hours(app, "Kids Haircut") == [HourRange(open: 7 * 60, close: 8 * 60)].compactMap { $0 })
    #expect(app.shown.title == "Beard Trim")
    #expect(app.saves.isEmpty, "copies are edits")
    app.press("Alt-O \"kids\" Enter")
    #expect(app.shown.document?.undoSteps.count == 1)
    app.press("Ctrl-Z")
    #expect(app.shown.document?.isModified == false)
  }

  @Test func severalTargetsAreMarked() {
    var app = source()
    app.press("Alt-A Enter Ins Ins Enter")
    #expect(app.screen.contains("Bridal Trial: 1 setting changes"))
    #expect(app.screen.contains("Kids Haircut: 1 setting changes"))
    app.press("c")
    #expect(app.app.order.count == 3)
    #expect(app.screen.contains("Copied to 2 calendars"))
  }

  @Test func nothingIsChangedBeforeTheAnswer() {
    var app = source()
    app.press("Alt-A Enter Enter")
    #expect(app.screen.contains("Copy these settings?"))
    #expect(
      app.app.order.allSatisfy { app.app[$0].title == "Beard Trim" || !app.app[$0].hasUnsavedWork })
    app.press("k")
    #expect(app.app.order.count == 1, "what was opened for it is closed")
    #expect(app.screen.contains("Nothing was copied."))
  }

  /// While the targets are loaded, and while the question stands.
  @Test(arguments: [true, false])
  func closingTheSourceCopiesNothing(isSlow: Bool) {
    var app = source()
    app.isSlow = isSlow
    app.press("Alt-A Enter \"kids\" Enter")
    #expect(app.app.copying != nil)
    let id = app.app.order.first { app.app[$0].title == "Beard Trim" }
    for case let id? in [id] { app.send(.closed(id)) }
    #expect(app.app.copying == nil)
    app.answer()
    #expect(app.app.order.allSatisfy { !app.app[$0].hasUnsavedWork })
    #expect(!app.app.order.contains { app.app[$0].title == "Kids Haircut" })
  }

  @Test func aTargetThatDoesNotComeIsSaid() {
    var app = source()
    app.stored["idkidshaircut"] = nil
    app.press("Alt-A Enter \"kids\" Enter")
    #expect(app.screen.contains("Kids Haircut: not loaded") || app.screen.contains("not loaded"))
    #expect(app.screen.contains("Nothing to copy"))
  }

  @Test func settingsComeFromAnotherCalendar() {
    var app = source()
    app.press("Alt-X Ctrl-F \"openHours\" Enter")
    app.press("Ctrl-P \"copy settings\" Enter")
    #expect(app.shown.dialogs.last is CopyPartnersDialog)
    app.press("\"beard\" Enter Enter")
    #expect(app.screen.contains("Copy these settings?"))
    app.press("c")
    #expect(
      hours(app, "Bridal Trial") == [HourRange(open: 7 * 60, close: 8 * 60)].compactMap { $0 })
  }

  @Test func whatIdentifiesACalendarStaysUnlessItIsChosen() {
    var app = source()
    app.press("Esc Esc Home Enter Alt-A")
    #expect(app.screen.contains("[-] General"))
    app.press("Home Right")
    let name = app.screen.split(separator: "\n").first { $0.contains("] Name") }
    #expect(name?.contains("[ ] Name") == true)
  }

  /// A calendar that was opened by its id, before any list has come.
  @Test func withoutAListItIsLoadedFirst() {
    var app = ListedApp(opening: "Beard Trim", among: names)
    app.begin()
    app.isSlow = true
    app.press("Alt-A")
    #expect(app.screen.contains("Loading the list of calendars"))
    app.answer()
    #expect(app.shown.dialogs.last is CopySettingsDialog)
    app.press("Enter")
    #expect(app.screen.contains("Kids Haircut"))
    #expect(!app.screen.contains("] Beard Trim"))
  }

  @Test func closingTheOnlyCalendarLeavesTheList() {
    var app = ListedApp(opening: "Beard Trim", among: names)
    app.begin()
    app.press("Alt-K")
    #expect(app.app.shown == .home)
    #expect(app.list?.places.count == names.count)
  }

  @Test func fromACalendarAloneTheListOfItsSubAccountOpens() {
    var app = ListedApp(opening: "Beard Trim", among: names)
    app.begin()
    app.press("F2")
    #expect(app.list?.places.count == names.count)
    app.press("\"kids\" Enter")
    #expect(app.shown.title == "Kids Haircut")
  }
}
