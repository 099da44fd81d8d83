import CalendarAPI
import CalendarModel

/// What is asked of the service: the slots of consecutive days, as bookers see them now.
package struct FreeSlotsRequest: Sendable, Hashable {
  /// Tells the answer from those to requests that were given up.
  package let id: Int
  package let first: CalendarDate
  /// How many days.
  package let count: Int
  /// The zone that the times are wanted in; nil leaves it to the service.
  package let timezone: String?

  /// The start in milliseconds since 1970.
  ///
  /// Where the days begin depends on the calendar's zone, so a day more is asked for on each side.
  package var from: Int { milliseconds(first.daysSinceEpoch - 1) }
  /// The end in milliseconds since 1970.
  package var to: Int { milliseconds(first.daysSinceEpoch + count + 1) }

  private func milliseconds(_ days: Int) -> Int { max(0, days) * 86_400_000 }
}

/// What the service offers bookers now, week by week, until a load or a save makes it old.
///
/// One request is under way at a time: turning pages quickly does not use up the service's limits.
struct OfferedSlots: Sendable {
  struct Answer: Sendable {
    let slots: OfferedStarts
    /// When it came.
    let moment: CalendarMoment
  }

  private var answers: [CalendarDate: Answer] = [:]
  /// Why the service could not be asked, in words; it counts for every week until it is forgotten.
  private(set) var failure: String?
  private(set) var underWay: FreeSlotsRequest?
  private var lastID = 0

  subscript(week: CalendarDate) -> Answer? { answers[week] }

  /// The request for a week; nil while another one is under way, and where nothing is to be asked.
  mutating func ask(for week: CalendarDate, timezone: String?) -> FreeSlotsRequest? {
    guard underWay == nil, answers[week] == nil, failure == nil else { return nil }
    lastID += 1
    let request = FreeSlotsRequest(
      id: lastID, first: week, count: PreviewWeek.length, timezone: timezone)
    underWay = request
    return request
  }

  /// Takes in an answer; one that nobody waits for any more is dropped.
  mutating func finish(
    _ id: Int, _ result: Result<OfferedStarts, ServiceError>, at moment: CalendarMoment
  ) {
    guard let request = underWay, request.id == id else { return }
    underWay = nil
    switch result {
    case .success(let slots): answers[request.first] = Answer(slots: slots, moment: moment)
    case .failure(let error): failure = error.title
    }
  }

  /// Forgets what a week offers and why a request failed, so that it is asked for again.
  mutating func forget(_ week: CalendarDate) {
    answers[week] = nil
    failure = nil
  }

  /// Forgets why a request failed.
  mutating func forgetFailure() { failure = nil }

  /// Forgets everything, also the answer that is still to come.
  mutating func forgetAll() {
    answers = [:]
    failure = nil
    underWay = nil
  }
}
