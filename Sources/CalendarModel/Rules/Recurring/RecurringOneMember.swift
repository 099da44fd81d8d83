import JSON

extension Rule {
  /// Recurring bookings with a team of one; API page, `enableRecurring`.
  static let recurringOneMember = Rule("recurring.oneMember", .error) { calendar in
    guard calendar.held(.enableRecurring) == true,
      let reason = TypeRules.recurring(memberCount: calendar.count(.teamMembers))
    else { return [] }
    return [
      Finding(
        reason + "; switch this off or change the team.", at: CalendarKey.enableRecurring.path)
    ]
  }
}
