import JSON

extension Rule {
  /// Calendars that need a team; API page, `teamMembers`.
  static let teamRequired = Rule("team.required", .error) { calendar in
    guard let type = calendar.type, type.teamSize == .atLeastOne,
      !type.teamSize.allows(calendar.count(.teamMembers))
    else { return [] }
    return [
      Finding(
        "A \(type.label.lowercased()) calendar needs team members; add one.",
        at: CalendarKey.teamMembers.path)
    ]
  }
}
