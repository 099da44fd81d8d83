import JSON

/// Schedules: which of them govern a calendar, and the calls that read them.
extension SandboxState {
  /// The schedules that govern a calendar: those of its team members that name it and are not
  /// deleted.
  func schedules(governing calendar: JSONValue) -> [JSONValue] {
    let members = (calendar[key: "teamMembers"]?.array ?? []).compactMap { $0[key: "userId"]?.text }
    return schedules.filter { schedule in
      schedule[key: "deleted"]?.bool != true
        && Self.names(schedule, calendar[key: "id"]?.text)
        && members.contains { $0 == schedule[key: "userId"]?.text }
    }
  }

  func index(ofSchedule id: String) -> Int? {
    schedules.firstIndex { Self.id(of: $0) == id }
  }

  private static func id(of schedule: JSONValue) -> String? {
    (schedule[key: "id"] ?? schedule[key: "_id"])?.text
  }

  private static func names(_ schedule: JSONValue, _ calendar: String?) -> Bool {
    schedule[key: "calendarIds"]?.array?.contains { $0.text == calendar } == true
  }

  /// Takes away every schedule that governs a calendar, also from the other calendars that it names.
  mutating func removeSchedules(governing calendar: JSONValue) {
    let ids = Set(schedules(governing: calendar).compactMap(Self.id))
    schedules.removeAll { Self.id(of: $0).map(ids.contains) == true }
  }

  // MARK: Calls

  /// Answers the search for schedules of a sub-account.
  func scheduleSearch(_ account: Int, _ query: Query) -> SandboxAnswer {
    if let refusal = scheduleRefusal { return refusal }
    var problems: [String] = []
    func number(_ name: String, _ standard: Int, atMost limit: Int) -> Int {
      guard let text = query[name] else { return standard }
      guard let number = Int(text), number >= 0 else {
        problems.append("\(name) must be a number conforming to the specified constraints")
        return standard
      }
      if number > limit { problems.append("\(name) must not be greater than \(limit)") }
      return number
    }
    let skip = number("skip", 0, atMost: .max)
    let limit = number("limit", 500, atMost: 500)
    let user = query["userId"]
    if options.schedules == .needsUser, user?.isEmpty ?? true {
      problems += ["userId must be a string", "userId should not be empty"]
    }
    guard problems.isEmpty else { return .invalid(problems) }
    let found = schedules.filter { schedule in
      guard self.account(of: schedule) == account else { return false }
      guard options.schedules != .all else { return true }
      return user.map { $0 == schedule[key: "userId"]?.text } ?? true
        && query["calendarId"].map { Self.names(schedule, $0) } ?? true
    }
    return SandboxAnswer(200, ["schedules": .array(Array(found.dropFirst(skip).prefix(limit)))])
  }

  /// How calls for schedules are refused, where they are.
  var scheduleRefusal: SandboxAnswer? {
    switch options.schedules {
    case .filtered, .needsUser, .all: nil
    case .unauthorized: .missingScope
    case .forbidden: .otherLocation
    case .missing: .notFound("Cannot GET /calendars/schedules/search")
    }
  }
}
