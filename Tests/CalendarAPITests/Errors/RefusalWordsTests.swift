import CalendarAPI
import CalendarModel
import JSON
import TestSupport
import Testing

/// What a refusal says under each status, each method and in each shape of body (section 8): its
/// kind, its sentence and the next step.
@Suite struct RefusalWordsTests {
  struct Refusal: Sendable, CustomTestStringConvertible {
    let message: String
    let statuses: [Int]
    let kind: ServiceError.Kind
    var testDescription: String { message }
  }

  static let refusals: [Refusal] = [
    .init(message: "Invalid JWT", statuses: [400, 401, 403], kind: .unauthorized),
    .init(
      message: "Invalid token: access token is invalid", statuses: [401, 403], kind: .unauthorized),
    .init(message: "Invalid Private Integration token", statuses: [401], kind: .unauthorized),
    .init(message: "jwt expired", statuses: [401, 403], kind: .unauthorized),
    .init(message: "invalid_token", statuses: [401, 403], kind: .unauthorized),
    .init(message: "Unauthorized", statuses: [401], kind: .unauthorized),
    .init(
      message: "The token is not authorized for this scope.", statuses: [401, 403],
      kind: .missingScope),
    .init(message: "insufficient_scope", statuses: [401, 403], kind: .missingScope),
    .init(message: "Insufficient permissions", statuses: [401, 403], kind: .missingScope),
    .init(message: "Missing required scopes", statuses: [401, 403], kind: .missingScope),
    .init(
      message: "The token does not have access to this location.", statuses: [400, 401, 403, 404],
      kind: .otherAccount),
    .init(
      message: "The calendar belongs to another sub-account", statuses: [401, 403],
      kind: .otherAccount),
    .init(
      message: "You have no permission for this locationId", statuses: [403], kind: .otherAccount),
    .init(
      message: "This authClass type is not allowed to access this scope.",
      statuses: [400, 401, 403], kind: .agencyToken),
    .init(message: "Token's user type mismatch!", statuses: [401, 403], kind: .agencyToken),
    .init(
      message: "An agency token is not allowed here", statuses: [401, 403], kind: .agencyToken),
    .init(
      message: "version header was not found.", statuses: [400, 401, 403, 404, 406],
      kind: .versionRefused),
    .init(message: "version header is invalid", statuses: [400, 401], kind: .versionRefused),
    .init(message: "Unsupported API version", statuses: [400, 404, 410], kind: .versionRefused),
    .init(message: "Version must be v3", statuses: [400, 401], kind: .versionRefused),
    .init(message: "The Version is not supported any more", statuses: [410], kind: .versionRefused),
    .init(
      message: "This route is not yet supported by the IAM Service. Please update the IAM config.",
      statuses: [401, 403], kind: .noSuchRoute),
    .init(message: "no Route matched with those values", statuses: [404], kind: .noSuchRoute),
    .init(message: "Calendar not found", statuses: [400, 404, 422], kind: .notFound),
    .init(message: "Calendar with id x was not found", statuses: [400, 404], kind: .notFound),
    .init(message: "The calendar doesn't exist", statuses: [400, 404], kind: .notFound),
    .init(message: "No such calendar", statuses: [400, 404, 422], kind: .notFound),
    .init(message: "Not Found", statuses: [404], kind: .notFound),
    .init(message: "Forbidden resource", statuses: [403], kind: .forbidden),
    // What an update names may be missing as well.
    .init(message: "Calendar group not found", statuses: [400], kind: .badRequest),
    .init(message: "User not found in this calendar", statuses: [400], kind: .badRequest),
    .init(message: "The calendar is busy.", statuses: [400], kind: .badRequest),
    .init(
      message: "Unexpected token in JSON at 1:1 is invalid", statuses: [400], kind: .badRequest),
    .init(
      message: "locationConfigurations must be an array", statuses: [400], kind: .badRequest),
    .init(message: "property version should not exist", statuses: [400], kind: .badRequest),
    .init(message: "property version should not exist", statuses: [422], kind: .invalid),
    .init(message: "version must be a number", statuses: [422], kind: .invalid),
    .init(message: "calendar.name must be found, not found", statuses: [422], kind: .invalid),
    .init(message: "Unprocessable Entity", statuses: [422], kind: .invalid),
  ]

  /// The shapes that a body with an error has.
  private static let shapes: [@Sendable (Int, JSONValue) -> JSONValue] = [
    { ["statusCode": .integer($0), "message": $1, "error": "Some Error"] },
    { ["status": .integer($0), "message": $1, "name": "HttpException", "traceId": "t-1"] },
    { ["statusCode": .integer($0), "message": [$1], "error": "Some Error"] },
    { ["statusCode": .integer($0), "message": [[$1]]] },
    { ["statusCode": .integer($0), "message": ["message": $1, "statusCode": .integer($0)]] },
    { ["message": ["message": [$1], "error": "Some Error"]] },
    { ["error": $1, "code": .integer($0)] }, { ["errors": [["message": $1]]] }, { $1 }, { [$1] },
  ]

  /// Other wordings of the same: only the letters count.
  private static let wordings: [@Sendable (String) -> String] = [
    { $0 }, { $0.uppercased() }, { $0.lowercased() }, { "Error: \($0) (x-1)" }, { $0 + "!!" },
    { $0.split(separator: " ").joined(separator: "  ") },
  ]

  private func error(_ answer: ScriptedTransport.Answer, isSave: Bool) async throws -> ServiceError
  {
    let service = try service(ScriptedTransport([answer, answer]), setting: .documented)
    let error = await failure { () async throws(ServiceError) in
      if isSave {
        _ = try await service.saveCalendar(id: "x", body: ["name": "n"])
      } else {
        _ = try await service.loadCalendar(id: "x")
      }
    }
    return try #require(error)
  }

  @Test(arguments: refusals, [false, true])
  func eachRefusalHasItsKind(_ refusal: Refusal, _ isSave: Bool) async throws {
    for status in refusal.statuses {
      for (number, shape) in Self.shapes.enumerated() {
        // A message about a place begins with it, as the validator writes it.
        let isPlaced = ServiceMessage(refusal.message).path != nil
        for wording in isPlaced ? Self.wordings.prefix(1) : Self.wordings[...] {
          let text = wording(refusal.message)
          let body = shape(status, .text(text)).printed()
          let error = try await error(.json(status, body), isSave: isSave)
          #expect(error.kind == refusal.kind, "\(status) in shape \(number): \(body)")
          #expect(error.messages.map(\.text) == [text])
          #expect(error.status == status)
          #expect(error.title.hasSuffix("(\(status))"))
          #expect(!error.mayHaveBeenSaved)
        }
      }
    }
  }

  /// Each kind of refusal has a sentence and a next step of its own.
  @Test(arguments: [false, true]) func eachKindHasItsWords(isSave: Bool) async throws {
    var titles: [String: ServiceError.Kind] = [:]
    for refusal in Self.refusals {
      let body = JSONValue(dictionaryLiteral: ("message", .text(refusal.message))).printed()
      let error = try await error(.json(refusal.statuses[0], body), isSave: isSave)
      let title = String(error.title.prefix { $0 != "(" })
      #expect([error.kind, nil].contains(titles[title]) || error.kind == .invalid, "\(title)")
      titles[title] = error.kind
      let advice = error.advice
      switch error.kind {
      case .missingScope:
        #expect(title.contains(isSave ? "calendars.write" : "calendars.readonly"))
        #expect(advice.contains("calendars.write to save, calendars.readonly to load"))
      case .versionRefused:
        #expect(advice.contains("The request used version 2021-04-15."))
        // The version that was refused is no way out.
        #expect(advice.contains("--api-version: v3."))
      case .agencyToken: #expect(advice.contains("agency") && advice.contains("sub-account"))
      case .otherAccount: #expect(advice.contains("a token of the sub-account"))
      case .unauthorized: #expect(advice.contains("wrong or has expired"))
      case .notFound: #expect(advice.hasPrefix("Check the id"))
      case .noSuchRoute: #expect(advice.contains("set the route") == isSave)
      default: break
      }
      #expect(advice.contains("Correct what") == (isSave && error.isAboutValues), "\(advice)")
      #expect(
        error.isTokenRefused
          == [.unauthorized, .missingScope, .otherAccount, .agencyToken].contains(error.kind))
    }
    #expect(titles.count == (isSave ? 10 : 9))
  }

  /// The lists to choose from have scopes of their own, and a version that nobody can choose.
  @Test func theScopeOfAListIsNamed() async throws {
    typealias List = @Sendable (CalendarService) async throws(ServiceError) -> [LookUpResult]
    let lists: [(String, List)] = [
      ("calendars.readonly", { s throws(ServiceError) in try await s.calendars(locationID: "l") }),
      (
        "calendars/groups.readonly",
        { s throws(ServiceError) in try await s.groups(locationID: "l") }
      ),
      ("users.readonly", { s throws(ServiceError) in try await s.users(locationID: "l") }),
      ("forms.readonly", { s throws(ServiceError) in try await s.forms(locationID: "l") }),
    ]
    #expect(Set(LookUp.allCases.map(\.scope)).isSubset(of: lists.map(\.0)))
    for (scope, list) in lists {
      let service = try service(
        ScriptedTransport([
          .json(401, #"{"message":"The token is not authorized for this scope."}"#),
          .json(401, #"{"message":"version header is invalid"}"#),
        ]))
      let missing = await failure { () async throws(ServiceError) in try await list(service) }
      #expect(missing?.title == "The token lacks the scope \(scope) (401)")
      let version = await failure { () async throws(ServiceError) in try await list(service) }
      #expect(version?.kind == .versionRefused)
      #expect(version?.advice.contains("--api-version") == scope.hasPrefix("calendars"))
    }
  }

  // MARK: What says nothing of the save

  /// A proxy in front says nothing of what the service did.
  @Test(arguments: 500...599) func failuresLeaveASaveOpen(_ status: Int) async throws {
    let isProxy = [502, 504].contains(status) || (520...524).contains(status)
    for answer in [
      ScriptedTransport.Answer.json(status, #"{"message":"Calendar not found"}"#),
      .json(status, ""), .html(status, "<html><title>Invalid JWT</title>"),
    ] {
      let save = try await error(answer, isSave: true)
      #expect(save.kind == .server(status: status))
      #expect(save.mayHaveBeenSaved)
      #expect(save.advice.contains("It is not known whether it was saved"))
      #expect(save.advice.contains("A proxy in front of the service says this.") == isProxy)
      let load = try await error(answer, isSave: false)
      #expect(!load.mayHaveBeenSaved)
      #expect(!load.advice.contains("saved"))
    }
  }

  /// What did not wait for the service says nothing of it either, other than a refusal.
  @Test(arguments: [402, 408, 409, 412, 413, 418, 423, 425, 428, 431, 451, 460, 499])
  func impatienceLeavesASaveOpen(_ status: Int) async throws {
    let isOpen = [408, 425, 460, 499].contains(status)
    for answer in [ScriptedTransport.Answer.json(status, ""), .html(status, "<p>Timed out</p>")] {
      let save = try await error(answer, isSave: true)
      #expect(save.mayHaveBeenSaved == isOpen)
      #expect(save.advice.contains("It is not known whether it was saved") == isOpen)
      #expect(!(try await error(answer, isSave: false)).mayHaveBeenSaved)
    }
  }
}

extension ServiceError {
  fileprivate var isAboutValues: Bool {
    [.badRequest, .invalid].contains(kind) && !messages.isEmpty
  }
}
