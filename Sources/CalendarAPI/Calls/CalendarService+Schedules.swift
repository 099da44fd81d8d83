import CalendarModel
import JSON

extension CalendarService {
  /// Lists the schedules for a calendar (`GET /calendars/schedules/search`, section 6).
  ///
  /// Where the service wants to be asked about one user at a time, each of the team is asked about
  /// in turn; one that the service does not know is left out of the list of those asked about.
  /// - Parameter userIDs: the team of the calendar.
  /// - Throws: what makes it unknown whether a schedule governs the calendar.
  package func schedules(
    locationID: String, calendarID: String, userIDs: [String]
  ) async throws(ServiceError) -> ScheduleList {
    var list = ScheduleList(calendarID: calendarID)
    do {
      try await addSchedules(to: &list, locationID: locationID, userID: nil)
      return list
    } catch  where error.asksForUser && !userIDs.isEmpty {
      list = ScheduleList(calendarID: calendarID, askedUserIDs: [])
    }
    for user in userIDs.prefix(Self.mostUsersAsked) {
      do {
        try await addSchedules(to: &list, locationID: locationID, userID: user)
        list.askedUserIDs?.insert(user)
      } catch  where error.isAboutOneUser {
        continue
      }
    }
    return list
  }

  /// Lists the schedules of a whole sub-account, where the service takes a search without a user.
  ///
  /// - Throws: what makes it unknown which calendars schedules govern.
  package func schedules(locationID: String) async throws(ServiceError) -> ScheduleList {
    var list = ScheduleList(calendarID: "")
    try await addSchedules(to: &list, locationID: locationID, userID: nil)
    return list
  }

  /// How many users are asked about one by one: a share of what the service takes in ten seconds.
  private static var mostUsersAsked: Int { 30 }

  /// The most schedules that one answer has.
  private static var pageSize: Int { 500 }

  private func addSchedules(
    to list: inout ScheduleList, locationID: String, userID: String?
  ) async throws(ServiceError) {
    for page in 0..<20 {
      var query = [("locationId", locationID)]
      if !list.calendarID.isEmpty { query.append(("calendarId", list.calendarID)) }
      if let userID { query.append(("userId", userID)) }
      if page > 0 { query.append(("skip", "\(page * Self.pageSize)")) }
      query.append(("limit", "\(Self.pageSize)"))
      let response = try await get("/calendars/schedules/search", query: query, version: .calendars)
      let answer = try document(of: response).value
      guard let entries = answer.array ?? answer[key: "schedules"]?.array else {
        throw unreadable(response, APITexts.memberMissing("schedules", "a list"))
      }
      let known = list.schedules.count
      list.add(entries)
      // A server that ignores `skip` sends the same page again.
      if entries.count < Self.pageSize || list.schedules.count == known { return }
    }
  }
}

extension ServiceError {
  /// Whether the service wants to be told whose schedules are meant.
  fileprivate var asksForUser: Bool {
    guard status == 400 || status == 422 else { return false }
    return messages.contains { $0.text.lowercased().contains("userid") }
  }

  /// Whether a refusal can be about the user alone, so that others can still be asked about.
  fileprivate var isAboutOneUser: Bool {
    switch kind {
    case .noSuchRoute: false
    default: status == 400 || status == 404 || status == 422
    }
  }
}
