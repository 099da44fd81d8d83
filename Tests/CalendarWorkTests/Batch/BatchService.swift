import CalendarModel
import JSON

@testable import CalendarAPI
@testable import CalendarWork

/// A service of one calendar with a script of faults, and what it counted.
struct BatchService {
  /// What goes wrong with a call.
  enum Fault: CaseIterable {
    case none
    /// The request does not arrive.
    case lostBefore
    /// It is carried out, and the answer does not arrive.
    case lostAfter
    /// It is carried out when the calendar was looked at once more.
    case late
    /// The same behind a 500, a 503 and a web page with 200.
    case lateBroken, lateBusy, latePage
    case noConnection
    case invalid
    case token
    case tooMany
    /// 500; nothing was done.
    case broken
    /// 502 from a proxy; it was carried out.
    case proxy
    /// It is carried out, and the answer is a web page.
    case page
    case otherCalendar
    /// It is carried out, but for one property.
    case otherwise
    /// It is carried out, and the answer holds next to nothing.
    case short
    case notFound
  }

  var held: JSONValue
  /// What happens to the next looks and updates; nothing where they are empty.
  var looks: [Fault] = []
  var puts: [Fault] = []
  private(set) var lookCount = 0
  private(set) var putCount = 0
  /// How many updates were carried out.
  private(set) var stored = 0
  private(set) var waited = 0
  private var late: JSONValue?

  init(_ held: JSONValue) { self.held = held }

  // MARK: Running

  /// Runs to the end, or until so many requests were made.
  ///
  /// - Returns: nil where it was killed.
  mutating func run(
    _ run: inout CalendarRun, from first: CalendarRun.Step? = nil, killedAt most: Int = .max,
    onPut: (CalendarRun.Sending) -> Void = { _ in }
  ) -> BatchOutcome? {
    var step = first ?? run.begin()
    for count in 0..<100 {
      guard case .request(let request) = step else { break }
      if case .put = request, let sending = run.sending { onPut(sending) }
      if count == most { return nil }
      switch request {
      case .check, .look: step = run.loaded(look())
      case .put(let body): step = run.saved(put(body))
      case .schedules: step = run.schedules(.success(ScheduleList(calendarID: "c1")))
      case .wait(let seconds), .pause(let seconds):
        waited += seconds
        step = run.again()
      case .write: return nil
      }
    }
    if case .ended(let outcome) = step { return outcome }
    return nil
  }

  static func error(_ fault: Fault, sends: Bool) -> ServiceError {
    switch fault {
    case .lostBefore, .lostAfter, .late:
      ServiceError(.transport(.timedOut(seconds: 30)), mayHaveBeenSaved: sends)
    case .noConnection: ServiceError(.transport(.refused))
    case .invalid: ServiceError(.invalid)
    case .token: ServiceError(.unauthorized)
    case .tooMany: ServiceError(.rateLimited(retryAfterSeconds: 2))
    case .broken, .lateBroken: ServiceError(.server(status: 500), mayHaveBeenSaved: sends)
    case .lateBusy: ServiceError(.server(status: 503), mayHaveBeenSaved: sends)
    case .proxy: ServiceError(.server(status: 502), mayHaveBeenSaved: sends)
    case .notFound: ServiceError(.notFound)
    case .otherCalendar: ServiceError(.otherCalendar(asked: "c1", got: "c2"))
    default: ServiceError(.unreadable(why: "It is a web page"), mayHaveBeenSaved: sends)
    }
  }

  private mutating func look() -> Result<LoadedCalendar, ServiceError> {
    lookCount += 1
    let fault = looks.isEmpty ? .none : looks.removeFirst()
    defer { arrive() }
    switch fault {
    case .none, .short, .otherwise, .late: return .success(LoadedCalendar(calendar: held))
    default: return .failure(Self.error(fault, sends: false))
    }
  }

  private mutating func put(_ body: JSONValue) -> Result<SavedCalendar, ServiceError> {
    putCount += 1
    let fault = puts.isEmpty ? .none : puts.removeFirst()
    func answer(_ calendar: JSONValue?, _ why: String? = nil) -> Result<SavedCalendar, ServiceError>
    {
      .success(SavedCalendar(calendar: calendar, whyMissing: why, route: .documented, status: 200))
    }
    switch fault {
    case .none:
      store(body)
      return answer(held)
    case .short:
      store(body)
      return answer(["id": "c1", "locationId": "l1"])
    case .otherwise:
      let first = body.object?.keys.first ?? ""
      store(.object(JSONObject(body.object?.members.filter { $0.key != first } ?? [])))
      return answer(held)
    case .page:
      store(body)
      return answer(nil, "It is a web page")
    case .otherCalendar:
      store(body)
      return answer(nil, APITexts.isOtherCalendar("c2"))
    case .lostAfter, .proxy: store(body)
    case .late, .lateBroken, .lateBusy: late = body
    case .latePage:
      late = body
      return answer(nil, "It is a web page")
    default: break
    }
    return .failure(Self.error(fault, sends: true))
  }

  /// Carries out what is late.
  mutating func arrive() {
    if let body = late.take() { store(body) }
  }

  /// Carries out an update that arrived by itself.
  mutating func carryOut(_ body: JSONValue) { store(body) }

  private mutating func store(_ body: JSONValue) {
    var model = ServiceModel(held)
    model.store(body)
    held = model.held
    stored += 1
  }
}

extension JSONValue {
  /// The calendar with some properties.
  func with(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    guard case .object(var object) = self else { return self }
    for member in members { object[member.key] = member.value }
    return .object(object)
  }
}

/// The settings that the tests copy to the calendar of the tests.
enum BatchSample {
  static let source = calendarOfTests.with([
    "id": "source", "name": "Source", "slotDuration": 45, "notes": "new notes",
    "availabilities": [["date": "2031-01-02T00:00:00.000Z", "hours": []]],
  ])

  static let target = BatchTarget(account: "work", calendarID: "c1", title: "Consultation")

  /// A schedule of the member of the calendar of the tests governs it.
  static let governed: ScheduleAnswer = {
    var list = ScheduleList(calendarID: "c1")
    list.add([
      [
        "id": "s1", "name": "Working hours", "userId": "ana", "calendarIds": ["c1"],
        "timezone": "Europe/Berlin", "rules": [],
      ]
    ])
    return .listed(list)
  }()

  static func context(
    _ keys: [String] = ["slotDuration", "notes", "availabilities"],
    _ policy: BatchPolicy = BatchPolicy(), account: BatchAccount = BatchAccount(locationID: "l1")
  ) -> BatchContext {
    BatchContext(
      work: .copy(from: source, CopyChoices(keys)), policy: policy, account: account,
      today: todayOfTests)
  }

  static func plan(
    _ calendar: JSONValue = calendarOfTests, _ context: BatchContext = context(),
    isComplete: Bool = true, schedules: ScheduleAnswer = .notAsked
  ) -> PlannedCalendar {
    PlannedCalendar(
      target, calendar, isComplete: isComplete, schedules: schedules, in: context)
  }
}
