import CalendarModel
import JSON

extension CalendarService {
  /// Lists the calendars of a sub-account (`GET /calendars/?locationId=`); the detail is the type.
  package func calendars(locationID: String) async throws(ServiceError) -> [LookUpResult] {
    try await list(
      "/calendars/", "calendars", locationID: locationID, version: .calendars,
      detail: "calendarType")
  }

  /// Lists the calendars of a sub-account, as far as a list shows them
  /// (`GET /calendars/?locationId=`).
  package func calendarList(locationID: String) async throws(ServiceError) -> CalendarListing {
    let response = try await get(
      "/calendars/", query: [("locationId", locationID)], version: .calendars)
    let answer = try document(of: response).value
    guard let listing = CalendarListing(answer) else {
      throw unreadable(response, APITexts.memberMissing("calendars", "a list"))
    }
    return listing
  }

  /// Lists the calendar groups (`GET /calendars/groups`); the detail is the slug.
  package func groups(locationID: String) async throws(ServiceError) -> [LookUpResult] {
    try await list(
      LookUp.groups.path, "groups", locationID: locationID, version: .calendars, detail: "slug")
  }

  /// Lists the users of a sub-account (`GET /users/`); the detail is the e-mail address.
  package func users(locationID: String) async throws(ServiceError) -> [LookUpResult] {
    try await list(
      LookUp.users.path, "users", locationID: locationID, version: .usersAndForms, detail: "email")
  }

  /// Lists the forms of a sub-account (`GET /forms/`), page by page.
  package func forms(locationID: String) async throws(ServiceError) -> [LookUpResult] {
    let pageSize = 50  // the largest that the service allows
    var forms: [LookUpResult] = []
    var seen: Set<String> = []
    for page in 0..<100 {
      let query = [
        ("locationId", locationID), ("skip", "\(page * pageSize)"), ("limit", "\(pageSize)"),
      ]
      let response = try await get(LookUp.forms.path, query: query, version: .usersAndForms)
      let value = try document(of: response).value
      let entries = try entries("forms", of: value, response)
      let choices = entries.compactMap { LookUpResult($0, detail: nil) }
      let new = choices.filter { seen.insert($0.id).inserted }
      forms += new
      // A server that ignores `skip` sends the same page again: nothing new ends it too.
      if new.isEmpty || entries.count < pageSize { break }
      if let total = value[key: "total"]?.int, (page + 1) * pageSize >= total { break }
    }
    return forms
  }

  /// Asks for the start times that bookers are offered now
  /// (`GET /calendars/{calendarId}/free-slots`).
  ///
  /// - Parameters:
  ///   - from: The start in milliseconds since 1970.
  ///   - to: The end in milliseconds since 1970; the service takes at most 31 days.
  ///   - timezone: The zone that the slots are given in, such as `Europe/Berlin`; nil leaves the
  ///     choice to the service.
  package func freeSlots(
    calendarID: String, from: Int, to: Int, timezone: String? = nil
  ) async throws(ServiceError) -> OfferedStarts {
    let path = "/calendars/\(try segment(calendarID))/free-slots"
    var query = [("startDate", "\(from)"), ("endDate", "\(to)")]
    if let timezone { query.append(("timezone", timezone)) }
    let response = try await get(path, query: query, version: .calendars)
    let answer = try document(of: response).value
    do {
      return try OfferedStarts(answer: answer)
    } catch {
      throw unreadable(response, error.reason)
    }
  }

  private func list(
    _ path: String, _ name: String, locationID: String, version: Version, detail: String
  ) async throws(ServiceError) -> [LookUpResult] {
    let response = try await get(path, query: [("locationId", locationID)], version: version)
    let entries = try entries(name, of: try document(of: response).value, response)
    return entries.compactMap { LookUpResult($0, detail: detail) }
  }

  private func entries(
    _ name: String, of value: JSONValue, _ response: HTTPResponse
  ) throws(ServiceError) -> [JSONValue] {
    guard let entries = value[key: name]?.array else {
      throw unreadable(response, APITexts.memberMissing(name, "a list"))
    }
    return entries
  }
}
