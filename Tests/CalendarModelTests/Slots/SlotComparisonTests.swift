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
      loaded: days([:]), edited: days(["slotInterval": 45, "availabilities": [entry]]))
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
    #expect(SlotComparison(loaded: days([:]), edited: days([:])).text == "30, unchanged")
  }

  /// The week of 4 January, Monday only, with what the service offers on it.
  private func monday(
    _ offered: [String], _ changes: [String: JSONValue?] = [:]
  ) throws -> SlotComparison {
    func days(_ changes: [String: JSONValue?]) -> [SlotPreview.Day] {
      SlotPreview(calendar: SlotPreviewTests.calendar(changes), now: SlotPreviewTests.now)
        .days(from: SlotPreviewTests.monday, count: 2)
    }
    let times = offered.map { "2027-01-04T\($0):00Z" }
    return SlotComparison(
      service: try OfferedStarts(answer: .array(times.map(JSONValue.text))), loaded: days([:]),
      edited: days(changes))
  }

  @Test func whatIsBookedIsNeitherGainedNorLost() throws {
    let same = try monday(["09:00", "11:00", "11:30"])
    #expect(same.text == "3, unchanged", "nothing is edited, so saving changes nothing")
    #expect(same.days[0].withheld == [570, 600, 630])
    #expect(same.days[0].unexplained == [])
    #expect(same.days[1].withheld.count == 6)

    // Open from 10 to 13 instead of 9 to 12.
    let hours: JSONValue = [Calendars.week([1, 2], Calendars.hour(10, 13))]
    let later = try monday(["09:00", "11:00", "11:30"], ["openHours": hours]).days[0]
    #expect(later.now == [540, 660, 690])
    #expect(later.lost == [540], "09:30 was not offered, so it is not lost")
    #expect(later.gained == [720, 750])
    #expect(later.after == [660, 690, 720, 750])
    #expect(later.withheld == [600, 630])
  }

  @Test func whatTheSettingsDoNotGiveStaysOffered() throws {
    let odd = try monday(["09:00", "09:10"], ["slotInterval": 60]).days[0]
    #expect(odd.unexplained == [550])
    #expect(odd.after == [540, 550])
    #expect(!odd.isChanged)
    // Offered before it was asked for: the service counts it already.
    let hours: JSONValue = [Calendars.week([1, 2], Calendars.hour(9, 13))]
    let early = try monday(["11:30", "12:00"], ["openHours": hours]).days[0]
    #expect(early.gained == [750])
    #expect(early.after == [690, 720, 750])
  }

  @Test func anotherClockIsNoticed() throws {
    #expect(try monday(["14:00", "14:30"]).hasNothingInCommon)
    #expect(try !monday(["11:30", "14:00", "14:30"]).hasNothingInCommon)
    #expect(try !monday([]).hasNothingInCommon, "everything is booked")
    let days = SlotPreview(
      calendar: SlotPreviewTests.calendar(["openHours": []]), now: SlotPreviewTests.now
    ).days(from: SlotPreviewTests.monday, count: 2)
    let free = try OfferedStarts(answer: ["2027-01-04T14:00Z"])
    #expect(!SlotComparison(service: free, loaded: days, edited: days).hasNothingInCommon)
  }

  @Test func makingItActiveGainsEverything() throws {
    func preview(isActive: Bool) -> SlotPreview {
      SlotPreview(
        calendar: SlotPreviewTests.calendar(["isActive": .bool(isActive)]),
        now: SlotPreviewTests.now)
    }
    let (draft, active) = (preview(isActive: false), preview(isActive: true))
    func text(_ loaded: SlotPreview, _ edited: SlotPreview, _ service: OfferedStarts? = nil)
      -> String
    {
      SlotComparison(
        service: service, loaded: loaded, edited: edited, from: SlotPreviewTests.monday, count: 1
      ).text
    }
    #expect(text(draft, active) == "0 now, 6 after: 6 gained, 0 lost")
    #expect(
      try text(draft, active, OfferedStarts(answer: [:])) == "0 now, 6 after: 6 gained, 0 lost")
    #expect(text(active, draft) == "6 now, 0 after: 0 gained, 6 lost")
    #expect(text(draft, draft) == "6, unchanged")
  }
}
