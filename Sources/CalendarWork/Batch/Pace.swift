/// When requests to one sub-account may be sent, so that the service never has to refuse one.
///
/// The service allows so many requests in an interval (100 in 10 s where its answers do not say it);
/// whether its intervals are fixed or slide is not documented. Requests go out evenly spaced, a little
/// slower than is allowed: however an interval lies, and though one request is faster on its way than
/// another, no more than allowed arrive in it. What somebody else uses shows in what answers say is
/// left, and room is kept for it.
///
/// It is a value; times are microseconds of whatever clock its user has. All who send to one
/// sub-account have to share one.
package struct Pace: Sendable, Hashable {
  /// When a request may go.
  package enum Slot: Sendable, Hashable {
    /// At this time; it is taken.
    case at(Int)
    /// No request is left for today.
    case usedUp
  }

  /// Something that was counted, and when.
  struct Seen: Sendable, Hashable {
    let time: Int
    let count: Int
  }

  /// Requests allowed in one interval.
  package internal(set) var limit = Self.usualLimit
  /// The length of an interval in microseconds.
  package internal(set) var interval = Self.usualInterval
  /// The times of the requests that may still count, in order.
  var sent: [Int] = []
  /// What others were seen to use in an interval.
  var others: [Seen] = []
  /// What the last answer said was left, by when its request was sent.
  var last: Seen?
  /// When an interval of the service was seen to begin; nil where none was, as where they slide.
  var reset: Int?
  /// When the first request went out after a time without any.
  var begun: Int?
  /// Until when nothing goes out.
  var pausedUntil = 0
  /// When it was seen that no request is left for today; nil where some are.
  var usedUpAt: Int?

  package init() {}

  /// The documented limit (section 3).
  private static let usualLimit = 100
  private static let usualInterval = 10_000_000
  /// How much of what is allowed is used, in percent: with 93 of 100 requests in 10 s, one may be
  /// 0.7 s slower on its way than another.
  private static let share = 93
  /// What is used when others leave nothing, in percent.
  private static let least = 4
  /// No clock of a server, and no proxy, is trusted with a longer pause.
  static let longestPause = 120_000_000
  /// So long after nothing was left for today, it is tried again.
  private static let usedUpFor = 600_000_000

  /// Takes the next place.
  ///
  /// Who does not use it has sent a request less than was possible; nothing else.
  ///
  /// - Parameter isUrgent: whether somebody waits for this one request: it goes as soon as the interval
  ///   that ends with it has room, and not evenly spaced.
  package mutating func reserve(at now: Int, isUrgent: Bool = false) -> Slot {
    if let usedUpAt, now >= usedUpAt, now - usedUpAt < Self.usedUpFor { return .usedUp }
    forget(at: now)
    if sent.isEmpty { begun = max(now, pausedUntil) }
    let others = self.others.map(\.count).max() ?? 0
    let room = max(limit * Self.share / 100 - others, limit * Self.least / 100, 1)
    var time = max(now, pausedUntil)
    if let last = sent.last, !isUrgent { time = max(time, last + interval / room) }
    // However they go, no interval gets more than others leave.
    if sent.count >= room { time = max(time, sent[sent.count - room] + interval) }
    let place = sent.lastIndex { $0 <= time }.map { $0 + 1 } ?? 0
    sent.insert(time, at: place)
    if sent.count > mostKept { sent.removeFirst(sent.count - mostKept) }
    return .at(time)
  }

  /// Takes that a request went out later than it was to: what counts is when it did.
  package mutating func moved(_ time: Int, to later: Int) {
    guard later > time, let place = sent.lastIndex(of: time) else { return }
    sent.remove(at: place)
    sent.insert(later, at: sent.lastIndex { $0 <= later }.map { $0 + 1 } ?? 0)
  }

  /// How many requests are remembered.
  var mostKept: Int { 3 * limit }

  /// Forgets what cannot count any more, and what a clock that was set back has left in the future.
  private mutating func forget(at now: Int) {
    let future = now + 4 * interval
    sent.removeAll { $0 > future || $0 < now - 2 * interval }
    others.removeAll { $0.time > future || $0.time < now - 2 * interval }
    if pausedUntil > now + Self.longestPause + interval { pausedUntil = 0 }
    if reset.map({ $0 > future }) == true { reset = nil }
    if last.map({ $0.time > future }) == true { last = nil }
  }
}
