import CalendarModel
import TextUI

/// The start times of a day with what becomes of each.
struct PreviewTimes: Sendable {
  /// What becomes of a start.
  enum Mark: Sendable, Hashable, CaseIterable {
    case kept, gained, lost, withheld, unexplained

    /// In front of the time; nothing is told by colour alone.
    var symbol: String {
      switch self {
      case .kept: " "
      case .gained: "+"
      case .lost: "-"
      case .withheld: "x"
      case .unexplained: "?"
      }
    }

    var meaning: String {
      switch self {
      case .kept: "offered"
      case .gained: "gained"
      case .lost: "lost"
      case .withheld: "not offered now"
      case .unexplained: "offered, not by the settings"
      }
    }

    var role: Theme.Role {
      switch self {
      case .kept: .text
      case .gained: .changed
      case .lost: .error
      case .withheld: .hint
      case .unexplained: .warning
      }
    }
  }

  struct Start: Sendable, Hashable {
    let minute: Int
    let mark: Mark
    /// The time as it is shown.
    let text: String
  }

  /// In the order of the day.
  let all: [Start]

  init(_ change: SlotComparison.Day, _ format: LocalFormat) {
    var marks: [Int: Mark] = [:]
    for minute in change.after { marks[minute] = .kept }
    for minute in change.withheld { marks[minute] = .withheld }
    for minute in change.unexplained { marks[minute] = .unexplained }
    for minute in change.gained { marks[minute] = .gained }
    for minute in change.lost { marks[minute] = .lost }
    all = marks.sorted { $0.key < $1.key }.map {
      Start(minute: $0.key, mark: $0.value, text: format.fullTime($0.key))
    }
  }

  /// The marks that occur, with what they mean; empty where every start is simply offered.
  var legend: [Mark] {
    let used = Set(all.map(\.mark))
    return Mark.allCases.filter { $0 != .kept && used.contains($0) }
  }
}
