import JSON
import Testing

@testable import CalendarModel

@Suite("text.slug")
struct SlugLettersTests {
  static let cases: [RuleCase] = [
    .init("slug", accepts: "beard-trim_2", rejects: "beard trim"),
    .init("widgetSlug", accepts: "A1", rejects: "a b"), .init("slug", accepts: "a", rejects: "a/b"),
    .init("widgetSlug", accepts: "lumen/cut-1", rejects: "lumen//cut-1"),
    .init("widgetSlug", accepts: "a/b/c", rejects: "/a"),
    .init("slug", accepts: "", rejects: " "), .init("slug", accepts: "-", rejects: "caf\u{E9}"),
    .init("slug", accepts: "x", rejects: "x\n"), .init("widgetSlug", accepts: "x", rejects: "?x"),
    .init(
      "slug", accepts: .text(String(repeating: "a", count: 10_000)),
      rejects: .text(String(repeating: "\u{301}", count: 10_000))),
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.slugLetters) }
}
