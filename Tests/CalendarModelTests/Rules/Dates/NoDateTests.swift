import JSON
import Testing

@testable import CalendarModel

@Suite("text.date")
struct NoDateTests {
  static let cases: [RuleCase] =
    [
      ("2028-02-29", "2027-02-29"), ("2400-02-29", "2100-02-29"), ("2027-04-30", "2027-04-31"),
      ("2027-12-31", "2027-13-01"), ("2027-01-01", "2027-00-01"), ("2027-01-01", "2027-01-00"),
      ("2027-01-31", "2027-1-31"), ("2027-01-31", "27-01-31"),
    ].map { good, bad in
      RuleCase(
        "availabilities[0].date", accepts: .text(good + "T00:00:00.000Z"),
        rejects: .text(bad + "T00:00:00.000Z"))
    }
    + ["", " ", "soon", "2027", "T00:00:00.000Z", "2027-02-30T05:00:00.000Z"].map { bad in
      RuleCase(
        "availabilities[0].date", accepts: "2027-01-31T00:00:00.000Z", rejects: .text(bad))
    }

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.noDate) }
}
