import JSON

extension CalendarSpec.Flaw {
  /// Makes a calendar wrong in this way.
  func apply(to object: inout JSONObject) {
    switch self {
    case .missingURL:
      object["formSubmitType"] = "RedirectURL"
      object["formSubmitRedirectURL"] = nil
    case .tooManyRecurrences: change("recurring", in: &object) { $0["count"] = 52 }
    case .noPrimary: changeMembers(of: &object) { $0["isPrimary"] = false }
    case .conferenceOfEvent:
      object["locationConfigurations"] = [["kind": "zoom_conference", "meetingId": "zoom_0"]]
    case .hourTooLarge:
      let hours: JSONValue = [
        "openHour": 18, "openMinute": 0, "closeHour": 24, "closeMinute": 0,
      ]
      let days = object["openHours"]?.array ?? []
      object["openHours"] = .array(days + [["daysOfTheWeek": [6], "hours": [hours]]])
    case .badEmail: object["alertEmail"] = "reception@"
    case .badPriority: changeMembers(of: &object) { $0["priority"] = 2 }
    }
  }

  private func change(
    _ key: String, in object: inout JSONObject, _ body: (inout JSONObject) -> Void
  ) {
    guard var inner = object[key]?.object else { return }
    body(&inner)
    object[key] = .object(inner)
  }

  private func changeMembers(of object: inout JSONObject, _ body: (inout JSONObject) -> Void) {
    let members = object["teamMembers"]?.array ?? []
    object["teamMembers"] = .array(
      members.map { member in
        var member = member.object ?? JSONObject()
        body(&member)
        return .object(member)
      })
  }
}
