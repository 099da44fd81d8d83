import CalendarModel
import JSON
import Testing

@Suite("Values in text fields")
struct FieldTextTests {
  static func field(_ path: JSONPath) throws -> Field {
    try #require(CalendarSchema.field(at: path))
  }

  @Test(
    arguments: [
      ("name", nil, ""), ("name", .null, ""), ("name", "x", "x"), ("name", "", ""),
      ("name", 5, "5"),
      ("name", true, "true"), ("name", ["a"], #"["a"]"#), ("slotDuration", 30, "30"),
      ("slotDuration", 30.5, "30.5"), ("slotDuration", "8", "8"), ("slotDuration", "30.", "30."),
      ("availabilities[0].date", "2027-01-04T00:00:00.000Z", "2027-01-04"),
      ("availabilities[0].date", "2027-01-0", "2027-01-0"),
      ("availabilities[0].date", "2027-01-04T09:00:00.000Z", "2027-01-04T09:00:00.000Z"),
      ("name", "2027-01-04T00:00:00.000Z", "2027-01-04T00:00:00.000Z"),
    ] as [(JSONPath, JSONValue?, String)])
  func text(_ path: JSONPath, _ value: JSONValue?, _ text: String) throws {
    #expect(FieldText.text(of: value, field: try Self.field(path)) == text)
  }

  @Test(
    arguments: [
      ("name", "", ""), ("name", " x ", " x "), ("slotDuration", "", nil),
      ("slotDuration", "  ", nil),
      ("slotDuration", "45", 45), ("slotDuration", " 45 ", 45), ("slotDuration", "1e2", nil),
      ("slotDuration", "30.", "30."), ("slotDuration", "abc", "abc"), ("slotDuration", "-", "-"),
      ("slotDuration", "+5", "+5"), ("notes", "a\nb", "a\nb"),
      ("availabilities[0].date", "2027-01-04", "2027-01-04T00:00:00.000Z"),
      ("availabilities[0].date", " 2027-01-04 ", "2027-01-04T00:00:00.000Z"),
      ("availabilities[0].date", "2027-02-30", "2027-02-30"), ("availabilities[0].date", "", ""),
      ("availabilities[0].date", "2027-01-04T00:00:00.000Z", "2027-01-04T00:00:00.000Z"),
    ] as [(JSONPath, String, JSONValue?)])
  func value(_ path: JSONPath, _ text: String, _ value: JSONValue?) throws {
    let found = FieldText.value(of: text, field: try Self.field(path))
    if text == "1e2" {
      #expect(found?.number?.spelling == "1e2")
    } else {
      #expect(found == value)
    }
  }

  /// What stands in a field means what it was made of, so that a visit changes nothing.
  @Test func bothWays() throws {
    let document = Calendars.document()
    for path: JSONPath in [
      "name", "description", "slotDuration", "teamMembers[0].userId", "availabilities[0].date",
      "recurring.count", "locationConfigurations[0].location", "alertEmail", "eventColor",
    ] {
      let field = try Self.field(path)
      let text = FieldText.text(of: document[path], field: field)
      #expect(FieldText.value(of: text, field: field) == document[path], "\(path)")
    }
  }
}
