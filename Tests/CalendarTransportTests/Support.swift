import CalendarAPI
import CalendarTransport
import Sandbox
import TestSupport

/// Runs a test against a sandbox of its own, over real sockets.
func withSandbox<R>(
  _ options: SandboxOptions = SandboxOptions(),
  _ configuration: TransportConfiguration = TransportConfiguration(deadline: 100_000),
  setting: RouteSetting = .auto, token: String = Sandbox.demoToken,
  _ body: (Sandbox, CalendarService) async throws -> R
) async throws -> R {
  let sandbox = try await Sandbox.start(options: options)
  let transport = HTTPTransport(configuration)
  let service = CalendarService(
    baseURL: try BaseURL(sandbox.baseURL), token: try Token(token), transport: transport,
    routeSetting: setting)
  do {
    let result = try await body(sandbox, service)
    await transport.shutdown()
    await sandbox.stop()
    return result
  } catch {
    await transport.shutdown()
    await sandbox.stop()
    throw error
  }
}

extension CalendarService {
  func failureOfLoading(_ id: String = Sandbox.demoCalendarID) async -> ServiceError? {
    await failure { () async throws(ServiceError) in try await loadCalendar(id: id) }
  }
}
