import CTerminal
import Glibc

/// Wakes whoever waits for a child when the child ends or stops, and when a signal comes.
struct ChildWatch {
  private let pipe: WakePipe

  init() throws(ChildProgram.StartError) {
    do throws(TerminalError) {
      pipe = try WakePipe.shared()
    } catch {
      guard case .system(let number) = error else { throw ChildProgram.StartError(number: EINVAL) }
      throw ChildProgram.StartError(number: number)
    }
    ct_watch_children()
  }

  /// Leaves the pipe to the event loop, which may have been woken meanwhile.
  func end() {
    ct_unwatch_children()
    pipe.wake()
  }

  /// Sleeps until something has happened, there is something to read, or a moment has come.
  func wait(for output: Int32?, until moment: ContinuousClock.Instant?) {
    var descriptors = [
      pollfd(fd: pipe.readEnd, events: Int16(POLLIN), revents: 0),
      pollfd(fd: output ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    let timeout = moment.map { ContinuousClock.now.duration(to: $0).milliseconds } ?? -1
    _ = poll(&descriptors, nfds_t(descriptors.count), timeout)
    pipe.drain()
  }
}

/// What a child writes to its standard output.
struct ChildOutput {
  private(set) var readEnd: Int32
  private(set) var writeEnd: Int32
  private(set) var bytes: [UInt8] = []
  private let limit: Int

  init(limit: Int) throws(ChildProgram.StartError) {
    var ends: [Int32] = [-1, -1]
    let error = ends.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { ct_make_pipe($0) } ?? EINVAL
    }
    guard error == 0 else { throw ChildProgram.StartError(number: error) }
    // The child's end blocks, as programs expect it.
    _ = fcntl(ends[1], F_SETFL, 0)
    (readEnd, writeEnd, self.limit) = (ends[0], ends[1], limit)
  }

  mutating func closeWriteEnd() {
    if writeEnd >= 0 { Glibc.close(writeEnd) }
    writeEnd = -1
  }

  mutating func close() {
    closeWriteEnd()
    closeReadEnd()
  }

  /// Reads all that is there; at the end, or with too much of it, the pipe is closed.
  mutating func read() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while readEnd >= 0 {
      let (count, error) = SystemCall.result { Glibc.read(readEnd, &buffer, buffer.count) }
      if error == EINTR { continue }
      if error == EAGAIN { return }
      if count > 0 { bytes += buffer[..<count] }
      if count > 0, bytes.count <= limit { continue }
      closeReadEnd()
    }
  }

  private mutating func closeReadEnd() {
    if readEnd >= 0 { Glibc.close(readEnd) }
    readEnd = -1
  }
}

/// Other actions for some signals, and the way back.
struct SignalGuard {
  private let saved: [(number: Int32, action: sigaction)]

  init(_ handlers: [(Int32, __sighandler_t?)]) {
    saved = handlers.map { number, handler in
      var old = sigaction()
      var new = Self.action(handler)
      sigaction(number, &new, &old)
      return (number, old)
    }
  }

  func restore() {
    for (number, action) in saved {
      var action = action
      sigaction(number, &action, nil)
    }
  }

  /// Whether whoever started this process can stop it.
  var mayStop: Bool {
    guard let action = saved.first(where: { $0.number == SIGTSTP })?.action else { return false }
    return Self.address(action.__sigaction_handler.sa_handler) != Self.address(SIG_IGN)
  }

  /// Stops this process until it is let go on.
  static func stop() {
    var old = sigaction()
    var new = action(SIG_DFL)
    sigaction(SIGTSTP, &new, &old)
    raise(SIGTSTP)
    sigaction(SIGTSTP, &old, nil)
  }

  private static func action(_ handler: __sighandler_t?) -> sigaction {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    sigemptyset(&action.sa_mask)
    return action
  }

  private static func address(_ handler: __sighandler_t?) -> Int {
    unsafeBitCast(handler, to: Int.self)
  }
}
