import CalendarAPI
import CalendarTransport
import Sandbox

/// The service that the editor talks to; made when it is first needed.
actor Connection {
  /// What is needed to reach it.
  enum Target: Sendable {
    case service(BaseURL, Token, TransportConfiguration)
    /// The sandbox, started inside the process on a free port.
    case demo
  }

  private let target: Target
  private let route: RouteSetting
  private var service: CalendarService?

  init(_ target: Target, route: RouteSetting) {
    self.target = target
    self.route = route
  }

  /// The service, connected; starts the sandbox of the demo.
  func connected() async throws(ServiceError) -> CalendarService {
    if let service { return service }
    let made: CalendarService
    switch target {
    case .service(let base, let token, let configuration):
      made = CalendarService(
        baseURL: base, token: token, transport: HTTPTransport(configuration), routeSetting: route)
    case .demo:
      do {
        let sandbox = try await Sandbox.start()
        made = CalendarService(
          baseURL: try BaseURL(sandbox.baseURL), token: try Token(Sandbox.demoToken),
          transport: HTTPTransport(), routeSetting: route)
      } catch {
        throw .notReached("the sandbox could not start: \(error)")
      }
    }
    service = made
    return made
  }
}
