import CommandOutput
import JSON
import Synchronization
import Terminal

/// What goes wrong in a command that goes on all the same.
///
/// Each trouble is said on standard error at once, and counts for the exit status.
final class Troubles: Sendable {
  private let failures = Mutex<[Failure]>([])
  private let remarks = Mutex<[String]>([])

  /// Says what failed, and remembers it.
  func note(_ failure: Failure) {
    failures.withLock { $0.append(failure) }
    _ = failure.report()
  }

  /// Says something that has no influence on the exit status.
  func remark(_ text: String) {
    guard
      remarks.withLock({ all in
        guard !all.contains(text) else { return false }
        all.append(text)
        return true
      })
    else { return }
    TerminalOutput.error.line("caledit: \(text)")
  }

  var isEmpty: Bool { failures.withLock(\.isEmpty) }

  /// What the command ends with.
  ///
  /// - Parameter done: how many things were done; without any, the first failure decides.
  func status(done: Int) -> ExitStatus {
    failures.withLock { failures in
      guard let first = failures.first else { return .done }
      return done > 0 ? .partly : first.status
    }
  }

  /// For the envelope: what failed, and then the remarks.
  var problems: [Envelope.Problem] {
    failures.withLock { $0.map(Envelope.Problem.init) }
      + remarks.withLock { $0.map { Envelope.Problem(.note, $0) } }
  }
}

extension Envelope.Problem {
  init(_ failure: Failure) {
    self.init(
      .error, failure.message,
      details: failure.details.map { String($0.trimmingPrefix(while: { $0 == " " })) },
      status: Int(failure.status.rawValue))
  }
}
