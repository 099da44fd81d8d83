import CalendarAPI
import CalendarModel
import CalendarTransport
import State
import UserConfiguration

/// Makes connections to the sub-accounts of profiles, each with its own token, address and settings.
///
/// What is remembered between runs goes through one maker: it is filed by address and sub-account.
struct ConnectionMaker: Sendable {
  private let log: (any ExchangeLog)?
  private let routeMemory: any RouteMemory
  private let habits: StoredHabits
  private let folder: StateFolder?
  private let isPatient: Bool

  /// - Parameter isPatient: whether single requests wait until there is room for them.
  init(log: (any ExchangeLog)? = nil, isPatient: Bool = false) {
    self.log = log
    self.isPatient = isPatient
    folder = try? StateFolder(
      making: StateFolder.standardPath(environment: System.environment))
    // Between runs it is remembered which path of the update worked.
    routeMemory = folder.map { StoredRouteMemory(in: $0) } ?? InMemoryRouteMemory()
    habits = StoredHabits(in: folder)
  }

  /// The settings that a connection needs; a wrong one in the configuration stops it.
  static let needed = Setting.all.filter(\.stops).map(\.name)

  /// Makes a connection, whose token is read when it is needed first.
  ///
  /// - Throws: where a setting of the profile cannot be used.
  func connection(to profile: Profile) throws(Failure) -> Connection {
    try profile.checkObstacles(to: Self.needed)
    let base = try profile.base()
    let version = try profile.apiVersion()
    let caFile = profile[.caFile]
    // That of the environment may name a file that other programs have and this one does not need.
    if let caFile, caFile.origin != .environment("SSL_CERT_FILE") {
      do throws(Failure) {
        _ = try System.read(caFile.value)
      } catch {
        throw error.said(of: NamedFile.place(.caFile, of: profile))
      }
    }
    let configuration = TransportConfiguration(
      deadline: Double(profile.timeout), certificateFile: caFile?.value,
      proxy: try Self.proxy(for: base))
    return Connection(
      .service(base, TokenSource(of: profile), configuration), location: profile.location,
      route: profile.route, apiVersion: version, routeMemory: routeMemory, habits: habits, log: log,
      pace: SharedPace(in: folder, base, location: profile.location ?? profile.name ?? ""),
      isPatient: isPatient)
  }

  private static func proxy(for base: BaseURL) throws(Failure) -> ProxySetting? {
    var environment: [String: String] = [:]
    for name in ProxySetting.variables {
      environment[name] = System.environment(name)
    }
    do {
      return try ProxySetting(environment: environment, for: base)
    } catch {
      throw Failure(error.message)
    }
  }
}
