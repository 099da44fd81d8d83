import JSON

@testable import CalendarModel

/// Two people at work on one calendar, the same for the same seed.
///
/// Users and dates stand once in each version, so that an oracle can tell them apart.
struct MergeGenerator {
  var edits: EditGenerator

  init(seed: UInt64) { edits = EditGenerator(seed: seed) }

  static let users = (1...8).map { "u\($0)" }
  static let dates = (0..<12).map { CalendarDate(daysSinceEpoch: 20_900 + $0) }

  mutating func base() -> JSONValue {
    var members: [JSONValue] = []
    for user in Self.users.shuffled(using: &edits.random).prefix(edits.pick([0, 1, 3, 5])) {
      members.append(member(user))
    }
    var dates: [JSONValue] = []
    for (index, date) in Self.dates.shuffled(using: &edits.random).prefix(6).enumerated() {
      var row: JSONValue = ["date": .text(date.wire), "hours": hours()]
      if edits.chance(8) == false { row = row.setting("id", .text("a\(index)")) }
      dates.append(row)
    }
    return Calendars.full([
      "teamMembers": edits.chance(10) ? nil : .array(members), "availabilities": .array(dates),
      "openHours": RandomHours.week(&edits.random, odd: false), "version": 1,
    ])
  }

  private mutating func member(_ user: String) -> JSONValue {
    var member = JSONObject([.init(key: "userId", value: .text(user))])
    if edits.chance(2) { member["priority"] = edits.pick([0, 0.5, 1]) }
    if edits.chance(2) { member["isPrimary"] = edits.pick([true, false]) }
    if edits.chance(2) { member["selected"] = edits.pick([true, false]) }
    if edits.chance(2) {
      member["locationConfigurations"] = edits.pick([[], [["kind": "booker"]]])
    }
    return .object(member)
  }

  private mutating func hours() -> JSONValue {
    .array(RandomHours.day(&edits.random).map(\.json))
  }

  /// The calendar after some edits.
  mutating func edited(_ calendar: JSONValue, count: Int) -> JSONValue {
    var document = CalendarDocument(calendar: calendar, today: Calendars.today)
    for _ in 0..<count { edit(&document) }
    return document.current
  }

  /// The calendar as it comes back from the service after somebody's edits: deleted dates are gone,
  /// new ones have ids, and some rows something that stands in no document.
  mutating func saved(_ calendar: JSONValue, count: Int) -> JSONValue {
    var saved = edited(calendar, count: count)
    if edits.chance(4) { return saved }
    var number = 0
    _ = saved.update(at: "availabilities") { list in
      var rows = (list.array ?? []).filter { $0[key: "deleted"] != true }
      for index in rows.indices where rows[index].serviceID == nil && !edits.chance(4) {
        number += 1
        rows[index] = rows[index].setting("id", .text("s\(number)"))
      }
      list = .array(rows)
    }
    _ = saved.update(at: "teamMembers") { list in
      guard var rows = list.array else { return }
      for index in rows.indices where edits.chance(3) {
        rows[index] = rows[index].setting("isZoomAdded", "true")
      }
      list = .array(rows)
    }
    return saved.setting("version", 2)
  }

  private mutating func edit(_ document: inout CalendarDocument) {
    let rows = document["teamMembers"]?.array ?? []
    let member = rows.isEmpty ? 0 : Int.random(in: rows.indices, using: &edits.random)
    switch Int.random(in: 0..<12, using: &edits.random) {
    case 0, 1, 2:
      let field = edits.pick(CalendarSchema.all.filter { $0.objectType == nil && !$0.isReadOnly })
      document.set(JSONPath([.key(field.key)]), to: edits.value(for: field))
    case 3:
      let keys = ["lookBusyConfig.enabled", "lookBusyConfig.LookBusyPercentage", "recurring.count"]
      document.set(JSONPath(edits.pick(keys)), to: edits.pick([nil, true, 1, 2, .null]))
    case 4:
      document.set("lookBusyConfig", to: edits.pick([nil, .null, ["enabled": true], [:]]))
    case 5:
      let taken = Set(rows.compactMap { $0[key: "userId"]?.text })
      guard let user = Self.users.first(where: { !taken.contains($0) }) else { return }
      document.insert(self.member(user), into: "teamMembers", at: member)
    case 6: document.removeRow(member, of: "teamMembers")
    case 7:
      guard rows.count > 1 else { return }
      document.moveRow(member, of: "teamMembers", to: rows.count - 1 - member)
    case 8:
      let key = edits.pick(["priority", "isPrimary", "locationConfigurations"])
      let field = ObjectType.teamMember.field(key)
      guard !rows.isEmpty, let field else { return }
      document.set("teamMembers".row(member).appending(key), to: edits.value(for: field))
    case 9:
      document.setDateHours(RandomHours.day(&edits.random), on: [edits.pick(Self.dates)])
    case 10: document.deleteDates([edits.pick(Self.dates)])
    default:
      let days = (0...6).filter { _ in edits.chance(4) }
      document.setWeekHours(RandomHours.day(&edits.random), on: days)
    }
  }
}

extension String {
  fileprivate func row(_ index: Int) -> JSONPath { JSONPath([.key(self), .index(index)]) }
}

extension JSONValue {
  /// The object with a member set.
  func setting(_ key: String, _ value: JSONValue) -> JSONValue {
    guard case .object(var object) = self else { return self }
    object[key] = value
    return .object(object)
  }
}
