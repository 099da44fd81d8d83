import JSON
import Testing

@testable import CalendarModel

/// That hours have no effect is said where there are hours.
@Suite struct WastedHoursTests {
  private static let week: JSONValue = [
    [
      "daysOfTheWeek": [1],
      "hours": [["openHour": 9, "openMinute": 0, "closeHour": 17, "closeMinute": 0]],
    ]
  ]
  private static let dates: JSONValue = [["date": "2026-12-24T00:00:00.000Z", "hours": []]]
  private static let none: [JSONValue] = [
    [], .null, [["daysOfTheWeek": [1], "hours": []]], [["date": "2026-12-24", "deleted": true]],
  ]

  /// That hours have no effect is said, and warned of, only where there are some.
  @Test(arguments: [JSONValue.null, 0, 1])
  func onlyHoursThatAreThereAreWasted(type: JSONValue) throws {
    for (section, key, some) in [
      (Section.weeklyHours, "openHours", Self.week), (.dateHours, "availabilities", Self.dates),
    ] {
      let full = try #require(
        AvailabilityEffect(of: section, in: ["availabilityType": type, key: some]))
      #expect(full.isWasted == full.text.contains("These hours have no effect"))
      for (number, empty) in Self.none.enumerated() where section == .dateHours || number != 3 {
        if section == .dateHours, number == 2 { continue }
        let effect = try #require(
          AvailabilityEffect(of: section, in: ["availabilityType": type, key: empty]))
        #expect(
          !effect.isWasted && !effect.text.contains("These hours have no effect"), "\(effect)")
      }
    }
  }

  /// Nor is anything said of the other hours that are not there.
  @Test func theOtherHoursAreNamedWhereThereAreSome() throws {
    for (section, type, key, some) in [
      (Section.weeklyHours, AvailabilityType.weekly, "availabilities", Self.dates),
      (.dateHours, .dates, "openHours", Self.week),
    ] {
      let without = try #require(
        AvailabilityEffect(of: section, in: ["availabilityType": type.json]))
      #expect(!without.text.contains("no effect"))
      let with = try #require(
        AvailabilityEffect(of: section, in: ["availabilityType": type.json, key: some]))
      #expect(with.text.contains("no effect"))
    }
  }

  @Test(arguments: [JSONValue.text("x"), 7, .bool(true)])
  func whatCannotBeReadMayBeHours(odd: JSONValue) throws {
    let effect = try #require(
      AvailabilityEffect(
        of: .dateHours,
        in: ["availabilityType": AvailabilityType.weekly.json, "availabilities": odd]))
    #expect(effect.isWasted)
  }
}
