import JSON

/// Copies date-specific hours date by date.
extension CopyProposer {
  func dateHours(_ value: JSONValue) -> CopyProposal {
    guard let rows = value.array ?? (value.isNull ? [] : nil) else {
      let field = CalendarSchema.field(.availabilities)
      return CopyProposal(skip: field.flatMap { mistake(in: value, $0) } ?? CopyWording.absent)
    }
    let wanted = SourceDates(rows, context)
    let plan = DatePlan(target)
    var changes: [Edit] = []
    var new: [JSONValue] = []
    for (ranges, days) in wanted.groups {
      let part = plan.setting(ranges, on: days)
      changes += part.changes
      new += part.new
    }
    if dates == .replace {
      let known = Set(wanted.days)
      let others = target.dateHours.days(from: context.today).filter { !known.contains($0) }
      changes += plan.deleting(others)
    }
    guard target[DateIndex.path]?.array != nil else {
      return CopyProposal(
        new.isEmpty ? [] : [.set(DateIndex.path, .array(new))], warnings: wanted.warnings)
    }
    // Rows that go leave their places before new ones come behind the rest.
    let gone = changes.count { if case .remove = $0 { true } else { false } }
    let end = plan.rows.count - gone
    changes += new.enumerated().map { .insert($1, into: DateIndex.path, at: end + $0) }
    return CopyProposal(target.combined(changes), warnings: wanted.warnings)
  }
}

/// The dates of a source that can be copied.
private struct SourceDates {
  /// The days from today on that have an entry, in order, also those that cannot be copied: what the
  /// target has there stays.
  let days: [CalendarDate]
  /// The days with the same hours together.
  private(set) var groups: [(ranges: [HourRange], days: [CalendarDate])] = []
  /// What is left out, in sentences.
  private(set) var warnings: [String] = []

  init(_ rows: [JSONValue], _ context: RuleContext) {
    let index = DateIndex(.array(rows))
    days = index.days(from: context.today)
    var broken: [CalendarDate] = []
    var places: [[HourRange]: Int] = [:]
    for day in days {
      guard let row = index.effectiveRow(on: day), let ranges = Self.ranges(of: rows[row], context)
      else {
        broken.append(day)
        continue
      }
      if let place = places[ranges] {
        groups[place].days.append(day)
      } else {
        places[ranges] = groups.count
        groups.append((ranges, [day]))
      }
    }
    let past = index.days(from: CalendarDate(daysSinceEpoch: .min)).count - days.count
    if past > 0 { warnings.append(CopyWording.past(past)) }
    if !broken.isEmpty { warnings.append(CopyWording.brokenDates(broken)) }
    if index.unreadable > 0 { warnings.append(CopyWording.withoutDate(index.unreadable)) }
  }

  /// The hours of an entry; nil where they break the schema, or ranges cannot say them.
  private static func ranges(of row: JSONValue, _ context: RuleContext) -> [HourRange]? {
    var checker = ValueChecker(context: context)
    checker.check(row, type: .availability)
    let entry = DateEntry(row)
    guard checker.problems.allSatisfy({ $0.severity != .error }), entry.oddities.isEmpty else {
      return nil
    }
    return entry.ranges
  }
}
