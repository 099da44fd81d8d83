import JSON
import Testing

@testable import CalendarModel

/// What holds of every copy.
@Suite("Laws of copying", .timeLimit(.minutes(240))) struct CopyLawTests {
  private static let fields = Section.allCases.flatMap { CopyChoices.fields(in: $0) }

  private struct Case {
    let source: JSONValue
    var target: CalendarDocument
    let choices: CopyChoices
  }

  /// Sound calendars, broken ones, and what careless services make of them.
  private static func made(_ seed: UInt64) throws -> Case {
    var merge = MergeGenerator(seed: seed)
    func calendar() throws -> JSONValue {
      switch Int.random(in: 0..<4, using: &merge.edits.random) {
      case 0:
        let base = merge.base()
        return merge.edited(base, count: 4)
      case 1: return merge.edits.calendar()
      case 2:
        var odd = OddCalendar(seed: merge.edits.random.next())
        return odd.calendar()
      default:
        var mutator = CalendarMutator(seed: merge.edits.random.next())
        return try JSONDocument(parsing: mutator.text()).value
      }
    }
    let source = try calendar()
    var target = CalendarDocument(calendar: try calendar(), today: Calendars.today)
    if merge.edits.chance(2) { for _ in 0..<3 { _ = merge.edits.edit(&target) } }
    var choices = CopyChoices(fields.map(\.key).filter { _ in !merge.edits.chance(3) })
    if merge.edits.chance(3) { choices = .everything }
    choices.dates = merge.edits.pick(CopyChoices.Dates.allCases)
    return Case(source: source, target: target, choices: choices)
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func laws(_ run: UInt64) throws {
    for number in 0..<RandomMutationTests.count / 5 {
      let seed = run * 1000 + UInt64(number)
      try check(Self.made(seed), "seed \(seed)")
    }
  }

  private func check(_ made: Case, _ name: String) throws {
    var document = made.target
    document.close()
    let before = document
    let plan = CopyPlan(from: made.source, choices: made.choices)
    #expect(plan.report(for: document) == plan.report(for: before), "\(name): two reports")
    let report = plan.apply(to: &document)
    let changed = Set(report.changed.map(\.key))
    #expect(
      document.undoSteps.count == before.undoSteps.count + (changed.isEmpty ? 0 : 1), "\(name)")

    // What is not chosen, or skipped, or the same, stays to the letter.
    let touched = QuantityField.widened(changed)
    for key in Set((before.current.object?.keys ?? []) + (document.current.object?.keys ?? []))
    where !touched.contains(key) {
      #expect(document.current[key: key] == before.current[key: key], "\(name): \(key)")
    }
    for line in report.lines {
      guard let field = CalendarSchema.field(line.key) else { continue }
      if line.isChanged {
        #expect(
          document.current[key: line.key] != before.current[key: line.key]
            || QuantityField(line.key) != nil, "\(name): \(line.key)")
      }
      if case .skipped = line.outcome { continue }
      checkValue(of: field, plan, document, before, "\(name): \(line.key)")
    }
    checkBody(document, before, name)
    #expect(errors(document) <= errors(before), "\(name): \(report.sentences)")

    var again = document
    let second = plan.apply(to: &again)
    #expect(second.changed.map(\.key) == [], "\(name): twice, \(second.sentences)")
    #expect(again.printed == document.printed, "\(name)")

    if !changed.isEmpty { document.undo() }
    #expect(document.printed == before.printed, "\(name): undo")
    #expect(document.validation.modifiedKeys == before.validation.modifiedKeys, "\(name)")
  }

  private func errors(_ document: CalendarDocument) -> Int {
    document.validation.problems(under: .root).count { $0.severity == .error }
  }

  /// The target says what the source says.
  private func checkValue(
    of field: Field, _ plan: CopyPlan, _ document: CalendarDocument, _ before: CalendarDocument,
    _ name: String
  ) {
    let (new, wanted) = (document.current[key: field.key], plan.source[key: field.key])
    switch CalendarKey(rawValue: field.key) {
    case .openHours? where wanted?.array != nil:
      let (a, b) = (WeekHours(new), WeekHours(wanted))
      #expect((0..<7).allSatisfy { a[$0].ranges == b[$0].ranges }, "\(name)")
    case .availabilities?:
      let index = DateIndex(wanted)
      for day in index.days(from: Calendars.today) {
        let entry = index.effectiveRow(on: day).flatMap { wanted?[.index($0)] }.map {
          DateEntry($0)
        }
        guard let entry, entry.oddities.isEmpty,
          before.dateState(of: day) != document.dateState(of: day)
        else { continue }
        #expect(
          document.dateHours.hours(of: day, in: new)?.ranges == entry.ranges, "\(name) \(day)")
      }
      let mine = before.dateHours.days(from: Calendars.today).filter {
        !index.days(from: $0).contains($0)
      }
      for day in mine {
        let isKept = document.dateState(of: day) == before.dateState(of: day)
        #expect(isKept == (plan.choices.dates == .add), "\(name) \(day)")
      }
    case _ where QuantityField(field.key) != nil:
      guard let quantity = QuantityField(field.key) else { return }
      #expect(
        quantity.reading(in: document.current).minutes == quantity.reading(in: plan.source).minutes,
        "\(name)")
    default: #expect(field.isSamePart(new, wanted), "\(name)")
    }
  }

  /// No id of a row and nothing undocumented comes from the source.
  private func checkBody(_ document: CalendarDocument, _ before: CalendarDocument, _ name: String) {
    let body = UpdateBody(document)
    for member in body.json.object?.members ?? [] {
      #expect(CalendarSchema.field(member.key)?.isReadOnly == false, "\(name): \(member.key)")
      if let field = CalendarSchema.field(member.key) {
        #expect(undocumented(member.value, field).isEmpty, "\(name): \(member.key)")
      }
    }
    func ids(_ calendar: JSONValue) -> Set<String> {
      Set((calendar[.availabilities]?.array ?? []).compactMap(\.serviceID))
    }
    #expect(ids(document.current).isSubset(of: ids(before.current)), "\(name)")
    #expect(
      Set(keys(document.current, outside: true)).isSubset(of: keys(before.current, outside: true)),
      "\(name)")
  }

  private func undocumented(_ value: JSONValue, _ field: Field) -> [String] {
    guard let type = field.objectType else { return [] }
    let objects = value.array?.compactMap(\.object) ?? value.object.map { [$0] } ?? []
    return objects.flatMap { object in
      object.members.flatMap { member in
        type.field(member.key).map { undocumented(member.value, $0) } ?? [member.key]
      }
    }
  }

  /// The keys that no document lists, at any depth.
  private func keys(_ calendar: JSONValue, outside: Bool) -> Set<String> {
    var found: Set<String> = []
    for member in calendar.object?.members ?? [] {
      guard let field = CalendarSchema.field(member.key) else {
        found.insert(member.key)
        continue
      }
      found.formUnion(undocumented(member.value, field))
    }
    return found
  }
}
