import CalendarModel
import CalendarWork
import JSON
import Testing
import TextUI

@testable import Editor

/// The screens of many calendars, at every size.
@Suite struct AppScreenTests {
  /// A picture, and the keys that lead to it from the list.
  static let scenes: [(name: String, keys: String)] = [
    ("list", ""),
    ("narrowed", "\"open on 24 dec, slot duration > 20 min\""),
    ("grouped", "Alt-G Alt-G"),
    ("accounts", "F2"),
    ("open", "Enter Ctrl-F \"slotDuration\" Enter \"45\" Alt-X Alt-O"),
    ("settings", "Enter Ctrl-F \"openHours\" Enter Alt-A Right"),
    ("targets", "Enter Ctrl-F \"openHours\" Enter \"7-8\" Enter Alt-A Enter Ins"),
    ("copy", "Enter Ctrl-F \"openHours\" Enter \"7-8\" Enter Alt-A Enter Enter"),
    ("compare", "Enter Ctrl-F \"slotDuration\" Enter \"45\" Alt-X Alt-="),
    ("round", "Enter Ctrl-F \"slotDuration\" Enter \"45\" Alt-X \"50\" Alt-S Ctrl-S Ctrl-S"),
    ("change", "Ins Ins Alt-C \"slotDurtion=45\""),
    ("plan", "Ins Ins Ins Alt-C \"slotDuration=45 min; openHours.sat=closed\" Enter Space"),
    ("planned", "Ins Ins Alt-C \"slotDuration=45 min\" Enter Enter"),
    ("agree", "Ins Ins Alt-C \"slotDuration=45 min\" Enter Ctrl-S"),
    ("running", "Ins Ins Ins Alt-C \"slotDuration=45 min\" Enter Ctrl-S c"),
    ("results", "Ins Ins Ins Alt-C \"slotDuration=45 min\" Enter Ctrl-S c"),
    ("apply", "Enter Ctrl-F \"slotDuration\" Enter \"45\" Alt-I Ins"),
    ("quit", "Enter Ctrl-F \"slotDuration\" Enter \"45\" F2 Ctrl-Q"),
  ]

  @Test(arguments: scenes.map(\.name), ScreenTests.shapes)
  func scene(_ name: String, _ shape: ScreenTests.Shape) throws {
    let scene = try #require(Self.scenes.first { $0.name == name })
    var app = ListedApp(
      ["Beard Trim", "Bridal Trial", "Kids’ Haircut"], others: ["Boiler Check"],
      rows: shape.rows, columns: shape.columns, all: name == "grouped")
    if name == "running" { app.runsSlowly = true }
    if name == "results" {
      app.outcomes = [
        "idbridaltrial": BatchOutcome(
          .conflict, "Others changed the same since.",
          details: ["Slot duration: now 60 min, planned 45 min, was 30 min"]),
        "idkidshaircut": BatchOutcome(
          .notReached, "The service cannot be reached. Nothing was sent."),
      ]
    }
    app.begin()
    app.press(scene.keys)
    try expectSnapshot(app.screen, "app-\(name)-\(shape)")
  }
}
