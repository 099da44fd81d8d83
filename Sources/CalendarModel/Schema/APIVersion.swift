/// The version of the calendar calls, which every request names in its header `Version`.
package enum APIVersion: String, Sendable, Hashable, CaseIterable {
  /// The only one that the API page of the update allows.
  case dated = "2021-04-15"
  /// The one that the vendor's own client sends; its update has the path without suffix only
  /// (section 8).
  case v3

  /// What each unit of the minimum notice needs: ``v3`` takes minutes as well (section 8).
  static func needed(for unit: TimeUnit) -> APIVersion? { unit == .mins ? .v3 : nil }
}
