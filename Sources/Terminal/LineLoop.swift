import CTerminal
import Glibc

/// The one place where line mode waits: for lines, signals, messages of other threads, a moment.
///
/// It leaves the terminal as it is, with its own way to edit a line, and writes nothing. The main
/// thread owns it.
package final class LineLoop<Message: Sendable> {
  /// Something to react to.
  package enum Input: Sendable {
    /// A line without its end.
    case line(String)
    /// A line whose bytes are not UTF-8, with what stands for them.
    case notText(String)
    /// There is nothing more to read.
    case end
    case message(Message)
    /// The moment given to ``LineLoop/next(deadline:readsLines:)`` has come.
    case deadline
    /// Somebody pressed Ctrl-C.
    case interrupt
    /// The terminal is gone.
    case hangUp
    /// The program is asked to end by a signal.
    case terminate(signal: Int32)
    /// Somebody asks the program to stop for a while; it does with ``LineLoop/stop(wholeGroup:)``.
    case stopRequest
  }

  /// Where other threads leave messages.
  package let mailbox: Mailbox<Message>
  /// Whether a person types the lines, and no script.
  package let isInteractive: Bool
  /// Whether what was written last went nowhere.
  package var isOutputClosed = false

  /// More than a line is cut there.
  private static var longestLine: Int { 1 << 20 }

  private let pipe: WakePipe
  private var bytes: [UInt8] = []
  private var hasEnded = false
  private var hasTold = false
  /// The modes of the terminal, while what is typed is not shown.
  private var modes: termios?

  /// Begins to read lines and to catch signals.
  package init() throws(TerminalError) {
    pipe = try WakePipe.shared()
    mailbox = Mailbox(pipe: pipe)
    isInteractive = isatty(STDIN_FILENO) != 0
    ct_catch_signals()
  }

  /// Waits until there is something to do: a line, or all that has come besides.
  ///
  /// - Parameters:
  ///   - deadline: when to come back in any case, with ``Input/deadline``.
  ///   - readsLines: whether lines are wanted now; those that come meanwhile wait.
  package func next(deadline: ContinuousClock.Instant?, readsLines: Bool) -> [Input] {
    while true {
      var inputs = takeSignals()
      pipe.drain()
      inputs += mailbox.take().map(Input.message)
      if let deadline, ContinuousClock.now >= deadline { inputs.append(.deadline) }
      if !inputs.isEmpty { return inputs }
      if readsLines, let line = takeLine() { return [line] }
      wait(until: deadline, readsLines: readsLines && !hasEnded)
    }
  }

  /// Stops the program; it goes on when the shell says so.
  package func stop(wholeGroup: Bool = false) {
    let isHidden = modes != nil
    showTyping(true)
    _ = ct_stop(wholeGroup)
    if isHidden { showTyping(false) }
  }

  /// Shows what is typed, as terminals do, or not, for a secret.
  package func showTyping(_ isShown: Bool) {
    if isShown {
      guard var before = modes else { return }
      tcsetattr(STDIN_FILENO, TCSANOW, &before)
      modes = nil
    } else if modes == nil {
      var now = termios()
      guard tcgetattr(STDIN_FILENO, &now) == 0 else { return }
      modes = now
      now.c_lflag &= ~tcflag_t(ECHO)
      tcsetattr(STDIN_FILENO, TCSANOW, &now)
    }
  }

  // MARK: Lines

  /// The next whole line, or the end behind the last; nil where more has to be read.
  private func takeLine() -> Input? {
    if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
      defer { bytes.removeFirst(end + 1) }
      return Self.line(bytes[..<end])
    }
    if bytes.count >= Self.longestLine || hasEnded && !bytes.isEmpty {
      defer { bytes = [] }
      return Self.line(bytes[...])
    }
    guard hasEnded, !hasTold else { return nil }
    hasTold = true
    return .end
  }

  private static func line(_ bytes: ArraySlice<UInt8>) -> Input {
    let line = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes
    return String(validating: line, as: UTF8.self).map(Input.line)
      ?? .notText(String(decoding: line, as: UTF8.self))
  }

  private func wait(until moment: ContinuousClock.Instant?, readsLines: Bool) {
    var descriptors = [
      pollfd(fd: readsLines ? STDIN_FILENO : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: pipe.readEnd, events: Int16(POLLIN), revents: 0),
    ]
    let timeout = moment.map { ContinuousClock.now.duration(to: $0).milliseconds } ?? -1
    // A signal ends the wait too, and has left a byte in the pipe.
    guard poll(&descriptors, nfds_t(descriptors.count), timeout) > 0 else { return }
    if descriptors[0].revents != 0 { readBytes() }
  }

  private func readBytes() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let (count, error) = SystemCall.result {
      buffer.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
    }
    if error == EINTR || error == EAGAIN { return }
    guard count > 0 else {
      hasEnded = true
      return
    }
    bytes += buffer[..<count]
  }

  // MARK: Signals

  private func takeSignals() -> [Input] {
    let signals = Int(ct_take_signals())
    func came(_ bit: Int) -> Bool { signals & bit != 0 }
    var inputs: [Input] = []
    if came(CT_SIGNAL_HUP) { inputs.append(.hangUp) }
    if came(CT_SIGNAL_TERM) { inputs.append(.terminate(signal: SIGTERM)) }
    if came(CT_SIGNAL_OTHER) { inputs.append(.terminate(signal: ct_other_signal())) }
    if came(CT_SIGNAL_INT) {
      inputs.append(isInteractive ? .interrupt : .terminate(signal: SIGINT))
    }
    if inputs.isEmpty, came(CT_SIGNAL_TSTP) { inputs.append(.stopRequest) }
    return inputs
  }
}
