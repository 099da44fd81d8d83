/// Tells how long the screen stays as it is when a call begins, so that one that is answered at once is
/// not drawn and wiped.
///
/// What is asked for behind the call, such as names, belongs to it.
struct CallRest {
  /// How long an answer may take to be drawn without the call.
  static let patience = Duration.milliseconds(150)

  /// When the first of the calls began that are under way, one behind the other; nil while none is.
  private var began: ContinuousClock.Instant?
  /// When the call is to be drawn; nil while nothing is held back.
  private(set) var deadline: ContinuousClock.Instant?

  /// Whether nothing is drawn now.
  var isHolding: Bool { deadline != nil }

  /// Takes note of what is under way.
  ///
  /// - Parameters:
  ///   - isCalling: whether a call is, which the screen shows.
  ///   - isWaiting: whether an answer is waited for, which it does not show.
  mutating func note(isCalling: Bool, isWaiting: Bool, at now: ContinuousClock.Instant) {
    if !isCalling, !isWaiting {
      (began, deadline) = (nil, nil)
    } else if began == nil, isCalling {
      (began, deadline) = (now, now + Self.patience)
    } else if let deadline, deadline <= now {
      self.deadline = nil
    }
  }

  /// Takes note of somebody who does something meanwhile: they see at once what it does.
  mutating func end() { deadline = nil }
}
