import CalendarModel
import JSON

/// A sub-account, as far as a calendar needs it.
package struct SubAccount: Sendable, Hashable {
  package let id: String
  /// The name of its time zone: "Europe/Berlin"; nil where it has none.
  package let timezone: String?

  package init(id: String, timezone: String?) {
    self.id = id
    self.timezone = timezone
  }
}

extension CalendarService {
  /// Asks for a sub-account (`GET /locations/{locationId}`), whose time zone is that of its calendars.
  package func location(id: String) async throws(ServiceError) -> SubAccount {
    let response = try await get("/locations/\(try segment(id))", version: .usersAndForms)
    let value = try document(of: response).value
    guard let location = value[key: "location"], location.object != nil else {
      throw unreadable(response, APITexts.memberMissing("location", "an object"))
    }
    if let other = location[key: "id"]?.text, other != id {
      throw unreadable(response, APITexts.otherLocation(other))
    }
    let timezone = location[key: "timezone"]?.text
    return SubAccount(id: id, timezone: timezone?.isEmpty == false ? timezone : nil)
  }
}
