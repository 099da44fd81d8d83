extension SandboxOptions {
  /// What becomes of the hours in an update of a calendar that a schedule governs, and which hours
  /// count there.
  ///
  /// Hours are `openHours` and `availabilities`. Without a schedule that governs, hours are stored
  /// and count, whatever is chosen here.
  package enum GovernedHours: String, Sendable, Hashable, CaseIterable {
    /// They are stored, and the calendar's own hours count in spite of the schedule.
    case calendar
    /// The update is answered 200, but its hours are not stored; the schedule's hours count.
    case ignored
    /// They are stored, and every schedule that governs the calendar disappears for good; until
    /// then the schedule's hours count.
    case deletes
  }

  /// How the search for schedules is answered.
  package enum ScheduleSearch: String, Sendable, Hashable, CaseIterable {
    /// By calendar, by user, by both or by neither; deleted schedules are among the answer.
    case filtered
    /// 422 where no user is named, as the vendor's description has it.
    case needsUser = "needs-user"
    /// As if only the sub-account had been named: all of its schedules.
    case all
    /// 401, as for a token without the scope.
    case unauthorized
    /// 403.
    case forbidden
    /// 404, as for a path that does not exist.
    case missing
  }
}
