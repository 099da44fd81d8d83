/// When something is due again that is done every so often.
package enum Repetition {
  /// The next moment, in step with the last one.
  ///
  /// A machine that was asleep for a night, or a program that was stopped, has missed many; they are
  /// not made up for.
  package static func next(
    after due: ContinuousClock.Instant, every pause: Duration,
    now: ContinuousClock.Instant = .now
  ) -> ContinuousClock.Instant {
    let next = due.advanced(by: pause)
    return next > now ? next : now.advanced(by: pause)
  }
}
