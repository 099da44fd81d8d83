import CalendarModel
import JSON
import Testing

@Suite("Differences for the review")
struct DifferenceTests {
  static func lines(
    _ calendar: JSONValue = Calendars.full, _ edit: (inout CalendarDocument) -> Void
  ) -> [String] {
    var document = Calendars.document(calendar)
    edit(&document)
    return Difference.all(of: document).map { difference in
      switch difference.kind {
      case .changed(let from, let to):
        "\(difference.path): \(from?.printed() ?? "-") → \(to?.printed() ?? "-")"
      case .added(let row): "\(difference.path) + \(name(row))"
      case .removed(let row, _): "\(difference.path) - \(name(row))"
      case .moved(let from, let to, _): "\(difference.path): \(from) → \(to)"
      }
    }
  }

  private static func name(_ row: JSONValue) -> String {
    for key in ["userId", "id", "date", "kind"] {
      if let text = row[key: key]?.text { return text }
    }
    return row.printed()
  }

  static let team = Calendars.full([
    "teamMembers": .array(["a", "b", "c", "d"].map { Calendars.member($0, isPrimary: false) })
  ])

  @Test func none() {
    #expect(Self.lines { _ in } == [])
    #expect(Self.lines { $0.set("slotDuration", to: 30.0) } == [])
    #expect(Self.lines { $0.set("slotBufferUnit", to: "hours") } == [])
  }

  @Test func values() {
    let found = Self.lines {
      $0.set("name", to: "x")
      $0.set("notes", to: nil)
      $0.set("availabilityType", to: 1)
      $0.set("recurring.count", to: 5)
      $0.set("lookBusyConfig", to: .null)
    }
    #expect(
      found == [
        #"name: "Intro call" → "x""#, "availabilityType: null → 1",
        #"lookBusyConfig: {"enabled":false,"LookBusyPercentage":0} → null"#,
        "recurring.count: 4 → 5", #"notes: "Bring coffee" → -"#,
      ])
  }

  @Test func aMemberIsKnownByTheUser() {
    #expect(
      Self.lines(Self.team) { $0.set("teamMembers[1].isPrimary", to: true) }
        == ["teamMembers[1].isPrimary: false → true"])
    #expect(
      Self.lines(Self.team) { $0.set("teamMembers[1].userId", to: "e") }
        == ["teamMembers[1] + e", "teamMembers - b"])
    #expect(
      Self.lines(Self.team) { $0.removeRow(0, of: "teamMembers") } == ["teamMembers - a"])
    #expect(
      Self.lines(Self.team) { $0.insert(["userId": "e"], into: "teamMembers", at: 0) }
        == ["teamMembers[0] + e"])
  }

  @Test func onlyTheRowThatMovedIsNamed() {
    #expect(
      Self.lines(Self.team) { $0.moveRow(3, of: "teamMembers", to: 0) }
        == ["teamMembers[0]: 3 → 0"])
    #expect(
      Self.lines(Self.team) { $0.moveRow(0, of: "teamMembers", to: 3) }
        == ["teamMembers[3]: 0 → 3"])
    #expect(
      Self.lines(Self.team) {
        $0.moveRow(0, of: "teamMembers", to: 3)
        $0.set("teamMembers[3].isPrimary", to: true)
        $0.removeRow(0, of: "teamMembers")
        $0.insert(["userId": "e"], into: "teamMembers", at: 0)
      } == [
        "teamMembers[0] + e", "teamMembers[3]: 0 → 3", "teamMembers[3].isPrimary: false → true",
        "teamMembers - b",
      ])
  }

  @Test func aDateIsKnownByIDThenByDate() {
    #expect(
      Self.lines(Calendars.field) {
        $0.set("availabilities[0].date", to: "2027-05-01T00:00:00.000Z")
      } == [
        #"availabilities[0].date: "2027-02-01T00:00:00.000Z" → "2027-05-01T00:00:00.000Z""#
      ])
    #expect(
      Self.lines(Calendars.field) { $0.set("availabilities[1].hours", to: .null) }
        == ["availabilities[1].hours: [] → null"])
    #expect(
      Self.lines(Calendars.field) {
        $0.set("availabilities[1].date", to: "2027-05-01T00:00:00.000Z")
      } == [
        "availabilities[1] + 2027-05-01T00:00:00.000Z",
        "availabilities - 2027-02-02T00:00:00.000Z",
      ])
    #expect(
      Self.lines(Calendars.field) { $0.removeRow(0, of: "availabilities") }
        == ["availabilities[0] - 2027-02-01T00:00:00.000Z"])
  }

  @Test func hoursAreOneValueAndPlacesAreMatchedInOrder() {
    #expect(
      Self.lines { $0.set("openHours[0].hours[0].closeHour", to: 18) }
        == [
          #"openHours[0].hours: [{"openHour":9,"openMinute":0,"closeHour":17,"closeMinute":0}]"#
            + #" → [{"openHour":9,"openMinute":0,"closeHour":18,"closeMinute":0}]"#
        ])
    #expect(
      Self.lines { $0.set("openHours[0].daysOfTheWeek", to: [1, 2]) }
        == ["openHours[0].daysOfTheWeek: [1,2,3,4,5] → [1,2]"])
    #expect(
      Self.lines { $0.set("locationConfigurations[0].kind", to: "booker") }
        == [#"locationConfigurations[0].kind: "custom" → "booker""#])
    #expect(
      Self.lines { $0.insert(["kind": "booker"], into: "locationConfigurations", at: 0) }
        == ["locationConfigurations[0] + booker"])
  }

  @Test func listsThatCameAreListedRowByRow() {
    #expect(
      Self.lines([:]) { $0.set("teamMembers", to: [["userId": "a"], ["userId": "b"]]) }
        == ["teamMembers[0] + a", "teamMembers[1] + b"])
    #expect(
      Self.lines { $0.set("notifications", to: []) }.allSatisfy { $0.hasPrefix("notifications - ") }
    )
    #expect(Self.lines([:]) { $0.set("teamMembers", to: []) } == ["teamMembers: - → []"])
  }

  @Test func undocumentedMembersAreNotHidden() {
    #expect(
      Self.lines(Calendars.field) { $0.set("teamMembers[0].selected", to: false) }
        == ["teamMembers[0].selected: true → false"])
  }

  /// Every modified key has a difference, and every difference has a modified key.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func coverWhatIsModified(_ seed: UInt64) {
    var edits = EditGenerator(seed: seed &+ 3000)
    var document = Calendars.document(seed % 2 == 0 ? Calendars.full : edits.calendar())
    for _ in 0..<60 {
      let edit = edits.edit(&document)
      let keys = Set(Difference.all(of: document).map(\.key))
      #expect(keys == document.validation.modifiedKeys, "\(edit)")
    }
  }
}
