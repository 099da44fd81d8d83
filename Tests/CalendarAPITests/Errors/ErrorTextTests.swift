import CalendarAPI
import JSON
import TestSupport
import Testing

/// Bodies of errors in every shape that the service has (section 8), and what reaches the fields.
@Suite struct ErrorTextTests {
  private func messages(_ body: JSONValue, status: Int = 422) async throws -> [ServiceMessage] {
    let service = try service(ScriptedTransport([.json(status, body.printed())]))
    let error = await failure { () async throws(ServiceError) in
      try await service.saveCalendar(id: "x", body: [:])
    }
    return try #require(error).messages
  }

  // MARK: Nested messages

  /// Ways to pass an error on, from the inside out.
  private static let wraps: [@Sendable (JSONValue) -> JSONValue] = [
    { ["statusCode": 422, "message": $0, "error": "Unprocessable Entity"] },
    { ["status": 422, "message": $0, "name": "HttpException", "traceId": "t-1"] },
    { ["message": $0] }, { ["error": $0] }, { ["errors": $0] }, { ["messages": $0] },
    { ["message": [$0]] }, { ["message": [.null, $0, ""]] },
    { ["message": "", "error": $0] }, { ["message": [], "errors": [$0]] },
    { ["message": .null, "msg": $0] }, { ["message": [:], "error_description": $0] },
  ]

  @Test(arguments: wraps.indices, wraps.indices)
  func messagesAreFoundHoweverDeepTheyStand(_ outer: Int, _ inner: Int) async throws {
    let texts = ["slotDuration must be a number", "openHours.1.hours.0.openHour must not be less"]
    let cores: [JSONValue] = [
      .array(texts.map(JSONValue.text)), .array(texts.map { ["message": .text($0)] }),
      .array(texts.map { .array([.text($0)]) }),
    ]
    for core in cores {
      for middle in Self.wraps {
        let body = Self.wraps[outer](middle(Self.wraps[inner](core)))
        let found = try await messages(body)
        #expect(found.map(\.text) == texts, "\(body.printed())")
        #expect(
          found.map { $0.path?.description } == ["slotDuration", "openHours[1].hours[0].openHour"])
      }
    }
  }

  @Test func aSummaryDoesNotHideTheListBehindIt() async throws {
    let found = try await messages([
      "message": "Validation failed",
      "errors": [
        "name must be a string", "Validation failed", ["field": "slug", "message": "taken"],
      ],
    ])
    #expect(found.map(\.text) == ["Validation failed", "name must be a string", "taken"])
    #expect(found.map(\.path) == [nil, "name", "slug"])
  }

  @Test func whatHasNoTextIsShownAsItIs() async throws {
    let found = try await messages(["message": ["code": 7, "at": ["x"]], "error": "E"])
    #expect(found.map(\.text) == [#"{"code":7,"at":["x"]}"#])
    #expect(try await messages(["statusCode": 422, "data": "x"]).isEmpty)
  }

  @Test func aRouteThatIsMissingIsSeenThroughNestedMessages() async throws {
    let transport = ScriptedTransport([
      .json(404, #"{"message":{"message":["Cannot PUT /calendars/x/free-slots"]}}"#),
      .json(200, #"{"calendar":{"id":"x"}}"#),
    ])
    let saved = try await service(transport).saveCalendar(id: "x", body: [:])
    #expect(saved.route == .resource)
  }

  // MARK: Errors of the validator

  /// A place in a body and what is wrong there.
  private struct Wrong {
    var path: [String]
    var constraints: [String]
  }

  /// The validator's objects for some errors: a tree of properties with constraints at its ends.
  private func objects(_ wrong: [Wrong]) -> JSONValue {
    var order: [String] = []
    for error in wrong where !order.contains(error.path[0]) { order.append(error.path[0]) }
    return .array(
      order.map { name in
        let here = wrong.filter { $0.path[0] == name }
        let own = here.filter { $0.path.count == 1 }.flatMap(\.constraints)
        let below = here.filter { $0.path.count > 1 }
          .map { Wrong(path: Array($0.path.dropFirst()), constraints: $0.constraints) }
        var object: JSONObject = JSONObject([
          .init(key: "target", value: ["message": "not this"]), .init(key: "value", value: 7),
          .init(key: "property", value: .text(name)),
          .init(key: "children", value: below.isEmpty ? [] : objects(below)),
        ])
        if !own.isEmpty {
          object["constraints"] = .object(
            JSONObject(own.enumerated().map { .init(key: "rule\($0)", value: .text($1)) }))
        }
        return .object(object)
      })
  }

  private static let places: [[String]] = [
    ["name"], ["slotDuration"], ["recurring", "count"], ["teamMembers", "0", "priority"],
    ["teamMembers", "1", "locationConfigurations", "0", "kind"],
    ["openHours", "2", "hours", "10", "openHour"], ["availabilities", "3"],
  ]

  @Test(arguments: 1..<(1 << places.count)) func errorsOfTheValidatorReachTheirFields(
    _ subset: Int
  ) async throws {
    let chosen = Self.places.enumerated().filter { subset >> $0.offset & 1 == 1 }.map(\.element)
    let wrong = chosen.map { path in
      Wrong(path: path, constraints: ["\(path.last ?? "") must be right", "This is no value"])
    }
    let body: JSONValue = ["statusCode": 422, "message": objects(wrong)]
    let found = try await messages(Self.wraps[subset % Self.wraps.count](body))
    let expected = wrong.sorted { Self.order($0, wrong) < Self.order($1, wrong) }.flatMap { error in
      error.constraints.map { (error.path.dropLast().map { $0 + "." }.joined() + $0, error.path) }
    }
    #expect(found.map(\.text) == expected.map(\.0))
    #expect(
      found.map { $0.path } == expected.map { JSONPath($0.1.joined(separator: ".")) },
      "\(body.printed())")
  }

  /// Where an error comes: those of a property stand together, in the order of the first.
  private static func order(_ error: Wrong, _ all: [Wrong]) -> Int {
    (all.firstIndex { $0.path[0] == error.path[0] } ?? 0) * 100
      + (all.firstIndex { $0.path == error.path } ?? 0)
  }

  @Test func oddErrorsOfTheValidatorAreNotLost() async throws {
    let found = try await messages([
      "message": [
        [
          "property": "foo",
          "constraints": ["whitelistValidation": "property foo should not exist"],
        ],
        ["property": "slug", "children": []],
        ["property": "notes", "constraints": "notes must be a string"],
        [
          "property": "recurring",
          "children": [
            [
              "property": "count",
              "constraints": ["max": "recurring.count must not be greater than 24"],
            ]
          ],
        ],
      ]
    ])
    #expect(found.map(\.path) == ["foo", "slug", "notes", "recurring.count"])
    #expect(found.map(\.isUnknownProperty) == [true, false, false, false])
    #expect(found.last?.text == "recurring.count must not be greater than 24")
  }
}
