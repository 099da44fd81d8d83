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

  /// What its threads have done so far, and whether one of them runs or waits for its turn.
  package static func work(_ pid: pid_t) -> Work {
    var work = Work()
    guard let folder = opendir("/proc/\(pid)/task") else { return work }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard let thread = pid_t(name) else { continue }
      work.isUnderWay = work.isUnderWay || state(thread) == "R"
      let times = contents("/proc/\(pid)/task/\(name)/schedstat").split(separator: " ")
      work.nanoseconds += times.first.flatMap { Int64($0) } ?? 0
    }
    return work
  }

  /// What the threads of a process have done.
  package struct Work {
    /// How long they have been on a processor.
    package var nanoseconds: Int64 = 0
    package var isUnderWay = false
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
