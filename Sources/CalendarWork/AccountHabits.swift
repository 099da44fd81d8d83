import CalendarModel

/// What was learnt of how the service treats the updates of one sub-account, and what its user
/// decided; it is remembered per base URL and sub-account.
package struct AccountHabits: Sendable, Hashable {
  /// Whether each update names the whole calendar, because a save was seen to lose what it did not
  /// name; nil where that was not seen, or the user did not want it.
  package var sendsWhole: Bool?
  /// Whether nested keys that no document lists are sent back inside what is sent; nil while the
  /// user was not asked.
  package var sendsUndocumented: Bool?
  /// Whether the last update that could tell was seen to lose what it did not name; nil while none
  /// was, and false where one that was sent in spite of an earlier loss lost nothing.
  package var losesUnnamed: Bool?

  package init(
    sendsWhole: Bool? = nil, sendsUndocumented: Bool? = nil, losesUnnamed: Bool? = nil
  ) {
    self.sendsWhole = sendsWhole
    self.sendsUndocumented = sendsUndocumented
    self.losesUnnamed = losesUnnamed
  }

  /// Takes note of what an update did to what it did not name, as it was seen.
  ///
  /// An update of the whole calendar tells nothing. That nothing was lost is worth a note only where
  /// an earlier update lost something.
  package mutating func note(lost: Bool, scope: UpdateScope) {
    guard scope == .changed else { return }
    if lost { losesUnnamed = true } else if losesUnnamed != nil { losesUnnamed = false }
  }

  /// Takes note of what a save did to what it did not name.
  package mutating func note(_ report: SaveReport, scope: UpdateScope) {
    if report.losesUnnamed {
      note(lost: true, scope: scope)
    } else if report.isExact {
      note(lost: false, scope: scope)
    }
  }
}
