import CalendarModel
import JSON
import Testing

@testable import CalendarAPI
@testable import Editor

/// The choice between what somebody else changed and what is changed here, as text.
@Suite struct ConflictScreenTests {
  /// One of each kind: a value, a long text, a member, a day of the week, a date.
  static let changes: [(path: JSONPath, mine: JSONValue, theirs: JSONValue)] = [
    ("slotDuration", 45, 60),
    ("description", "First line\nmine", "First line\ntheirs"),
    ("teamMembers[0].priority", 1, 0),
    ("openHours[0].hours[0].openHour", 8, 10),
    (
      "availabilities[0].hours",
      [["openHour": 9, "openMinute": 0, "closeHour": 12, "closeMinute": 0]],
      [["openHour": 10, "openMinute": 30, "closeHour": 12, "closeMinute": 0]]
    ),
  ]

  /// Both sides have changed everything; then the keys are pressed.
  static func model(rows: Int, columns: Int, isASCII: Bool = false, keys: String = "") -> TestApp {
    var model = makeModel(rows: rows, columns: columns, isASCII: isASCII, checksBeforeSaving: true)
    var theirs = sampleCalendar
    for change in changes {
      model.edit(change.path, to: change.mine)
      _ = theirs.update(at: change.path) { $0 = change.theirs }
    }
    model.press("Ctrl-S Ctrl-S")
    _ = model.update(
      .loaded(
        model.calls.lastID, .success(LoadedCalendar(calendar: theirs, duplicateKeys: []))))
    model.press(keys)
    return model
  }

  static let scenes = [
    ("conflict", ""), ("conflict-chosen", "m t Down m"), ("conflict-whole", "Down v"),
  ]

  @Test(arguments: scenes.map(\.0), ScreenTests.shapes)
  func scene(_ name: String, _ shape: ScreenTests.Shape) throws {
    let keys = try #require(Self.scenes.first { $0.0 == name }).1
    let model = Self.model(rows: shape.rows, columns: shape.columns, keys: keys)
    try expectSnapshot(model.screen, "scene-\(name)-\(shape)")
  }

  @Test func everyKindIsAsked() {
    // The hours of an entry are those of five days.
    let model = Self.model(rows: 40, columns: 120)
    for text in [
      "Changed by somebody else too: 9 values", "ana › Priority", "Monday", "2026-12-24",
    ] {
      #expect(model.screen.contains(text), "\(text)\n\(model.screen)")
    }
    let ascii = Self.model(rows: 40, columns: 120, isASCII: true).screen
    #expect(ascii.utf8.allSatisfy { $0 < 0x7F }, "\(ascii)")
  }
}
