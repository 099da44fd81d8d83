import CalendarModel
import JSON

/// The sub-accounts of a sandbox with their calendars, the requests it received, and what goes wrong
/// next.
struct SandboxState {
  let options: SandboxOptions
  /// The sub-accounts, at least one; their calendars and schedules are kept beside them.
  var accounts: [SandboxAccount]
  /// The calendars of all sub-accounts.
  var calendars: [StoredCalendar] = []
  /// The schedules of all sub-accounts.
  var schedules: [JSONValue]
  private var places: [String: Int] = [:]
  private(set) var requests: [SandboxRequest] = []
  private var faults: [(fault: SandboxFault, aim: FaultAim)] = []
  /// What counts against the limits, by the place of the sub-account.
  private(set) var rates: [Int?: RateCount] = [:]
  private var idsMade = 0

  /// - Parameter accounts: without any, the standard one.
  init(_ options: SandboxOptions, accounts: [SandboxAccount] = []) {
    self.options = options
    let all = accounts.isEmpty ? [.standard(options)] : accounts
    schedules = all.flatMap(\.schedules)
    self.accounts = all.map { account in
      var account = account
      (account.calendars, account.schedules) = ([], [])
      return account
    }
    for (index, account) in all.enumerated() {
      for value in account.calendars {
        if let id = value[key: "id"]?.text { add(id, value, to: index) }
      }
    }
  }

  /// Seconds since 1970.
  var now: Int { options.instant }

  // MARK: Calendars

  func index(ofCalendar id: String) -> Int? { places[id] }

  /// Adds a calendar; of two with the same id the first one is found.
  private mutating func add(_ id: String, _ value: JSONValue, to account: Int) {
    if places[id] == nil { places[id] = calendars.count }
    calendars.append(StoredCalendar(id: id, account: account, value: value))
  }

  /// Replaces a calendar; one that is not there comes to the sub-account that it names, or to the
  /// first one.
  mutating func replace(_ id: String, with value: JSONValue) {
    if let index = index(ofCalendar: id) {
      calendars[index].value = value
    } else {
      add(id, value, to: account(of: value))
    }
  }

  mutating func makeID() -> String {
    idsMade += 1
    let digits = String(idsMade)
    return "sandboxAvailability0".prefix(20 - digits.utf8.count) + digits
  }

  // MARK: Requests and faults

  /// Keeps a request; of more than 10,000 it forgets the oldest.
  mutating func record(_ request: SandboxRequest) {
    if requests.count >= 10_000 { requests.removeFirst(5000) }
    requests.append(request)
  }

  mutating func add(_ fault: SandboxFault, times: Int, _ aim: FaultAim) {
    faults += Array(repeating: (fault, aim), count: max(0, times))
  }

  /// Takes the first fault that is meant for such a request.
  mutating func nextFault(for request: SandboxRequest) -> SandboxFault? {
    faults.firstIndex { $0.aim.fits(request) }.map { faults.remove(at: $0).fault }
  }

  /// Counts a request against the limit of the sub-account that its token opens, or that it is for.
  mutating func count(_ request: SandboxRequest) -> RateCount.Verdict {
    let owner = request.token.flatMap { token in accounts.firstIndex { $0.tokens.contains(token) } }
    let account = owner ?? request.locationID.flatMap(account(ofLocation:))
    return rates[account, default: RateCount()].add(.now, options.rateLimit)
  }
}

/// A calendar, and the sub-account that it belongs to whatever it says of itself.
struct StoredCalendar {
  let id: String
  /// The place of its sub-account.
  let account: Int
  var value: JSONValue { didSet { printed = nil } }
  /// What lists of calendars show of it; nil until one is asked for.
  var printed: [UInt8]?
}
