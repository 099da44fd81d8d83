import CalendarModel
import JSON
import TestSupport
import Testing

/// Numbers are read by one grammar, whatever field they are typed into.
@Suite("Typed numbers")
struct TypedNumberTests {
  @Test(
    arguments: [
      ("45", "45"), (" 1.5 ", "1.5"), ("1,5", "1.5"), (".5", "0.5"), ("040", "40"),
      ("1.50", "1.50"),
      ("-3", "-3"), ("-0.5", "-0.5"), ("1e2", "1e2"), ("00", "0"), ("0,50", "0.50"),
      ("1,500", nil), ("1.2.3", nil), ("1.", nil), ("+5", nil), ("1e", nil), ("e5", nil),
      ("-", nil),
      (".", nil), ("1 000", nil), ("٣", nil), ("0x10", nil), ("--1", nil), ("1-", nil),
    ] as [(String, String?)])
  func inAField(_ text: String, _ spelling: String?) throws {
    let field = try #require(CalendarSchema.field("slotDuration"))
    let value = FieldText.value(of: text, field: field)
    #expect(value?.number?.spelling == spelling)
    if spelling == nil { #expect(value == .text(text)) }
  }

  /// A field with a unit and one without read the same numbers as the same.
  @Test func everyFieldReadsTheSame() throws {
    var random = SeededGenerator(seed: 50)
    let signs = Array("0123456789..,00")
    let plain = try #require(CalendarSchema.field("slotDuration"))
    let quantity = try #require(QuantityField("slotDuration"))
    var numbers = 0
    for _ in 0..<5000 {
      let text = String(
        (0..<Int.random(in: 1...7, using: &random)).map { _ in
          signs.randomElement(using: &random) ?? "0"
        })
      let number = FieldText.value(of: text, field: plain)?.number
      do throws(QuantityError) {
        let read = try quantity.parse(text, present: "mins").number
        numbers += 1
        #expect(number?.isEquivalent(to: read) == true, "\(text)")
      } catch {
        #expect(number == nil || error.reason == .tooFine || error.reason == .tooLarge, "\(text)")
      }
    }
    #expect(numbers > 1000)
  }

  @Test(
    arguments: [
      ("90", "mins", 90), ("1.5", "hours", 90), ("2", "days", 2880), ("1", "weeks", 10_080),
      ("3", "months", nil), ("3", "fortnights", nil), ("3", nil, 3),
    ] as [(String, String?, Double?)])
  func minutes(_ number: String, _ unit: String?, _ minutes: Double?) throws {
    let quantity = Quantity(try #require(JSONNumber(number)), unit)
    let field = try #require(QuantityField("slotDuration"))
    let calendar = Calendars.full([
      "slotDuration": .number(quantity.number), "slotDurationUnit": unit.map { .text($0) },
    ])
    #expect(field.reading(in: calendar).minutes == minutes)
    #expect(field.reading(in: Calendars.full(["slotDuration": nil])) == .notSet)
  }
}
