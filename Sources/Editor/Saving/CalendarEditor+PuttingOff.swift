import CalendarAPI
import CalendarWork

/// What any call can run into: a refused token, too many requests. It is put off, and done again.
extension CalendarEditor {
  /// Puts a load off that was answered by a refusal of the token or a request to wait; a save does
  /// so itself.
  ///
  /// - Returns: nil when the answer is something else, or cannot be waited for.
  mutating func putOff(_ kind: Request.Kind, _ error: ServiceError) -> [Effect]? {
    if error.isTokenRefused {
      calls.putOff = kind
      banner = Banner(error)
      askForToken(Self.tokenCanBeRead, after: error)
      return []
    }
    guard let seconds = calls.patience.wait(after: error) else { return nil }
    calls.putOff = kind
    return wait(seconds)
  }

  static let tokenCanBeRead =
    "Correct the token where it comes from; caledit can read it again."

  /// - Parameter error: the refusal; where it is not the token itself that is wrong, the same token
  ///   may be accepted once somebody has granted it what it lacks.
  mutating func askForToken(_ why: String, after error: ServiceError? = nil) {
    let isGranted = error.map { $0.kind != .unauthorized } ?? false
    dialogs.append(questionAboutToken(why, canTryAgain: isGranted))
  }

  /// Does again what was put off.
  mutating func resume() -> [Effect] {
    defer { calls.putOff = nil }
    switch calls.putOff {
    case .load: return [.load(request: start(.load))]
    case .merge: return [.load(request: start(.merge))]
    case .check, .save, .confirm, .schedules, .token, .wait, .pause, nil:
      if saves.job != nil { return withJob { $0.again() } }
      return document == nil ? begin() : lookUpAll()
    }
  }

  /// Goes on when the time is over that the service asked to wait.
  mutating func finish(wait id: Int) -> [Effect] {
    guard let request, request.id == id, request.kind.isWait else { return [] }
    self.request = nil
    return calls.putOff == nil && saves.job != nil ? withJob { $0.timeIsOver() } : resume()
  }

  /// Reads the token again.
  ///
  /// - Parameter goesOn: whether what was refused is done again then. Later, at another time, a save
  ///   that was put off is none that the user still has in mind.
  mutating func readToken(goesOn: Bool) -> [Effect] {
    banner = nil
    var ended: [Effect] = []
    if !goesOn {
      calls.putOff = nil
      if saves.job?.isInDoubt == false { ended = dropSave() }
    }
    return ended + [.readToken(request: start(.token))]
  }

  mutating func finish(token id: Int, _ failure: String?) -> [Effect] {
    guard request?.id == id else { return [] }
    request = nil
    guard let failure else {
      if calls.putOff == nil, saves.job == nil, status == nil {
        say("The token was read again.", .success)
      }
      return resume()
    }
    banner = Banner(kind: .error, title: "The token could not be read again: \(failure)")
    if calls.putOff != nil || saves.job != nil { askForToken("It could not be read: \(failure)") }
    return []
  }
}
