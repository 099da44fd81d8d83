import CalendarModel
import JSON
import TestSupport

/// Makes update bodies out of the schema: mostly right values, with slips of every kind.
struct BodyGenerator: RandomMaker {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A body of one to three properties.
  mutating func body() -> JSONValue {
    let fields = CalendarSchema.all.filter { !$0.isReadOnly }
    var members: [JSONObject.Member] = []
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let field = pick(fields)
      if members.contains(where: { $0.key == field.key }) { continue }
      members.append(.init(key: field.key, value: value(of: field)))
    }
    return .object(JSONObject(members))
  }

  /// A property to unset, in a few of the cases.
  mutating func unsetKey() -> String? {
    chance(percent: 15)
      ? pick(["teamMembers", "enableRecurring", "openHours", "availabilities"]) : nil
  }

  mutating func value(of field: Field) -> JSONValue {
    if chance(percent: 6) { return pick([.null, "text", 7, true, [], [:], [1], ["a": 1], 0.25]) }
    switch field.type {
    case .text(.date):
      return pick([
        "2027-02-28T00:00:00.000Z", "2027-01-01T00:00:00.000Z", "2027-02-30T00:00:00.000Z",
        "2027-01-01", "2027-01-01T05:00:00.000Z", "soon", "",
      ])
    case .text(.email): return pick(["a@example.com", ""])
    case .text(.url): return pick(["https://example.com/x", ""])
    case .text(.color): return pick(["#039be5", "#FFF"])
    case .text, .longText: return pick(["", "abc", "Straße 1", "x,y"])
    case .number:
      return pick(
        [0, 1, 5, 9, 17, 22, 23, 24, 25, 30, 45, 59, 60, 61, -1, 100, 0.5]
          + [JSONNumber("1e400"), JSONNumber("-1e309")].compactMap { $0.map(JSONValue.number) })
    case .choice(let choices):
      return chance(percent: 85) ? pick(choices).value : pick(["nonsense", 3, "", "MINS"])
    case .toggle: return pick([true, false])
    case .choices(let choices):
      if chance(percent: 15) { return pick([[7], [-1], ["1"], [0, 9], [1.5]]) }
      return .array(choices.map(\.value).filter { _ in chance(percent: 40) })
    case .object(let type): return object(type)
    case .list(let type):
      let count = pick([0, 1, 1, 1, 2, 2, 3])
      return .array((0..<count).map { _ in object(type) })
    }
  }

  private mutating func object(_ type: ObjectType) -> JSONValue {
    var members: [JSONObject.Member] = []
    for field in type.fields where field.key != "id" && field.key != "deleted" {
      if chance(percent: field.isRequired ? 96 : 60) {
        members.append(.init(key: field.key, value: value(of: field)))
      }
    }
    return .object(JSONObject(members))
  }
}
