import CalendarModel
import JSON
import Testing
import TextUI

@testable import Editor
@testable import Sandbox

/// Every page of very different calendars, at the sizes people have.
@Suite struct CalendarScreenTests {
  /// The calendars by name: nothing set, those of the sandbox, and one with all that is odd.
  static let calendars: [(name: String, calendar: JSONValue)] =
    [("empty", [:])]
    + DemoCalendars.all(today: today).map {
      ($0[key: "calendarType"]?.text ?? "", $0)
    } + [("quirky", quirkyCalendar)]

  @Test func allTypesAreThere() {
    #expect(
      Set(Self.calendars.map(\.name)).isSuperset(
        of: ["empty", "quirky"] + CalendarType.allCases.map(\.rawValue)))
  }

  @Test(arguments: calendars.map(\.name), ScreenTests.shapes)
  func pages(_ name: String, _ shape: ScreenTests.Shape) throws {
    let calendar = try #require(Self.calendars.first { $0.name == name }).calendar
    var model = makeModel(calendar, rows: shape.rows, columns: shape.columns)
    var screens: [String] = []
    for entry in Workspace.entries.indices {
      model.workspace.choose(entry: entry)
      model.enterForm()
      model.syncInput()
      screens.append(model.screen)
    }
    let separator = "\n" + String(repeating: "=", count: shape.columns) + "\n"
    try expectSnapshot(screens.joined(separator: separator), "calendar-\(name)-\(shape)")
  }
}
