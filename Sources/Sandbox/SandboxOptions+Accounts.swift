extension SandboxOptions {
  /// How a calendar is answered that belongs to a sub-account that the token does not open.
  package enum OtherCalendar: Sendable, Hashable, CaseIterable {
    /// 403 with `The token does not have access to this location.`
    case forbidden
    /// As one that does not exist.
    case unknown
  }

  /// How many requests a sub-account may make; what is more is answered 429.
  package struct RateLimit: Sendable, Hashable {
    /// Which requests count.
    package enum Window: String, Sendable, Hashable, CaseIterable {
      /// Those of the interval that ends now.
      case sliding
      /// Those since the interval began that the clock divides the time into.
      case fixed
    }

    /// Requests in one interval.
    package var requests: Int
    /// The length of the interval.
    package var milliseconds: Int
    /// Requests as long as the sandbox runs.
    package var requestsPerDay: Int
    package var window: Window

    /// Without values, the limits that the service documents.
    package init(
      requests: Int = 100, milliseconds: Int = 10_000, requestsPerDay: Int = 200_000,
      window: Window = .sliding
    ) {
      self.requests = requests
      self.milliseconds = milliseconds
      self.requestsPerDay = requestsPerDay
      self.window = window
    }
  }
}
