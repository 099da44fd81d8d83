import JSON
import Testing

@testable import CalendarModel

@Suite("Laws of changes between calendars")
struct ChangeLawTests {
  /// Two calendars of which the second came of the first, or any two.
  private static func pair(_ seed: UInt64) -> (JSONValue, JSONValue) {
    var generator = MergeGenerator(seed: seed)
    switch seed % 4 {
    case 0, 1:
      let base = generator.base()
      return (base, generator.edited(base, count: 1 + Int(seed % 9)))
    case 2: return (generator.base(), generator.base())
    default: return (generator.edits.calendar(), generator.edits.calendar())
    }
  }

  /// The properties in which two calendars differ as far as an update can carry them, ids of dates
  /// and the grouping of weekdays aside.
  private static func differing(_ a: JSONValue, _ b: JSONValue) -> Set<String> {
    Set(
      CalendarSchema.all.filter { field in
        !field.isReadOnly && !ChangeFinder.isSame(a[key: field.key], b[key: field.key], field)
      }.map(\.key))
  }

  @Test("What leads from one calendar to another leads there", arguments: 0..<300 as Range<UInt64>)
  func leads(_ seed: UInt64) throws {
    let (a, b) = Self.pair(seed)
    let changes = CalendarChanges(from: a, to: b, names: Changing.names)
    var document = Calendars.document(a)
    try changes.apply(to: &document)
    let left = Self.differing(document.current, LoadedSpellings.normalised(b))
    #expect(left == Set(changes.leftOut).intersection(left), "\(changes.text)")
    for key in changes.leftOut {
      let field = CalendarSchema.field(key)!
      #expect(
        ChangeShape.problem(b[key: key] ?? .null, field, today: Calendars.today) != nil,
        "\(key) left out: \(b[key: key]?.printed() ?? "absent")")
    }

    // The text says it all.
    let read = try CalendarChanges(file: changes.text, today: Calendars.today)
    #expect(read == changes)

    // One step, which undo takes back to the letter.
    #expect(document.undoSteps.count <= 1)
    var undone = document
    undone.undo()
    #expect(undone.current == Calendars.document(a).current)

    // Twice is once.
    var twice = document
    try changes.apply(to: &twice)
    #expect(twice.current == document.current)
    #expect(twice.undoSteps.count == document.undoSteps.count)

    // Nothing else is touched.
    let touched = Self.differing(a, document.current)
    #expect(touched.isSubset(of: changes.keys), "\(touched.subtracting(changes.keys))")
  }

  @Test(
    "A patch is small: no list as a whole where rows say it", arguments: 0..<100 as Range<UInt64>)
  func small(_ seed: UInt64) throws {
    var generator = MergeGenerator(seed: seed)
    let base = generator.base()
    var document = Calendars.document(base)
    guard base["availabilities"]?.array != nil else { return }
    document.setDateHours([HourRange(open: 60, close: 120)], on: [MergeGenerator.dates[3]])
    document.setWeekHours([HourRange(open: 60, close: 120)], on: [2])
    if base["teamMembers"]?.array?.isEmpty == false {
      document.set("teamMembers[0].priority", to: 1)
    }
    let changes = CalendarChanges(from: base, to: document.current)
    #expect(changes.lines.allSatisfy { !$0.contains(":=") }, "\(changes.text)")
    #expect(changes.count <= 3)
  }

  @Test(
    "In another calendar a patch touches the named places only", arguments: 0..<100 as Range<UInt64>
  )
  func elsewhere(_ seed: UInt64) throws {
    let (a, b) = Self.pair(seed)
    var generator = MergeGenerator(seed: seed + 10_000)
    let c = generator.base()
    let changes = CalendarChanges(from: a, to: b)
    var document = Calendars.document(c)
    do {
      try changes.apply(to: &document)
    } catch {
      // A row that is not there.
      #expect(document.current == c)
      return
    }
    #expect(Self.differing(c, document.current).isSubset(of: changes.keys))
    // Dates keep their ids.
    let ids = Dictionary(
      (c["availabilities"]?.array ?? []).compactMap { row in
        DateEntry.date(of: row).map { ($0, row.serviceID) }
      }, uniquingKeysWith: { $1 })
    for row in document["availabilities"]?.array ?? [] {
      guard let date = DateEntry.date(of: row), let id = ids[date] else { continue }
      #expect(row.serviceID == id)
    }
    // Undocumented members stay with their user.
    for row in c["teamMembers"]?.array ?? [] {
      let now = document["teamMembers"]?.array?.first { $0[key: "userId"] == row[key: "userId"] }
      if let now { #expect(now[key: "selected"] == row[key: "selected"]) }
    }
  }

  @Test("Mutated calendars never break it", arguments: 0..<100 as Range<UInt64>)
  func mutated(_ seed: UInt64) throws {
    var mutator = CalendarMutator(seed: seed)
    let a = try JSONDocument(parsing: mutator.text()).value
    let b = try JSONDocument(parsing: mutator.text()).value
    let changes = CalendarChanges(from: a, to: b)
    #expect(try CalendarChanges(file: changes.text, today: Calendars.today) == changes)
    var document = Calendars.document(a)
    try changes.apply(to: &document)
    let left = Self.differing(document.current, LoadedSpellings.normalised(b))
    #expect(left.isSubset(of: changes.leftOut), "\(left)")
  }

  @Test("Rows with any id are named, so that the patch reads back")
  func hostileIDs() throws {
    let ids = [
      "a\"b", "a\\", "a\\\\\"", "]", "[", "a=b", "a.b", "'", "12", "1.5", "\u{1B}[2J",
      "\u{202E}",
      "é", "e\u{301}", "\u{301}", "🦆", "2026-12-24", "#", "JonasBerg", "unset", "$(x)",
    ]
    for id in ids {
      let before = Calendars.full(["teamMembers": [Calendars.member(id), Calendars.member("u9")]])
      var row = Calendars.member(id)
      row = row.setting("priority", 1)
      let after = Calendars.full(["teamMembers": [row, Calendars.member("u9")]])
      for (a, b) in [
        (before, after), (after, Calendars.full(["teamMembers": [Calendars.member("u9")]])),
      ] {
        let changes = CalendarChanges(from: a, to: b)
        #expect(changes.count == 1 && !changes.lines[0].contains(":="), "\(id): \(changes.lines)")
        #expect(try CalendarChanges(file: changes.text, today: Calendars.today) == changes)
        var document = Changing.document(a)
        try changes.apply(to: &document)
        #expect(document["teamMembers"] == b["teamMembers"], "\(id)")
      }
    }
  }

  @Test("A large calendar is compared and changed in one go")
  func large() throws {
    func calendar(_ shift: Int) -> JSONValue {
      let dates = (0..<400).map { number -> JSONValue in
        let range = HourRange(open: 480 + (number + shift) % 50, close: 1000)
        return [
          "date": .text(CalendarDate(daysSinceEpoch: 20_900 + number).wire), "hours": [range.json],
          "id": .text("a\(number)"),
        ]
      }
      let members = (0..<60).map { number in
        Calendars.member("u\(number)").setting("priority", .integer((number + shift) % 2))
      }
      return Calendars.full(["availabilities": .array(dates), "teamMembers": .array(members)])
    }
    let changes = CalendarChanges(from: calendar(0), to: calendar(1))
    #expect(changes.count == 460)
    var document = Changing.document(calendar(0))
    try changes.apply(to: &document)
    #expect(document.current == calendar(1))
  }

  @Test("A patch can be read, with what was there as comments")
  func example() throws {
    let after = Calendars.full([
      "slotDuration": 1, "slotDurationUnit": "hours", "notes": nil, "isActive": false,
      "openHours": [
        Calendars.week([1, 2, 3, 4], Calendars.hour(9, 17)),
        Calendars.week([5], Calendars.hour(9, 12)),
      ],
      "availabilities": [
        ["date": "2026-12-24T00:00:00.000Z", "hours": [], "id": "b7"]
      ],
      "teamMembers": [
        [
          "userId": "u1", "priority": 1, "isPrimary": true,
          "locationConfigurations": [["kind": "physical", "location": "Main Street 2"]],
        ],
        ["userId": "u2", "priority": 0.5],
      ],
    ])
    let changes = CalendarChanges(from: Calendars.full, to: after, names: Changing.names)
    #expect(
      changes.text == """
        # caledit changes 1
        # Active: was yes
        isActive=off
        # Jonas Berg › Priority: was Medium
        teamMembers[u1].priority=high
        # Jonas Berg › physical › Location: was "Main Street 1"
        teamMembers[u1].locationConfigurations[physical].location=Main Street 2
        # Ana Silva
        teamMembers+:={"userId":"u2","priority":0.5}
        # Friday: was 09:00–17:00
        openHours.fri=9-12
        availabilities.2026-12-24=closed
        # was 10:00–12:30
        unset availabilities.2027-01-04
        # Slot duration: was 30 min
        slotDuration=1 h
        # Notes: was "Bring coffee"
        unset notes

        """)
  }
}
