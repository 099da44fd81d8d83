import CalendarModel
import JSON

/// A week of the preview: what the settings as edited offer, against what is offered now.
struct PreviewWeek: Sendable {
  /// How many days it has.
  static let length = 7

  /// Where "now" comes from.
  enum Now: Sendable, Hashable {
    /// The service's answer: when it came, and the offsets and the number of odd times in it.
    case service(CalendarMoment, offsets: [String], unreadable: Int)
    /// The settings as loaded, and why not the service.
    case loaded(Why)
  }

  enum Why: Sendable, Hashable {
    case isFile, isOver, isAsking
    case failed(String)
    /// The answer has no time in common with the settings; the offsets of its times.
    case isOfAnotherClock([String])
  }

  let first: CalendarDate
  /// By the settings as edited, drafts as if they were active.
  let days: [SlotPreview.Day]
  let comparison: SlotComparison
  let now: Now

  var last: CalendarDate { first.adding(days: Self.length - 1) }

  init(
    _ first: CalendarDate, loaded: SlotPreview, edited: SlotPreview, isFile: Bool,
    _ offered: OfferedSlots
  ) {
    self.first = first
    days = edited.days(from: first, count: Self.length)
    let bySettings = SlotComparison(
      loaded: loaded, edited: edited, from: first, count: Self.length)
    guard let answer = offered[first] else {
      comparison = bySettings
      now = .loaded(
        isFile
          ? .isFile
          : Self.isOver(first, edited.settings.now)
            ? .isOver : offered.failure.map(Why.failed) ?? .isAsking)
      return
    }
    let byService = SlotComparison(
      service: answer.slots, loaded: loaded, edited: edited, from: first, count: Self.length)
    let offsets = answer.slots.offsets.sorted()
    if byService.hasNothingInCommon {
      comparison = bySettings
      now = .loaded(.isOfAnotherClock(offsets))
    } else {
      comparison = byService
      now = .service(answer.moment, offsets: offsets, unreadable: answer.slots.unreadable)
    }
  }

  /// Whether a week lies in the past as a whole: the service has nothing to say of it.
  static func isOver(_ first: CalendarDate, _ now: CalendarMoment) -> Bool {
    first.adding(days: length - 1) < now.date
  }

  /// The first day of the week that a date is in; weeks are counted from today.
  static func start(of date: CalendarDate, today: CalendarDate) -> CalendarDate {
    let days = date.daysSinceEpoch - today.daysSinceEpoch
    let weeks = days >= 0 ? days / length : (days - length + 1) / length
    return today.adding(days: weeks * length)
  }
}
