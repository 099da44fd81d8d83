import CalendarAPI
import Synchronization

/// A transport that gives prepared answers in order and keeps what was asked.
final class ScriptedTransport: Transport {
  typealias Answer = Result<HTTPResponse, TransportError>

  private let answers: Mutex<[Answer]>
  private let asked = Mutex<[HTTPRequest]>([])

  init(_ answers: [Answer]) { self.answers = Mutex(answers) }

  var requests: [HTTPRequest] { asked.withLock { $0 } }

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    asked.withLock { $0.append(request) }
    let answer = answers.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    guard let answer else { throw .other("no answer is left") }
    return try answer.get()
  }
}

extension Result where Success == HTTPResponse, Failure == TransportError {
  static func json(_ status: Int, _ body: String, headers: [HTTPField] = []) -> Self {
    .success(
      HTTPResponse(
        status: status, headers: [HTTPField("content-type", "application/json")] + headers,
        body: Array(body.utf8)))
  }

  static func html(_ status: Int, _ body: String) -> Self {
    .success(
      HTTPResponse(
        status: status, headers: [HTTPField("Content-Type", "text/html")], body: Array(body.utf8)))
  }
}

let secret = "pit-5b1c-SECRET+/=value"

func service(
  _ transport: any Transport, setting: RouteSetting = .auto,
  memory: any RouteMemory = InMemoryRouteMemory()
) throws -> CalendarService {
  CalendarService(
    token: try Token(secret), transport: transport, routeSetting: setting, routeMemory: memory)
}
