import Glibc

extension TerminalSession {
  /// What the program has cost since it began.
  package struct Usage: Sendable {
    /// Of all threads.
    package var processorTime: Duration = .zero
    /// How long threads were ready and had to wait for a processor.
    package var waitingTime: Duration = .zero
    /// How often a thread has waited and been woken.
    package var wakeUps = 0
    package var residentBytes = 0
    /// The most that it was so far.
    package var peakResidentBytes = 0
    package var threads = 0
  }

  /// By `/proc`; zero after the end.
  package var usage: Usage {
    var usage = Usage()
    guard let folder = opendir("/proc/\(pid)/task") else { return usage }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard Int(name) != nil else { continue }
      usage.threads += 1
      let times = contents("/proc/\(pid)/task/\(name)/schedstat").split(separator: " ")
      usage.processorTime += .nanoseconds(times.first.flatMap { Int64($0) } ?? 0)
      usage.waitingTime += .nanoseconds(times.dropFirst().first.flatMap { Int64($0) } ?? 0)
      let status = contents("/proc/\(pid)/task/\(name)/status").split(separator: "\n")
      usage.wakeUps += number("voluntary_ctxt_switches:", in: status)
      usage.residentBytes = 1024 * number("VmRSS:", in: status)
      usage.peakResidentBytes = 1024 * number("VmHWM:", in: status)
    }
    return usage
  }

  private func number(_ key: String, in lines: [Substring]) -> Int {
    guard let line = lines.first(where: { $0.hasPrefix(key) }) else { return 0 }
    return Int(String(line.filter(\.isNumber))) ?? 0
  }

  private func contents(_ path: String) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 8192)
    let count = read(descriptor, &buffer, buffer.count)
    return String(decoding: buffer[..<max(0, count)], as: UTF8.self)
  }
}
