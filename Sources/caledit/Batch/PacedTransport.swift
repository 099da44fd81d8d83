import CalendarAPI
import State

/// Sends requests at the pace that the service allows their sub-account.
struct PacedTransport: Transport {
  let transport: any Transport
  let pace: SharedPace
  let turn: Turn

  /// When a request goes out.
  enum Turn: Sendable {
    /// At once, as a person wants it; it only counts.
    case now
    /// As soon as there is room.
    case soon
    /// Evenly spaced: one of many.
    case even
  }

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let sentAt = try await takeTurn()
    let response = try await transport.send(request)
    if response.status == 429 {
      pace.refused(retryAfter: RetryAfter.seconds(response))
    } else {
      pace.note(RateLimit(response), sentAt: sentAt, tellsOfOthers: turn == .even)
    }
    return response
  }

  /// Waits for the turn of a request.
  ///
  /// - Returns: when it goes out, by the clock of the pace.
  private func takeTurn() async throws(TransportError) -> Int {
    // One that nothing is left for today goes all the same: only the service knows it for sure, and
    // its answer says so.
    let slot = pace.reserve(isUrgent: turn != .even)
    guard case .at(let time) = slot, turn != .now else { return SharedPace.now }
    let pause = Duration.microseconds(max(0, time - SharedPace.now))
    // The requests of many have their progress, and those of an editor their screen.
    if turn == .soon { WaitNotice.say(pause: pause) }
    do {
      try await Task.sleep(for: pause)
    } catch {
      throw .cancelled
    }
    let now = SharedPace.now
    guard now - time > Self.late else { return time }
    pace.moved(time, to: now)
    return now
  }

  /// From how many microseconds on a request that went out late counts for when it did: on a busy
  /// machine a thread may wait for long.
  private static let late = 20_000
}
