import JSON

/// The rules between properties, checked on the calendar as it would be after the update.
enum BusinessRules {
  private static let conferences = ["zoom_conference", "google_conference", "ms_teams_conference"]
  private static let teamTypes = ["round_robin", "collective", "class_booking", "service_booking"]

  /// What answers 422, in the words of the validator.
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

  private static func problems(
    in locations: [JSONValue], type: String, at path: String
  ) -> [String] {
    locations.enumerated().flatMap { index, location -> [String] in
      guard let kind = location[key: "kind"]?.text, conferences.contains(kind) else { return [] }
      let path = "\(path)locationConfigurations.\(index)."
      var problems: [String] = []
      if type == "event" {
        problems.append("\(path)kind must not be \(kind) in calendars of type event")
      }
      if location[key: "location"]?.text?.isEmpty == false {
        problems.append("\(path)location should not be set for kind \(kind)")
      }
      return problems
    }
  }

  /// What answers 400 with a single text, looked at when there is nothing else wrong.
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
