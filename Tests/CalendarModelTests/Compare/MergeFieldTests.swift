import JSON
import Testing

@testable import CalendarModel

/// What comes of every documented property, nested ones included, when they, mine or both change it.
///
/// A property that is added to the schema is tested without a word here.
@Suite("Merging every property")
struct MergeFieldTests {
  /// A property, and two new values for it that differ from the loaded one and from each other.
  struct Case: Sendable, CustomTestStringConvertible {
    let keys: String
    let path: JSONPath
    let theirs: JSONValue
    let mine: JSONValue
    /// How many questions it is when both change it.
    let conflicts: Int
    var testDescription: String { path.description }
  }

  static let base = Calendars.full

  static let cases: [Case] = CalendarSchema.flat.filter { !$0.field.isReadOnly }.map {
    keys, field in
    var path = JSONPath.root
    for key in keys {
      if let last = path.last, case .key = last, base[path]?.array != nil {
        path = path.appending(0)
      }
      path = path.appending(key)
    }
    let (theirs, mine) = values(field, base[path])
    let name = keys.joined(separator: ".")
    return Case(
      keys: name, path: path, theirs: theirs, mine: mine, conflicts: questions[name] ?? 1)
  }

  /// Where it is not one question.
  static let questions = [
    // Two users are two members; two days are two days.
    "teamMembers.userId": 0, "openHours.daysOfTheWeek": 0,
    // One for each of the days that have the hours.
    "openHours": 5, "openHours.hours": 5, "openHours.hours.openHour": 5,
    "openHours.hours.openMinute": 5, "openHours.hours.closeHour": 5,
    "openHours.hours.closeMinute": 5,
  ]

  private static func values(_ field: Field, _ old: JSONValue?) -> (JSONValue, JSONValue) {
    switch field.type {
    case .text(.date): return ("2027-02-01T00:00:00.000Z", "2027-02-02T00:00:00.000Z")
    case .text, .longText: return ("theirs", "mine")
    case .number: return (.integer((old?.int ?? 0) + 1), .integer((old?.int ?? 0) + 2))
    case .choice(let choices):
      let others = (choices.map(\.value) + ["other", "another"]).filter { !areEquivalent($0, old) }
      return (others[0], others[1])
    case .toggle: return (old == true ? false : true, "neither")
    case .choices: return ([0], [6])
    case .object(let type):
      return (.null, edited(old ?? [:], type))
    case .list(let type):
      return ([], .array((old?.array ?? []).map { edited($0, type) }))
    }
  }

  /// A row in which something changed that it is not known by.
  private static func edited(_ row: JSONValue, _ type: ObjectType) -> JSONValue {
    let keys = [
      ObjectType.teamMember: "priority", .location: "location", .hour: "closeMinute",
    ]
    let field =
      type.field(keys[type] ?? "hours") ?? type.fields[type.fields.count - 1]
    guard case .object(var object) = row else { return row }
    if case .list(let inner) = field.type {
      object[field.key] = .array((object[field.key]?.array ?? []).map { edited($0, inner) })
    } else {
      object[field.key] = values(field, object[field.key]).1
    }
    return .object(object)
  }

  static func calendar(_ path: JSONPath, _ value: JSONValue) -> JSONValue {
    var calendar = base
    #expect(calendar.apply(.set(path, value)) != nil, "\(path)")
    return calendar
  }

  @Test func coversTheSchema() {
    #expect(Self.cases.count == Property.all.count)
    for test in Self.cases {
      #expect(!areEquivalent(test.theirs, Self.base[test.path]), "\(test.path)")
      #expect(!areEquivalent(test.mine, Self.base[test.path]), "\(test.path)")
      #expect(!areEquivalent(test.mine, test.theirs), "\(test.path)")
    }
    #expect(Set(Self.questions.keys).isSubset(of: Self.cases.map(\.keys)))
  }

  @Test(arguments: cases) func onlyTheyChangedIt(_ test: Case) {
    let theirs = Self.calendar(test.path, test.theirs)
    let merge = CalendarMerge(base: Self.base, theirs: theirs, mine: Self.base)
    #expect(merge.conflicts.isEmpty)
    #expect(merge.isChangedByThem)
    // Ids are the service's own affair.
    #expect(merge.takenOver.isEmpty == (test.keys == "availabilities.id"))
    for news in merge.takenOver {
      #expect(news.path.topKey == test.path.topKey || test.keys.hasSuffix("Unit"))
      #expect(news.section == CalendarSchema.section(of: test.path.topKey ?? ""))
      #expect(news.kind != .changed || news.before != news.after, "\(news.text)")
    }
    #expect(merge.resolved() == theirs)
    #expect(merge.resolved(otherwise: .theirs) == theirs)
  }

  @Test(arguments: cases) func onlyMineChangedIt(_ test: Case) {
    let mine = Self.calendar(test.path, test.mine)
    let merge = CalendarMerge(base: Self.base, theirs: Self.base, mine: mine)
    #expect(merge.conflicts.isEmpty && merge.takenOver.isEmpty && !merge.isChangedByThem)
    #expect(merge.resolved() == mine)
    #expect(merge.resolved(otherwise: .theirs) == mine)
  }

  @Test(arguments: cases) func bothMadeTheSameChange(_ test: Case) {
    let both = Self.calendar(test.path, test.mine)
    let merge = CalendarMerge(base: Self.base, theirs: both, mine: both)
    #expect(merge.conflicts.isEmpty && merge.takenOver.isEmpty && merge.isChangedByThem)
    #expect(merge.resolved() == both)
  }

  @Test(arguments: cases) func bothChangedItOtherwise(_ test: Case) {
    let theirs = Self.calendar(test.path, test.theirs)
    let mine = Self.calendar(test.path, test.mine)
    let merge = CalendarMerge(base: Self.base, theirs: theirs, mine: mine)
    #expect(merge.conflicts.count == test.conflicts)
    #expect(Set(merge.conflicts.map(\.id)).count == test.conflicts)
    for conflict in merge.conflicts {
      #expect(conflict.path.topKey == test.path.topKey || test.keys.hasSuffix("Unit"))
      #expect(conflict.section == CalendarSchema.section(of: test.path.topKey ?? ""))
      #expect(conflict.theirsText != conflict.mineText)
      #expect(!areEquivalent(conflict.theirs, conflict.mine) || test.keys.hasSuffix("Unit"))
      #expect(mine[conflict.path] != nil)
    }
    guard test.conflicts > 0 else { return }
    for (side, calendar) in [(CalendarMerge.Side.theirs, theirs), (.mine, mine)] {
      let choices = Dictionary(uniqueKeysWithValues: merge.conflicts.map { ($0.id, side) })
      let other: CalendarMerge.Side = side == .mine ? .theirs : .mine
      let merged = merge.resolved(choices, otherwise: other)
      #expect(merged == merge.resolved(otherwise: side))
      if test.path.topKey == "openHours" {
        #expect(
          WeekHours(merged[key: "openHours"]).days.map(\.ranges)
            == WeekHours(calendar[key: "openHours"]).days.map(\.ranges))
      } else {
        #expect(areEquivalent(merged[test.path], calendar[test.path]))
        #expect(merged.isEquivalent(to: calendar))
      }
    }
  }

  @Test func twoUsersAreTwoMembers() {
    let merge = CalendarMerge(
      base: Self.base, theirs: Self.calendar("teamMembers[0].userId", "theirs"),
      mine: Self.calendar("teamMembers[0].userId", "mine"))
    #expect(
      merge.resolved()["teamMembers"]?.array?.map { $0[key: "userId"] } == ["theirs", "mine"])
  }

  /// What an update cannot carry is as they have it.
  @Test(arguments: CalendarSchema.all.filter(\.isReadOnly).map(\.key) + ["version"])
  func whatIsNeverSentIsTheirs(_ key: String) {
    let path = JSONPath([.key(key)])
    let theirs = Self.calendar(path, "theirs")
    let mine = Calendars.full([key: "mine", "name": "Mine"])
    let merge = CalendarMerge(base: Self.base, theirs: theirs, mine: mine)
    #expect(merge.conflicts.isEmpty)
    #expect(!merge.isChangedByThem)
    let told: [String: JSONPath] = ["version": .root, "slotBufferUnit": "slotBuffer"]
    #expect(merge.takenOver.map(\.path) == [told[key] ?? path].filter { !$0.isRoot })
    #expect(merge.resolved()[path] == "theirs")
    #expect(merge.resolved()["name"] == "Mine")
    let gone = CalendarMerge(base: theirs, theirs: Calendars.full([key: nil]), mine: mine)
    #expect(gone.resolved()[path] == nil)
  }

  @Test(arguments: CalendarSchema.all.filter { !$0.isReadOnly }.map(\.key))
  func absentNullAndValueAreThree(_ key: String) {
    let path = JSONPath([.key(key)])
    let none = Calendars.full([key: nil])
    let null = Calendars.full([key: .null])
    let value =
      CalendarSchema.field(key)?.hasNullChoice == true ? Calendars.full([key: 1]) : Self.base
    for (base, theirs, mine) in [(none, null, value), (value, none, null), (null, value, none)] {
      let merge = CalendarMerge(base: base, theirs: theirs, mine: mine)
      #expect(merge.conflicts.map(\.path).count == 1, "\(key)")
      #expect(merge.resolved()[path] == mine[path])
      #expect(merge.resolved(otherwise: .theirs)[path] == theirs[path])
      let quiet = CalendarMerge(base: base, theirs: base, mine: mine)
      #expect(quiet.resolved() == mine)
      #expect(CalendarMerge(base: base, theirs: theirs, mine: base).resolved() == theirs)
    }
  }
}
