import CalendarAPI

/// How long a run waits before it tries once more; nobody is there to ask.
struct RunPatience: Sendable, Hashable {
  /// Before calls that were not carried out.
  private var calls = [2, 5, 10]
  /// Before looks for what was sent.
  private var looks = [2, 5, 15]
  /// Before looks for what was sent and may still arrive.
  private var arrivals = [10, 20]

  /// How many seconds to wait before a call is made again that was not carried out; nil where it is
  /// not worth it.
  mutating func wait(after error: ServiceError, isCancelled: Bool) -> Int? {
    guard !isCancelled, !calls.isEmpty, !error.mayHaveBeenSaved else { return nil }
    switch error.kind {
    case .rateLimited:
      guard let asked = error.retryAfter, asked <= PatientCalls.longest, !error.isUsedUpToday
      else { return nil }
      return max(asked, calls.removeFirst())
    case .server, .transport(.refused), .transport(.timedOut), .transport(.connectionClosed),
      .transport(.other):
      return calls.removeFirst()
    default: return nil
    }
  }

  /// How many seconds to wait before another look for what was sent.
  mutating func waitForLook(isCancelled: Bool) -> Int? {
    if isCancelled { looks = Array(looks.prefix(1)) }
    return looks.isEmpty ? nil : looks.removeFirst()
  }

  /// How many seconds to wait for what was not there at the first look.
  mutating func waitForArrival(isCancelled: Bool) -> Int? {
    if isCancelled { arrivals = [] }
    return arrivals.isEmpty ? nil : arrivals.removeFirst()
  }
}
