import JSON

/// What somebody asks to be changed in a calendar, whichever calendar that is.
///
/// It is read from the arguments of `set` and `unset`, from a file, or from what differs between two
/// calendars; it is printed as such a file; and it is made in a ``CalendarDocument`` as one step,
/// with the edits that the forms make for the same typing.
///
/// A change is `FIELD=VALUE` (as the form takes it), `FIELD:=JSON`, `LIST+=ROW`, `LIST-=ROW`, or
/// `unset FIELD`. A field is named as search knows it, compared by letters; `openHours.mon-fri` names
/// weekdays, `availabilities.2026-12-24` a date, `teamMembers['Jonas Berg'].priority` a property of a
/// row, and `locationConfigurations[1]` a row by its number, counted from 1. No place is changed
/// twice.
package struct CalendarChanges: Sendable, Hashable {
  /// Why changes cannot be read or made; then nothing is changed.
  package struct Mistake: Error, Sendable, Hashable {
    /// What is wrong and what to write, in sentences.
    package let message: String
    /// The line of the file, counted from 1; nil where there is no file.
    package let line: Int?
    /// The character of the value at which it begins to be wrong, counted from 1; nil where that
    /// is not known.
    package let column: Int?

    package init(_ message: String, line: Int? = nil, column: Int? = nil) {
      (self.message, self.line, self.column) = (message, line, column)
    }

    /// The same mistake in a line of a file.
    func at(line: Int?) -> Mistake { Mistake(message, line: self.line ?? line, column: column) }
  }

  /// In the order in which they are made; no two of them have a place in common.
  var changes: [CalendarChange]
  /// The top-level properties that differ between two calendars in what cannot be said as a change,
  /// because the newer value breaks the schema; empty unless they were made of two calendars.
  package internal(set) var leftOut: [String] = []

  /// No changes.
  package init() { changes = [] }

  init(_ changes: [CalendarChange]) { self.changes = changes }

  /// Reads the arguments of `set`: `slotDuration=45 min`, `openHours.sat=closed`, `notes:=null`,
  /// `teamMembers+=Jonas Berg`.
  ///
  /// - Parameters:
  ///   - today: a date without a year is the next such day from it on.
  ///   - format: how times are said in mistakes.
  /// - Throws: for a name or a value that cannot be read whatever the calendar, and for a place that
  ///   is named twice.
  package init(
    setting arguments: [String], today: CalendarDate, format: LocalFormat = .standard
  ) throws(Mistake) {
    let reader = ChangeReader(today: today, format: format)
    var collector = ChangeCollector()
    for argument in arguments { try collector.add(reader.assignment(argument)) }
    changes = collector.changes
  }

  /// Reads the arguments of `unset`: names of fields, weekdays, dates and rows.
  ///
  /// - Throws: as ``init(setting:today:format:)`` does.
  package init(
    unsetting names: [String], today: CalendarDate, format: LocalFormat = .standard
  ) throws(Mistake) {
    let reader = ChangeReader(today: today, format: format)
    var collector = ChangeCollector()
    for name in names { try collector.add([reader.unsetting(name)]) }
    changes = collector.changes
  }

  package var isEmpty: Bool { changes.isEmpty }

  /// How many changes there are, as ``lines`` counts them.
  package var count: Int { changes.count }

  /// Both, the second ones after the first.
  ///
  /// Where two have a place in common, the second counts: single days and dates are taken out of the
  /// first one, and every other change is left out.
  package static func + (first: CalendarChanges, second: CalendarChanges) -> CalendarChanges {
    var taken = TakenPlaces()
    for change in second.changes { taken.take(change) }
    let left = first.changes.compactMap { change in
      change.place.leavingOut { taken.conflict(with: change.moved(to: $0)) != nil }
        .map(change.moved)
    }
    var both = CalendarChanges(left + second.changes)
    both.leftOut = first.leftOut + second.leftOut.filter { !first.leftOut.contains($0) }
    return both
  }

  /// The top-level properties that they may touch, units of numbers included.
  package var keys: Set<String> { changes.reduce(into: []) { $0.formUnion($1.keys) } }

  /// Whether they touch hours whose place a schedule can take.
  package var setsHours: Bool {
    let keys = keys
    return GoverningSchedules.governedKeys.contains { keys.contains($0.rawValue) }
  }

  package static func == (a: CalendarChanges, b: CalendarChanges) -> Bool {
    a.changes == b.changes
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(changes) }
}
