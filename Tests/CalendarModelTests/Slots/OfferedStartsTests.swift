import CalendarModel
import JSON
import TestSupport
import Testing

/// The service's answer on free slots, in every shape that it comes in.
@Suite struct OfferedStartsTests {
  private typealias Days = [(date: String, times: [String])]

  /// Ways to write the same start times.
  private static let shapes: [@Sendable ([(date: String, times: [String])]) -> JSONValue] = [
    { object($0) { ["slots": texts($0)] } },
    { ["_dates_": object($0) { ["slots": texts($0)] }, "traceId": "t"] },
    { ["slots": object($0) { .array($0.map { ["slot": .text($0)] }) }] },
    { ["slots": object($0) { ["slots": texts($0)] }] },
    { object($0) { texts($0) } },
    { ["traceId": "t", "data": ["_dates_": object($0) { ["slots": texts($0)] }]] },
    { .array($0.flatMap { $0.times.map { ["startTime": .text($0), "endTime": "later"] } }) },
    { ["slots": .array($0.map { ["date": .text($0.date), "slots": texts($0.times)] })] },
    {
      ["dates": object($0) { ["slots": .array($0.map { ["time": .text($0)] })] }, "traceId": "t"]
    },
  ]

  private static func texts(_ times: [String]) -> JSONValue { .array(times.map(JSONValue.text)) }

  private static func object(
    _ days: [(date: String, times: [String])], _ day: ([String]) -> JSONValue
  ) -> JSONValue {
    .object(JSONObject(days.map { .init(key: $0.date, value: day($0.times)) }))
  }

  /// Days of a month with some times each, the same for the same seed.
  private func days(_ seed: Int) -> (written: Days, starts: [CalendarDate: [Int]]) {
    var random = SeededGenerator(seed: UInt64(seed))
    func next(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }
    var written: Days = []
    var starts: [CalendarDate: [Int]] = [:]
    for day in 0..<next(6) {
      let date = Calendars.date(2028, 2, 26).adding(days: day)
      let minutes = Set((0..<next(5)).map { _ in next(1440) })
      let forms = [":00-05:00", ":00.000+05:30", "Z", ":00Z", ":30+0100", ""]
      let times = minutes.map { "\(date)T\(HourRange.clock($0))\(forms[next(forms.count)])" }
      written.append((date.description, times))
      if !minutes.isEmpty { starts[date] = minutes.sorted() }
    }
    return (written, starts)
  }

  @Test(arguments: shapes.indices) func everyShapeSaysTheSame(_ shape: Int) throws {
    for seed in 0..<200 {
      let (written, starts) = days(seed)
      let answer = Self.shapes[shape](written)
      let read = try OfferedStarts(answer: answer)
      #expect(read.starts == starts, "\(answer.printed())")
      #expect(read.unreadable == 0, "\(answer.printed())")
    }
  }

  /// Wherever something else stands in the place of a list or an object, the answer says nothing.
  @Test(arguments: shapes.indices) func aShapeThatIsBrokenOffersNotNothing(_ shape: Int) throws {
    let others: [JSONValue] = [.null, 3, "soon", true, ["message": "later"]]
    let written: Days = [("2028-02-28", ["2028-02-28T09:00Z"])]
    let answer = Self.shapes[shape](written)
    var broken = 0
    for path in Self.paths(of: answer) where answer[path]?.text == nil {
      for other in others {
        var answer = answer
        _ = answer.update(at: path) { $0 = other }
        broken += 1
        #expect(throws: OfferedStarts.Unreadable.self, "\(answer.printed())") {
          try OfferedStarts(answer: answer)
        }
      }
    }
    #expect(broken >= 10)
  }

  private static func paths(of value: JSONValue, at path: JSONPath = .root) -> [JSONPath] {
    var paths = [path]
    for member in value.object?.members ?? [] {
      paths += Self.paths(of: member.value, at: path.appending(member.key))
    }
    for (index, element) in (value.array ?? []).enumerated() {
      paths += Self.paths(of: element, at: path.appending(index))
    }
    return paths
  }

  @Test(arguments: ["{}", "[]", #"{"traceId":"t"}"#, #"{"_dates_":{}}"#, #"{"slots":[]}"#])
  func anAnswerWithoutTimesOffersNothing(_ text: String) throws {
    let read = try OfferedStarts(answer: Calendars.parse(text))
    #expect(read.starts.isEmpty)
    #expect(read.unreadable == 0)
  }

  @Test func theReasonIsSaid() {
    let reasons: [(String, String)] = [
      ("3", "it is a number and names no dates"), (#"{"statusCode":200}"#, "it names no dates"),
      (
        #"{"2028-02-28":{"slots":[]},"2028-02-29":{"times":[]}}"#,
        "it lists no times for 2028-02-29"
      ),
      (#"{"2028-02-28":{"slots":["soon"]}}"#, "none of its start times can be read"),
      (#"{"2028-02-30":{"slots":["2028-02-28T09:00Z"]}}"#, "it names no dates"),
    ]
    for (text, reason) in reasons {
      let error = #expect(throws: OfferedStarts.Unreadable.self) {
        try OfferedStarts(answer: Calendars.parse(text))
      }
      #expect(error?.reason == reason)
    }
  }

  @Test func timesThatCannotBeReadAreCounted() throws {
    let answer = Calendars.parse(
      """
      {"2027-01-04": {"slots": ["2027-01-04T09:00:00-05:00", "2027-01-04T08:30:00-05:00",
          "2027-01-04T08:30:00-05:00", "soon", 7, "2027-01-04T24:00:00Z", "2027-02-30T08:00:00Z",
          "2027-01-04T08:00:00 o'clock"]},
       "2027-01-05": {"slots": []}, "2027-13-01": {"slots": ["x"]},
       "2027-01-07": {"slots": ["2027-01-07T09:15Z", "2027-01-07T23:45:00.000+05:30"]},
       "traceId": "abc"}
      """)
    let read = try OfferedStarts(answer: answer)
    #expect(
      read.starts == [
        Calendars.date(2027, 1, 4): [510, 540], Calendars.date(2027, 1, 7): [555, 1425],
      ])
    #expect(read.offsets == ["-05:00", "Z", "+05:30"])
    #expect(read.unreadable == 5)
  }
}
