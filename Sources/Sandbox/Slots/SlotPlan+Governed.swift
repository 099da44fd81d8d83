import CalendarModel
import JSON

/// The starts of a calendar that schedules govern.
///
/// Each member is free in the hours of their schedules; a member who has none is free in the
/// calendar's own hours. A collective calendar needs everybody at once, so its stretches are those
/// that all members share. In every other type one member is enough: a start is offered when
/// somebody is free for the whole slot.
extension SlotPlan {
  /// A stretch between two moments in seconds since 1970.
  typealias Span = Range<Int>

  /// The starts on days counted from 1970.
  func governedStarts(on days: ClosedRange<Int>) -> [Int] {
    guard let duration = length("slotDuration"), let interval = length("slotInterval") else {
      return []
    }
    // Without a team, those whose schedules name the calendar take its bookings.
    let users = members.isEmpty ? schedules.compactMap { $0[key: "userId"]?.text } : members
    let spans = users.map { user in
      let own = schedules.filter { $0[key: "userId"]?.text == user }.map {
        ScheduleHours($0, home: home).spans(on: days)
      }
      return switch own.count {
      case 0: ownSpans(on: days)
      case 1: own[0]
      default: Self.joined(Array(own.joined()))
      }
    }
    let counted =
      calendar[key: "calendarType"]?.text == "collective" ? [Self.shared(by: spans)] : spans
    return counted.joined().flatMap { span in
      Array(
        stride(from: span.lowerBound, through: span.upperBound - duration * 60, by: interval * 60))
    }
  }

  private var members: [String] {
    (calendar[key: "teamMembers"]?.array ?? []).compactMap { $0[key: "userId"]?.text }
  }

  private func ownSpans(on days: ClosedRange<Int>) -> [Span] {
    days.flatMap { day in
      stretches(on: CalendarDate(daysSinceEpoch: day)).compactMap {
        home.span(of: $0, on: day)
      }
    }
  }

  /// The stretches of several schedules of one user; those that overlap or touch are one.
  private static func joined(_ spans: [Span]) -> [Span] {
    joined(spans.map { ($0.lowerBound, $0.upperBound) }).map { $0.open..<$0.close }
  }

  /// The stretches in which all members are free.
  private static func shared(by members: [[Span]]) -> [Span] {
    guard let first = members.first else { return [] }
    return members.dropFirst().reduce(first) { common, spans in
      common.flatMap { one in spans.map(one.clamped).filter { !$0.isEmpty } }
    }
  }
}

extension ZoneOffsets {
  /// The moments of a stretch of a day counted from 1970; nil where a change of the clocks leaves
  /// nothing of it.
  func span(of stretch: SlotPlan.Stretch, on day: Int) -> SlotPlan.Span? {
    let open = moment(ofLocal: day * 86_400 + stretch.open * 60)
    let close = moment(ofLocal: day * 86_400 + stretch.close * 60)
    return open < close ? open..<close : nil
  }
}
