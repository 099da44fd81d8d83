import JSON

/// The weekly hours day by day, whatever entries they are spread over; API page, `openHours`.
///
/// Several entries may name the same day; what is open on a day is what any of them opens.
package struct WeekHours: Sendable {
  /// What is known of one day of the week.
  package struct Day: Sendable, Hashable {
    /// 0 is Sunday, 6 is Saturday.
    package let weekday: Int
    /// The entries that name the day, counted from 0; more than one is legal.
    package internal(set) var entries: [Int] = []
    /// What its entries say together.
    package internal(set) var hours = DayHours()

    /// The ranges of all entries for the day in order, as they were loaded: they may overlap, and
    /// close before they open.
    package var raw: [HourRange] { hours.stored }
    /// When it is open: usable ranges in order, none overlapping another; empty when it is closed.
    package var ranges: [HourRange] { hours.ranges }
    /// What ``ranges`` do not show of the day's hours, and why, in words; editing the day drops it.
    package var oddities: [String] { oddities(in: .standard) }
    package func oddities(in format: LocalFormat) -> [String] {
      hours.ignored.map { $0.message(in: format) }
    }
    /// Whether both are open at the same times, and odd in the same way.
    func isSame(as other: Day) -> Bool {
      ranges == other.ranges && hours.ignored == other.hours.ignored
    }

    /// Whether ``ranges`` say all there is about the day.
    package var isExact: Bool { hours.isExact }
  }

  /// Something in an entry that belongs to no day; editing leaves it alone.
  package struct Oddity: Sendable, Hashable {
    /// The entry, counted from 0.
    package let entry: Int
    private let sentence: LocalText

    fileprivate init(entry: Int, _ sentence: LocalText) {
      (self.entry, self.sentence) = (entry, sentence)
    }

    /// What is odd, in words.
    package var message: String { message(in: .standard) }
    package func message(in format: LocalFormat) -> String { sentence.words(in: format) }
  }

  /// The seven days, Sunday first.
  package private(set) var days = (0...6).map { Day(weekday: $0) }
  /// What could not be understood of the entries themselves.
  package private(set) var oddities: [Oddity] = []
  /// Whether the days can be edited; false when there is a value that is no list.
  package let isEditable: Bool
  let entries: [WeekEntry]
  /// Whether there is a list already.
  let isList: Bool

  /// Reads the weekly hours of a calendar.
  ///
  /// - Parameter value: the value of `openHours`; nil where it is absent.
  package init(_ value: JSONValue?) {
    isList = value?.array != nil
    isEditable = isList || value?.isNull ?? true
    entries = (value?.array ?? []).map { WeekEntry($0) }
    for (index, entry) in entries.enumerated() {
      oddities += entry.oddities.map { Oddity(entry: index, LocalText($0)) }
      if entry.days.isEmpty, entry.value.object != nil {
        oddities += entry.hours.ignored.map { Oddity(entry: index, $0.sentence) }
      }
      for day in entry.days {
        days[day].entries.append(index)
        days[day].hours.add(entry.hours)
      }
    }
  }

  /// The week of somebody else's hours, such as a schedule's; it cannot be edited here.
  ///
  /// - Parameter hours: Sunday first; a day that is missing is closed.
  init(_ hours: [DayHours]) {
    (isList, isEditable, entries) = (false, false, [])
    for (day, hours) in hours.prefix(7).enumerated() { days[day].hours = hours }
  }

  /// A day of the week, 0 (Sunday) to 6 (Saturday); other numbers are taken modulo 7.
  package subscript(weekday: Int) -> Day { days[(weekday % 7 + 7) % 7] }

  /// Whether no day has a range, not even one that opens nothing.
  package var isClosed: Bool { days.allSatisfy { $0.hours.stored.isEmpty && $0.hours.isExact } }

  /// Whether no entry names any day.
  package var isEmpty: Bool { days.allSatisfy(\.entries.isEmpty) }
}
