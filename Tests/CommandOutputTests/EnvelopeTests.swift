import CommandOutput
import JSON
import Testing

/// The one shape that programs read, pinned to the letter.
@Suite struct EnvelopeTests {
  private let good = Envelope(version: "9.9", command: "list", status: 0)

  @Test func ofSuccess() {
    #expect(
      good.json(["calendars": []]).printed()
        == #"{"schemaVersion":1,"program":"caledit","version":"9.9","command":"list","ok":true,"#
        + #""status":0,"data":{"calendars":[]},"problems":[]}"#)
  }

  @Test func ofFailure() {
    let envelope = Envelope(
      version: "9.9", command: "show", status: 69,
      problems: [
        .init(.error, "a\u{1B}b", details: ["do this"], status: 69), .init(.note, "by the way"),
      ])
    #expect(
      envelope.json(.null).printed()
        == #"{"schemaVersion":1,"program":"caledit","version":"9.9","command":"show","ok":false,"#
        + #""status":69,"data":null,"problems":[{"severity":"error","message":"a\u001bb","#
        + #""details":["do this"],"status":69},{"severity":"note","message":"by the way"}]}"#)
  }

  @Test func asLines() {
    #expect(
      Envelope.record("calendar", ["id": "a", "kind": "other"]).printed()
        == #"{"kind":"calendar","id":"a"}"#)
    #expect(Envelope.record("value", 3).printed() == #"{"kind":"value","value":3}"#)
    #expect(
      good.summary(records: 2).printed()
        == #"{"kind":"summary","schemaVersion":1,"program":"caledit","version":"9.9","#
        + #""command":"list","ok":true,"status":0,"records":2,"problems":[]}"#)
  }
}
