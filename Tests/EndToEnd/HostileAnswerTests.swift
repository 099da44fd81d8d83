import HostileText
import JSON
import Sandbox
import TerminalTesting
import Testing

/// Answers in which every text is hostile, through the real terminal: nothing of it is obeyed.
@Suite(.waits, .timeLimit(.minutes(240))) struct HostileAnswerTests {
  static let groups = HostileText.groups(of: 12)

  private func expectHarmless(_ program: Program) {
    let traffic = TerminalTraffic(program.session.rawOutput)
    #expect(traffic.strangers == [])
    #expect(traffic.text.allSatisfy(HarmlessText.isHarmless))
  }

  private func wrapped(_ calendar: JSONValue) -> String {
    "{\"calendar\":" + calendar.printed() + "}"
  }

  /// Bodies of every shape around a text.
  private static func bodies(_ text: String) -> [String] {
    let json = JSONValue.text(text)
    let named = JSONValue.object(JSONObject([.init(key: text, value: json)]))
    let values: [JSONValue] = [
      ["message": json, "error": json, "statusCode": json],
      ["message": [json, .text("slotDuration must " + text), .text("name " + text)]],
      ["error": ["message": json, "inner": named], "errors": [named, json]], named, [json], json,
    ]
    return values.map { $0.printed() } + [
      text, "<html>" + text, "{\"message\":\"\\ud800\\udfff\"}",
    ]
  }

  @Test(arguments: [400, 401, 403, 404, 422, 500]) func bodies(status: Int) throws {
    let program = try Program.opened(columns: 100)
    try program.changeDuration()
    let text = Self.groups[status % Self.groups.count]
    for body in Self.bodies(text) {
      program.sandbox?.inject(
        .answer(status: status, body: body, headers: ["Content-Type": "x/\(status)"]))
      let requests = program.sandbox?.requests.count ?? 0
      program.session.press(.function(5))
      // With changes it asks first.
      try program.session.wait("a question or a request", seconds: Program.patience) {
        (program.sandbox?.requests.count ?? 0) > requests
          || program.session.text.contains("discard the changes")
      }
      if program.session.text.contains("discard the changes") { program.session.type("l") }
      try program.session.wait("an answer", seconds: Program.patience) {
        (program.sandbox?.requests.count ?? 0) > requests
          && program.session.text.contains("\(status)")
      }
      program.session.press(.function(4))
      _ = try program.strokes("PgDn Esc Esc Esc")
      program.session.settle(milliseconds: 60)
    }
    expectHarmless(program)
  }

  /// Heads and bodies that are no text: bytes of C1, halves of UTF-8, hostile headers and reasons.
  @Test func bytes() throws {
    let program = try Program.opened(columns: 100)
    let raw: [UInt8] =
      [0x9B, 0x32, 0x4A, 0x9D, 0x30, 0x3B, 0x54, 0x9C, 0x90, 0xFF, 0xC2, 0xE2, 0x80, 0x1B, 0x5B]
      + Array(0x80...0xFF) + Array("\u{1B}]0;T\u{7}\u{202E}".utf8)
    func answer(_ head: String, _ headers: [UInt8] = [], body: [UInt8]) -> SandboxFault {
      let length = Array("\r\nContent-Length: \(body.count)\r\n".utf8)
      return .stream(
        SandboxStream(Array("HTTP/1.1 \(head)".utf8) + length + headers + [13, 10] + body))
    }
    let fields = ["Location", "Retry-After", "X-RateLimit-Max", "Content-Type", "Server"]
    var faults = [
      answer("400 Bad", body: raw), answer("200 OK", body: raw), answer("422 No", body: raw),
      answer("400 \u{1B}]0;T\u{7}\u{9B}2J", body: []), .stream(SandboxStream(raw)),
      answer("302 Found", Array("Location: http://x/\u{202E}\u{1B}[2J\r\n".utf8), body: []),
      answer("307 Found", Array("Location: /".utf8) + raw + [13, 10], body: []),
      answer("302 Found", Array("Location: //x.example/\u{202E}\u{9B}2J\r\n".utf8), body: []),
      answer("429 Many", Array("Retry-After: \u{9B}2J\u{202E}\r\n".utf8), body: Array("{}".utf8)),
    ]
    faults += fields.map { answer("500 No", Array("\($0): ".utf8) + raw + [13, 10], body: raw) }
    for fault in faults {
      program.sandbox?.inject(fault)
      let requests = program.gets.count
      program.session.press(.function(5))
      try program.session.wait("a request", seconds: Program.patience) {
        program.gets.count > requests
      }
      // A call is drawn when it has lasted a while.
      program.session.settle(milliseconds: 300)
      try program.wait(forNo: "Esc cancels")
      program.session.press(.function(4))
      _ = try program.strokes("PgDn Esc Esc Esc")
      program.session.settle(milliseconds: 60)
    }
    expectHarmless(program)
  }

  /// The names of users, groups and forms, and the slots that are offered.
  @Test(arguments: groups) func lookUps(text: String) throws {
    let json = JSONValue.text(text)
    let entry: JSONValue = [
      "id": json, "_id": json, "name": json, "firstName": json, "lastName": json, "email": json,
      "slug": json,
    ]
    let second: JSONValue = ["id": "u1", "name": json, "email": json]
    let lists: JSONValue = [
      "users": [entry, second], "groups": [entry, second], "forms": [entry, second], "total": json,
    ]
    let program = try Program.started(columns: 100) { sandbox in
      guard let calendar = sandbox.calendar(Program.calendarID) else { return }
      sandbox.inject(.answer(status: 200, body: wrapped(calendar)), call: .load)
      for call in [.users, .groups, .forms] as [SandboxCall.Kind] {
        sandbox.inject(.answer(status: 200, body: lists.printed()), call: call)
      }
    }
    try program.waitUntilLoaded()
    for key in ["groupId", "formId", "teamMembers"] {
      try program.goTo(key)
      program.session.press(.enter)
      _ = try program.strokes("Down \"A\" Down Esc Esc")
      program.session.settle(milliseconds: 40)
    }
    try program.goTo("teamMembers")
    _ = try program.strokes("Ctrl-N Down Esc Esc")
    let slots = JSONObject([
      .init(key: text, value: ["slots": [json]]),
      .init(key: "2026-11-23", value: ["slots": [json, "2026-11-23T09:00:00+01:00"]]),
      .init(key: "traceId", value: json),
    ])
    program.sandbox?.inject(.answer(status: 200, body: JSONValue.object(slots).printed()))
    program.session.press(.function(6))
    program.session.settle()
    _ = try program.strokes("Down Down Enter Esc Esc")
    expectHarmless(program)
  }

  /// A service that keeps something else than it was sent, and somebody who changed the same.
  @Test(arguments: groups) func reportsAndConflicts(text: String) throws {
    let program = try Program.opened(columns: 100, checks: true)
    let sandbox = try #require(program.sandbox)
    try program.goTo("eventTitle")
    program.session.type("x")
    try program.wait(forChanges: 1)
    var theirs = try #require(sandbox.calendar(Program.calendarID))
    for path in ["eventTitle", "name", "description", "slug"] as [JSONPath] {
      _ = theirs.update(at: path) { $0 = .text(text) }
    }
    sandbox.replaceCalendar(Program.calendarID, with: theirs)
    try program.save()
    try program.wait(for: "theirs")
    program.session.type("m")
    program.session.settle(milliseconds: 60)
    var kept = theirs
    _ = kept.update(at: "eventTitle") { $0 = .text("kept" + text) }
    sandbox.inject(.answer(status: 200, body: wrapped(kept)))
    program.session.control("s")
    try program.wait(for: "kept")
    _ = try program.strokes("PgDn Esc")
    expectHarmless(program)
  }
}
