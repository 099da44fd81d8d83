import JSON
import Testing

@testable import CalendarModel

/// Places and choices.
extension MergeRowTests {
  // MARK: Places and choices

  @Test func conflictsStandInTheOrderOfTheScreen() {
    func calendar(_ mark: String, _ number: Int) -> JSONValue {
      Calendars.full([
        "name": .text(mark), "alertEmail": .text(mark), "slotDuration": .integer(number),
        "notes": .text(mark), "teamMembers": [["userId": "u1", "priority": .integer(number)]],
        "availabilities": [["id": "a1", "date": "2027-01-04T00:00:00.000Z", "hours": .text(mark)]],
      ])
    }
    let merge = CalendarMerge(
      base: calendar("b", 9), theirs: calendar("t", 8), mine: calendar("m", 7))
    #expect(
      merge.conflicts.map(\.path) == [
        "name", "teamMembers[0].priority", "availabilities[0].hours", "slotDuration", "notes",
        "alertEmail",
      ])
    #expect(
      merge.conflicts.map(\.section) == [
        .general, .team, .dateHours, .slots, .contacts, .notifications,
      ])
    #expect(merge.conflicts[1].id.steps == ["teamMembers", "u1", "priority"])
  }

  @Test func eachConflictIsChosenAlone() {
    let merge = CalendarMerge(
      base: Calendars.full, theirs: Calendars.full(["name": "T", "slug": "t", "pixelId": "t"]),
      mine: Calendars.full(["name": "M", "slug": "m", "notes": "m"]))
    let id = merge.conflicts.first { $0.path == "slug" }?.id
    #expect(merge.conflicts.count == 2)
    let merged = merge.resolved(id.map { [$0: .theirs] } ?? [:])
    #expect(
      merged == Calendars.full(["name": "M", "slug": "t", "pixelId": "t", "notes": "m"]))
  }

  /// A path leads to where the row stands in mine, or to the list when it is gone there.
  @Test func pathsLeadToMine() {
    func team(_ members: JSONValue...) -> JSONValue { ["teamMembers": .array(members)] }
    let merge = CalendarMerge(
      base: team(["userId": "a"], ["userId": "b", "priority": 0]),
      theirs: team(["userId": "a", "priority": 1], ["userId": "b", "priority": 1]),
      mine: team(["userId": "n"], ["userId": "b", "priority": 0.5]))
    #expect(merge.conflicts.map(\.path) == ["teamMembers", "teamMembers[1].priority"])
    #expect(
      merge.conflicts.map(\.id.steps) == [["teamMembers", "a"], ["teamMembers", "b", "priority"]])
  }

  @Test func whatIsNoObjectIsAnEmptyOne() {
    let merge = CalendarMerge(base: 3, theirs: ["name": "T"], mine: [])
    #expect(merge.resolved() == ["name": "T"])
    #expect(
      CalendarMerge(base: [:], theirs: .null, mine: ["name": "M"]).resolved() == ["name": "M"])
  }

  /// Keys keep the order of mine; what they added stands behind what it follows there.
  @Test func keysKeepTheirPlaces() {
    let merge = CalendarMerge(
      base: Calendars.parse(#"{"a":1,"name":"x","b":2}"#),
      theirs: Calendars.parse(#"{"z":0,"a":2,"name":"x","pixelId":"t","b":2,"c":3}"#),
      mine: Calendars.parse(#"{"a":1,"name":"m","notes":"m","b":2}"#))
    #expect(
      merge.resolved().printed()
        == #"{"z":0,"a":2,"name":"m","pixelId":"t","notes":"m","b":2,"c":3}"#)
  }
}
