import CalendarModel
import JSON
import Testing

@testable import Editor

/// What look busy does to a day is counted as the preview counts it: from now.
@Suite struct LookBusyClockTests {
  @Test(arguments: [0, 600, 780, 900]) func itHasTheNumbersOfThePreview(_ minute: Int) throws {
    var calendar = sampleCalendar
    for (key, value) in [
      ("allowBookingAfter", 1), ("allowBookingAfterUnit", "days"),
      ("lookBusyConfig", ["enabled": true, "LookBusyPercentage": 40]),
    ] as [(String, JSONValue)] {
      _ = calendar.update(at: JSONPath([.key(key)])) { $0 = value }
    }
    var model = makeModel(calendar)
    model.visit("lookBusyConfig.LookBusyPercentage")
    // The clock moves on while the section is open.
    _ = model.update(.clock(CalendarMoment(today, minute: minute)))
    let document = try #require(model.document)
    let sample = try #require(model.layout.sampleDay)
    let preview = SlotPreview(
      calendar: document.current, now: model.now, governing: document.governing)
    #expect(sample.count == preview.day(sample.date).starts.count, "\(model.screen)")
    // Also while the share is typed.
    model.press("Ctrl-U \"20\"")
    #expect(model.layout.sampleDay == sample)
  }
}
