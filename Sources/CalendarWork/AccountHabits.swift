/// What was learnt of how the service treats the updates of one sub-account, and what its user
/// decided; it is remembered per base URL and sub-account.
package struct AccountHabits: Sendable, Hashable {
  /// Whether each update names the whole calendar, because a save was seen to lose what it did not
  /// name; nil where that was not seen, or the user did not want it.
  package var sendsWhole: Bool?
  /// Whether nested keys that no document lists are sent back inside what is sent; nil while the
  /// user was not asked.
  package var sendsUndocumented: Bool?

  package init(sendsWhole: Bool? = nil, sendsUndocumented: Bool? = nil) {
    self.sendsWhole = sendsWhole
    self.sendsUndocumented = sendsUndocumented
  }
}
