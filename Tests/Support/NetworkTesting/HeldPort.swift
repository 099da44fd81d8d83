import Glibc

/// A port of this machine that is taken, and where nobody listens: connections are refused.
///
/// One that is only free could be taken by another test at any moment.
public final class HeldPort {
  /// Why a port cannot be taken, in the system's words.
  public struct Failure: Error {
    public let reason: String
  }

  public private(set) var port = 0
  private var descriptor: Int32

  /// - Parameter port: 0 takes a free one.
  public init(_ port: Int = 0) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var yes: Int32 = 1
    setsockopt(
      descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout.size(ofValue: yes)))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout.size(ofValue: address))
    let isTaken = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, size) == 0 && getsockname(descriptor, $0, &size) == 0
      }
    }
    guard isTaken else {
      defer { release() }
      throw Failure(reason: String(cString: strerror(errno)))
    }
    self.port = Int(in_port_t(bigEndian: address.sin_port))
  }

  /// Lets somebody else listen there.
  public func release() {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
  }

  deinit { release() }
}
