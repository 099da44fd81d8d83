import CalendarModel
import JSON

/// A sub-account, as far as a calendar needs it.
package struct SubAccount: Sendable, Hashable {
  package let id: String
  /// The name of its time zone: "Europe/Berlin"; nil where it has none.
  package let timezone: String?
  /// What it is called; nil where the answer does not say.
  package let name: String?

  package init(id: String, timezone: String?, name: String? = nil) {
    self.id = id
    self.timezone = timezone
    self.name = name
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
    func text(_ key: String) -> String? {
      location[key: key]?.text.flatMap { $0.isEmpty ? nil : $0 }
    }
    return SubAccount(id: id, timezone: text("timezone"), name: text("name"))
  }
}
