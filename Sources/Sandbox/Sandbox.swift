import JSON
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A server on this machine that speaks the calendar API: for trying the editor out, and for tests.
///
/// It listens on loopback only, keeps saved calendars as long as it runs, and refuses what the
/// service would refuse. Unless it is given sub-accounts, it has one with six calendars, which every
/// token opens.
package final class Sandbox: Sendable {
  /// The round robin calendar that a demonstration opens.
  package static let demoCalendarID = DemoCalendars.roundRobinID
  /// The standard sub-account, which is the first one of the demo.
  package static let locationID = DemoAccount.locationID
  /// A token to talk to a sandbox with; it opens nothing anywhere else.
  package static let demoToken = token(ofAccount: 0)
  /// The ids of the standard sub-account's calendars, in the order they are listed: one of each type.
  package static let calendarIDs = DemoCalendars.ids

  /// Why a sandbox did not start.
  package enum StartError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The host is another than `127.0.0.1`, `::1` or `localhost`.
    case notLoopback(host: String)
    /// The address could not be bound; the system's words.
    case cannotListen(String)

    /// The reason, as a part of a sentence.
    package var description: String {
      switch self {
      case .notLoopback(let host): "\(host) is not this machine"
      case .cannotListen(let reason): reason
      }
    }
  }

  /// The port it listens at, 1 to 65535.
  package let port: Int
  private let host: String
  private let listener: any Channel
  let store: SandboxStore
  private let connections: Connections

  private init(
    host: String, port: Int, listener: any Channel, store: SandboxStore, connections: Connections
  ) {
    self.host = host
    self.port = port
    self.listener = listener
    self.store = store
    self.connections = connections
  }

  /// Its base address: `http://127.0.0.1:40123`.
  package var baseURL: String { "http://\(host.contains(":") ? "[\(host)]" : host):\(port)" }

  // MARK: Starting and stopping

  /// Starts a server; port 0 lets the system choose one.
  ///
  /// - Parameter accounts: the sub-accounts it has; without any, the standard one.
  package static func start(
    host: String = "127.0.0.1", port: Int = 0, accounts: [SandboxAccount] = [],
    options: SandboxOptions = SandboxOptions()
  ) async throws(StartError) -> Sandbox {
    let parts = try prepared(host, accounts, options)
    let listener: any Channel
    do {
      listener = try await parts.bootstrap.bind(host: host, port: port).get()
    } catch {
      throw .cannotListen(reason(error))
    }
    return try running(host, listener, parts)
  }

  /// Starts a server from a thread that does not await; must not be called on an event loop.
  package static func startBlocking(
    host: String = "127.0.0.1", port: Int = 0, accounts: [SandboxAccount] = [],
    options: SandboxOptions = SandboxOptions()
  ) throws(StartError) -> Sandbox {
    let parts = try prepared(host, accounts, options)
    let listener: any Channel
    do {
      listener = try parts.bootstrap.bind(host: host, port: port).wait()
    } catch {
      throw .cannotListen(reason(error))
    }
    return try running(host, listener, parts)
  }

  /// Closes the listener and every connection.
  package func stop() async {
    try? await listener.close().get()
    connections.closeAll()
  }

  /// Closes the listener and every connection, from a thread that does not await.
  package func stopBlocking() {
    try? listener.close().wait()
    connections.closeAllBlocking()
  }

  private typealias Parts = (
    bootstrap: ServerBootstrap, store: SandboxStore, connections: Connections
  )

  private static func prepared(
    _ host: String, _ accounts: [SandboxAccount], _ options: SandboxOptions
  ) throws(StartError) -> Parts {
    guard ["127.0.0.1", "::1", "localhost"].contains(host) else {
      throw .notLoopback(host: host)
    }
    let store = SandboxStore(SandboxState(options, accounts: accounts))
    let connections = Connections()
    let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          connections.add(channel)
          let pipeline = channel.pipeline.syncOperations
          try pipeline.configureHTTPServerPipeline(withErrorHandling: true)
          try pipeline.addHandler(IdleStateHandler(allTimeout: .minutes(2)))
          try pipeline.addHandler(SandboxHandler(store, maxBodySize: options.maxBodySize))
        }
      }
    return (bootstrap, store, connections)
  }

  /// What the system says; of other errors all that is known.
  private static func reason(_ error: any Error) -> String {
    guard let error = error as? IOError else { return String(describing: error) }
    return String(cString: strerror(error.errnoCode))
  }

  private static func running(
    _ host: String, _ listener: any Channel, _ parts: Parts
  ) throws(StartError) -> Sandbox {
    guard let port = listener.localAddress?.port else { throw .cannotListen("no port") }
    return Sandbox(
      host: host, port: port, listener: listener, store: parts.store,
      connections: parts.connections)
  }
}

/// The open connections of a server.
private final class Connections: Sendable {
  private let channels = Mutex<[ObjectIdentifier: any Channel]>([:])

  func add(_ channel: any Channel) {
    let id = ObjectIdentifier(channel)
    channels.withLock { $0[id] = channel }
    channel.closeFuture.whenComplete { [self] _ in
      channels.withLock { $0[id] = nil }
    }
  }

  /// Waits until they are closed: a request may be read from one until then.
  func closeAllBlocking() {
    for channel in channels.withLock({ Array($0.values) }) { try? channel.close().wait() }
  }

  func closeAll() {
    for channel in channels.withLock({ Array($0.values) }) { channel.close(promise: nil) }
  }
}
