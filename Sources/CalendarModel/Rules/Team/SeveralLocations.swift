import JSON

extension Rule {
  /// Several locations of one member; API page, `teamMembers[].locationConfigurations`.
  static let severalLocations = Rule("team.severalLocations", .error) { calendar in
    guard calendar.isPresent(.teamMembers), calendar.count(.teamMembers) > 1 else { return [] }
    return calendar.tally(MemberFacts.hasSeveralLocations).rows { $0 }.map { row in
      Finding(
        "Several locations are allowed only with a single team member; keep one.",
        at: CalendarKey.teamMembers.path.appending(row).appending(MemberKey.locationConfigurations))
    }
  }
}
