import JSON
import Testing
import TextUI

@testable import CalendarAPI
@testable import Editor

/// A banner says what to do, however long the answer is.
@Suite struct BannerTests {
  private func failed(_ body: String, status: Int = 200, rows: Int = 24) async throws -> TestApp {
    let transport = OneAnswer(status: status, body: body)
    let service = CalendarService(token: try Token("secret-secret"), transport: transport)
    var model = TestApp(
      source: Source(.service(calendarID: "x", origin: "example.com")),
      size: Size(rows: rows, columns: 80), today: today)
    _ = model.begin()
    do throws(ServiceError) {
      let loaded = try await service.loadCalendar(id: "x")
      _ = model.update(.loaded(1, .success(loaded)))
    } catch {
      _ = model.update(.loaded(1, .failure(error)))
    }
    return model
  }

  private struct OneAnswer: Transport {
    let status: Int
    let body: String
    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
      HTTPResponse(status: status, body: Array(body.utf8))
    }
  }

  private static let long = String(repeating: "lorem ipsum ", count: 400)

  /// Answers that are as long as they like, and words of the advice.
  static let answers: [(status: Int, body: String, advice: String)] = [
    (200, long, "Check the base URL"), (200, "{\"calendar\":{\"" + long, "Check the base"),
    (200, "[\"" + long + "\"]", "Check the base URL"),
    (200, "{\"message\":\"" + long + "\"}", "Check the base URL"),
    (200, "{\"" + long + "\":1}", "Check the base URL"),
    (200, "{\"calendar\":{\"id\":\"" + long + "\"}}", "check the base URL"),
    (400, "{\"message\":\"" + long + "\"}", "None of your values was sent."),
    (404, long, "Check the id"), (500, long, "Try again in a moment."),
    (403, "{\"message\":[\"" + long + "\",\"" + long + "\"]}", "Check that the token"),
  ]

  @Test(arguments: answers, [24, 14])
  func theAdviceIsInSight(
    _ answer: (status: Int, body: String, advice: String), _ rows: Int
  ) async throws {
    var model = try await failed(answer.body, status: answer.status, rows: rows)
    let flat = model.screen.split { $0.isWhitespace }.joined(separator: " ")
    #expect(flat.contains(answer.advice), "\(model.screen)")
    // The report has the advice before what came.
    model.press("F4")
    let report = model.screen
    let advice = try #require(
      report.firstRange(of: answer.advice.split(separator: " ")[0]), "\(report)")
    let came = report.ranges(of: "lorem ipsum lorem ipsum").last
    #expect(came == nil || advice.lowerBound < came!.lowerBound, "\(report)")
    model.press("End")
    #expect(model.screen.contains("lorem ipsum"), "all of it can be read")
  }

  /// A message that leaves room stands before what to do about it.
  @Test func aShortMessageComesFirst() async throws {
    let model = try await failed(#"{"message":"Calendar not found"}"#, status: 400)
    let screen = model.screen
    let message = try #require(screen.firstRange(of: "Calendar not found"))
    let advice = try #require(screen.firstRange(of: "Check the id"))
    #expect(message.lowerBound < advice.lowerBound)
    #expect(screen.contains("The service did not find it (400)"))
  }
}
