import CalendarModel
import TextUI

/// A line about a schedule that governs the calendar; it is only read.
struct ScheduleLine: Line, Hashable {
  enum Content: Sendable, Hashable {
    /// Which schedule it is, and whose.
    case head(String)
    case day(ScheduleDay)
    /// A sentence about it.
    case text(String)
  }

  let content: Content

  init(_ content: Content) { self.content = content }

  var id: String? { "schedule \(words)" }

  func view(_ editor: CalendarEditor, width: Int) -> any LineView {
    ScheduleView(content, width: width)
  }

  func context(_ document: CalendarDocument, _ editor: CalendarEditor) -> LineContext {
    LineContext(facts: words(editor), help: "A schedule is edited in HighLevel, not here.")
  }

  func words(_ editor: CalendarEditor) -> String { words(in: editor.format) }
  func remarks(_ editor: CalendarEditor) -> [String] { [] }
  func invitation(_ editor: CalendarEditor) -> LineInvitation { .none }

  /// The line in words, by a clock of 24 hours.
  var words: String { words(in: .standard) }

  private func words(in format: LocalFormat) -> String {
    switch content {
    case .head(let text), .text(let text): text
    case .day(let day):
      switch day.day {
      case .weekday(let weekday): "\(Wording.weekday(weekday)) \(day.hours.text(in: format))"
      case .date(let date): "\(date.shortWeekdayName) \(date) \(day.hours.text(in: format))"
      }
    }
  }
}

/// A weekday of a schedule as a picture, in the overview.
struct SchedulePictureLine: Line {
  private let day: ScheduleDay

  init(_ day: ScheduleDay) { self.day = day }

  var isForEyesOnly: Bool { true }

  func view(_ editor: CalendarEditor, width: Int) -> any LineView {
    ScheduleView(.day(day), width: width)
  }

  func words(_ editor: CalendarEditor) -> String { ScheduleLine(.day(day)).words(editor) }
  func remarks(_ editor: CalendarEditor) -> [String] { [] }
  func invitation(_ editor: CalendarEditor) -> LineInvitation { .none }
}
