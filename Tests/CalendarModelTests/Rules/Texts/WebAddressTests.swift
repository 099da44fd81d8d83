import JSON
import Testing

@testable import CalendarModel

@Suite("text.url")
struct WebAddressTests {
  static let cases: [RuleCase] = [
    .init("calendarCoverImage", accepts: "http://a", rejects: "ftp://a"),
    .init(
      "formSubmitRedirectURL", accepts: "http://a", rejects: "ftp://a",
      with: ["formSubmitType": "RedirectURL"]),
    .init("calendarCoverImage", accepts: "HTTPS://a/b?c#d", rejects: "example.com"),
    .init("calendarCoverImage", accepts: "", rejects: "https://"),
    .init("calendarCoverImage", accepts: "https://a/%20", rejects: "https://a/b c"),
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.webAddress) }
}
