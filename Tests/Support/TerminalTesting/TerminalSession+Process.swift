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
    for thread in Processes.threads(of: pid) {
      usage.threads += 1
      let times = Processes.times(of: thread)
      usage.processorTime += .nanoseconds(times.running)
      usage.waitingTime += .nanoseconds(times.waiting)
      let status = Processes.contents("/proc/\(thread)/status").split(separator: "\n")
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
}
