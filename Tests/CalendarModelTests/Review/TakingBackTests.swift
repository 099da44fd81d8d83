import CalendarModel
import JSON
import Testing

/// Single changes are taken out of the plan, and all others stay.
@Suite struct TakingBackTests {
  private func texts(_ document: CalendarDocument) -> [String] {
    DocumentChange.all(of: document).map(\.text)
  }

  /// Takes back the one change that has a text in it.
  private func takeBack(_ part: String, in document: inout CalendarDocument) throws {
    let found = DocumentChange.all(of: document).filter { $0.text.contains(part) }
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

  /// However a calendar was edited, taking back whatever stands there leads to what was loaded.
  @Test(arguments: 0..<300)
  func allOfThemOneByOne(seed: Int) throws {
    var generator = EditGenerator(seed: UInt64(seed))
    var document = Calendars.document(generator.calendar())
    for _ in 0..<Int.random(in: 1...25, using: &generator.random) {
      _ = generator.edit(&document)
    }
    var changes = DocumentChange.all(of: document)
    var count = 0
    while !changes.isEmpty {
      let change = generator.pick(changes)
      let isTaken = document.takeBack(change)
      #expect(isTaken, "\(change.text)")
      changes = DocumentChange.all(of: document)
      count += 1
      try #require(count < 300, "still there: \(changes.map(\.text))")
    }
    for key in document.validation.modifiedKeys where key != "openHours" {
      let (now, loaded) = (document.current[key: key], document.base[key: key])
      Issue.record("\(key): \(loaded?.printed() ?? "-") → \(now?.printed() ?? "-")")
    }
    for _ in 0..<count {
      let step = document.undo()
      #expect(step != nil)
    }
  }
}
