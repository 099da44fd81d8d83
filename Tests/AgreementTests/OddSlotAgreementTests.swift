import CalendarModel
import JSON
import Testing

@testable import Sandbox

/// The preview and the sandbox on calendars that are stored in every way seen in the field: over
/// generated ones each checks the other.
@Suite struct OddSlotAgreementTests {
  /// The days for which the generated calendars have entries, and a few on both sides.
  static let first = CalendarDate(year: 2026, month: 12, day: 30)
  static let dayCount = 24

  @Test(arguments: 0..<8)
  func bothOfferTheSameStarts(_ seed: UInt64) throws {
    var generator = SlotCalendarGenerator(seed: seed)
    let first = try #require(Self.first)
    var offered = 0
    var empty = 0
    for number in 0..<150 {
      let calendar = generator.calendar()
      // From a week before the first day to the middle of the span, at any minute.
      let now = CalendarMoment(first.adding(days: -7), minute: (number * 187) % (20 * 1440))
      let preview = SlotPreview(calendar: calendar, now: now)
      let expected = preview.settings.isDraft ? [] : Self.starts(of: preview, from: first)
      let plan = SlotPlan(
        calendar: calendar, zone: .utc, now: now.date.daysSinceEpoch * 86400 + now.minute * 60)
      let start = first.daysSinceEpoch * 86400
      let found = plan.days(from: start, to: start + Self.dayCount * 86400).flatMap(\.slots)
      if expected != found {
        Issue.record(
          """
          now \(now), seed \(seed): \(calendar.printed())
          only the preview: \(Set(expected).subtracting(found).sorted().prefix(4))
          only the sandbox: \(Set(found).subtracting(expected).sorted().prefix(4))
          """)
        return
      }
      offered += found.count
      if found.isEmpty { empty += 1 }
    }
    // Agreeing on nothing would prove nothing.
    #expect(offered > 2000)
    #expect((5..<120).contains(empty), "\(empty)")
  }

  /// The starts of all days as the service writes them.
  private static func starts(of preview: SlotPreview, from first: CalendarDate) -> [String] {
    preview.days(from: first, count: dayCount).flatMap { day in
      day.times.map { "\(day.date)T\($0):00+00:00" }
    }
  }
}
