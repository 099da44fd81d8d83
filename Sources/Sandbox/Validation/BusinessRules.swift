import JSON

/// The rules between properties, checked on the calendar as it would be after the update.
enum BusinessRules {
  private static let conferences = ["zoom_conference", "google_conference", "ms_teams_conference"]
  private static let teamTypes = ["round_robin", "collective", "class_booking", "service_booking"]

  /// The problems that the service answers with 422, in the words of its validator.
  static func problems(in calendar: JSONValue) -> [String] {
    let type = calendar[key: "calendarType"]?.text ?? ""
    let members = calendar[key: "teamMembers"]?.array ?? []
    var problems: [String] = []

    if teamTypes.contains(type), members.isEmpty {
      problems.append("teamMembers must contain at least 1 elements")
    }
    let primaries = members.count { $0[key: "isPrimary"]?.bool == true }
    if primaries > 1 {
      problems.append("teamMembers must not contain more than 1 primary member")
    } else if type == "collective", !members.isEmpty, primaries == 0 {
      problems.append("teamMembers must contain exactly 1 primary member")
    }
    problems += repeatedMembers(members)
    for (index, member) in members.enumerated() {
      let path = "teamMembers.\(index)."
      let locations = member[key: "locationConfigurations"]?.array ?? []
      let isSingle = ["class_booking", "collective"].contains(type) || members.count > 1
      if isSingle, locations.count > 1 {
        problems.append("\(path)locationConfigurations must contain no more than 1 elements")
      }
      problems += self.problems(in: locations, type: type, at: path)
    }
    let locations = calendar[key: "locationConfigurations"]?.array ?? []
    return problems + self.problems(in: locations, type: type, at: "")
  }

  private static func repeatedMembers(_ members: [JSONValue]) -> [String] {
    var seen: Set<String> = []
    return members.enumerated().compactMap { index, member in
      guard let id = member[key: "userId"]?.text else { return nil }
      if id.isEmpty { return "teamMembers.\(index).userId should not be empty" }
      return seen.insert(id).inserted ? nil : "teamMembers.\(index).userId must be unique"
    }
  }

  /// A conference is not supported in event calendars; elsewhere its `location` is not applicable,
  /// and the service takes it all the same.
  private static func problems(
    in locations: [JSONValue], type: String, at path: String
  ) -> [String] {
    guard type == "event" else { return [] }
    return locations.enumerated().compactMap { index, location in
      guard let kind = location[key: "kind"]?.text, conferences.contains(kind) else { return nil }
      return "\(path)locationConfigurations.\(index).kind must not be \(kind) in calendars of type "
        + "event"
    }
  }

  /// The properties that the members of an update lack: the page requires `isPrimary` in
  /// collective calendars.
  static func problems(inMembersOf update: JSONObject, type: String?) -> [String] {
    guard type == "collective" else { return [] }
    let members = update["teamMembers"]?.array ?? []
    return members.indices.filter { members[$0][key: "isPrimary"]?.bool == nil }
      .map { "teamMembers.\($0).isPrimary should not be null or undefined" }
  }

  /// An update that chooses the redirect must name the URL itself; the stored one does not count.
  static func problems(inRedirectOf update: JSONObject) -> [String] {
    guard update["formSubmitType"]?.text == "RedirectURL" else { return [] }
    switch update["formSubmitRedirectURL"] {
    case nil, .null?: return ["formSubmitRedirectURL must be a string"]
    case let url?: return url.text == "" ? ["formSubmitRedirectURL must be a URL address"] : []
    }
  }

  /// The problem that the service answers with 400 and a single text, when nothing else is wrong.
  static func refusal(of calendar: JSONValue) -> String? {
    let members = calendar[key: "teamMembers"]?.array ?? []
    if calendar[key: "calendarType"]?.text == "personal", members.count != 1 {
      return "Personal calendar must have exactly one team member"
    }
    if calendar[key: "enableRecurring"]?.bool == true, members.count != 1 {
      return "Recurring appointments can be enabled with exactly one team member only"
    }
    return nil
  }
}
