import JSON
import Testing

@testable import CalendarModel

/// What stands behind a number and says only what the number is.
@Suite struct NumberEndingTests {
  static let cases: [(path: JSONPath, typed: String, number: JSONValue)] = [
    ("lookBusyConfig.LookBusyPercentage", "40%", 40),
    ("lookBusyConfig.LookBusyPercentage", " 40 % ", 40),
    ("lookBusyConfig.LookBusyPercentage", "12.5 Percent", 12.5),
    ("lookBusyConfig.LookBusyPercentage", "40", 40),
    ("recurring.count", "8 times", 8), ("recurring.count", "8", 8),
    ("appoinmentPerSlot", "4 seats", 4), ("appoinmentPerSlot", "1 seat", 1),
  ]

  /// A form and `set` read the same.
  @Test(arguments: cases) func isReadAlike(path: JSONPath, typed: String, number: JSONValue) throws
  {
    let field = try #require(CalendarSchema.field(at: path))
    #expect(FieldText.value(of: typed, field: field) == number)
    let changes = try CalendarChanges(
      typed: "\(path)=\(typed)", today: CalendarDate(daysSinceEpoch: 20_000))
    #expect(changes.changes.map(\.action) == [.value(number)])
  }

  /// What is no number stays as it was typed, and a sign of another field is none here.
  @Test(
    arguments: [
      ("lookBusyConfig.LookBusyPercentage", "%"), ("lookBusyConfig.LookBusyPercentage", "40%%"),
      ("lookBusyConfig.LookBusyPercentage", "40 apples"), ("appoinmentPerDay", "40%"),
      ("recurring.count", "times"), ("recurring.count", "8 %"),
    ] as [(JSONPath, String)])
  func staysText(path: JSONPath, typed: String) throws {
    let field = try #require(CalendarSchema.field(at: path))
    #expect(FieldText.value(of: typed, field: field) == .text(typed))
  }
}
