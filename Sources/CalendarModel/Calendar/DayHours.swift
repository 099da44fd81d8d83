import JSON

/// The hours of one day as they were loaded: when it is open, and what counts for nothing; API page,
/// `hours`.
///
/// Every part of the program that asks when a day is open asks here. A range that closes before it
/// opens opens nothing. A list that holds the range 0:00–0:00 alone is how the service stores a
/// closed day; it is closed, and nothing is odd about it.
package struct DayHours: Sendable, Hashable {
  /// Something in the list that opens nothing.
  package struct Ignored: Sendable, Hashable {
    package enum Reason: Sendable, Hashable {
      /// It closes at 0:00, which is the start of the day.
      case closesAtZero
      case closesBeforeOpening
      case empty
      /// A part is missing, no whole number, or out of range.
      case unreadable
      /// There is no list of hours at all.
      case noList
    }

    package let reason: Reason
    /// The range as it is written; nil where it cannot be read.
    package let range: HourRange?
    let sentence: LocalText

    init(reason: Reason, range: HourRange?, _ sentence: LocalText) {
      (self.reason, self.range, self.sentence) = (reason, range, sentence)
    }

    /// What is odd, in a sentence that names the range.
    package var message: String { message(in: .standard) }
    package func message(in format: LocalFormat) -> String { sentence.words(in: format) }

    /// The range and why it counts for nothing: "09:00–00:00 closes at 0:00; …".
    package var text: String { text(in: .standard) }
    package func text(in format: LocalFormat) -> String {
      let range = range.map(format.range) ?? "a range"
      return switch reason {
      case .closesAtZero where format.clock == .twelve:
        "\(range) closes where the day begins; midnight at its end is stored as 23:60"
      case .closesAtZero: "\(range) closes at 0:00; midnight at the end of the day is 23:60"
      case .closesBeforeOpening: "\(range) closes before it opens"
      case .empty: "\(range) is empty"
      case .unreadable: "\(range) cannot be read"
      case .noList: "the hours are not a list"
      }
    }
  }

  /// The property of an entry that lists its hours, in the week and on dates alike.
  static let key = WeekEntryKey.hours

  /// The ranges that can be read, in the order of the list; some may close before they open.
  package private(set) var stored: [HourRange] = []
  /// When it is open: in order, those that overlap made one; those that touch stay apart.
  package private(set) var ranges: [HourRange] = []
  /// What ``ranges`` do not show; editing the hours drops it.
  package private(set) var ignored: [Ignored] = []

  /// A day without hours.
  package init() {}

  /// Reads a list of hours.
  ///
  /// - Parameter value: the value of `hours`; nil where it is absent.
  package init(_ value: JSONValue?) {
    guard let hours = value?.array else {
      ignored = [
        Ignored(reason: .noList, range: nil, LocalText(HoursWording.hoursAreNoList(value)))
      ]
      return
    }
    for hour in hours {
      if let range = HourRange(hour) {
        stored.append(range)
      } else {
        ignored.append(
          Ignored(reason: .unreadable, range: nil, LocalText(HoursWording.unreadableRange(hour))))
      }
    }
    settle()
  }

  /// Makes the hours of ranges that came in another form than the calendar's.
  ///
  /// - Parameters:
  ///   - stored: in the order of their list; some may close before they open.
  ///   - unreadable: what else stood in the list.
  init(_ stored: [HourRange], unreadable: [Ignored] = []) {
    (self.stored, ignored) = (stored, unreadable)
    settle()
  }

  /// Makes hours that were worked out from others, of which some parts count for nothing.
  init(_ ranges: [HourRange], ignored: [Ignored]) {
    (stored, self.ranges, self.ignored) = (ranges, ranges, ignored)
  }

  /// Works out from ``stored`` what counts, and notes what counts for nothing.
  private mutating func settle() {
    ranges = stored.merged
    if stored == [.closedMark], ignored.isEmpty { return }
    ignored += stored.filter { !$0.isUsable }.map {
      Ignored(reason: $0.reasonToIgnore, range: $0, HoursWording.unusableRange($0))
    }
  }

  /// Adds what another entry says about the same day: it is open when any of them opens it.
  mutating func add(_ other: DayHours) {
    stored += other.stored
    stored.sort(by: HourRange.isEarlier)
    ranges = (ranges + other.ranges).merged
    ignored += other.ignored
  }

  /// When it is open, with ranges that touch made one: what a meeting has to fit into.
  ///
  /// Start times are counted from the beginning of a stretch.
  package var stretches: [HourRange] { ranges.joined }

  /// Whether ``ranges`` say all there is.
  package var isExact: Bool { ignored.isEmpty }

  /// Whether both say it all, and the same, in whatever order.
  func isSame(as other: DayHours) -> Bool {
    isExact && other.isExact && meant == other.meant
  }

  private var meant: [HourRange] {
    stored.filter { $0 != .closedMark }.sorted(by: HourRange.isEarlier)
  }

  /// When something can be booked: "09:00–12:00, 13:00–17:00", or "closed".
  package var text: String { text(in: .standard) }
  package func text(in format: LocalFormat) -> String {
    HoursText.format(stretches, in: format)
  }
}

extension HourRange {
  /// The range that stands for a closed day where the service stores one.
  static let closedMark = HourRange(open: 0, close: 0)

  /// Why nothing can be booked in a range that is not usable.
  fileprivate var reasonToIgnore: DayHours.Ignored.Reason {
    if close == 0 { return .closesAtZero }
    return length == 0 ? .empty : .closesBeforeOpening
  }
}
