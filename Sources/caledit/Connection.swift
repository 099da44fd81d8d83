import CalendarAPI
import CalendarModel
import CalendarTransport
import CalendarWork
import Sandbox
import State
import Synchronization

/// The connection to the service, made at its first use.
actor Connection {
  /// What is needed to reach it.
  enum Target: Sendable {
    case service(BaseURL, Token, TransportConfiguration)
    /// The sandbox, started inside the process on a free port.
    case demo
  }

  /// Where the token can be read again; nil for the sandbox, which has a token of its own.
  nonisolated let tokenSource: TokenSource?
  private let target: Target
  private let route: RouteSetting
  let apiVersion: APIVersion
  private let routeMemory: any RouteMemory
  private nonisolated let storedHabits: StoredHabits
  private let log: (any ExchangeLog)?
  private var service: CalendarService?
  /// The newest token; nil for the sandbox.
  private nonisolated let token: Mutex<Token?>
  private var transport: HTTPTransport?

  init(
    _ target: Target, route: RouteSetting, apiVersion: APIVersion = .dated,
    tokenSource: TokenSource? = nil, routeMemory: any RouteMemory = InMemoryRouteMemory(),
    habits: StoredHabits = StoredHabits(in: nil), log: (any ExchangeLog)? = nil
  ) {
    self.target = target
    let first: Token? = if case .service(_, let first, _) = target { first } else { nil }
    token = Mutex(first)
    self.route = route
    self.apiVersion = apiVersion
    self.tokenSource = tokenSource
    self.routeMemory = routeMemory
    storedHabits = habits
    self.log = log
  }

  /// The service, connected; starts the sandbox of the demo.
  func connected() async throws(ServiceError) -> CalendarService {
    if let service { return service }
    let made: CalendarService
    switch target {
    case .service(let base, let token, let configuration):
      made = connect(base, token, configuration)
    case .demo:
      do {
        let sandbox = try await Sandbox.start(accounts: Sandbox.demoAccounts())
        made = connect(
          try BaseURL(sandbox.baseURL), try Token(Sandbox.demoToken), TransportConfiguration())
      } catch {
        throw .notReached("the sandbox could not start: \(error)")
      }
    }
    service = made
    return made
  }

  /// What is remembered of a sub-account.
  nonisolated func habits(of location: String) -> AccountHabits {
    storedHabits.habits(for: base, location: location)
  }

  /// Remembers something about a sub-account.
  nonisolated func remember(_ habits: AccountHabits, of location: String) {
    storedHabits.remember(habits, for: base, location: location)
  }

  /// The address of the service; that of the sandbox does not matter, as nothing of it is kept.
  private nonisolated var base: BaseURL {
    if case .service(let base, _, _) = target { base } else { .live }
  }

  /// Uses another token from now on.
  func renew(_ token: Token) {
    guard case .service(let base, let first, let configuration) = target else { return }
    let token = token.replacing(secret ?? first)
    self.token.withLock { $0 = token }
    service = connect(base, token, configuration)
  }

  /// What nothing that is written down may hold; nil for the sandbox, whose token is no secret.
  nonisolated var secret: Token? { token.withLock { $0 } }

  private func connect(
    _ base: BaseURL, _ token: Token, _ configuration: TransportConfiguration
  ) -> CalendarService {
    let transport = transport ?? HTTPTransport(configuration)
    self.transport = transport
    return CalendarService(
      baseURL: base, token: token,
      transport: log.map { LoggedTransport(transport, token: token, log: $0) } ?? transport,
      routeSetting: route, routeMemory: routeMemory, apiVersion: apiVersion)
  }
}
