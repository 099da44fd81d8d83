/// What the body of an update names.
package enum UpdateScope: String, Sendable, Hashable, CaseIterable {
  /// The properties that were changed, and what the service refuses them without.
  case changed
  /// Every documented property that the calendar has, as it was loaded or edited: for accounts where
  /// a PUT replaces the calendar and loses what its body leaves out.
  case whole
}
