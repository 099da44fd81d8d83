import JSON
import Testing

@testable import CalendarModel

/// The review speaks the form's language: one sentence for each thing that a person did.
@Suite("The words of the review") struct ReviewTextTests {
  private static func texts(
    _ changes: [String: JSONValue?] = [:], _ edit: (inout CalendarDocument) -> Void
  ) -> [String] {
    var document = Calendars.document(Calendars.full(changes))
    edit(&document)
    return ReviewLine.all(of: document).map(\.text)
  }

  private static func dates(_ days: ClosedRange<Int>) -> [CalendarDate] {
    days.map { Calendars.date(2027, 12, $0) }
  }

  @Test func aNumberHasItsUnit() {
    let hours: [String: JSONValue?] = ["slotDuration": 1.5, "slotDurationUnit": "hours"]
    #expect(Self.texts(hours) { $0.set("slotDuration", to: 55) } == ["Slot duration: 1.5 h → 55 h"])
    #expect(
      Self.texts(hours) { $0.set("slotDurationUnit", to: "mins") }
        == ["Slot duration: 1.5 h → 1.5 min"])
    #expect(
      Self.texts { $0.set("slotBuffer", to: 10) } == ["Buffer after: 0 min → 10 min"],
      "its unit is in answers only")
    #expect(Self.texts { $0.set("preBuffer", to: nil) } == ["Buffer before: 0 min → unset"])
    #expect(
      Self.texts(["preBuffer": nil as JSONValue?]) { $0.set("preBufferUnit", to: "hours") }
        == ["Buffer before unit: minutes → hours"], "a unit of no number is said as it is")
  }

  @Test func closedDatesAreOneLine() {
    #expect(
      Self.texts { $0.setDateHours([], on: Self.dates(24...31)) }
        == ["+ Date-specific hours › 2027-12-24..2027-12-31 closed"])
    #expect(
      Self.texts {
        $0.setDateHours([], on: Self.dates(24...26))
        $0.setDateHours([HourRange(open: 540, close: 720)], on: Self.dates(28...28))
      } == [
        "+ Date-specific hours › 2027-12-24..2027-12-26 closed",
        "+ Date-specific hours › 2027-12-28 09:00–12:00",
      ])
  }

  @Test func aChangedDateSaysBothHours() {
    let date = Calendars.date(2027, 1, 4)
    #expect(
      Self.texts { $0.setDateHours([HourRange(open: 480, close: 720)], on: [date]) }
        == ["Date-specific hours › 2027-01-04: 10:00–12:30 → 08:00–12:00"])
    #expect(
      Self.texts { $0.deleteDates([date]) } == ["- Date-specific hours › 2027-01-04 10:00–12:30"])
    let odd: JSONValue = [["date": "2027-01-04T05:00:00.000Z", "hours": [], "id": "a"]]
    #expect(
      Self.texts(["availabilities": odd]) { $0.setDateHours([.wholeDay], on: [date]) }.last
        == "Date-specific hours › 2027-01-04: closed → 24h", "the spelling of the date is its own")
  }

  @Test func aNewPrimaryIsSaidInsteadOfWhom() {
    let team: JSONValue = [
      Calendars.member("ana", isPrimary: true), Calendars.member("ben"), Calendars.member("cleo"),
    ]
    #expect(
      Self.texts(["teamMembers": team]) { $0.makePrimary(row: 1) } == ["Primary member: ana → ben"])
    #expect(
      Self.texts(["teamMembers": team]) { $0.makePrimary(row: 0) }
        == ["Team members › ana › Primary: yes → no"])
  }

  @Test func aMeetingPlaceIsCalledWhatTheFormCallsIt() {
    let place: JSONValue = [["kind": "inbound_call", "location": "+4930123"]]
    #expect(
      Self.texts(["locationConfigurations": place]) {
        $0.set("locationConfigurations[0].location", to: "+4930124")
      } == [
        #"Meeting locations › Inbound call: +4930124 › Phone number: "+4930123" → "+4930124""#
      ])
  }

  /// A day that no line can say is said as it is written, and the others are said as ever.
  @Test func oneOddDayLeavesTheOthersAlone() {
    let night = Calendars.hour(22, 6)
    let week: JSONValue = [
      Calendars.week([1, 2], Calendars.hour(9, 17)), Calendars.week([6], night),
      Calendars.week([0], Calendars.hour(0, 0)),
    ]
    let early = [HourRange(open: 480, close: 1020)]
    #expect(
      Self.texts(["openHours": week]) { $0.setWeekHours(early, on: [1]) }
        == ["Mon: 09:00–17:00 → 08:00–17:00"])
    #expect(
      Self.texts(["openHours": week]) { $0.setWeekHours(early, on: [1, 6]) }
        == ["Mon: 09:00–17:00 → 08:00–17:00", "Sat: 22:00–06:00 → 08:00–17:00"])
    #expect(
      Self.texts(["openHours": week]) { $0.setWeekHours([], on: [0]) } == [],
      "a day that says closed is closed, and kept as it is stored")
  }

  @Test func takingTheOddDayBackGivesItsEntriesBack() throws {
    let week: JSONValue = [
      Calendars.week([1, 6], Calendars.hour(22, 6)), Calendars.week([2], Calendars.hour(9, 17)),
    ]
    var document = Calendars.document(Calendars.full(["openHours": week]))
    document.setWeekHours([HourRange(open: 480, close: 600)], on: [6])
    document.setWeekHours([HourRange(open: 540, close: 600)], on: [2])
    let saturday = ReviewLine.all(of: document).first { $0.text.hasPrefix("Sat") }
    let isTaken = try document.takeBack(#require(saturday))
    #expect(isTaken)
    #expect(document.weekHours[6].raw == [HourRange(open: 1320, close: 360)])
    #expect(document.weekHours[1].raw == [HourRange(open: 1320, close: 360)])
    #expect(document.weekHours[2].ranges == [HourRange(open: 540, close: 600)])
  }

  /// Taking one of two new members back leaves the other, also where there was no list before.
  @Test(arguments: [nil, .null, []] as [JSONValue?]) func oneOfTwoNewRows(_ list: JSONValue?) {
    var document = Calendars.document(Calendars.full(["teamMembers": list]))
    document.insert(Calendars.member("ana"), into: "teamMembers", at: 0)
    document.insert(Calendars.member("ben"), into: "teamMembers", at: 1)
    let changes = ReviewLine.all(of: document)
    #expect(changes.map(\.text) == ["+ Team members › ana", "+ Team members › ben"])
    let isTaken = document.takeBack(changes[0])
    #expect(isTaken)
    #expect(document["teamMembers"] == [Calendars.member("ben")])
    if let second = ReviewLine.all(of: document).first { document.takeBack(second) }
    #expect(document.current == document.base)
  }

  /// Whatever is edited, each change has one sentence, and taking it back changes nothing else.
  @Test(arguments: 1...40 as ClosedRange<UInt64>) func takingOneBackLeavesTheOthers(_ seed: UInt64)
  {
    var edits = EditGenerator(seed: seed &+ 4000)
    var document = Calendars.document(seed % 2 == 0 ? Calendars.full : edits.calendar())
    for _ in 0..<15 { _ = edits.edit(&document) }
    for change in ReviewLine.all(of: document) {
      #expect(!change.text.isEmpty && !change.text.contains("  "), "\(change.text)")
      var after = document
      let isTaken = after.takeBack(change)
      #expect(isTaken, "\(change.text)")
      let touched = Set(
        change.path.topKey.map { key in
          QuantityField.with(key).map { [$0.number.key, $0.unit.key] } ?? [key]
        } ?? [])
      for field in CalendarSchema.all where !touched.contains(field.key) {
        #expect(document.current[key: field.key] == after.current[key: field.key])
      }
      after.undo()
      #expect(after.current == document.current)
    }
  }
}
