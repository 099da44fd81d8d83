import JSON
import Testing

@testable import CalendarModel

@Suite("slots.noticeUnit")
struct NoticeUnitTests {
  static let key = "allowBookingAfterUnit"
  static let path = JSONPath([.key(key)])

  @Test func atItsBorder() {
    RuleCase(Self.path, accepts: "hours", rejects: "mins").check(.noticeUnit)
  }

  /// Form, typing and rules agree on the units of every number, in every version.
  @Test(arguments: APIVersion.allCases)
  func whatIsOfferedIsTaken(_ version: APIVersion) throws {
    for pair in QuantityField.all {
      let units = pair.units(in: version)
      let isNotice = pair.unit.key == Self.key
      #expect(units.contains(.mins) == (pair.units.contains(.mins) || isNotice && version == .v3))
      guard case .choice(let choices) = pair.unit.type else { continue }
      #expect(
        Set(choices.taken(by: version).map { $0.value.text }) == Set(units.map(\.rawValue)))
      guard !pair.isUnitFixed else { continue }
      for unit in TimeUnit.allCases {
        var document = Calendars.document(Calendars.full([pair.unit.key: "fortnights"]))
        document.version = version
        document.set(pair, to: Quantity(30, unit))
        let errors = document.validation.problems(under: .root).filter { $0.severity == .error }
        #expect(errors.isEmpty == units.contains(unit), "\(pair.unit.key) \(unit) \(errors)")
      }
    }
  }

  @Test func minutesAreReadAsTyped() throws {
    let notice = try #require(QuantityField("allowBookingAfter"))
    #expect(try notice.parse("90 min", present: "hours", in: .v3) == Quantity(90, .mins))
    #expect(try notice.parse("45 min", present: "days").unit == "hours")
    #expect(try notice.parse("120 min", present: "days") == Quantity(2, .hours))
    // Months and minutes both begin with an m.
    #expect(throws: QuantityError.self) { try notice.parse("90 m", present: "hours", in: .v3) }
  }

  /// What was loaded stays as it is and is a warning; another version judges it anew.
  @Test func loadedMinutesAreAWarning() {
    var document = Calendars.document(Calendars.full([Self.key: "mins"]))
    #expect(document.validation.problems(at: Self.path).map(\.severity) == [.warning])
    document.version = .v3
    #expect(document.validation.problems(at: Self.path).isEmpty)
    #expect(!document.isModified)
  }
}
