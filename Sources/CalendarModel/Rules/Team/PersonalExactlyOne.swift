import JSON

extension Rule {
  /// The one member of a personal calendar; API page, `teamMembers`.
  static let personalExactlyOne = Rule("team.personalExactlyOne", .error) { calendar in
    guard let type = calendar.type, type.teamSize == .exactlyOne else { return [] }
    let count = calendar.count(.teamMembers)
    guard !type.teamSize.allows(count) else { return [] }
    return [
      Finding(
        "A \(type.label.lowercased()) calendar has exactly one team member; "
          + (count == 0 ? "add one." : "delete \(count - 1)."),
        at: CalendarKey.teamMembers.path)
    ]
  }
}
