import JSON

/// Finds the changes that lead from one calendar to another, field by field.
///
/// What is inside a value is in `ChangeFinder+Values.swift`, rows and days in files of their own.
struct ChangeFinder {
  private let before: JSONValue
  private let after: JSONValue
  let names: [String: String]
  /// No date in a patch depends on it.
  let today = CalendarDate(daysSinceEpoch: 0)
  private(set) var changes: [CalendarChange] = []
  private(set) var leftOut: [String] = []

  init(from before: JSONValue, to after: JSONValue, names: [String: String]) {
    self.before = LoadedSpellings.normalised(CalendarDocument.object(before))
    self.after = LoadedSpellings.normalised(CalendarDocument.object(after))
    self.names = names
  }

  mutating func find() {
    var done: Set<String> = []
    for field in CalendarSchema.all where !field.isReadOnly && !done.contains(field.key) {
      var fields = [field]
      if let pair = QuantityField.with(field.key), !pair.isUnitFixed {
        fields = [pair.number, pair.unit]
      }
      done.formUnion(fields.map(\.key))
      let differing = fields.filter { !Self.isSame(before[key: $0.key], after[key: $0.key], $0) }
      if differing.isEmpty { continue }
      if fields.count == 2, take(quantity(fields[0].key), fields) { continue }
      for field in differing { find(field) }
    }
  }

  private mutating func find(_ field: Field) {
    let (old, new) = (before[key: field.key], after[key: field.key])
    let place = ChangePlace(field.key)
    if take(changes(from: old, to: new, field, place), [field]) { return }
    if let whole = whole(new, field, place), take([whole], [field]) { return }
    leftOut.append(field.key)
  }

  /// Takes changes that lead where they should.
  ///
  /// - Returns: false where they do not.
  private mutating func take(_ found: [CalendarChange]?, _ fields: [Field]) -> Bool {
    guard let found, !found.isEmpty else { return false }
    var members: [JSONObject.Member] = []
    for field in fields {
      if let value = before[key: field.key] {
        members.append(JSONObject.Member(key: field.key, value: value))
      }
    }
    var document = CalendarDocument(calendar: .object(JSONObject(members)), today: today)
    do throws(CalendarChanges.Mistake) {
      // By way of the text: only what reads back as the same can stand in a patch.
      let lines = found.map(\.text).joined(separator: "\n")
      let read = try CalendarChanges(file: lines, today: today)
      guard read.changes == found else { return false }
      try read.apply(to: &document)
      // Twice is once.
      let revision = document.undoSteps.count
      try read.apply(to: &document)
      guard document.undoSteps.count == revision else { return false }
    } catch {
      return false
    }
    guard fields.allSatisfy({ Self.isSame(document.current[key: $0.key], after[key: $0.key], $0) })
    else { return false }
    changes += found
    return true
  }

  /// A number with its unit, in one change.
  private func quantity(_ key: String) -> [CalendarChange]? {
    guard let field = QuantityField(key), let quantity = field.quantity(in: after),
      quantity.timeUnit != nil
    else { return nil }
    let remark = remark(field.wording(in: before), field.number.label)
    return [CalendarChange(ChangePlace(key), .quantity(quantity.description), remark: remark)]
  }

  /// The whole of a value; nil where it breaks the schema.
  func whole(_ new: JSONValue?, _ field: Field, _ place: ChangePlace) -> CalendarChange? {
    guard let new else { return CalendarChange(place, .unset) }
    var documented = field.documentedPart(of: new)
    if field.objectType == .availability, let rows = documented.array {
      documented = .array(rows.filter { !DateEntry.isDeleted($0) }.map(Self.withoutID))
    }
    documented = documented.plainlySpelt
    guard ChangeShape.problem(documented, field, today: today) == nil else { return nil }
    let old = place.isTopLevel ? before[key: field.key] : nil
    return CalendarChange(
      place, .json(documented), remark: remark(Wording.value(old, of: field), field.label))
  }
}
