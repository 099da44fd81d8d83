/// What updates name, as the user set it (`--update`).
package enum UpdateSetting: String, Sendable, Hashable, CaseIterable {
  /// What was changed, until a save was seen to lose what it did not name; then everything, where
  /// the user wants that.
  case auto
  /// What was changed.
  case changed
  /// Every documented property that the calendar has.
  case whole
}
