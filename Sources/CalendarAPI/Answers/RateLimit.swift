/// How many requests are left, as the headers of an answer say (section 3).
package struct RateLimit: Sendable, Hashable {
  /// Requests allowed in one interval.
  package let limit: Int?
  /// Requests left in this interval.
  package let remaining: Int?
  /// Length of an interval in milliseconds.
  package let intervalMilliseconds: Int?
  /// Requests allowed on one day.
  package let dailyLimit: Int?
  /// Requests left today.
  package let dailyRemaining: Int?

  /// Reads the headers; nil when none of them is there.
  package init?(_ response: HTTPResponse) {
    func number(_ name: String) -> Int? {
      response.header(name).flatMap { Int($0.filter { $0 != " " }) }.flatMap { $0 < 0 ? nil : $0 }
    }
    limit = number("X-RateLimit-Max")
    remaining = number("X-RateLimit-Remaining")
    intervalMilliseconds = number("X-RateLimit-Interval-Milliseconds")
    dailyLimit = number("X-RateLimit-Limit-Daily")
    dailyRemaining = number("X-RateLimit-Daily-Remaining")
    let all = [limit, remaining, intervalMilliseconds, dailyLimit, dailyRemaining]
    if all.allSatisfy({ $0 == nil }) { return nil }
  }

  /// Whether no request is left for today, so that waiting a while makes no sense.
  package var isUsedUpToday: Bool { dailyRemaining == 0 }
}
