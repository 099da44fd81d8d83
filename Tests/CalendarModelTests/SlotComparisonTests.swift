import CalendarModel
import JSON
import Testing

/// Offered now and after, gained and lost; and the service's own answer.
@Suite("Slot comparison")
struct SlotComparisonTests {
  @Test func savedAgainstEdited() {
    let monday = SlotPreviewTests.monday
    func days(_ changes: [String: JSONValue?]) -> [SlotPreview.Day] {
      SlotPreview(calendar: SlotPreviewTests.calendar(changes), now: SlotPreviewTests.now)
        .days(from: monday, count: 6)
    }
    let entry = SlotPreviewTests.entry("2027-01-05")
    let comparison = SlotComparison(
      now: days([:]), after: days(["slotInterval": 45, "availabilities": [entry]]))
    let first = comparison.days[0]
    #expect(first.now == [540, 570, 600, 630, 660, 690])
    #expect(first.after == [540, 585, 630, 675])
    #expect(first.gained == [585, 675])
    #expect(first.lost == [570, 600, 660, 690])
    #expect(first.text == "6 now, 4 after: 2 gained, 4 lost")
    #expect(comparison.days[1].reason == .closedByDateEntry)
    #expect(comparison.days[1].text == "6 now, 0 after: 0 gained, 6 lost")
    #expect(comparison.days[5].text == "none")
    #expect(comparison.gained == 8)
    #expect(comparison.text == "30 now, 16 after: 8 gained, 22 lost")
    #expect(SlotComparison(now: days([:]), after: days([:])).text == "30, unchanged")
  }

  @Test func serviceAgainstPreview() {
    let answer = Calendars.parse(
      """
      {"2027-01-04": {"slots": ["2027-01-04T09:00:00-05:00", "2027-01-04T08:30:00-05:00",
          "2027-01-04T08:30:00-05:00", "soon", 7, "2027-01-04T24:00:00Z", "2027-02-30T08:00:00Z"]},
       "2027-01-05": {"slots": []}, "2027-01-06": 3, "2027-13-01": {"slots": ["x"]},
       "2027-01-07": {"slots": ["2027-01-07T09:15Z", "2027-01-07T23:45:00.000+05:30"]},
       "traceId": "abc"}
      """)
    let free = FreeSlots(answer: answer)
    #expect(
      free.starts == [
        Calendars.date(2027, 1, 4): [510, 540], Calendars.date(2027, 1, 7): [555, 1425],
      ])
    #expect(free.offsets == ["-05:00", "Z", "+05:30"])
    #expect(free.unreadable == 4)
    #expect(FreeSlots(answer: .null).starts.isEmpty)

    let after = SlotPreview(calendar: SlotPreviewTests.calendar(), now: SlotPreviewTests.now)
      .days(from: SlotPreviewTests.monday, count: 2)
    let comparison = SlotComparison(service: free, after: after)
    #expect(comparison.days[0].lost == [510])
    #expect(comparison.days[0].gained == [570, 600, 630, 660, 690])
    #expect(comparison.days[1].now == [])
  }
}
