import JSON
import TestSupport
import Testing

@testable import CalendarModel

@Suite("The laws of merging", .timeLimit(.minutes(240)))
struct MergeLawTests {
  static let seeds = 1...100 as ClosedRange<UInt64>

  /// Nothing is lost outside conflicts, and in them what was chosen holds.
  @Test(arguments: seeds) func nothingIsLost(_ seed: UInt64) {
    var generator = MergeGenerator(seed: seed)
    let base = generator.base()
    let theirs = generator.saved(base, count: generator.edits.pick([1, 3, 10, 30]))
    let mine = generator.edited(base, count: generator.edits.pick([1, 3, 10, 30]))
    let merge = CalendarMerge(base: base, theirs: theirs, mine: mine)
    #expect(Set(merge.conflicts.map(\.id)).count == merge.conflicts.count)
    for conflict in merge.conflicts {
      #expect(conflict.theirsText != conflict.mineText, "\(conflict)")
      #expect(mine[conflict.path] != nil || mine[conflict.path.parent] != nil)
    }
    let mixed = Dictionary(
      uniqueKeysWithValues: merge.conflicts.map {
        ($0.id, generator.edits.chance(2) ? CalendarMerge.Side.mine : .theirs)
      })
    let allTheirs = Dictionary(
      uniqueKeysWithValues: merge.conflicts.map { ($0.id, CalendarMerge.Side.theirs) })
    for choices in [[:], allTheirs, mixed] {
      let merged = merge.resolved(choices)
      let complaints = MergeOracle.complaints(merge, choices, merged)
      #expect(complaints.isEmpty, "\(complaints)")
      Self.checkSpelling(merge, merged)
      for field in CalendarSchema.all where field.isReadOnly {
        #expect(merged[key: field.key] == theirs[key: field.key])
      }
      #expect(merged[key: "version"] == theirs[key: "version"])
      // Merging once more finds nothing to ask, and nothing new.
      let again = CalendarMerge(base: theirs, theirs: theirs, mine: merged)
      #expect(again.resolved() == merged && again.conflicts.isEmpty && again.takenOver.isEmpty)
    }
  }

  /// What nobody changed is as it is spelt.
  private static func checkSpelling(_ merge: CalendarMerge, _ merged: JSONValue) {
    let pairs = QuantityField.all.flatMap { [$0.number.key, $0.unit.key] }
    for field in CalendarSchema.all where !field.isReadOnly && !pairs.contains(field.key) {
      let (base, theirs, mine) = (
        merge.base[key: field.key], merge.theirs[key: field.key], merge.mine[key: field.key]
      )
      if mine == base {
        #expect(merged[key: field.key] == theirs)
      } else if theirs == base {
        #expect(merged[key: field.key] == mine)
      }
    }
  }

  /// The generator makes what the laws are about.
  @Test func triplesAreOfEveryKind() {
    var conflicts: Set<String> = []
    var news: Set<String> = []
    var quiet = 0
    for seed in Self.seeds {
      var generator = MergeGenerator(seed: seed)
      let base = generator.base()
      let theirs = generator.saved(base, count: generator.edits.pick([1, 3, 10, 30]))
      let mine = generator.edited(base, count: generator.edits.pick([1, 3, 10, 30]))
      let merge = CalendarMerge(base: base, theirs: theirs, mine: mine)
      conflicts.formUnion(merge.conflicts.map { "\($0.id.steps[0])/\($0.id.steps.count)" })
      news.formUnion(merge.takenOver.map { "\($0.kind) \($0.path.topKey ?? "")" })
      if merge.conflicts.isEmpty { quiet += 1 }
    }
    for kind in [
      "teamMembers/2", "teamMembers/3", "availabilities/2",
      "availabilities/3", "openHours/2", "lookBusyConfig/1", "lookBusyConfig/2", "recurring/2",
    ] { #expect(conflicts.contains(kind), "\(kind)") }
    for kind in [
      "added teamMembers", "removed teamMembers", "moved teamMembers", "changed teamMembers",
      "added availabilities", "removed availabilities", "changed availabilities",
      "changed openHours",
    ] { #expect(news.contains(kind), "\(kind)") }
    #expect(!conflicts.isDisjoint(with: QuantityField.all.map { "\($0.number.key)/1" }))
    #expect(quiet > 5)
  }

  /// Over calendars as nobody should write them as well.
  @Test(arguments: seeds) func whereOnlyOneSideChanged(_ seed: UInt64) {
    var edits = EditGenerator(seed: seed &+ 7000)
    let base = seed % 4 == 0 ? Calendars.field : edits.calendar()
    var document = Calendars.document(base)
    for _ in 0..<20 { _ = edits.edit(&document) }
    let changed = document.current.setting("calendarType", base[key: "calendarType"] ?? .null)
    // A read-only property is never mine.
    let mine =
      base[key: "calendarType"] == nil
      ? changed.without("calendarType") : changed
    let local = CalendarMerge(base: base, theirs: base, mine: mine)
    #expect(local.resolved().isEquivalent(to: Self.withReadOnly(of: base, mine)))
    #expect(local.conflicts.isEmpty && local.takenOver.isEmpty && !local.isChangedByThem)
    let remote = CalendarMerge(base: base, theirs: mine, mine: base)
    #expect(remote.resolved() == mine)
    #expect(remote.resolved(otherwise: .theirs) == mine)
    #expect(remote.conflicts.isEmpty)
    let equal = CalendarMerge(base: base, theirs: mine, mine: mine)
    #expect(equal.resolved() == mine)
    #expect(equal.conflicts.isEmpty)
    // But for what can only be theirs.
    #expect(equal.takenOver.allSatisfy { $0.path == "slotBuffer" || isReadOnly($0.path) })
  }

  private func isReadOnly(_ path: JSONPath) -> Bool {
    CalendarSchema.field(at: path)?.isReadOnly ?? false
  }

  private static func withReadOnly(of base: JSONValue, _ calendar: JSONValue) -> JSONValue {
    var calendar = calendar
    for field in CalendarSchema.all where field.isReadOnly {
      calendar =
        base[key: field.key].map { calendar.setting(field.key, $0) } ?? calendar.without(field.key)
    }
    return calendar
  }

  /// Whatever stands in three calendars: all of mine or all of theirs can be had in every conflict.
  @Test(arguments: seeds) func anythingCanBeMerged(_ seed: UInt64) {
    var edits = EditGenerator(seed: seed &+ 9000)
    let base = seed % 3 == 0 ? Calendars.field : edits.calendar()
    func changed() -> JSONValue {
      var document = Calendars.document(base)
      for _ in 0..<15 { _ = edits.edit(&document) }
      return document.current
    }
    let (theirs, mine) = (changed(), changed())
    let merge = CalendarMerge(base: base, theirs: theirs, mine: mine)
    for side in CalendarMerge.Side.allCases {
      let merged = merge.resolved(otherwise: side)
      Self.checkSpelling(merge, merged)
      for conflict in merge.conflicts where conflict.id.steps.count == 1 {
        let path = JSONPath([.key(conflict.id.steps[0])])
        #expect(merged[path] == (side == .mine ? mine : theirs)[path])
      }
      for field in CalendarSchema.all where field.objectType == nil && !field.isReadOnly {
        let values = [base, theirs, mine].map { $0[key: field.key] }
        let isAsked = merge.conflicts.contains { $0.path.topKey == field.key }
        if QuantityField.all.contains(where: { [$0.number.key, $0.unit.key].contains(field.key) }) {
          continue
        }
        #expect(
          isAsked
            == (!areEquivalent(values[0], values[1]) && !areEquivalent(values[0], values[2])
              && !areEquivalent(values[1], values[2])),
          "\(field.key)")
      }
    }
  }

  /// A calendar with many dates, and what both sides made of it.
  private static func manyDates(
    _ count: Int
  ) -> (base: JSONValue, theirs: JSONValue, mine: JSONValue) {
    func calendar(_ edit: (Int, JSONValue) -> JSONValue?) -> JSONValue {
      let rows = (0..<count).compactMap { number in
        edit(
          number,
          [
            "id": .text("a\(number)"),
            "date": .text(CalendarDate(daysSinceEpoch: 20_000 + number).wire),
            "hours": [Calendars.hour(9, 12)], "deleted": false,
          ])
      }
      return Calendars.full(["availabilities": .array(rows)])
    }
    return (
      calendar { $1 },
      calendar { $0 % 7 == 0 ? nil : $0 % 5 == 0 ? $1.setting("hours", []) : $1 },
      calendar { $0 % 11 == 0 ? nil : $0 % 3 == 0 ? $1.setting("hours", .null) : $1 }
    )
  }

  @Test func manyDatesAreMerged() {
    let (base, theirs, mine) = Self.manyDates(5000)
    // What mine deleted is gone, and what they deleted: where the other side changed it they won.
    let kept = (0..<5000).count { $0 % 7 != 0 && ($0 % 11 != 0 || $0 % 5 == 0) }
    let merge = CalendarMerge(base: base, theirs: theirs, mine: mine)
    let merged = merge.resolved(otherwise: .theirs)
    #expect(merge.conflicts.count > 500)
    #expect(merged["availabilities"]?.array?.count == kept)
  }

  /// A list that is walked through for each row would cost a hundred times as much.
  @Test func manyDatesCostAsMuchMoreAsThereAreMore() {
    let growth = Effort.growth(from: 300, to: 3000) { count in
      let (base, theirs, mine) = Self.manyDates(count)
      return {
        _ = CalendarMerge(base: base, theirs: theirs, mine: mine).resolved(otherwise: .theirs)
      }
    }
    #expect(growth < 40)
  }
}

extension JSONValue {
  /// The object without a member.
  func without(_ key: String) -> JSONValue {
    guard case .object(var object) = self else { return self }
    object[key] = nil
    return .object(object)
  }
}
