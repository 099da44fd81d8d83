import CalendarModel
import JSON
import TestSupport
import Testing

/// Numbers typed with their units, and what they do to their two properties.
@Suite("Quantities")
struct QuantityTests {
  static func field(_ key: String) throws -> QuantityField { try #require(QuantityField(key)) }

  @Test func everyNumberWithAUnitIsAPair() {
    #expect(
      QuantityField.all.map(\.number.key) == [
        "slotDuration", "slotInterval", "slotBuffer", "preBuffer", "allowBookingAfter",
        "allowBookingFor",
      ])
    #expect(QuantityField("slotDurationUnit") == nil)
    #expect(QuantityField("appoinmentPerDay") == nil)
    #expect(QuantityField("teamMembers") == nil)
    #expect(QuantityField.all.filter(\.isUnitFixed).map(\.number.key) == ["slotBuffer"])
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let key: String
    let typed: String
    let present: String?
    let number: String
    let unit: String?
    var testDescription: String { "\(key) \(typed)" }

    init(_ key: String, _ typed: String, _ present: String?, _ number: String, _ unit: String?) {
      self.key = key
      self.typed = typed
      self.present = present
      self.number = number
      self.unit = unit
    }
  }

  static let cases: [Case] = [
    Case("slotDuration", "45", "mins", "45", "mins"),
    Case("slotDuration", "45", "hours", "45", "hours"),
    Case("slotDuration", "45", nil, "45", nil),
    Case("slotDuration", "45", "fortnights", "45", "fortnights"),
    Case("slotDuration", "2 Fortnights", "fortnights", "2", "fortnights"),
    Case("slotDuration", "  45 min ", "hours", "45", "mins"),
    Case("slotDuration", "45m", "mins", "45", "mins"),
    Case("slotDuration", "45 MIN.", "mins", "45", "mins"),
    Case("slotDuration", "45 minutes", nil, "45", "mins"),
    Case("slotDuration", "1.5 h", "mins", "1.5", "hours"),
    Case("slotDuration", "1,5 h", "mins", "1.5", "hours"),
    Case("slotDuration", ".5 h", "mins", "0.5", "hours"),
    Case("slotDuration", "1.50 h", "mins", "1.5", "hours"),
    Case("slotDuration", "090", "mins", "90", "mins"),
    Case("slotDuration", "0", "mins", "0", "mins"),
    Case("slotDuration", "90 minutes", "hours", "90", "mins"),
    Case("slotDuration", "1h30", "hours", "90", "mins"),
    Case("slotDuration", "1 h 30 min", "hours", "90", "mins"),
    Case("slotDuration", "1h30m", "mins", "90", "mins"),
    Case("slotDuration", "1h05", "mins", "65", "mins"),
    Case("slotDuration", "1 day", "mins", "1440", "mins"),
    Case("slotDuration", "1 day", "hours", "24", "hours"),
    Case("slotDuration", "1 day", nil, "24", "hours"),
    Case("slotDuration", "1 hour", "mins", "1", "hours"),
    Case("slotBuffer", "1 h", "mins", "60", "mins"),
    Case("slotBuffer", "90 min", "hours", "1.5", "hours"),
    Case("slotBuffer", "1h30", "hours", "1.5", "hours"),
    Case("slotBuffer", "10", "seconds", "10", "seconds"),
    Case("slotBuffer", "1 h", nil, "60", nil),
    Case("allowBookingAfter", "2 weeks", "days", "2", "weeks"),
    Case("allowBookingAfter", "3 days", "hours", "3", "days"),
    Case("allowBookingAfter", "1 month", "hours", "1", "months"),
    Case("allowBookingAfter", "14 days", "weeks", "14", "days"),
    Case("allowBookingAfter", "90 min", "days", "1.5", "hours"),
    Case("allowBookingAfter", "1h30", "days", "1.5", "hours"),
    Case("allowBookingAfter", "1h30m", "days", "1.5", "hours"),
    Case("allowBookingAfter", "120 min", "hours", "2", "hours"),
    Case("allowBookingAfter", "1 day 12 hours", "hours", "36", "hours"),
    Case("allowBookingAfter", "1 year", "days", "12", "months"),
    Case("allowBookingFor", "48 hours", "weeks", "2", "days"),
    Case("allowBookingFor", "336 h", "days", "14", "days"),
    Case("allowBookingFor", "336 h", "weeks", "2", "weeks"),
    Case("allowBookingFor", "1 week 2 days", "months", "9", "days"),
    Case("allowBookingFor", "2 mo", "days", "2", "months"),
    Case("allowBookingFor", "1y 6 mo", "days", "18", "months"),
    Case("allowBookingFor", "999999999", "days", "999999999", "days"),
  ]

  @Test(arguments: cases)
  func isRead(_ test: Case) throws {
    let quantity = try Self.field(test.key).parse(test.typed, present: test.present)
    #expect(quantity.number.spelling == test.number)
    #expect(quantity.unit == test.unit)
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let key: String
    let typed: String
    let present: String?
    let reason: QuantityError.Reason
    let range: Range<Int>
    var testDescription: String { "\(key) \(typed)" }

    init(
      _ key: String, _ typed: String, _ present: String?, _ reason: QuantityError.Reason,
      _ range: Range<Int>
    ) {
      self.key = key
      self.typed = typed
      self.present = present
      self.reason = reason
      self.range = range
    }
  }

  static let refusals: [Refusal] = [
    Refusal("slotDuration", "", "mins", .empty, 0..<0),
    Refusal("slotDuration", "  ", "mins", .empty, 0..<2),
    Refusal("slotDuration", "min", "mins", .numberMissing, 0..<0),
    Refusal("slotDuration", "-5", "mins", .negative, 0..<1),
    Refusal("slotDuration", "1,000", "mins", .ambiguousComma, 0..<5),
    Refusal("slotDuration", "1.2.3", "mins", .notUnderstood("1.2.3"), 0..<5),
    Refusal("slotDuration", "1. h", "mins", .notUnderstood("1."), 0..<2),
    Refusal("slotDuration", "?", "mins", .notUnderstood("?"), 0..<1),
    Refusal("slotDuration", "45 min!", "mins", .notUnderstood("!"), 6..<7),
    Refusal("slotDuration", "٣ h", "mins", .notUnderstood("٣ h"), 0..<3),
    Refusal("slotDuration", "1e3", "mins", .unitUnknown("e"), 1..<2),
    Refusal("slotDuration", "45 mns", "mins", .unitUnknown("mns"), 3..<6),
    Refusal("slotDuration", "1 month", "mins", .unitNotTaken("months"), 0..<7),
    Refusal("slotDuration", "0.12345 h", "mins", .tooFine, 0..<7),
    Refusal("slotDuration", "12345678901", "mins", .tooLarge, 0..<11),
    Refusal("slotDuration", "30 min 1 h", "mins", .unitOrder, 9..<10),
    Refusal("slotDuration", "1 h 1 h", "mins", .unitOrder, 6..<7),
    Refusal("slotDuration", "30 45", "mins", .unitMissing, 0..<2),
    Refusal("slotDuration", "1h75", "mins", .unitMissing, 2..<4),
    Refusal("slotDuration", "1h 7.5", "mins", .unitMissing, 3..<6),
    Refusal("slotBuffer", "20 min", "hours", .notExact("20 min"), 0..<6),
    Refusal("slotBuffer", "1 h", "seconds", .fixedUnitUnknown("seconds"), 0..<3),
    Refusal("slotBuffer", "1 month", "mins", .unitNotTaken("months"), 0..<7),
    Refusal("allowBookingAfter", "3m", "days", .ambiguousUnit("m"), 1..<2),
    Refusal("allowBookingAfter", "20 min", "hours", .notExact("20 min"), 0..<6),
    Refusal("allowBookingAfter", "1 month 2 weeks", "days", .mixedUnits, 10..<15),
    Refusal("allowBookingFor", "36 hours", "days", .notExact("36 hours"), 0..<8),
    Refusal("allowBookingFor", "2w3", "days", .unitMissing, 2..<3),
  ]

  @Test(arguments: refusals)
  func isRefused(_ test: Refusal) throws {
    let field = try Self.field(test.key)
    do {
      let quantity = try field.parse(test.typed, present: test.present)
      Issue.record("read as \(quantity)")
    } catch {
      #expect(error.reason == test.reason)
      #expect(error.range == test.range)
      #expect(error.message.hasSuffix("."))
    }
  }

  @Test(arguments: [
    ("allowBookingFor", "1 x", "\"x\" is not a unit; write days, weeks or months."),
    ("slotDuration", "2 months", "Months are not allowed here; write minutes or hours."),
    ("slotDuration", "1 year", "Years are not allowed here; write minutes or hours."),
    ("slotBuffer", "1 month", "Months are not allowed here; write minutes."),
    ("slotDuration", "", "Write a number and a unit: minutes or hours."),
    (
      "allowBookingAfter", " 20 min ",
      "20 min cannot be written exactly here; write hours, days, weeks or months."
    ),
  ])
  func messagesNameTheUnits(_ key: String, _ typed: String, _ message: String) throws {
    let field = try Self.field(key)
    let error = #expect(throws: QuantityError.self) { try field.parse(typed, present: nil) }
    #expect(error?.message == message)
  }

  @Test(arguments: [
    ("45", "mins", "45 min"), ("1", "mins", "1 min"), ("1.5", "hours", "1.5 h"),
    ("2", "weeks", "2 weeks"), ("1", "days", "1 day"), ("1.0", "months", "1.0 month"),
    ("0", "days", "0 days"), ("30.0", "mins", "30.0 min"), ("3e1", "mins", "30 min"),
    ("5", "fortnights", "5 fortnights"), ("5", nil, "5"), ("5", "", "5"),
  ])
  func isShown(_ number: String, _ unit: String?, _ text: String) throws {
    let quantity = Quantity(try #require(JSONNumber(number)), unit)
    #expect(quantity.description == text)
  }

  @Test func oddValuesAreShownAsTheyAre() throws {
    let field = try Self.field("slotDuration")
    func text(_ value: JSONValue?, _ unit: JSONValue?) -> [String] {
      let calendar = Calendars.full(["slotDuration": value, "slotDurationUnit": unit])
      return [field.text(in: calendar), field.wording(in: calendar)]
    }
    #expect(text(30, "mins") == ["30 min", "30 min"])
    #expect(text(nil, "mins") == ["", "unset"])
    #expect(text(.null, "mins") == ["", "null"])
    #expect(text("30", "mins") == ["30 min", "30 (as text)"])
    #expect(text("abc", "mins") == ["abc", "\"abc\" (not a number)"])
    #expect(text(30, nil) == ["30", "30"])
    #expect(text(30, .null) == ["30", "30"])
    #expect(text(30, 7) == ["30 7", "30 7"])
    #expect(text([], nil) == ["[]", "[] (not a number)"])
  }

  /// What is shown is read back as the same, in every field and unit.
  @Test func shownTextIsReadBack() throws {
    var generator = SeededGenerator(seed: 7)
    for field in QuantityField.all {
      for _ in 0..<200 {
        let unit = ["mins", "hours", "days", "weeks", "months", "fortnights", nil]
          .randomElement(using: &generator)!
        let whole = Int.random(in: 0...5000, using: &generator)
        let fraction = ["", ".5", ".25", ".0625", ".0"].randomElement(using: &generator)!
        let quantity = Quantity(try #require(JSONNumber("\(whole)\(fraction)")), unit)
        let isTaken = unit.flatMap(TimeUnit.init(rawValue:)).map(field.units.contains) ?? true
        guard isTaken else { continue }
        let read = try field.parse(quantity.description, present: unit)
        #expect(read.isEquivalent(to: quantity), "\(quantity)")
      }
    }
  }

  /// Whatever is typed, it is read or refused at a place within the text.
  @Test func refusalsStandInTheText() {
    var generator = SeededGenerator(seed: 11)
    let pieces = ["1", "90", "1.5", ",", ".", " ", "h", "min", "m", "weeks", "mo", "-", "é", "x"]
    for field in QuantityField.all {
      for _ in 0..<500 {
        let text = (0..<Int.random(in: 0...6, using: &generator))
          .map { _ in pieces.randomElement(using: &generator)! }.joined()
        do {
          let quantity = try field.parse(text, present: "hours")
          #expect(quantity.number.double >= 0)
          #expect(
            field.isUnitFixed || field.units.contains { $0.rawValue == quantity.unit }
              || quantity.unit == "hours", "\(text)")
        } catch {
          #expect(error.range.lowerBound >= 0 && error.range.upperBound <= text.count, "\(text)")
        }
      }
    }
  }

  // MARK: Writing

  private func write(
    _ field: QuantityField, to quantity: Quantity?, in document: inout CalendarDocument
  ) -> Bool {
    document.set(field, to: quantity)
  }

  @Test func bothPropertiesAreOneStep() throws {
    let field = try Self.field("slotDuration")
    var document = Calendars.document()
    #expect(write(field, to: Quantity(45, .mins), in: &document))
    #expect(document.undoSteps.map(\.title) == ["Slot duration: 30 min → 45 min"])
    #expect(document.validation.modifiedKeys == ["slotDuration"])
    #expect(document.undoSteps.last?.focus == "slotDuration")
    #expect(write(field, to: Quantity(try #require(JSONNumber("1.5")), "hours"), in: &document))
    #expect(document["slotDurationUnit"] == "hours")
    #expect(document.undoSteps.last?.title == "Slot duration: 45 min → 1.5 h")
    #expect(document.validation.modifiedKeys == ["slotDuration", "slotDurationUnit"])
    document.undo()
    document.undo()
    #expect(document.printed == Calendars.full.printed())
    document.redo()
    document.redo()
    #expect(document["slotDuration"] == 1.5)
  }

  @Test func onlyTheUnitChanges() throws {
    let field = try Self.field("allowBookingFor")
    var document = Calendars.document()
    document.set(field, to: Quantity(30, .weeks))
    #expect(document.validation.modifiedKeys == ["allowBookingForUnit"])
    #expect(document.undoSteps.map(\.title) == ["Booking horizon: 30 days → 30 weeks"])
  }

  @Test func whatMeansTheSameStays() throws {
    let field = try Self.field("slotDuration")
    var document = Calendars.document(
      Calendars.full(["slotDuration": .number(try #require(JSONNumber("30.0")))]))
    #expect(!write(field, to: Quantity(30, .mins), in: &document))
    #expect(!write(field, to: Quantity(JSONNumber(30), nil), in: &document))
    #expect(document.undoSteps.isEmpty)
    #expect(document["slotDuration"]?.number?.spelling == "30.0")
  }

  @Test func anAbsentUnitIsMadeOnlyWhenTyped() throws {
    let field = try Self.field("slotInterval")
    let calendar = Calendars.full(["slotInterval": nil, "slotIntervalUnit": nil])
    var document = Calendars.document(calendar)
    document.set(field, to: try field.parse("20", present: field.unitText(in: calendar)))
    #expect(document["slotIntervalUnit"] == nil)
    #expect(document.undoSteps.last?.title == "Slot interval: unset → 20")
    document.set(field, to: try field.parse("20 min", present: nil))
    #expect(document["slotIntervalUnit"] == "mins")
    document.undo()
    document.undo()
    #expect(document.printed == calendar.printed())
  }

  @Test func theFixedUnitIsNeverTouched() throws {
    let field = try Self.field("slotBuffer")
    var document = Calendars.document(Calendars.full(["slotBufferUnit": nil]))
    document.set(field, to: Quantity(15, .mins))
    #expect(document["slotBufferUnit"] == nil)
    #expect(document["slotBuffer"] == 15)
    #expect(document.validation.modifiedKeys == ["slotBuffer"])
  }

  @Test func nothingMakesTheNumberAbsent() throws {
    let field = try Self.field("preBuffer")
    var document = Calendars.document()
    #expect(write(field, to: nil, in: &document))
    #expect(document["preBuffer"] == nil)
    #expect(document["preBufferUnit"] == "mins")
    #expect(document.undoSteps.last?.title == "Buffer before: 0 min → unset")
    #expect(!write(field, to: nil, in: &document))
  }
}
