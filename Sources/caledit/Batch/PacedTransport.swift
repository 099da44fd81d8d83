import CalendarAPI
import State

/// Sends requests at the pace that the service allows their sub-account.
struct PacedTransport: Transport {
  let transport: any Transport
  let pace: SharedPace
  /// Whether a request waits for its turn; one that a person waits for goes at once, and those of a run
  /// behind it wait the longer.
  let waits: Bool

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let sentAt = try await turn()
    let response = try await transport.send(request)
    if response.status == 429 {
      pace.refused(retryAfter: RetryAfter.seconds(response))
    } else if waits {
      // Several that go out at once are counted by the service before this program has sent all; what
      // it says of them would look like the requests of others.
      pace.note(RateLimit(response), sentAt: sentAt)
    }
    return response
  }

  /// Waits for the turn of a request.
  ///
  /// - Returns: when it goes out, by the clock of the pace.
  private func turn() async throws(TransportError) -> Int {
    guard waits else {
      let now = SharedPace.now
      _ = pace.reserve(at: now)
      return now
    }
    // One that nothing is left for today goes all the same: only the service knows it for sure, and
    // its answer says so.
    guard case .at(let time) = pace.reserve() else { return SharedPace.now }
    do {
      try await Task.sleep(for: .microseconds(max(0, time - SharedPace.now)))
    } catch {
      throw .cancelled
    }
    return time
  }
}
