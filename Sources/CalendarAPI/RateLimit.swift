/// How many requests are left, as the headers of an answer say (section 3).
public struct RateLimit: Sendable, Hashable {
  /// Requests allowed in one interval.
  public let limit: Int?
  /// Requests left in this interval.
  public let remaining: Int?
  /// Length of an interval in milliseconds.
  public let intervalMilliseconds: Int?
  /// Requests allowed on one day.
  public let dailyLimit: Int?
  /// Requests left today.
  public let dailyRemaining: Int?

  /// Reads the headers; nil when none of them is there.
  public init?(_ response: HTTPResponse) {
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
}
