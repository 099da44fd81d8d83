import JSON

extension SlotPreview {
  /// When a day is open: ranges in order that neither overlap nor touch, and what was left out.
  package struct OpenRanges: Sendable, Hashable {
    package let ranges: [HourRange]
    package let ignored: [Ignored]

    /// A range that counts for nothing.
    package struct Ignored: Sendable, Hashable {
      package enum Reason: Sendable, Hashable {
        /// It closes at 0:00, which is the start of the day.
        case closesAtZero
        case closesBeforeOpening
        case empty
        /// A part is missing, no whole number, or out of range.
        case unreadable
      }

      package let reason: Reason
      /// The range as it is written; nil where it cannot be read.
      package let range: HourRange?

      /// The range and why it is ignored: "09:00–00:00 closes at 0:00; write 24:00".
      package var text: String {
        let range = range?.description ?? "a range"
        return switch reason {
        case .closesAtZero: "\(range) closes at 0:00; midnight at the end of the day is 23:60"
        case .closesBeforeOpening: "\(range) closes before it opens"
        case .empty: "\(range) is empty"
        case .unreadable: "\(range) cannot be read"
        }
      }
    }

    init() {
      ranges = []
      ignored = []
    }

    /// Puts the `hours` of one or more entries together; absent and null are no ranges.
    init(_ hours: some Sequence<JSONValue?>) {
      var usable: [HourRange] = []
      var ignored: [Ignored] = []
      for value in hours {
        guard let value, !value.isNull else { continue }
        for value in value.array ?? [value] {
          let range = HourRange(value)
          if let reason = Self.reasonToIgnore(range) {
            ignored.append(Ignored(reason: reason, range: range))
          } else if let range {
            usable.append(range)
          }
        }
      }
      ranges = Self.merged(usable)
      self.ignored = ignored
    }

    private static func reasonToIgnore(_ range: HourRange?) -> Ignored.Reason? {
      guard let range else { return .unreadable }
      if range.length > 0 { return nil }
      if range.close == 0 { return .closesAtZero }
      return range.length == 0 ? .empty : .closesBeforeOpening
    }

    /// Ranges in order; those that overlap or touch become one.
    static func merged(_ ranges: [HourRange]) -> [HourRange] {
      var merged: [HourRange] = []
      for range in ranges.sorted(by: { ($0.open, $0.close) < ($1.open, $1.close) }) {
        if let last = merged.last, range.open <= last.close {
          merged[merged.count - 1] = HourRange(
            open: last.open, close: max(last.close, range.close))
        } else {
          merged.append(range)
        }
      }
      return merged
    }

    /// The length of the longest range in minutes; nil when there is none.
    package var longest: Int? { ranges.map(\.length).max() }

    /// "09:00–12:00, 13:00–17:00", or "closed".
    package var text: String {
      ranges.isEmpty ? "closed" : ranges.map(\.description).joined(separator: ", ")
    }
  }

  /// The effective hours of each weekday; API page, `openHours`.
  package struct Week: Sendable, Hashable {
    /// Sunday to Saturday.
    package let open: [OpenRanges]

    /// Reads `openHours`; several entries for a day are added up.
    package init(_ openHours: JSONValue?) {
      var hours: [[JSONValue?]] = Array(repeating: [], count: 7)
      for entry in openHours?.array ?? [] {
        let days = Set((entry[key: "daysOfTheWeek"]?.array ?? []).compactMap(\.int))
        for day in days where (0...6).contains(day) { hours[day].append(entry[key: "hours"]) }
      }
      open = hours.map { OpenRanges($0) }
    }

    /// Whether no day has any range, not even one that is ignored.
    package var isEmpty: Bool { open.allSatisfy { $0.ranges.isEmpty && $0.ignored.isEmpty } }

    /// The week in short: "Mon–Fri 09:00–17:00; Sat 10:00–12:00".
    package var text: String {
      var groups: [(ranges: [HourRange], days: [Int])] = []
      for day in [1, 2, 3, 4, 5, 6, 0] where !open[day].ranges.isEmpty {
        if let index = groups.firstIndex(where: { $0.ranges == open[day].ranges }) {
          groups[index].days.append(day)
        } else {
          groups.append((open[day].ranges, [day]))
        }
      }
      if groups.isEmpty { return "closed all week" }
      return groups.map { group in
        let days =
          group.days.count == 7
          ? "Every day" : Wording.days(group.days.map { .integer($0) }, Choices.days) ?? ""
        return "\(days) " + group.ranges.map(\.description).joined(separator: ", ")
      }
      .joined(separator: "; ")
    }
  }
}
