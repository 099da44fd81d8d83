import JSON
import Testing

@testable import CalendarModel

/// A number means the row that the calendar has, whatever else is changed with it, and in what order.
@Suite struct NumberedRowTests {
  private static let letters = ["a", "b", "c", "d"]

  /// A calendar with four locations.
  private static let document = Changing.document(
    Calendars.full([
      "locationConfigurations": .array(
        letters.map { ["kind": "custom", "location": .text($0)] })
    ]))

  /// Where each location is after changes.
  private func locations(after parts: [String]) throws -> [String?] {
    var document = Self.document
    let changes = try CalendarChanges(
      typed: parts.joined(separator: "; "), today: Calendars.today)
    try changes.apply(to: &document)
    return (document["locationConfigurations"]?.array ?? []).map { $0[key: "location"]?.text }
  }

  /// Every choice of rows that go, with a change of every row that stays, and one that joins.
  @Test(arguments: 0..<16, [false, true])
  func rowsThatGo(choice: Int, isReversed: Bool) throws {
    let indices = Array(Self.letters.indices)
    let gone = indices.filter { choice & (1 << $0) != 0 }
    let kept = indices.filter { !gone.contains($0) }
    let goes = gone.map { "unset locations[\($0 + 1)]" }
    let stays = kept.map { "locations[\($0 + 1)].location=\(Self.letters[$0])!" }
    let joins = [#"locations+:={"kind": "custom", "location": "new"}"#]
    let parts = goes + stays + joins
    #expect(
      try locations(after: isReversed ? parts.reversed() : parts)
        == kept.map { "\(Self.letters[$0])!" } + ["new"], "\(parts)")
  }

  /// By number and by name at once.
  @Test func membersThatGo() throws {
    for parts in [
      ["unset teamMembers['Jonas Berg']", "unset teamMembers[2]", "teamMembers[3].priority=high"],
      ["teamMembers[3].priority=high", "unset teamMembers[2]", "unset teamMembers[u1]"],
    ] {
      var document = Changing.document(
        Calendars.full([
          "teamMembers": .array(["u1", "u2", "u3"].map { ["userId": .text($0), "priority": 0] })
        ]))
      let changes = try CalendarChanges(
        typed: parts.joined(separator: "; "), today: Calendars.today)
      try changes.apply(to: &document)
      #expect(document["teamMembers"] == [["userId": "u3", "priority": 1]], "\(parts)")
    }
  }

  /// The hours of an entry and those of a weekday: entries are written anew after the entry is changed.
  @Test func entriesOfTheWeek() throws {
    let parts = ["openHours.mon=closed", "openHours[1].hours=10-11"]
    for parts in [parts, parts.reversed()] {
      var document = Changing.document()
      let changes = try CalendarChanges(
        typed: parts.joined(separator: "; "), today: Calendars.today)
      try changes.apply(to: &document)
      #expect(document.weekHours[1].ranges.isEmpty, "\(parts)")
      #expect(document.weekHours[2].ranges.map { "\($0)" } == ["10:00–11:00"], "\(parts)")
    }
  }
}
