import CTerminal
import Glibc

/// A pipe that ends the waiting of the event loop, from any thread and from signal handlers.
///
/// There is one, and it lives as long as the process. A handler may run on any thread, and write when
/// whoever waits has ended already: a closed end could be somebody's file by then.
struct WakePipe: Sendable {
  let readEnd: Int32

  /// The pipe of the process.
  static func shared() throws(TerminalError) -> WakePipe {
    var readEnd: Int32 = -1
    let error = ct_wake_pipe(&readEnd)
    guard error == 0 else { throw .system(error) }
    return WakePipe(readEnd: readEnd)
  }

  private init(readEnd: Int32) { self.readEnd = readEnd }

  func wake() { ct_wake() }

  /// Takes everything out of the pipe.
  func drain() {
    withUnsafeTemporaryAllocation(byteCount: 64, alignment: 1) { buffer in
      while read(readEnd, buffer.baseAddress, buffer.count) == buffer.count {}
    }
  }
}
