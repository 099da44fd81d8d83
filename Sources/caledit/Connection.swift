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
    case service(BaseURL, TokenSource, TransportConfiguration)
    /// A sub-account of the sandbox inside the process, with its token.
    case demo(DemoSandbox, token: String)
  }

  /// The sub-account that it is for; nil where nobody named it.
  nonisolated let location: String?
  private let target: Target
  private let route: RouteSetting
  let apiVersion: APIVersion
  private let routeMemory: any RouteMemory
  private nonisolated let storedHabits: StoredHabits
  private let log: (any ExchangeLog)?
  /// The pace that all requests to the sub-account share; nil for the sandbox of the demo.
  private let pace: SharedPace?
  /// Whether single requests wait until there is room for them; those of an editor do not.
  private let isPatient: Bool
  private var service: CalendarService?
  /// The same, whose requests go out evenly spaced.
  private var pacedService: CalendarService?
  /// The newest token; nil for the sandbox, and before it is read.
  private nonisolated let token: Mutex<Token?>
  private var transport: HTTPTransport?

  /// - Parameter location: the sub-account that it is for, where it is known.
  init(
    _ target: Target, location: String? = nil, route: RouteSetting,
    apiVersion: APIVersion = .dated, routeMemory: any RouteMemory = InMemoryRouteMemory(),
    habits: StoredHabits = StoredHabits(in: nil), log: (any ExchangeLog)? = nil,
    pace: SharedPace? = nil, isPatient: Bool = false
  ) {
    self.target = target
    self.location = location
    token = Mutex(nil)
    self.route = route
    self.apiVersion = apiVersion
    self.routeMemory = routeMemory
    storedHabits = habits
    self.log = log
    self.pace = pace
    self.isPatient = isPatient
  }

  /// Where the token can be read again; nil for the sandbox, which has a token of its own.
  nonisolated var tokenSource: TokenSource? {
    if case .service(_, let source, _) = target { source } else { nil }
  }

  /// Reads the token, where that has not been done.
  ///
  /// A command that prints it may ask on the terminal, so that no screen may be open then, or it
  /// has to be released.
  nonisolated func readToken() throws(Failure) {
    guard secret == nil, let tokenSource else { return }
    let read = try tokenSource.read()
    token.withLock { $0 = $0 ?? read }
  }

  /// The service, connected; starts the sandbox of the demo, and reads the token at the first use.
  func connected() async throws(ServiceError) -> CalendarService {
    if let service { return service }
    let made = try await connect(isPatient ? .soon : .now)
    service = made
    return made
  }

  /// The service, whose requests go out evenly spaced: for those of whom there are many.
  func paced() async throws(ServiceError) -> CalendarService {
    if let pacedService { return pacedService }
    let made = try await connect(.even)
    pacedService = made
    return made
  }

  private func connect(_ turn: PacedTransport.Turn) async throws(ServiceError) -> CalendarService {
    switch target {
    case .service(let base, let source, let configuration):
      do throws(Failure) {
        try readToken()
      } catch {
        throw .notReached(error.message)
      }
      guard let token = secret else { throw .notReached(source.name) }
      return connect(base, token, configuration, turn)
    case .demo(let sandbox, let token):
      do {
        return connect(
          try BaseURL(try await sandbox.address()), try Token(token), TransportConfiguration(),
          turn)
      } catch {
        throw .notReached("the sandbox could not start: \(error)")
      }
    }
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
    guard case .service(let base, _, let configuration) = target else { return }
    let token = secret.map(token.replacing) ?? token
    self.token.withLock { $0 = token }
    service = connect(base, token, configuration, isPatient ? .soon : .now)
    pacedService = nil
  }

  /// What nothing that is written down may hold; nil for the sandbox, whose token is no secret, and
  /// before the token is read.
  nonisolated var secret: Token? { token.withLock { $0 } }

  /// Closes what is open.
  func shutdown() async { await transport?.shutdown() }

  private func connect(
    _ base: BaseURL, _ token: Token, _ configuration: TransportConfiguration,
    _ turn: PacedTransport.Turn
  ) -> CalendarService {
    let connections = transport ?? HTTPTransport(configuration)
    transport = connections
    var way: any Transport = connections
    if let log { way = LoggedTransport(way, token: token, log: log) }
    if let pace { way = PacedTransport(transport: way, pace: pace, turn: turn) }
    return CalendarService(
      baseURL: base, token: token, transport: way,
      routeSetting: route, routeMemory: routeMemory, apiVersion: apiVersion)
  }
}
