/// Moments until which something waits; nil stands for never.
package enum Deadline {
  /// The earlier of two moments.
  package static func earlier(
    _ one: ContinuousClock.Instant?, _ other: ContinuousClock.Instant?
  ) -> ContinuousClock.Instant? {
    guard let one else { return other }
    guard let other else { return one }
    return min(one, other)
  }
}
