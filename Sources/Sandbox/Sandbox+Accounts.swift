import CalendarModel

/// Sub-accounts to start a sandbox with.
extension Sandbox {
  /// A token for the sub-account at a place counted from 0; it opens nothing anywhere else.
  package static func token(ofAccount place: Int) -> String {
    "pit-00000000-0000-4000-8000-\(place.padded(to: 12))"
  }

  /// The three sub-accounts of the demo, with some forty calendars; each has a token of its own.
  ///
  /// The first one begins with the calendars of the standard one. The dates are those of the winter
  /// of 2026, and some that are counted from today. A few calendars have a fault that an update of
  /// the whole calendar is refused for; see ``demoFaultyCalendarIDs``.
  ///
  /// - Parameter now: the instant that dates are counted from, in seconds since 1970; nil is the
  ///   clock's.
  package static func demoAccounts(now: Int? = nil) -> [SandboxAccount] {
    let options = SandboxOptions(now: now)
    let today = CalendarDate(daysSinceEpoch: options.instant / 86_400)
    return DemoBusiness.all.enumerated().map { index, business in
      business.demoAccount(token: token(ofAccount: index), today: today, options)
    }
  }

  /// The calendars of the demo that are wrong on purpose.
  package static let demoFaultyCalendarIDs: [String] = DemoBusiness.all.flatMap { business in
    business.calendars.filter { $0.flaw != nil }.map { business.demoID("calendar", $0.name) }
  }

  /// Makes up sub-accounts of any number and size; the same seed makes the same ones.
  ///
  /// - Parameters:
  ///   - count: how many; each has a token of its own, ``token(ofAccount:)``.
  ///   - calendars: how many calendars each of them has. All can be sent back as they are.
  ///   - now: the instant that dates are counted from, in seconds since 1970; nil is the clock's.
  package static func accounts(
    count: Int, calendars: Int, seed: UInt64 = 1, now: Int? = nil
  ) -> [SandboxAccount] {
    let today = CalendarDate(daysSinceEpoch: SandboxOptions(now: now).instant / 86_400)
    return (0..<max(0, count)).map { place in
      GeneratedAccount(place: place, calendars: calendars, seed: seed, today: today).account
    }
  }
}
