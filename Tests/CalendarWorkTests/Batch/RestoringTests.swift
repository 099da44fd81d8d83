import CalendarModel
import JSON
import Testing

@testable import CalendarWork

/// Saves on record, told apart by what they mean and not by how they are spelled.
@Suite struct RestoringTests {
  typealias Restoring = BatchWork.Restoring

  /// The calendar of the tests as an answer spells it.
  private static func answered(_ calendar: JSONValue) -> JSONValue {
    let config: JSONValue = ["enabled": true, "lookBusyPercentage": 20]
    let url = calendar[key: "formSubmitRedirectURL"]
    return calendar.with([
      "lookBusyConfig": config, "formSubmitRedirectURL": nil, "formSubmitRedirectUrl": url,
    ])
  }

  private static let changed = calendarOfTests.with(["slotDuration": 45])

  /// A spelling is no change.
  @Test func onlyWhatChangedIsPutBack() {
    let save = Restoring(before: calendarOfTests, after: Self.answered(Self.changed))
    #expect(save.keys == ["slotDuration"])
    #expect(Restoring(before: calendarOfTests, after: Self.answered(calendarOfTests)).keys.isEmpty)
    // What differs in meaning does, however it is spelled.
    let busier = Self.changed.with(["lookBusyConfig": ["enabled": true, "lookBusyPercentage": 30]])
    #expect(
      Restoring(before: calendarOfTests, after: busier).keys == ["slotDuration", "lookBusyConfig"])
  }

  @Test func aRestoreIsKnownWhateverTheSpelling() {
    let spellings: [(JSONValue) -> JSONValue] = [{ $0 }, Self.answered]
    for first in spellings {
      for second in spellings {
        let save = Restoring(before: calendarOfTests, after: first(Self.changed))
        let back = Restoring(before: first(Self.changed), after: second(calendarOfTests))
        #expect(back.takesBack(save))
        let other = Self.changed.with(["slotDuration": 50])
        #expect(!Restoring(before: Self.changed, after: second(other)).takesBack(save))
        #expect(!save.takesBack(save))
      }
    }
  }

  /// Rows that were put back have other ids.
  @Test func rowsWithNewIDsAreTheSame() {
    func dates(_ id: String) -> JSONValue {
      calendarOfTests.with([
        "availabilities": [
          ["id": .text(id), "date": "2030-12-24T00:00:00.000Z", "hours": [], "deleted": false]
        ]
      ])
    }
    let without = calendarOfTests.with(["availabilities": []])
    let save = Restoring(before: dates("a1"), after: without)
    #expect(Restoring(before: without, after: dates("new")).takesBack(save))
    #expect(!Restoring(before: without, after: without.with(["notes": "x"])).takesBack(save))
  }

  /// What had no value is put back as an empty one.
  @Test func whatWasNotThereIsPutBackEmpty() {
    let without = calendarOfTests.with(["availabilities": nil])
    let save = Restoring(before: without, after: calendarOfTests)
    let back = Restoring(before: calendarOfTests, after: without.with(["availabilities": []]))
    #expect(back.takesBack(save))
  }

  @Test func itComesBackFromItsJSONAsItWas() throws {
    let save = Restoring(before: calendarOfTests, after: Self.answered(Self.changed))
    let json = try JSONDocument(parsing: BatchWork.restore(save).json.printed()).value
    #expect(try BatchWork(json, today: todayOfTests) == .restore(save))
  }
}
