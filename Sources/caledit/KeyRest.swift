/// Tells when keys rest, so that what only explains is not drawn for each press of a held key.
///
/// The first key after a rest is explained at once; those that follow closely wait for the rest.
struct KeyRest {
  /// How long no key has to come.
  static let pause = Duration.milliseconds(100)

  private var lastKey: ContinuousClock.Instant?
  /// When what was left out is to be drawn; nil when nothing was left out.
  private(set) var deadline: ContinuousClock.Instant?

  /// Takes note of keys that have come.
  mutating func noteKeys(at now: ContinuousClock.Instant) {
    let isHeld = lastKey.map { now - $0 < Self.pause } ?? false
    lastKey = now
    deadline = isHeld ? now + Self.pause : nil
  }

  /// Takes note of the time: when keys rest, everything is drawn.
  mutating func note(_ now: ContinuousClock.Instant) {
    if let deadline, deadline <= now { self.deadline = nil }
  }

  /// Whether what explains is drawn now.
  var explains: Bool { deadline == nil }
}
