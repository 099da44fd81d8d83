import JSON
import Testing

@testable import CalendarModel

@Suite("afterBooking.redirectWithoutURL")
struct RedirectWithoutURLTests {
  static let cases: [RuleCase] = [
    .init(
      "formSubmitRedirectURL", accepts: "https://a", rejects: " ",
      with: ["formSubmitType": "RedirectURL"], besides: ["text.url"]),
    .init(
      "formSubmitRedirectURL", accepts: "https://a", rejects: .null,
      with: ["formSubmitType": "RedirectURL"]),
    .init(
      "formSubmitRedirectURL", accepts: nil, rejects: "",
      with: ["formSubmitType": "RedirectURL"], besides: ["field.unset"]),
    .init(
      "formSubmitType", at: "formSubmitRedirectURL", accepts: "ThankYouMessage",
      rejects: "RedirectURL", with: ["formSubmitRedirectURL": nil], besides: ["field.noEffect"]),
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.redirectWithoutURL) }
}
