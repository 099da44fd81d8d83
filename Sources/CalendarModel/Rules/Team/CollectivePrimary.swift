import JSON

extension Rule {
  /// The primary member that a collective calendar needs; API page, `teamMembers[].isPrimary`.
  static let collectivePrimary = Rule("team.collectivePrimary", .error) { calendar in
    guard let type = calendar.type, type.needsPrimary, calendar.count(.teamMembers) > 0,
      calendar.tally(MemberFacts.isPrimary).counts.total == 0
    else { return [] }
    return [
      Finding(
        "A \(type.label.lowercased()) calendar needs one primary member; make one primary.",
        at: CalendarKey.teamMembers.path)
    ]
  }
}
