import JSON

extension Rule {
  /// A user who is in the team more than once.
  static let sameUser = Rule("team.sameUser", .warning) { calendar in
    guard calendar.isPresent(.teamMembers) else { return [] }
    return calendar.tally(MemberFacts.user).repeatedRows.map { row in
      Finding(
        "This user is in the team already; delete one of the two.",
        at: CalendarKey.teamMembers.path.appending(row).appending(MemberKey.userId))
    }
  }
}
