import CalendarModel
import JSON

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The calendars of a sandbox, the requests it received, and what goes wrong next.
struct SandboxState {
  let options: SandboxOptions
  var calendars: [(id: String, value: JSONValue)]
  var schedules: [JSONValue]
  private(set) var requests: [SandboxRequest] = []
  private var faults: [(fault: SandboxFault, method: String?, path: String?)] = []
  private var requestTimes: [Int] = []
  private var requestsToday = 0
  private var idsMade = 0

  init(_ options: SandboxOptions) {
    self.options = options
    let today = CalendarDate(daysSinceEpoch: Self.now(options) / 86_400)
    calendars = DemoCalendars.all(today: today).compactMap { value in
      value[key: "id"]?.text.map { ($0, value) }
    }
    schedules = DemoSchedules.all(today: today)
  }

  /// Seconds since 1970.
  var now: Int { Self.now(options) }

  private static func now(_ options: SandboxOptions) -> Int { options.now ?? Int(time(nil)) }

  func index(ofCalendar id: String) -> Int? { calendars.firstIndex { $0.id == id } }

  /// Keeps a request; of more than 10,000 it forgets the oldest.
  mutating func record(_ request: SandboxRequest) {
    if requests.count >= 10_000 { requests.removeFirst(5000) }
    requests.append(request)
  }

  mutating func makeID() -> String {
    idsMade += 1
    let digits = String(idsMade)
    return "sandboxAvailability0".prefix(20 - digits.utf8.count) + digits
  }

  // MARK: Faults

  mutating func add(_ fault: SandboxFault, times: Int, method: String?, path: String?) {
    faults += Array(repeating: (fault, method, path), count: max(0, times))
  }

  /// Takes the first fault that is meant for such a request.
  mutating func nextFault(for request: SandboxRequest) -> SandboxFault? {
    faults.firstIndex { fault in
      fault.method.map { $0 == request.method } ?? true
        && fault.path.map { request.path.hasPrefix($0) } ?? true
    }.map { faults.remove(at: $0).fault }
  }

  // MARK: Rate limit

  /// Counts a request and gives the headers of every answer; no request is refused for the limit.
  mutating func rateLimitHeaders() -> [(name: String, value: String)] {
    let now = Int(time(nil))
    requestTimes = requestTimes.filter { now - $0 < 10 } + [now]
    requestsToday += 1
    return [
      ("X-RateLimit-Limit-Daily", "200000"),
      ("X-RateLimit-Daily-Remaining", "\(max(0, 200_000 - requestsToday))"),
      ("X-RateLimit-Interval-Milliseconds", "10000"),
      ("X-RateLimit-Max", "100"),
      ("X-RateLimit-Remaining", "\(max(0, 100 - requestTimes.count))"),
    ]
  }
}
