import CalendarAPI
import State

/// The turn of one run among all that are about the same calendar.
enum CalendarTurn: Sendable {
  /// It is this one's; without a lock where none can be had.
  case own(CalendarLock?)
  /// Another one had the calendar for all the time that it was waited for.
  case taken

  /// So many times a lock is tried, a tenth of a second apart: two minutes.
  private static let tries = 1200

  /// Waits for the turn.
  ///
  /// - Parameter isStopped: whether it is waited no longer; nothing is sent then.
  static func wait(
    _ base: BaseURL, calendarID: String, in folder: StateFolder, isStopped: @Sendable () -> Bool
  ) async -> CalendarTurn {
    for _ in 0..<tries {
      do throws(DraftLock.Refusal) {
        return .own(try CalendarLock(base, calendarID: calendarID, in: folder))
      } catch {
        // A disk that takes no lock is no reason not to save.
        guard case .held = error, !isStopped() else { return .own(nil) }
      }
      try? await Task.sleep(for: .milliseconds(100))
    }
    return .taken
  }

  /// Ends it.
  func release() {
    if case .own(let lock?) = self { lock.release() }
  }
}
