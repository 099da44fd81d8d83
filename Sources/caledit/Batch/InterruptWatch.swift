import Dispatch
import Glibc
import Synchronization

/// Takes Ctrl-C and the request to end as a wish to stop: the first one is told, a second one ends the
/// program.
final class InterruptWatch: Sendable {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]
  private let sources: Mutex<[any DispatchSourceSignal]>

  /// - Parameter stop: is called once, on another thread.
  init(_ stop: @escaping @Sendable () -> Void) {
    let isAsked = Flag()
    sources = Mutex(
      Self.signals.map { number in
        _ = signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler {
          guard isAsked.set() else { return stop() }
          _ = signal(number, SIG_DFL)
          raise(number)
        }
        source.resume()
        return source
      })
  }

  /// Leaves the signals to the system again.
  func end() {
    sources.withLock { sources in
      for source in sources { source.cancel() }
      sources = []
    }
    for number in Self.signals { _ = signal(number, SIG_DFL) }
  }

  private final class Flag: Sendable {
    private let isSet = Mutex(false)
    /// - Returns: whether it was set before.
    func set() -> Bool {
      isSet.withLock { isSet in
        defer { isSet = true }
        return isSet
      }
    }
  }
}
