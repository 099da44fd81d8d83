import JSON
import Testing

@testable import CalendarModel

/// What is kept up to date change by change is what a fresh look at the calendar would find.
@Suite("Incremental validation", .timeLimit(.minutes(240)))
struct IncrementalTests {
  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func equalsFullValidation(_ seed: UInt64) {
    var edits = EditGenerator(seed: seed)
    var document = Calendars.document(
      seed % 4 == 0 ? Calendars.full : seed % 4 == 1 ? Calendars.field : edits.calendar())
    var log: [String] = []
    var found = 0
    for step in 0..<80 {
      log.append(edits.edit(&document))
      if edits.chance(40) {
        document.adopt(saved: edits.chance(2) ? document.current : edits.calendar())
        log.append("adopt")
      }
      if edits.chance(30) { document.stateType(edits.pick([nil, .event, .collective, .personal])) }
      let fresh = Validation(
        base: document.base, current: document.current, today: Calendars.today,
        statedType: document.statedType)
      let difference = Self.difference(document.validation, fresh, document)
      found += fresh.problems(under: .root).count
      #expect(document.dateHours == DateIndex(document[DateIndex.path]), "\(log.last ?? "")")
      #expect(document.loadedDateHours == DateIndex(document.base[DateIndex.path]))
      guard difference == nil else {
        Issue.record("step \(step): \(difference ?? "")\n\(log.suffix(6).joined(separator: "\n"))")
        return
      }
    }
    #expect(found > 150)
  }

  /// What two validations of one document disagree about; nil for nothing.
  static func difference(
    _ kept: Validation, _ fresh: Validation, _ document: CalendarDocument
  ) -> String? {
    let (mine, theirs) = (kept.problems(under: .root), fresh.problems(under: .root))
    if mine != theirs {
      let (a, b) = (Set(mine), Set(theirs))
      return "kept \(a.subtracting(b)), fresh \(b.subtracting(a)), or another order"
    }
    if kept.modifiedKeys != fresh.modifiedKeys {
      return "modified \(kept.modifiedKeys.symmetricDifference(fresh.modifiedKeys))"
    }
    if kept.calendarType != fresh.calendarType { return "type" }
    if kept.counts != fresh.counts { return "counts" }
    for field in CalendarSchema.all {
      let key = field.key
      let path = JSONPath([.key(key)])
      if kept.counts(key) != fresh.counts(key) { return "counts of \(key)" }
      // The counts are those of the problems, and a key is modified when its value is another.
      let problems = fresh.problems(under: path)
      let counts = problems.reduce(into: ProblemCounts()) { $0.add($1.severity) }
      if counts != fresh.counts(key) { return "counts of \(key) against its problems" }
      let isModified = !areEquivalent(document.base[path], document[path])
      if !field.isReadOnly, isModified != fresh.modifiedKeys.contains(key) {
        return "modification of \(key)"
      }
      for row in 0..<(document[path]?.array?.count ?? 0) {
        if kept.worst(inRow: row, of: key) != fresh.worst(under: path.appending(row)) {
          return "worst in \(key)[\(row)]"
        }
      }
    }
    for problem in theirs {
      if kept.problems(at: problem.path) != fresh.problems(at: problem.path) {
        return "problems at \(problem.path)"
      }
      if !fresh.problems(at: problem.path).contains(problem) { return "at \(problem.path)" }
      if !fresh.problems(under: problem.path).contains(problem) { return "under \(problem.path)" }
    }
    return nil
  }

  /// A range that moves within its day changes no fact but where it stands.
  @Test func overlapFollowsARangeThatMoves() {
    var document = Calendars.document(
      Calendars.full([
        "openHours": [
          Calendars.week([1], Calendars.hour(9, 12)), Calendars.week([1], Calendars.hour(13, 16)),
        ]
      ]))
    #expect(document.problems("openHours.overlap") == [])
    document.set("openHours[1].hours[0]", to: Calendars.hour(11, 14))
    #expect(document.problems("openHours.overlap").map(\.path) == ["openHours[1].hours"])
    document.set("openHours[1].daysOfTheWeek", to: [2])
    #expect(document.problems("openHours.overlap") == [])
  }
}
