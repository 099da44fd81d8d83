/// What was learnt of how the service treats the updates of one sub-account, and what its user
/// decided; it is remembered per base URL and sub-account.
package struct AccountHabits: Sendable, Hashable {
  /// Whether a save was seen to lose what it did not name; nil where no save has shown it.
  package var losesUnnamed: Bool?
  /// Whether nested keys that no document lists are sent back inside what is sent; nil while the
  /// user was not asked.
  package var sendsUndocumented: Bool?

  package init(losesUnnamed: Bool? = nil, sendsUndocumented: Bool? = nil) {
    self.losesUnnamed = losesUnnamed
    self.sendsUndocumented = sendsUndocumented
  }
}
