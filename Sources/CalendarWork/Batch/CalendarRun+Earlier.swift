import CalendarAPI
import CalendarModel

/// Looks for what an earlier run sent before it ended.
extension CalendarRun {
  /// - Returns: nil where it is not there, so that the plan is to be done.
  mutating func lookForEarlier(in loaded: LoadedCalendar) -> Step? {
    guard let (update, age) = earlier else { return nil }
    let found = update.outcome(
      in: loaded.calendar, keys: planned.keys, names: context.names, format: context.format)
    switch found {
    case .saved:
      return end(
        BatchOutcome(
          .found, "Saved: an earlier run had sent it, and the service has all changes.",
          leftOut: leftOut))
    case .partly(let readBack):
      return end(
        BatchOutcome(
          .savedOtherwise, "An earlier run had sent it; it is stored in part.",
          details: readBack.differences.map(\.text), leftOut: leftOut))
    case .notSaved, .changedOtherwise:
      guard age < Self.longestWay else {
        earlier = nil
        if let settled = planned.settled { return end(settled) }
        return nil
      }
      earlier = (update, Self.longestWay)
      return .request(.wait(seconds: Self.longestWay - age))
    }
  }
}
