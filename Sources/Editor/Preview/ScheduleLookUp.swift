import CalendarAPI
import CalendarModel

/// What is asked of the service: whose schedules govern the calendar.
package struct ScheduleRequest: Sendable, Hashable {
  /// Tells the answer from those to requests that were given up.
  package let id: Int
  package let locationID: String
  package let calendarID: String
  /// The team, for a service that wants to be asked about one user at a time.
  package let userIDs: [String]
  /// The time zone of the calendar, where it is known; it is looked up with those of the schedules.
  package let timezone: String?
}

/// What is known of the schedules for the calendar, and the request for them.
struct ScheduleLookUp: Sendable {
  private(set) var answer = ScheduleAnswer.notAsked
  private var lastID = 0

  /// Begins to ask; what was known before counts until the answer is here.
  mutating func ask(
    locationID: String, calendarID: String, userIDs: [String], timezone: String?
  ) -> ScheduleRequest {
    lastID += 1
    if case .listed = answer {} else { answer = .asking }
    return ScheduleRequest(
      id: lastID, locationID: locationID, calendarID: calendarID, userIDs: userIDs,
      timezone: timezone)
  }

  /// Notes that the service cannot be asked.
  mutating func note(unknown reason: String) {
    lastID += 1
    answer = .unknown(reason: reason)
  }

  /// Takes in an answer.
  ///
  /// - Returns: false for one that nobody waits for any more.
  mutating func finish(_ id: Int, _ result: Result<ScheduleList, ServiceError>) -> Bool {
    guard id == lastID else { return false }
    switch result {
    case .success(let list): answer = .listed(list)
    case .failure(let error):
      // What was known stays known.
      if case .listed = answer { return true }
      answer = .unknown(reason: Self.reason(error))
    }
    return true
  }

  /// Why the service did not say, as the end of a sentence.
  private static func reason(_ error: ServiceError) -> String {
    let title = error.title
    let words = title.prefix(1).lowercased() + title.dropFirst()
    guard error.status == 401 || error.status == 403 else { return words }
    let isAboutScope = error.messages.contains { $0.text.lowercased().contains("scope") }
    return isAboutScope
      ? "the token lacks the scope \(ServiceCall.readingScope)"
      : "\(words); it needs the scope \(ServiceCall.readingScope)"
  }
}
