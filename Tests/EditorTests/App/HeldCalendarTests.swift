import CalendarModel
import JSON
import Testing
import TextUI

@testable import CalendarAPI
@testable import Editor

/// The list shows of each calendar what the service is known to hold: what was loaded or saved last.
@Suite struct HeldCalendarTests {
  /// Another state of a calendar, and how the editor comes to know it.
  struct Way: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let go: @Sendable (inout ListedApp) -> Void
  }

  private static let id = ListedApp.id(of: "Beard Trim")

  private static let ways: [Way] = [
    Way(testDescription: "saved") { $0.press("Enter \(rename) Ctrl-S Ctrl-S") },
    Way(testDescription: "opened after somebody else's save") {
      $0.changes[id] = ["name": "Zebra"]
      $0.press("Enter")
    },
    Way(testDescription: "loaded again") {
      $0.press("Enter")
      $0.changes[id] = ["name": "Zebra"]
      $0.press("F5")
    },
    Way(testDescription: "loaded again, with changes kept") {
      $0.press("Enter Ctrl-F \"slotDuration\" Enter \"45\"")
      $0.changes[id] = ["name": "Zebra"]
      $0.press("F5 m")
    },
    Way(testDescription: "saved beside somebody else") {
      $0.press("Enter Ctrl-F \"slotDuration\" Enter \"45\"")
      $0.changes[id] = ["name": "Zebra"]
      $0.press("F5 m Ctrl-S Ctrl-S")
    },
    Way(testDescription: "saved twice") {
      $0.press("Enter \(rename) Ctrl-S Ctrl-S Ctrl-F \"slug\" Enter \"zebra\" Ctrl-S Ctrl-S")
    },
  ]

  private static let rename = "Ctrl-F \"name\" Enter \"Zebra\""

  private func begun(_ names: [String] = ["Beard Trim", "Moustache"]) -> ListedApp {
    var app = ListedApp(names)
    app.begin()
    return app
  }

  private func entry(_ app: ListedApp) -> ListedCalendar? {
    app.list?.content.calendars.first { $0.id == Self.id }
  }

  private func found(_ app: ListedApp) -> [String] {
    app.list?.content.places.map(\.calendarID) ?? []
  }

  @Test(arguments: ways) func theListTakesItOver(_ way: Way) throws {
    var app = begun()
    way.go(&app)
    let place = ListedPlace(account: AccountID("north"), calendarID: Self.id)
    #expect(app.stored[Self.id]?[.name] == "Zebra")
    #expect(entry(app)?.calendar == app.stored[Self.id])
    #expect(app.app.accounts.name(of: place) == "Zebra")
    #expect(app.app.accounts.places(named: "zebra") == [place])
    // Where something is not saved the list shows what the service holds all the same.
    app.press("F2")
    #expect(app.screen.contains("Zebra") && !app.screen.contains("Beard"), "\(app.screen)")
    #expect(found(app).last == Self.id, "sorted by its new name")
    #expect(app.app.accounts.shownOrder.last == place)
    app.press("\"zebra\"")
    #expect(found(app) == [Self.id])
    app.press("Esc \"name beard\"")
    #expect(found(app).isEmpty)
  }

  // MARK: Dialogs that can be left as they stand

  /// Two open calendars, of which the second one asks about a draft.
  private func withDraft() throws -> ListedApp {
    var app = ListedApp(["Beard Trim", "Bridal Trial"])
    app.begin()
    app.press("Enter Alt-X")
    let draft = try leftDraft()
    app.send(.calendar(app.app.shown, .draftFound(draft, age: "now")))
    #expect(app.shown.dialogs.last is DraftDialog)
    return app
  }

  @Test(arguments: ["Esc", "F2", "Alt-L", "F9", "F3"]) func aDraftCanBeDecidedLater(
    _ key: String
  ) throws {
    var app = try withDraft()
    let id = app.app.shown
    app.press(key)
    let isElsewhere = app.app.shown != id
    #expect(isElsewhere || app.shown.dialogs.last is OpenCalendarsDialog, "\(app.screen)")
    #expect(app.app[id].draftStatus.isUndecided)
    app.press(key == "F3" ? "Esc" : key == "F9" ? "F9" : "\"bridal\" Enter")
    #expect(app.app.shown == id && app.shown.dialogs.last is DraftDialog, "\(app.screen)")
    app.press("x x")
    #expect(!app.app[id].draftStatus.isUndecided && app.shown.dialogs.isEmpty)
  }

  @Test(arguments: ["F2", "F9"]) func thePreviewCanBeLeftToo(_ key: String) {
    var app = ListedApp(["Beard Trim", "Bridal Trial"])
    app.begin()
    app.press("Enter Alt-X F6")
    #expect(app.shown.dialogs.last is PreviewDialog)
    let id = app.app.shown
    app.press(key)
    #expect(app.app.shown != id, "\(app.screen)")
  }

  /// What the filter finds is what was saved, whatever was changed.
  @Test(arguments: [
    ("monday", "closed", "closed mon"), ("sunday", "9-12", "open sun"),
    ("slotDuration", "55 min", "slot duration > 50 min"), ("eventTitle", "tea", "event title tea"),
  ])
  func theFilterGoesByIt(field: String, typed: String, query: String) {
    var app = begun()
    app.press("\"\(query)\"")
    #expect(found(app).isEmpty)
    app.press(
      "Esc Enter Ctrl-F \"\(field)\" Enter \"\(typed)\" Enter Ctrl-S Ctrl-S F2 \"\(query)\"")
    #expect(found(app) == [Self.id], "\(app.screen)")
  }

  /// What is edited and not saved is not what the service holds.
  @Test func whatIsNotSavedIsNotInIt() {
    var app = begun()
    app.press("Enter \(Self.rename) F2")
    #expect(entry(app)?.title == "Beard Trim")
  }

  /// An answer that was asked for before a save is older than the save.
  @Test func anOldAnswerBringsNothingBack() {
    var app = begun()
    app.press("Enter \(Self.rename)")
    app.press("F2")
    let old = app.stored
    let account = AccountID("north")
    app.isSlow = true
    app.press("F5")
    #expect(app.waiting.count == 1)
    app.isSlow = false
    app.press("Esc Ctrl-S Ctrl-S")
    #expect(entry(app)?.title == "Zebra")
    guard let listing = CalendarListing(.array(Array(old.values))) else { return }
    app.send(.account(account, .listed(.success(listing))))
    #expect(entry(app)?.title == "Zebra")
    // One that was asked for since is newer.
    app.press("F2 F5")
    app.send(.account(account, .listed(.success(listing))))
    #expect(entry(app)?.title == "Beard Trim")
  }

  @Test func whatIsNotListedStaysOut() {
    var app = begun()
    app.press("Enter")
    app.listed[ListedApp.north] = [ListedApp.id(of: "Moustache")]
    app.press("F2 F5 Esc F5")
    #expect(entry(app) == nil)
    #expect(app.list?.content.calendars.count == 1)
  }

  @Test func aRunIsFollowedByTheListAsItIsThen() {
    var app = begun()
    app.press("Alt-A Alt-C \"slotDuration=55 min\" Enter Ctrl-S c")
    #expect(app.stored[Self.id]?[.slotDuration] == 55)
    for calendar in app.list?.content.calendars ?? [] {
      #expect(calendar.calendar[.slotDuration] == app.stored[calendar.id ?? ""]?[.slotDuration])
    }
  }

  /// That one calendar is known whole says nothing of the others.
  @Test func aListThatLeavesPropertiesOutStaysKnownForIt() throws {
    var account = AccountCalendars(
      Account("north", at: .demo, locationID: ListedApp.north))
    let whole = ListedApp.calendar("Beard Trim", in: ListedApp.north)
    let short: JSONValue = ["id": .text(Self.id), "name": "Beard Trim"]
    account.take(.success(try #require(CalendarListing([short]))))
    account.take(held: whole, of: Self.id, names: [:], .notAsked)
    #expect(!account.isListWhole)
    #expect(account.calendars.first?.isComplete == true)
    account.take(.success(try #require(CalendarListing([whole]))))
    account.take(held: whole, of: Self.id, names: [:], .notAsked)
    #expect(account.isListWhole)
    account.take(held: ["id": "another"], of: Self.id, names: [:], .notAsked)
    #expect(account.calendars.first?.title == "Beard Trim", "another calendar is not taken for it")
  }
}
