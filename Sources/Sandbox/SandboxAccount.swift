import JSON

/// One sub-account of a sandbox, and everything in it.
package struct SandboxAccount: Sendable, Hashable {
  /// Its id: the `locationId` of calls, and that of its calendars.
  package var id: String
  package var name: String
  /// Where the hours of its calendars are, such as `Europe/Berlin`; nil leaves it out of the
  /// sub-account, and hours are in the zone that a call for free slots names, or in UTC.
  package var timezone: String?
  /// What else the call for the sub-account answers: its address, its e-mail address and so on.
  package var details: JSONObject
  /// The tokens that open it, and no other sub-account.
  ///
  /// Without any, it is open to every token that is not that of another one.
  package var tokens: [String]
  /// The calls that are answered 401 for want of the scope.
  package var missingScopes: Set<SandboxCall.Kind>
  /// Its calendars as answers show them; one without an `id` is left out.
  package var calendars: [JSONValue]
  package var schedules: [JSONValue]
  package var users: [JSONValue]
  package var groups: [JSONValue]
  package var forms: [JSONValue]

  package init(
    id: String, name: String, timezone: String? = nil, details: JSONObject = JSONObject(),
    tokens: [String] = [], missingScopes: Set<SandboxCall.Kind> = [], calendars: [JSONValue] = [],
    schedules: [JSONValue] = [], users: [JSONValue] = [], groups: [JSONValue] = [],
    forms: [JSONValue] = []
  ) {
    self.id = id
    self.name = name
    self.timezone = timezone
    self.details = details
    self.tokens = tokens
    self.missingScopes = missingScopes
    self.calendars = calendars
    self.schedules = schedules
    self.users = users
    self.groups = groups
    self.forms = forms
  }

  /// The ids of its calendars, in the order they are listed.
  package var calendarIDs: [String] { calendars.compactMap { $0[key: "id"]?.text } }

  /// The id of the first calendar of that name; nil where there is none.
  package func calendarID(named name: String) -> String? {
    calendars.first { $0[key: "name"]?.text == name }?[key: "id"]?.text
  }

  /// The sub-account as its own call answers it.
  var location: JSONValue {
    var object = JSONObject([
      .init(key: "id", value: .text(id)), .init(key: "name", value: .text(name)),
    ])
    for member in details.members { object[member.key] = member.value }
    object["timezone"] = timezone.map(JSONValue.text)
    return .object(object)
  }
}
