import JSON

extension CalendarChanges {
  /// What leads from one calendar to another, by meaning.
  ///
  /// Only documented properties that an update can carry are in it. Weekdays and dates stand alone,
  /// members are named by the id of their user, and each property of a row has its own line, as far as
  /// rows can be told apart and keep their order; where they cannot, the list is given as a whole. Ids
  /// of dates are left out. What breaks the schema in the newer calendar is not in it; its keys are
  /// ``leftOut``.
  /// - Parameter names: of users, groups and forms by id, for the comments.
  package init(from before: JSONValue, to after: JSONValue, names: [String: String] = [:]) {
    var finder = ChangeFinder(from: before, to: after, names: names)
    finder.find()
    changes = finder.changes
    leftOut = finder.leftOut
  }
}

/// Finds the changes that lead from one calendar to another, field by field.
struct ChangeFinder {
  private let before: JSONValue
  private let after: JSONValue
  private let names: [String: String]
  /// No date in a patch depends on it.
  private let today = CalendarDate(daysSinceEpoch: 0)
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
    if take(small(old, new, field, place), [field]) { return }
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

  // MARK: Same

  /// Whether two values mean the same in whichever calendar: ids of dates and the entries over which
  /// the days of the week are spread do not count.
  static func isSame(_ old: JSONValue?, _ new: JSONValue?, _ field: Field) -> Bool {
    if field.isSamePart(old, new) { return true }
    guard let rows = old?.array, let others = new?.array else { return false }
    switch field.objectType {
    case ObjectType.availability?: return Self.dates(rows) == Self.dates(others)
    case ObjectType.openHours?:
      let (week, other) = (WeekHours(old), WeekHours(new))
      return week.oddities.isEmpty && other.oddities.isEmpty
        && zip(week.days, other.days).allSatisfy { $0.hours.isSame(as: $1.hours) }
    default: return false
    }
  }

  /// The entries that stay, without their ids, counted.
  private static func dates(_ rows: [JSONValue]) -> [MeaningKey: Int] {
    var counts: [MeaningKey: Int] = [:]
    for row in rows where !ObjectType.availability.isDeleted(row) {
      counts[MeaningKey(dateWithoutID(row)), default: 0] += 1
    }
    return counts
  }

  /// An entry without its id, with its date and its hours as this program writes them.
  private static func dateWithoutID(_ row: JSONValue) -> JSONValue {
    guard case .object(var object) = ObjectType.availability.documentedPart(of: row) else {
      return row
    }
    object[member: DateEntryKey.id] = nil
    object[member: DateEntryKey.deleted] = nil
    let entry = DateEntry(row)
    if let date = entry.date { object[member: DateEntryKey.date] = .text(date.wire) }
    if entry.isExact, entry.ranges == entry.hours.stored.sorted(by: HourRange.isEarlier) {
      object[member: DateEntryKey.hours] = .array(entry.ranges.map(\.json))
    }
    return .object(object)
  }

  // MARK: Changes

  private func quantity(_ key: String) -> [CalendarChange]? {
    guard let field = QuantityField(key), let quantity = field.quantity(in: after),
      quantity.timeUnit != nil
    else { return nil }
    let remark = self.remark(field.wording(in: before), field.number.label)
    return [
      CalendarChange(ChangePlace(key), .quantity(quantity.description), remark: remark)
    ]
  }

  private func whole(_ new: JSONValue?, _ field: Field, _ place: ChangePlace) -> CalendarChange? {
    guard let new else { return CalendarChange(place, .unset) }
    var documented = field.documentedPart(of: new)
    if field.objectType == .availability, let rows = documented.array {
      documented = .array(
        rows.filter { !ObjectType.availability.isDeleted($0) }.map { row in
          guard case .object(var object) = row else { return row }
          object[member: DateEntryKey.id] = nil
          return .object(object)
        })
    }
    documented = documented.plainlySpelt
    guard ChangeShape.problem(documented, field, today: today) == nil else { return nil }
    let old = place.isTopLevel ? before[key: field.key] : nil
    return CalendarChange(
      place, .json(documented), remark: remark(Wording.value(old, of: field), field.label))
  }

  /// The smallest changes; nil where a list has to be given as a whole.
  private func small(
    _ old: JSONValue?, _ new: JSONValue?, _ field: Field, _ place: ChangePlace
  ) -> [CalendarChange]? {
    guard let new else { return [CalendarChange(place, .unset, remark: remark(old, field, place))] }
    switch (field.type, old, new) {
    case (.object(let type), _, .object(let object)):
      if let old, !old.isNull, old.object == nil { return nil }
      return members(old?.object, object, type, place)
    case (.list(let type), _, .array(let rows)):
      if let old, !old.isNull, old.array == nil { return nil }
      switch type {
      case .openHours: return week(old, new, place)
      case .availability: return dates(old?.array ?? [], rows, place)
      default: return type.rows == .ranges ? nil : list(old?.array ?? [], rows, type, place)
      }
    default:
      guard let action = action(new, field, place) else { return nil }
      return [CalendarChange(place, action, remark: remark(old, field, place))]
    }
  }

  private func members(
    _ old: JSONObject?, _ new: JSONObject, _ type: ObjectType, _ place: ChangePlace
  ) -> [CalendarChange]? {
    var changes: [CalendarChange] = []
    for field in type.fields where field.key != type.id?.key {
      let (before, after) = (old?[field.key], new[field.key])
      if field.isSamePart(before, after) { continue }
      let inner = place.appending(.key(field.key))
      if let found = small(before, after, field, inner) {
        changes += found
      } else if let found = whole(after, field, inner) {
        changes.append(found)
      } else {
        return nil
      }
    }
    return changes
  }

  /// How a value is typed; as JSON where it cannot be.
  private func action(
    _ value: JSONValue, _ field: Field, _ place: ChangePlace
  ) -> CalendarChange.Action? {
    let plain = value.plainlySpelt
    if let typed = typed(plain, field) {
      let change = CalendarChange(place, typed)
      let reader = ChangeReader(today: today, unquotes: true)
      if let read = try? reader.assignment(change.text), read == [change] { return typed }
    }
    return ChangeShape.problem(plain, field, today: today) == nil ? .json(plain) : nil
  }

  private func typed(_ value: JSONValue, _ field: Field) -> CalendarChange.Action? {
    switch (field.type, value) {
    case (.text(.id), .string(let text)): .named(text.value)
    case (.toggle, .bool), (.text, .string), (.longText, .string): .value(value)
    case (.number, .number): QuantityField(field.key) == nil ? .value(value) : nil
    case (.choice(let choices), _):
      choices.first { $0.value.isEquivalent(to: value) }.map { .value($0.value) }
    default: nil
    }
  }

  // MARK: Hours

  private func week(
    _ old: JSONValue?, _ new: JSONValue, _ place: ChangePlace
  ) -> [CalendarChange]? {
    let (week, other) = (WeekHours(old), WeekHours(new))
    guard other.oddities.isEmpty, other.days.allSatisfy(\.isExact) else { return nil }
    return LocalFormat(weekStart: .monday).weekdays.compactMap { day in
      if week[day].hours.isSame(as: other[day].hours) { return nil }
      return CalendarChange(
        place.appending(.days([day])), .hours(other[day].ranges),
        remark: remark(HoursText.format(week[day].ranges), Wording.weekday(day)))
    }
  }

  private func dates(
    _ old: [JSONValue], _ new: [JSONValue], _ place: ChangePlace
  ) -> [CalendarChange]? {
    let (index, other) = (DateIndex(.array(old)), DateIndex(.array(new)))
    var changes: [CalendarChange] = []
    let days = Set(index.places.map(\.date)).union(other.places.map(\.date)).sorted()
    for day in days {
      let (was, now) = (index.effectiveRow(on: day), other.effectiveRow(on: day))
      let here = place.appending(.dates([day]))
      guard let now else {
        if let was { changes.append(CalendarChange(here, .unset, remark: self.remark(old[was]))) }
        continue
      }
      let same = was.map {
        MeaningKey(Self.dateWithoutID(old[$0])) == MeaningKey(Self.dateWithoutID(new[now]))
      }
      if same == true { continue }
      changes.append(
        CalendarChange(
          here, .hours(DateEntry(new[now]).ranges), remark: was.flatMap { self.remark(old[$0]) }))
    }
    return changes
  }

  private func remark(_ row: JSONValue) -> String? {
    "was \(HoursText.format(DateEntry(row).ranges))"
  }

  // MARK: Rows

  private func list(
    _ old: [JSONValue], _ new: [JSONValue], _ type: ObjectType, _ place: ChangePlace
  ) -> [CalendarChange]? {
    byKey(old, new, type, place) ?? byNumber(old, new, type, place)
  }

  /// Rows that are told apart by a key that each has alone, in both lists.
  private func byKey(
    _ old: [JSONValue], _ new: [JSONValue], _ type: ObjectType, _ place: ChangePlace
  ) -> [CalendarChange]? {
    func keyed(_ rows: [JSONValue]) -> [(key: String, row: JSONObject)]? {
      var seen: Set<KeyText> = []
      var keyed: [(String, JSONObject)] = []
      for row in rows {
        guard let object = row.object, let key = type.key(of: row), !key.isEmpty,
          seen.insert(KeyText(key.text)).inserted
        else { return nil }
        keyed.append((key.text, object))
      }
      return keyed
    }
    guard let olds = keyed(old), let news = keyed(new) else { return nil }
    let known = Dictionary(olds.map { (KeyText($0.key), $0.row) }, uniquingKeysWith: { $1 })
    let kept = Set(news.map { KeyText($0.key) })
    var changes = olds.filter { !kept.contains(KeyText($0.key)) }.map { row in
      CalendarChange(
        place.appending(.row(.text(row.key))), .unset, remark: remark(of: .object(row.row), type))
    }
    for (key, row) in news {
      let here = place.appending(.row(.text(key)))
      if let before = known[KeyText(key)] {
        guard let found = members(before, row, type, here) else { return nil }
        changes += found
      } else {
        let row = type.documentedPart(of: .object(row)).plainlySpelt
        guard let field = place.field, ChangeShape.problem([row], field, today: today) == nil else {
          return nil
        }
        changes.append(CalendarChange(place, .addRow(row), remark: remark(of: row, type)))
      }
    }
    // Where nobody keeps an order, the rows that stay and then the new ones.
    let order = olds.map(\.key).filter { kept.contains(KeyText($0)) }
    guard news.map(\.key).starts(with: order) else { return nil }
    return changes
  }

  /// Rows that stand one behind the other in both lists, and perhaps more behind them.
  private func byNumber(
    _ old: [JSONValue], _ new: [JSONValue], _ type: ObjectType, _ place: ChangePlace
  ) -> [CalendarChange]? {
    guard type.rows == .likeness, new.count >= old.count else { return nil }
    var changes: [CalendarChange] = []
    for (index, row) in new.enumerated() {
      guard let object = row.object else { return nil }
      if index < old.count {
        guard let before = old[index].object,
          let found = members(
            before, object, type, place.appending(.row(.number(index + 1))))
        else { return nil }
        changes += found
      } else {
        let row = type.documentedPart(of: row).plainlySpelt
        guard let field = place.field, ChangeShape.problem([row], field, today: today) == nil else {
          return nil
        }
        changes.append(CalendarChange(place, .addRow(row)))
      }
    }
    return changes
  }

  // MARK: Remarks

  private func remark(_ words: String, _ label: String) -> String { "\(label): was \(words)" }

  private func remark(_ old: JSONValue?, _ field: Field, _ place: ChangePlace) -> String {
    let words = Wording.value(old, of: field, names: names)
    var labels: [String] = []
    for case .row(.text(let id)) in place.parts { labels.append(names[id] ?? id) }
    return remark(words, (labels + [field.label]).joined(separator: " › "))
  }

  private func remark(of row: JSONValue, _ type: ObjectType) -> String? {
    let words = RowSummary.text(of: row, type, names: names, in: .standard)
    return words.isEmpty ? nil : words
  }
}
