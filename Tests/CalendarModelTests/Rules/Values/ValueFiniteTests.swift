import JSON
import Testing

@testable import CalendarModel

@Suite("value.finite")
struct ValueFiniteTests {
  static let cases: [RuleCase] =
    (ValueTests.Place.all.filter {
      if case .number = $0.field.type { true } else { false }
    }).map { place in
      let finite: JSONValue = place.path == "recurring.count" ? 24 : 1
      let most = place.field.type.shape == .number ? JSONValue.number(JSONNumber("1e400")!) : .null
      return RuleCase(place.path, accepts: finite, rejects: most, besides: others[place.path] ?? [])
    }

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.valueFinite) }

  /// What else changes: a slot and a range have another length.
  private static let others: [JSONPath: Set<String>] = [
    "openHours[0].hours[0].closeHour": ["hour.order"],
    "availabilities[0].hours[0].closeHour": ["hour.order"],
  ]

  @Test(arguments: ["1e309", "-1e309", "1E+400", "-9e999999999999999999"])
  func noDoubleHoldsIt(_ spelling: String) throws {
    var document = Calendars.document()
    document.set("slotBuffer", to: .number(try #require(JSONNumber(spelling))))
    let found = document.validation.problems(at: "slotBuffer")
    #expect(found.map(\.rule) == ["value.finite"])
    #expect(found.first?.severity == .error)
  }

  @Test(arguments: ["1e308", "1e-400", "-0", "123456789012345678901234567890"])
  func aDoubleHoldsIt(_ spelling: String) throws {
    var document = Calendars.document()
    document.set("slotBuffer", to: .number(try #require(JSONNumber(spelling))))
    #expect(document.problems("value.finite") == [])
  }

  /// Where only some numbers are allowed it is none of them.
  @Test func everywhereANumberStands() throws {
    let huge = JSONValue.number(try #require(JSONNumber("1e400")))
    for path in ["teamMembers[0].priority", "availabilityType"] as [JSONPath] {
      var document = Calendars.document()
      document.set(path, to: huge)
      #expect(document.validation.problems(at: path).map(\.severity) == [.error], "\(path)")
    }
    var document = Calendars.document()
    document.set("openHours[0].daysOfTheWeek", to: [huge])
    #expect(document.validation.worst(under: "openHours") == .error)
  }
}
