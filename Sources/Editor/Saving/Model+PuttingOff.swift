import CalendarAPI

/// What any call can run into: a refused token, too many requests. It is put off, and done again.
extension Model {
  /// Puts a call off that was answered by a refusal of the token or a request to wait.
  ///
  /// - Returns: nil when the answer is something else, or cannot be waited for.
  mutating func putOff(_ kind: Request.Kind, _ error: ServiceError) -> [Effect]? {
    switch error.kind {
    case _ where error.isTokenRefused:
      putOff = kind
      banner = Banner(error)
      askForToken("Put the token right where it comes from; it can be read again from there.")
      return []
    case .rateLimited(let seconds):
      guard waits < Self.mostWaits, let seconds, seconds <= Self.longestWait else { return nil }
      waits += 1
      putOff = kind
      _ = start(.wait(seconds: max(1, seconds)))
      return []
    default: return nil
    }
  }

  private mutating func askForToken(_ why: String) {
    layers.append(questionAboutToken(why))
  }

  /// The longest time that is waited without a word of the user, in seconds.
  private static let longestWait = 120
  /// How often one call, or one save, is put off.
  static let mostWaits = 3

  /// Does again what was put off.
  private mutating func resume() -> [Effect] {
    defer { putOff = nil }
    switch putOff {
    case .load: return [.load(request: start(.load))]
    case .merge: return [.load(request: start(.merge))]
    case .check: return goOn(with: .check)
    case .save: return goOn(with: .put)
    case .confirm: return goOn(with: .confirm)
    case .token, .wait, nil: return document == nil ? begin() : lookUpAll()
    }
  }

  /// Goes on when the time that the service asked for is over.
  mutating func secondPassed() -> [Effect] {
    request?.seconds += 1
    guard let request, case .wait(let seconds) = request.kind, request.seconds >= seconds else {
      return []
    }
    self.request = nil
    return resume()
  }

  /// Reads the token again.
  ///
  /// - Parameter goesOn: whether what was refused is done again then. Later, at another time, a save
  ///   that was put off is none that the user still has in mind.
  mutating func readToken(goesOn: Bool) -> [Effect] {
    banner = nil
    if !goesOn {
      putOff = nil
      saving = nil
    }
    return [.readToken(request: start(.token))]
  }

  mutating func finish(token id: Int, _ failure: String?) -> [Effect] {
    guard request?.id == id else { return [] }
    request = nil
    guard let failure else {
      if putOff == nil, status == nil { say("The token was read again.", .success) }
      return resume()
    }
    banner = Banner(kind: .error, title: "The token could not be read again: \(failure)")
    if putOff != nil { askForToken("It could not be read: \(failure)") }
    return []
  }
}
