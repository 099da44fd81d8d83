/// What the exit status of a run says; the raw value is the status.
package enum BatchExit: Int, Sendable, Hashable, CaseIterable {
  /// Everything is as it was wanted.
  case done = 0
  /// Something failed.
  case failed = 1
  /// The service or the rules refused it.
  case refused = 3
  /// Others changed the same.
  case conflict = 4
  /// Some of many are not done.
  case partly = 6
  case notReached = 69
  case token = 77

  /// What a run comes to, by the outcomes of all its calendars.
  ///
  /// One calendar has a reason of its own. Of many, all as wanted are ``done``; some of them, or none
  /// for several reasons, are ``partly``; none for one reason is that reason. Calendars whose turn
  /// did not come have no reason of their own where another one tells it.
  package init(_ outcomes: some Sequence<BatchOutcome>) {
    var (all, wanted) = (0, 0)
    var reasons: Set<BatchExit> = []
    for outcome in outcomes {
      all += 1
      if outcome.isAsWanted {
        wanted += 1
      } else if let reason = Self(outcome) {
        reasons.insert(reason)
      }
    }
    self.init(all: all, asWanted: wanted, reasons: reasons)
  }

  /// The same for a run that keeps no outcomes.
  ///
  /// - Parameters:
  ///   - all: how many calendars there are.
  ///   - asWanted: how many of them are as they were wanted.
  ///   - reasons: of the others, without those that were not done.
  package init(all: Int, asWanted: Int, reasons: Set<BatchExit>) {
    if asWanted == all {
      self = .done
    } else if asWanted == 0, reasons.count == 1, let reason = reasons.first {
      self = reason
    } else {
      self = all == 1 ? .failed : .partly
    }
  }

  /// The reason of one calendar that is not as it was wanted; nil for one whose turn did not come.
  package init?(_ outcome: BatchOutcome) {
    switch outcome.code {
    case .token: self = .token
    case .notReached: self = .notReached
    case .conflict: self = .conflict
    case .refused, .rules, .governed, .cannotUnset, .losesUnnamed, .mistake, .readOnly:
      self = .refused
    case .notDone: return nil
    case .saved, .found, .unchanged: self = .refused
    case .savedOtherwise, .failed, .notFound, .otherCalendar, .otherAccount, .rateLimited, .usedUp,
      .notSaved, .unknown:
      self = .failed
    }
  }
}
