import CalendarAPI

/// How long a call waits, without a word of the user, when the service asks for it.
package struct PatientCalls: Sendable, Hashable {
  /// How often one call, or one save, is put off; then it is left to the user.
  package static let most = 3
  /// The longest time that is waited, in seconds.
  package static let longest = 120

  private var count = 0

  package init() {}

  /// How many seconds to wait before a call is made again; nil where it is not worth it, or is no
  /// matter of waiting.
  package mutating func wait(after error: ServiceError) -> Int? {
    guard case .rateLimited(let seconds?) = error.kind, count < Self.most,
      seconds <= Self.longest
    else { return nil }
    count += 1
    return max(1, seconds)
  }
}
