import CalendarAPI
import CalendarModel
import JSON
import TestSupport
import Testing

@Suite struct LookupTests {
  static let base = "https://services.leadconnectorhq.com"

  @Test func listsAreRead() async throws {
    let transport = ScriptedTransport([
      .json(200, #"{"calendars":[{"id":"c","name":"C","calendarType":"event","isActive":false}]}"#),
      .json(200, #"{"groups":[{"id":"g","name":"G","slug":"s","isActive":true},{"name":"none"}]}"#),
      .json(
        200,
        #"{"users":[{"id":"u","name":"","firstName":"A","lastName":"B","email":"a@b"},{"id":"v"}]}"#
      ),
    ])
    let service = try service(transport)
    #expect(
      try await service.calendars(locationID: "l&c") == [
        LookUpResult(id: "c", name: "C", detail: "event", isActive: false)
      ])
    #expect(
      try await service.groups(locationID: "l&c") == [
        LookUpResult(id: "g", name: "G", detail: "s", isActive: true)
      ])
    #expect(
      try await service.users(locationID: "l&c") == [
        LookUpResult(id: "u", name: "A B", detail: "a@b"), LookUpResult(id: "v", name: "v"),
      ])
    #expect(
      transport.requests.map(\.url) == [
        "\(Self.base)/calendars/?locationId=l%26c",
        "\(Self.base)/calendars/groups?locationId=l%26c",
        "\(Self.base)/users/?locationId=l%26c",
      ])
    #expect(
      transport.requests.map { $0.header("Version") } == ["2021-04-15", "2021-04-15", "2021-07-28"])
  }

  private func page(_ range: Range<Int>, total: Int?) -> ScriptedTransport.Answer {
    let forms = range.map { #"{"\#($0 % 2 == 0 ? "_id" : "id")":"f\#($0)","name":"F"}"# }
    let total = total.map { #","total":\#($0)"# } ?? ""
    return .json(200, #"{"forms":[\#(forms.joined(separator: ","))]\#(total)}"#)
  }

  @Test func formsComeInPages() async throws {
    let transport = ScriptedTransport([
      page(0..<50, total: 101), page(50..<100, total: 101), page(100..<101, total: 101),
    ])
    let forms = try await service(transport).forms(locationID: "l")
    #expect(forms.map(\.id) == (0..<101).map { "f\($0)" })
    #expect(
      transport.requests.map(\.url)
        == [0, 50, 100].map {
          "\(Self.base)/forms/?locationId=l&skip=\($0)&limit=50"
        })
    #expect(transport.requests.allSatisfy { $0.header("Version") == "2021-07-28" })
  }

  @Test func pagingEnds() async throws {
    let ends: [([ScriptedTransport.Answer], requests: Int, forms: Int)] = [
      ([page(0..<50, total: 50)], 1, 50),
      ([page(0..<3, total: nil)], 1, 3),
      ([page(0..<50, total: nil), page(0..<0, total: nil)], 2, 50),
      // A server that ignores `skip`.
      ([page(0..<50, total: 500), page(0..<50, total: 500)], 2, 50),
      // A server that sends all at once.
      ([page(0..<120, total: nil), page(0..<120, total: nil)], 2, 120),
    ]
    for end in ends {
      let transport = ScriptedTransport(end.0)
      let forms = try await service(transport).forms(locationID: "l")
      #expect(forms.count == end.forms)
      #expect(transport.requests.count == end.requests)
    }
  }

  @Test func freeSlotsAreRead() async throws {
    let transport = ScriptedTransport([
      .json(
        200,
        #"{"2024-10-29":{"slots":["2024-10-29T09:00:00-04:00"]},"traceId":"t","#
          + #""2024-10-28":{"slots":["2024-10-28T10:30:00-04:00",1,"2024-10-28T10:00:00-04:00"]}}"#)
    ])
    let slots = try await service(transport).freeSlots(
      calendarID: "x", from: 1, to: 2, timezone: "America/New_York")
    let monday = try #require(CalendarDate("2024-10-28"))
    #expect(slots.starts == [monday: [600, 630], monday.adding(days: 1): [540]])
    #expect(slots.unreadable == 1)
    #expect(
      transport.requests.map(\.url) == [
        "\(Self.base)/calendars/x/free-slots?startDate=1&endDate=2&timezone=America%2FNew_York"
      ])
  }

  @Test(arguments: ["[1]", #"{"message":"later"}"#, #"{"2024-10-28":{}}"#, "3", "no", ""])
  func freeSlotsInAnUnknownShapeAreUnreadable(_ body: String) async throws {
    let service = try service(ScriptedTransport([.json(200, body)]))
    let error = await failure { () async throws(ServiceError) in
      try await service.freeSlots(calendarID: "x", from: 1, to: 2)
    }
    #expect(error?.title.hasPrefix("The answer cannot be read: ") == true, "\(error as Any)")
    #expect(error?.raw == body)
  }

  @Test(arguments: ["{}", "[]", #"{"users":{}}"#, "no"])
  func aListThatIsMissingIsUnreadable(_ body: String) async throws {
    let service = try service(ScriptedTransport([.json(200, body)]))
    let error = await failure { () async throws(ServiceError) in
      try await service.users(locationID: "l")
    }
    guard case .unreadable? = error?.kind else {
      Issue.record("\(String(describing: error))")
      return
    }
  }
}
