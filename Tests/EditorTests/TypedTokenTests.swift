import CalendarModel
import JSON
import Testing
import TextUI

@testable import CalendarAPI
@testable import Editor

/// A token that is refused for good, and one that is typed in its place.
@Suite struct TypedTokenTests {
  private static let secret = "pit-5ec4e7e2-typed-5ec4e7"

  /// A changed calendar whose save was refused; the token cannot be read again.
  private func refused(
    _ kind: ServiceError.Kind = .unauthorized,
    origin: TokenOrigin = .fixed(name: "HIGHLEVEL_TOKEN"),
    keepsDraft: Bool = true, rows: Int = 24, columns: Int = 80, isASCII: Bool = false
  ) throws -> TestApp {
    var model = makeModel(rows: rows, columns: columns, isASCII: isASCII)
    model.terms.tokenOrigin = origin
    model.draftStatus.isKept = keepsDraft
    model.visit("slotDuration")
    model.press("Ctrl-U 4 5")
    #expect(
      model.press("Ctrl-S Ctrl-S") == [.save(request: 2, body: ["slotDuration": 45])])
    let answer = HTTPResponse(status: 401, body: Array(#"{"message":"Invalid JWT"}"#.utf8))
    let error = ServiceError(answer, kind: kind, token: try Token("x-x-x-x"))
    #expect(model.update(.saved(2, .failure(error))).butTheRecord.isEmpty)
    return model
  }

  private func paste(_ text: String, _ model: inout TestApp) {
    #expect(model.update(.terminal(.paste(text))).isEmpty)
  }

  @Test func theScreens() throws {
    var model = try refused()
    try expectSnapshot(model.screen, "token-refused-80x24")
    model.press("t")
    try expectSnapshot(model.screen, "token-prompt-80x24")
    paste(Self.secret, &model)
    try expectSnapshot(model.screen, "token-typed-80x24")
    paste(" x", &model)
    model.press("Enter")
    try expectSnapshot(model.screen, "token-wrong-80x24")
    model = try refused(origin: .readable)
    try expectSnapshot(model.screen, "token-readable-80x24")
    var small = try refused(rows: 12, columns: 40, isASCII: true)
    small.press("t a b c")
    try expectSnapshot(small.screen, "token-prompt-40x12")
  }

  /// What the token lacks may be granted meanwhile: the same token is tried again.
  @Test(arguments: [ServiceError.Kind.missingScope, .otherAccount, .unauthorized])
  func aTokenThatLacksSomethingCanBeTriedAgain(_ kind: ServiceError.Kind) throws {
    var model = try refused(kind)
    let isOffered = kind != .unauthorized
    #expect(model.screen.contains("Try again with this token") == isOffered)
    #expect(
      model.press("a") == (isOffered ? [.save(request: 3, body: ["slotDuration": 45])] : []))
  }

  /// What cannot help is not offered, and how the work goes on is said.
  @Test func theQuestionOffersWhatCanHelp() throws {
    var model = try refused()
    #expect(!model.screen.contains("Read the token again"))
    #expect(model.screen.contains("The draft is kept: quit, set HIGHLEVEL_TOKEN"))
    #expect(model.press("r").isEmpty && model.request == nil)
    model = try refused(keepsDraft: false)
    #expect(!model.screen.contains("The draft is kept"))
    #expect(model.screen.contains("No draft is kept of them."))
    model = try refused(origin: .readable)
    let screen = model.screen
    let read = try #require(screen.firstRange(of: "Read the token again and go on"))
    let type = try #require(screen.firstRange(of: "Type a new token and go on"))
    #expect(read.lowerBound < type.lowerBound)
    #expect(model.press("Enter") == [.readToken(request: 3)])
  }

  /// Every refusal that another token can help with is asked about.
  @Test(arguments: [
    ServiceError.Kind.unauthorized, .missingScope, .otherAccount, .agencyToken, .forbidden,
    .versionRefused, .notFound,
  ])
  func everyRefusedTokenIsAskedAbout(_ kind: ServiceError.Kind) throws {
    let model = try refused(kind)
    let error = ServiceError(kind)
    #expect(model.dialogs.last is ConfirmDialog == error.isTokenRefused)
    #expect(model.document?.isModified == true)
  }

  @Test(arguments: [secret, " \(secret) ", "\(secret)\n", "\t\(secret)\r\n"])
  func aPastedTokenIsUsedAndTheSaveGoesOn(_ pasted: String) throws {
    var model = try refused()
    #expect(model.press("t").isEmpty)
    paste(pasted, &model)
    let token = try Token(Self.secret)
    #expect(model.press("Enter") == [.useToken(request: 3, token)])
    #expect(model.dialogs.isEmpty && model.banner == nil)
    #expect(
      model.update(.tokenRead(3, failure: nil)) == [.save(request: 4, body: ["slotDuration": 45])])
    #expect(model.status?.text == "caledit uses the new token until it ends.")
  }

  @Test func aTypedTokenCanBeCorrected() throws {
    var model = try refused()
    model.press("t x y z Ctrl-U a b d Backspace c")
    #expect(model.press("Enter") == [.useToken(request: 3, try Token("abc"))])
  }

  @Test(arguments: [
    ("", "The token is empty."), ("a b", "The token holds a space or a character"),
    ("a\nb", "The token holds a line break"), ("tök", "a space or a character"),
  ])
  func whatIsNoTokenIsSaidAndAskedAgain(_ text: String, _ message: String) throws {
    var model = try refused()
    model.press("t")
    paste(text, &model)
    #expect(model.press("Enter").isEmpty)
    #expect(model.screen.contains(message), "\(model.screen)")
    model.press("Ctrl-U a")
    #expect(!model.screen.contains(message))
    #expect(model.press("Enter") == [.useToken(request: 3, try Token("a"))])
  }

  /// Whoever leaves goes on editing, and nothing is sent.
  @Test func escLeavesThePrompt() throws {
    var model = try refused()
    model.press("t a b")
    #expect(model.press("Esc").isEmpty)
    #expect(model.dialogs.isEmpty && model.request == nil)
    #expect(model.body == ["slotDuration": 45])
    // From the palette it is a token for later, and the save of before does not go out with it.
    #expect(model.perform(.typeToken).isEmpty)
    paste(Self.secret, &model)
    let used = model.press("Enter")
    #expect(used.butTheRecord == [.useToken(request: 3, try Token(Self.secret))])
    #expect(used.count == 2, "the record of the save that was refused is complete")
    let effects = model.update(.tokenRead(3, failure: nil))
    #expect(!effects.contains { if case .save = $0 { true } else { false } })
    #expect(model.body == ["slotDuration": 45])
  }

  @Test func atALoadItGoesOnAsWell() throws {
    var model = TestApp(
      source: Source(.service(calendarID: "x", origin: "example.com")),
      size: Size(rows: 24, columns: 80), today: today)
    model.terms.tokenOrigin = .fixed(name: "HIGHLEVEL_TOKEN")
    #expect(model.begin() == [.load(request: 1)])
    _ = model.update(.loaded(1, .failure(ServiceError(.unauthorized))))
    #expect(model.screen.contains("Quit"))
    #expect(!model.screen.contains("draft"))
    model.press("t")
    paste(Self.secret, &model)
    #expect(model.press("Enter") == [.useToken(request: 2, try Token(Self.secret))])
    #expect(model.update(.tokenRead(2, failure: nil)) == [.load(request: 3)])
  }

  @Test func readingAgainIsNoAnswerToTheEnvironment() throws {
    var model = try refused()
    model.press("k")
    #expect(model.perform(.readToken).isEmpty)
    #expect(model.status?.text.contains("caledit reads HIGHLEVEL_TOKEN only at its start") == true)
    #expect(model.request == nil)
  }

  /// Neither the screen nor anything that prints shows it, at any step.
  @Test func nothingShowsIt() throws {
    let part = "5ec4e7"
    func expectNothing(_ holder: Any, _ comment: Comment) {
      var dumped = ""
      dump(holder, to: &dumped)
      for text in [dumped, String(describing: holder), String(reflecting: holder)] {
        #expect(!text.contains(part), comment)
      }
    }
    var model = try refused()
    model.press("t")
    for character in Self.secret {
      #expect(model.update(.terminal(.key(.character(character)))).isEmpty)
      #expect(!model.screen.contains(part))
      expectNothing(model.dialogs, "the prompt")
    }
    #expect(model.screen.contains(String(repeating: "•", count: Self.secret.count)))
    let effects = model.press("Enter")
    expectNothing(effects, "the effect")
    expectNothing(Message.tokenRead(3, failure: nil), "the message")
    #expect(model.draft.map { "\($0)".contains(part) } != true)
    _ = model.update(.tokenRead(3, failure: nil))
    #expect(!model.screen.contains(part))
    model.request = nil
    model.dialogs.removeAll()
    model.press("F4")
    #expect(!model.screen.contains(part))
  }
}
