import CTerminal
import Glibc

/// A pipe that ends the waiting of the event loop, from any thread and from signal handlers.
final class WakePipe: Sendable {
  let readEnd: Int32
  let writeEnd: Int32

  init() throws(TerminalError) {
    var ends: [Int32] = [-1, -1]
    let error = ends.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { ct_make_pipe($0) } ?? EINVAL
    }
    guard error == 0 else { throw .system(error) }
    readEnd = ends[0]
    writeEnd = ends[1]
  }

  deinit {
    ct_forget_wake_descriptor(writeEnd)
    close(readEnd)
    close(writeEnd)
  }

  func wake() {
    // A full pipe wakes as well as one byte more.
    var byte: UInt8 = 1
    while write(writeEnd, &byte, 1) < 0, errno == EINTR {}
  }

  /// Takes everything out of the pipe.
  func drain() {
    withUnsafeTemporaryAllocation(byteCount: 64, alignment: 1) { buffer in
      while read(readEnd, buffer.baseAddress, buffer.count) == buffer.count {}
    }
  }
}
