import CalendarAPI
import JSON
import TestSupport
import Testing

/// Which answers are the calendar that was asked for.
@Suite struct CalendarAnswerTests {
  /// Bodies that hold no calendar, and what the refusal says that they look like.
  static let noCalendars: [(body: String, says: String)] = [
    (#"{"calendar":{}}"#, "its \"calendar\" has no key of a calendar"),
    (#"{"calendar":{"foo":1}}"#, "its \"calendar\" has no key of a calendar"),
    (#"{"calendar":{"traceId":"x","success":true}}"#, "its \"calendar\" has no key of a calendar"),
    (#"{"calendar":{},"slotDuration":30}"#, "its \"calendar\" has no key of a calendar"),
    (#"{"calendar":[]}"#, "it has no \"calendar\" that is an object"),
    (#"{"calendar":null,"id":"x"}"#, "it has no \"calendar\" that is an object"),
    (#"{"id":"x","slotDuration":30}"#, "it has no \"calendar\" that is an object"),
    (#"{"calendars":[{"id":"x","slotDuration":30}]}"#, "it looks like a list of calendars"),
    (#"{"users":[]}"#, "it looks like a list of users"),
    (#"{"schedule":{"id":"s"}}"#, "it looks like a schedule"),
    (#"{"statusCode":404,"message":"Calendar not found"}"#, "an error of the service: Calendar"),
    ("{}", "it looks like an empty object"),
    ("[]", "it is a list, not an object"),
    ("7", "it is a number, not an object"),
  ]

  @Test(arguments: noCalendars)
  func whatIsNoCalendarIsRefused(_ body: String, _ says: String) async throws {
    let loading = try service(ScriptedTransport([.json(200, body)]))
    let error = await failure { () async throws(ServiceError) in
      try await loading.loadCalendar(id: "x")
    }
    guard case .unreadable(let why)? = error?.kind else {
      Issue.record("\(body): \(String(describing: error))")
      return
    }
    #expect(why.contains(says), "\(body): \(why)")
    #expect(error?.raw == body)
    // A save was accepted by its status, whatever the body is.
    let saved = try await service(ScriptedTransport([.json(200, body)]))
      .saveCalendar(id: "x", body: ["name": "n"])
    #expect(saved.calendar == nil)
    #expect(saved.whyMissing?.contains(says) == true, "\(body): \(saved.whyMissing ?? "")")
  }

  /// Calendars that may be the one that was asked for, which is "x".
  @Test(arguments: [
    #"{"calendar":{"id":"x"}}"#, #"{"calendar":{"name":"n"}}"#,
    #"{"calendar":{"id":null,"slotDuration":30}}"#, #"{"calendar":{"id":"","name":"n"}}"#,
    #"{"calendar":{"_id":"x","name":"n"}}"#, #"{"calendar":{"id":"x","_id":"y","name":"n"}}"#,
    #"{"traceId":"t","calendar":{"id":"x","openHours":[]}}"#,
  ])
  func aCalendarIsTaken(_ body: String) async throws {
    let calendar = try JSONDocument(parsing: body).value[key: "calendar"]
    let loaded = try await service(ScriptedTransport([.json(200, body)])).loadCalendar(id: "x")
    #expect(loaded.calendar == calendar)
    let saved = try await service(ScriptedTransport([.json(200, body)]))
      .saveCalendar(id: "x", body: [:])
    #expect(saved.calendar == calendar)
    #expect(saved.whyMissing == nil)
  }

  @Test(arguments: [
    (#"{"calendar":{"id":"y","slotDuration":30}}"#, "y"),
    (#"{"calendar":{"id":"X","slotDuration":30}}"#, "X"),
    (#"{"calendar":{"id":" x","slotDuration":30}}"#, " x"),
    (#"{"calendar":{"_id":"y","slotDuration":30}}"#, "y"),
    (#"{"calendar":{"id":7,"slotDuration":30}}"#, "7"),
  ])
  func anotherCalendarIsRefused(_ body: String, _ id: String) async throws {
    let loading = try service(ScriptedTransport([.json(200, body)]))
    let error = await failure { () async throws(ServiceError) in
      try await loading.loadCalendar(id: "x")
    }
    #expect(error?.kind == .otherCalendar(asked: "x", got: id))
    #expect(error?.title == "The service sent another calendar: \(id) instead of x")
    #expect(error?.advice.isEmpty == false)
    #expect(error?.mayHaveBeenSaved == false)
    let saved = try await service(ScriptedTransport([.json(200, body)]))
      .saveCalendar(id: "x", body: [:])
    #expect(saved.calendar == nil)
    #expect(saved.whyMissing == "it is not this calendar but \(id)")
  }

  /// What an answer says may be long, and may repeat the token: its beginning, without it, is told.
  @Test func whatTheAnswerSaysIsShortAndHoldsNoToken() async throws {
    let long = String(repeating: "x", count: 155) + secret + String(repeating: "y", count: 9999)
    let bodies = [
      #"{"message":"\#(long)"}"#, #"{"\#(long)":1}"#,
      #"{"calendar":{"id":"\#(long)","name":"n"}}"#,
    ]
    for body in bodies {
      let loading = try service(ScriptedTransport([.json(200, body)]))
      let error = await failure { () async throws(ServiceError) in
        try await loading.loadCalendar(id: "x")
      }
      let title = try #require(error?.title)
      let saved = try await service(ScriptedTransport([.json(200, body)]))
        .saveCalendar(id: "x", body: [:])
      for text in [title, saved.whyMissing ?? ""] {
        #expect(text.count < 260, "\(text)")
        #expect(!text.contains(secret.prefix(4)), "\(text)")
        #expect(text.contains("xxx"), "\(text)")
      }
    }
  }
}
