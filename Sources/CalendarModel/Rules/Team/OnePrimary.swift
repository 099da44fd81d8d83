import JSON

extension Rule {
  /// At most one primary member; API page, `teamMembers[].isPrimary`.
  static let onePrimary = Rule("team.onePrimary", .error) { calendar in
    guard calendar.isPresent(.teamMembers) else { return [] }
    let members = calendar.tally(MemberFacts.isPrimary)
    let count = members.counts.total
    guard count > 1 else { return [] }
    return members.rows { $0 }.dropFirst().map { row in
      Finding(
        "Only one member can be primary, and \(count) are; switch the others off.",
        at: CalendarKey.teamMembers.path.appending(row).appending(MemberKey.isPrimary))
    }
  }
}
