import JSON
import Testing

@testable import CalendarModel

/// Single changes are taken out of the plan, and all others stay.
@Suite struct TakingBackTests {
  private func texts(_ document: CalendarDocument) -> [String] {
    ReviewLine.all(of: document).map(\.text)
  }

  /// Takes back the one change that has a text in it.
  private func takeBack(_ part: String, in document: inout CalendarDocument) throws {
    let found = ReviewLine.all(of: document).filter { $0.text.contains(part) }
    try #require(found.count == 1, "\(texts(document))")
    let isTaken = document.takeBack(found[0])
    #expect(isTaken)
  }

  @Test func aFieldOfOneMemberOnly() throws {
    var document = Calendars.document(DifferenceTests.team)
    document.set("teamMembers[1].priority", to: 1)
    document.set("teamMembers[1].isPrimary", to: true)
    document.set("teamMembers[2].priority", to: 0)
    try takeBack("b › Priority", in: &document)
    #expect(document["teamMembers[1].isPrimary"] == true)
    #expect(document["teamMembers[2].priority"] == 0)
    #expect(document["teamMembers[1].priority"] == document.base["teamMembers[1].priority"])
  }

  @Test func aMemberComesBackToItsPlace() throws {
    var document = Calendars.document(DifferenceTests.team)
    document.removeRow(1, of: "teamMembers")
    document.removeRow(1, of: "teamMembers")
    document.insert(Calendars.member("new", isPrimary: false), into: "teamMembers", at: 0)
    try takeBack("› c", in: &document)
    #expect(users(document) == ["new", "a", "c", "d"])
    try takeBack("› new", in: &document)
    try takeBack("› b", in: &document)
    #expect(document.current == document.base)
    document.undo()
    #expect(users(document) == ["a", "c", "d"], "each is a step of its own")
  }

  @Test func aMoveBackIsRelativeToTheOthers() throws {
    var document = Calendars.document(DifferenceTests.team)
    document.moveRow(0, of: "teamMembers", to: 3)
    document.insert(Calendars.member("new", isPrimary: false), into: "teamMembers", at: 0)
    try takeBack("moved from 1", in: &document)
    #expect(users(document).filter { $0 != "new" } == ["a", "b", "c", "d"])
  }

  @Test func aNumberWithItsUnit() throws {
    var document = Calendars.document()
    document.set("slotDuration", to: 2)
    document.set("slotDurationUnit", to: "hours")
    document.set("name", to: "x")
    try takeBack("Slot duration", in: &document)
    #expect(texts(document).count == 1)
    #expect(document["slotDurationUnit"] == document.base["slotDurationUnit"])
  }

  @Test func daysOfTheWeek() throws {
    var document = Calendars.document()
    let before = document.weekHours
    let range = try HoursText.parse("6-7")
    document.setWeekHours(range, on: [1, 2])
    document.setWeekHours([], on: [3])
    try takeBack("Mon", in: &document)
    #expect(document.weekHours[1].ranges == before[1].ranges)
    #expect(document.weekHours[2].ranges == before[2].ranges)
    #expect(document.weekHours[3].ranges.isEmpty)
    try takeBack("Wed", in: &document)
    #expect(document.current == document.base)
  }

  private func users(_ document: CalendarDocument) -> [String] {
    document["teamMembers"]?.array?.compactMap { $0[key: "userId"]?.text } ?? []
  }

  /// How many rows of two lists are in one of them only.
  private func differing(_ before: JSONValue?, _ after: JSONValue?) -> Int {
    var counts: [String: Int] = [:]
    for row in before?.array ?? [] { counts[row.printed(), default: 0] += 1 }
    for row in after?.array ?? [] { counts[row.printed(), default: 0] -= 1 }
    return counts.values.reduce(0) { $0 + abs($1) }
  }

  /// However a calendar was edited, taking back whatever stands there leads to what was loaded.
  @Test(arguments: 0..<300)
  func allOfThemOneByOne(seed: Int) throws {
    var generator = EditGenerator(seed: UInt64(seed))
    var document = Calendars.document(generator.calendar())
    for _ in 0..<Int.random(in: 1...25, using: &generator.random) {
      _ = generator.edit(&document)
    }
    var changes = ReviewLine.all(of: document)
    var count = 0
    var states: [JSONValue] = []
    while !changes.isEmpty {
      let change = generator.pick(changes)
      let before = document.current
      states.append(before)
      let isTaken = document.takeBack(change)
      #expect(isTaken, "\(change.text)")
      // Everything that the change is not about stays, to the letter.
      let key = change.path.topKey ?? ""
      let keys = QuantityField.with(key).map { [$0.number.key, $0.unit.key] } ?? [key]
      func others(_ calendar: JSONValue) -> [JSONObject.Member] {
        calendar.object?.members.filter { !keys.contains($0.key) } ?? []
      }
      #expect(others(document.current) == others(before), "\(change.text)")
      if case .differences(let differences) = change.kind,
        !differences.contains(where: { $0.isOfWholeProperty })
      {
        // A row that comes back or goes is one, and a row that changes is two: before and after.
        let count = differing(before[key: key], document.current[key: key])
        #expect(count <= 2 * differences.count, "\(change.text)")
      }
      changes = ReviewLine.all(of: document)
      count += 1
      try #require(count < 300, "still there: \(changes.map(\.text))")
    }
    for key in document.validation.modifiedKeys where key != "openHours" {
      let (now, loaded) = (document.current[key: key], document.base[key: key])
      Issue.record("\(key): \(loaded?.printed() ?? "-") → \(now?.printed() ?? "-")")
    }
    for state in states.reversed() {
      let step = document.undo()
      #expect(step != nil && document.current == state)
    }
  }
}

extension Difference {
  /// Whether a property was replaced as a whole, with all rows that it may have.
  fileprivate var isOfWholeProperty: Bool {
    if case .changed = kind { path.count == 1 } else { false }
  }
}
