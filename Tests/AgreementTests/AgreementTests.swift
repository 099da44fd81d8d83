import CalendarModel
import JSON
import Sandbox
import Testing

/// The editor's rules and the sandbox's validator were written apart from one another from the same
/// page; over generated bodies each checks the other.
@Suite struct AgreementTests {
  /// Where the two differ on purpose: part of the sandbox's message, and why the editor only warns.
  static let known: [(message: String, reason: String)] = [
    (
      "userId must be unique",
      "the page does not say that a user may stand in a team once only; the editor warns"
    ),
    ("must be an email", "the page says text; the editor warns"),
    ("must be a hexadecimal color", "the page says text; the editor warns"),
    ("must be a URL address", "the page says text; the editor warns"),
  ]

  /// A date that exists and is not spelt as the page says: the editor reads it and warns.
  static func isDateInAnotherSpelling(_ message: String, _ body: JSONValue) -> Bool {
    guard let path = message.split(separator: " ").first, path.hasSuffix(".date"),
      message.contains("must be in the format of")
    else { return false }
    return body[JSONPath(String(path))]?.text.flatMap { CalendarDate(beginning: $0) } != nil
  }

  /// An update that chooses the redirect and names no URL, which the service is reported to refuse;
  /// the page does not say so, and the editor only warns.
  static func lacksTheURLOfItsRedirect(_ message: String, _ body: JSONValue) -> Bool {
    let url = body[key: "formSubmitRedirectURL"] ?? .null
    return message.hasPrefix("formSubmitRedirectURL must be a ") && (url == .null || url == "")
      && body[key: "formSubmitType"] == "RedirectURL"
  }

  @Test(arguments: Sandbox.calendarIDs)
  func bothSayTheSame(_ id: String) async throws {
    let sandbox = try await Sandbox.start()
    let calendar = try #require(sandbox.calendar(id))
    await sandbox.stop()
    var generator = BodyGenerator(seed: id.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
    let today = try #require(CalendarDate(year: 2026, month: 11, day: 22))
    let loaded = CalendarDocument(calendar: calendar, today: today)
    var accepted = 0
    var refused = 0
    for _ in 0..<1000 {
      var document = loaded
      for member in generator.body().object?.members ?? [] {
        document.set(JSONPath([.key(member.key)]), to: member.value)
      }
      // What is unset is not sent, and both go by what the service keeps.
      if let key = generator.unsetKey() { document.set(JSONPath([.key(key)]), to: nil) }
      let body = UpdateBody(document)
      if body.isEmpty { continue }
      let mine = document.validation.problemsOfChanges.filter { $0.severity == .error }
      let theirs = SandboxValidator.problems(inUpdate: body.json, of: calendar)
      let unexpected = theirs.filter { message in
        !Self.known.contains { message.contains($0.message) }
          && !Self.isDateInAnotherSpelling(message, body.json)
          && !Self.lacksTheURLOfItsRedirect(message, body.json)
      }
      // The sandbox stops at the first kind of problem: behind a known one it has looked no further.
      if unexpected.isEmpty, !theirs.isEmpty { continue }
      if mine.isEmpty { accepted += 1 } else { refused += 1 }
      if mine.isEmpty != unexpected.isEmpty {
        Issue.record(
          """
          The two disagree about \(body.json.printed()) of \(id):
            the editor: \(mine.map { "\($0.path): \($0.message)" })
            the sandbox: \(theirs)
          """)
      }
    }
    // Both kinds of bodies must have been tried, or the agreement means nothing.
    #expect(accepted > 150 && refused > 150, "\(accepted) accepted, \(refused) refused")
  }

  @Test(arguments: Sandbox.calendarIDs)
  func aDemoCalendarHasNoErrors(_ id: String) async throws {
    let sandbox = try await Sandbox.start()
    let calendar = try #require(sandbox.calendar(id))
    await sandbox.stop()
    let today = try #require(CalendarDate(year: 2026, month: 11, day: 22))
    let document = CalendarDocument(calendar: calendar, today: today)
    let errors = document.validation.problems(under: .root).filter { $0.severity != .note }
    #expect(errors.isEmpty, "\(errors.map { "\($0.path): \($0.message)" })")
  }
}
