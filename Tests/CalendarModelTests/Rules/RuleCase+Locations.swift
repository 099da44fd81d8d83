import JSON

extension RuleCase {
  /// A location of the calendar, and one of a team member.
  static let locations: [JSONPath] = [
    "locationConfigurations[0]", "teamMembers[0].locationConfigurations[0]",
  ]
}
