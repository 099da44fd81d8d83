import JSON

/// Makes changes in a copy of a document, step by step.
///
/// Here is the order in which they are made; how one is made is in `ChangeWork+Values.swift` and
/// `ChangeWork+Rows.swift`.
struct ChangeWork {
  var document: CalendarDocument
  private let stepsBefore: Int

  typealias Mistake = CalendarChanges.Mistake

  init(_ document: CalendarDocument) {
    self.document = document
    stepsBefore = document.undoSteps.count
  }

  /// The steps that were made.
  var steps: ArraySlice<Step> { document.undoSteps.dropFirst(stepsBefore) }

  /// Finds rows in the document as it is now.
  var finder: RowFinder { RowFinder(document) }

  mutating func make(_ changes: [CalendarChange]) throws(Mistake) {
    try checkRows(changes)
    var days = DaysToSet(changes)
    for change in ordered(changes) {
      do throws(Mistake) {
        switch change.ofDays {
        case .week?: try setWeek(days.takeWeek())
        case .dates(_, let ranges)?: try setDates(days.takeDates(with: ranges), ranges)
        case .noDates?: document.deleteDates(days.takeDatesToDelete())
        case nil: try make(change)
        }
      } catch {
        throw error.at(line: change.line)
      }
    }
  }

  /// The changes in an order in which a row keeps its number until its turn: what is set, the rows
  /// that go, the last one first, and then what adds rows or writes lists anew.
  private func ordered(_ changes: [CalendarChange]) -> [CalendarChange] {
    let finder = finder
    var sets: [CalendarChange] = []
    var removals: [(change: CalendarChange, numbers: [Int])] = []
    var rest: [CalendarChange] = []
    for change in changes {
      if change.joinsRow || change.ofDays != nil || change.place.isDates {
        rest.append(change)
      } else if change.action == .unset, change.place.rowType != nil {
        let path = try? finder.row(at: change.place)
        removals.append((change, path?.rows ?? []))
      } else {
        sets.append(change)
      }
    }
    removals.sort { $1.numbers.lexicographicallyPrecedes($0.numbers) }
    return sets + removals.map(\.change) + rest
  }

  /// Refuses two changes of one row under different names: a user by id and by name.
  private func checkRows(_ changes: [CalendarChange]) throws(Mistake) {
    let finder = finder
    var seen: [JSONPath: String] = [:]
    for change in changes where change.place.namesRow && !change.joinsRow {
      guard let path = try? finder.path(of: change.place) else { continue }
      if let other = seen[path] {
        throw Mistake(ChangeWording.twice(change.place.text, other), line: change.line)
      }
      seen[path] = change.place.text
    }
  }

  // MARK: Days

  private mutating func setWeek(_ hours: [Int: [HourRange]]) throws(Mistake) {
    if hours.isEmpty { return }
    guard document.weekHours.isEditable else { throw notAList(.openHours) }
    document.setWeekHours(hours)
  }

  private mutating func setDates(
    _ dates: [CalendarDate], _ ranges: [HourRange]
  ) throws(Mistake) {
    if dates.isEmpty { return }
    let list = document[DateIndex.path]
    guard list?.array != nil || list?.isNull ?? true else { throw notAList(.availabilities) }
    document.setDateHours(ranges, on: dates)
  }

  private func notAList(_ key: CalendarKey) -> Mistake {
    Mistake(ChangeWording.isNoList(CalendarSchema.field(key)?.label ?? key.rawValue))
  }
}

/// The hours of days that are set together: the week needs fewer entries than day by day, as when
/// its days are typed together; and so do dates.
private struct DaysToSet {
  private var week: [Int: [HourRange]] = [:]
  private var dates: [[HourRange]: [CalendarDate]] = [:]
  private var datesToDelete: [CalendarDate] = []

  init(_ changes: [CalendarChange]) {
    for change in changes {
      switch change.ofDays {
      case .week(let days, let ranges)?: for day in days { week[day] = ranges }
      case .dates(let days, let ranges)?: dates[ranges, default: []] += days
      case .noDates(let days)?: datesToDelete += days
      case nil: break
      }
    }
  }

  // Whoever takes them first sets them all.

  mutating func takeWeek() -> [Int: [HourRange]] {
    defer { week = [:] }
    return week
  }

  mutating func takeDates(with ranges: [HourRange]) -> [CalendarDate] {
    dates.removeValue(forKey: ranges) ?? []
  }

  mutating func takeDatesToDelete() -> [CalendarDate] {
    defer { datesToDelete = [] }
    return datesToDelete
  }
}

extension CalendarChange {
  /// A change of the hours of whole days.
  fileprivate enum OfDays {
    /// Weekdays, 0 is Sunday; without ranges they are closed.
    case week([Int], [HourRange])
    case dates([CalendarDate], [HourRange])
    /// Dates that lose their own hours.
    case noDates([CalendarDate])
  }

  /// The days that it sets as a whole; nil for every other change.
  fileprivate var ofDays: OfDays? {
    switch (place.parts.last, action) {
    case (.days(let days)?, .hours(let ranges)): .week(days, ranges)
    case (.days(let days)?, .unset): .week(days, [])
    case (.dates(let dates)?, .hours(let ranges)): .dates(dates, ranges)
    case (.dates(let dates)?, .unset): .noDates(dates)
    default: nil
    }
  }

  /// Whether it adds a row.
  fileprivate var joinsRow: Bool {
    switch action {
    case .add, .addRow: true
    default: false
    }
  }
}

extension ChangePlace {
  /// Whether it is dates as a whole.
  fileprivate var isDates: Bool { if case .dates? = parts.last { true } else { false } }

  /// Whether a row on the way is named by what it is.
  fileprivate var namesRow: Bool {
    parts.contains { if case .row = $0 { true } else { false } }
  }
}

extension JSONPath {
  /// The rows that the path leads through, by their numbers.
  fileprivate var rows: [Int] {
    components.compactMap { if case .index(let index) = $0 { index } else { nil } }
  }
}
