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
    for thread in threads(of: pid) {
      work.isUnderWay = work.isUnderWay || state(thread) == "R"
      work.nanoseconds += times(of: thread).running
    }
    return work
  }

  /// What the threads of a process have done.
  package struct Work {
    /// How long they have been on a processor.
    package var nanoseconds: Int64 = 0
    package var isUnderWay = false
  }

  /// None after its end.
  static func threads(of pid: pid_t) -> [pid_t] {
    guard let folder = opendir("/proc/\(pid)/task") else { return [] }
    defer { closedir(folder) }
    var threads: [pid_t] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if let thread = pid_t(name) { threads.append(thread) }
    }
    return threads
  }

  /// How long a thread has been on a processor, and how long it was ready and waited for one, in
  /// nanoseconds.
  static func times(of thread: pid_t) -> (running: Int64, waiting: Int64) {
    let numbers = contents("/proc/\(thread)/schedstat").split(separator: " ").map { Int64($0) ?? 0 }
    return numbers.count > 1 ? (numbers[0], numbers[1]) : (0, 0)
  }

  static func contents(_ path: String) -> String {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return "" }
    defer { close(file) }
    var buffer = [UInt8](repeating: 0, count: 8192)
    let count = read(file, &buffer, buffer.count)
    return String(decoding: buffer[..<max(0, count)], as: UTF8.self)
  }
}
