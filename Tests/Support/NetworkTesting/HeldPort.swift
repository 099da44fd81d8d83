import Glibc

/// A port of this machine that is taken, and where nobody listens: connections are refused.
///
/// One that is only free could be taken by another test at any moment.
package final class HeldPort {
  /// Why a port cannot be taken, in the system's words.
  package struct Failure: Error {
    package let reason: String
  }

  package private(set) var port = 0
  private var descriptor: Int32 = -1

  /// Takes a port that nobody is given who asks for any free one: they are higher.
  package init() throws {
    var isTaken = false
    var reason = ""
    for _ in 0..<100 where !isTaken {
      port = Int.random(in: 20_000..<30_000)
      open()
      isTaken = bind()
      if !isTaken {
        reason = String(cString: strerror(errno))
        release()
      }
    }
    guard isTaken else { throw Failure(reason: reason) }
  }

  /// Takes it again after somebody else has listened there.
  package func hold() throws {
    var reason = ""
    // A program that another test has just started may have inherited the socket that listened.
    for _ in 0..<200 {
      open()
      if bind() { return }
      reason = String(cString: strerror(errno))
      release()
      usleep(50_000)
    }
    throw Failure(reason: reason)
  }

  private func open() {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
  }

  private func bind() -> Bool {
    var yes: Int32 = 1
    setsockopt(
      descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout.size(ofValue: yes)))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let size = socklen_t(MemoryLayout.size(ofValue: address))
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { Glibc.bind(descriptor, $0, size) == 0 }
    }
  }

  /// Lets somebody else listen there.
  package func release() {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
  }

  deinit { release() }
}
