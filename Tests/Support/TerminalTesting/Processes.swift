import Glibc

/// What the system says of processes that are not children of the tests.
package enum Processes {
  /// The state as `ps` shows it (`R`, `S`, `T`, `Z`); nil for one that is gone.
  package static func state(_ pid: pid_t) -> Character? {
    let text = contents("/proc/\(pid)/stat")
    return text.lastIndex(of: ")").flatMap { text[$0...].dropFirst(2).first }
  }

  /// Whether it runs no more, though nobody may have asked for its status.
  package static func hasEnded(_ pid: pid_t) -> Bool {
    let state = state(pid)
    return state == nil || state == "Z" || state == "X"
  }

  package static func children(of pid: pid_t) -> [pid_t] {
    contents("/proc/\(pid)/task/\(pid)/children").split(separator: " ").compactMap { pid_t($0) }
  }

  private static func contents(_ path: String) -> String {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return "" }
    defer { close(file) }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(file, &buffer, buffer.count)
    return String(decoding: buffer[..<max(0, count)], as: UTF8.self)
  }
}
