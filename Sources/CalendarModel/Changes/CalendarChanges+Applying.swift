import JSON

extension CalendarChanges {
  /// Makes all changes as one step, or none.
  ///
  /// The edits are those that the forms make. What is so already stays; where all is, there is no
  /// step.
  /// - Throws: for a row that the calendar does not have, a name that nothing has, a unit that the
  ///   calendar's version does not take, and a value that cannot be changed in parts. Nothing is
  ///   changed then.
  package func apply(to document: inout CalendarDocument) throws(Mistake) {
    if isEmpty { return }
    document.close()
    var work = ChangeWork(document)
    try work.make(changes)
    let steps = work.steps
    guard let first = steps.first else { return }
    let title: StepTitle =
      steps.count == 1
      ? StepTitle(in: document.format) { $0 == .standard ? first.title : first.shownTitle }
      : StepTitle(ChangeWording.title(labels))
    document.perform(steps.flatMap(\.edits), title: title, focus: first.focus)
    document.close()
  }

  /// The labels of the properties that are changed, each once.
  private var labels: [String] {
    var labels: [String] = []
    for change in changes {
      let label = CalendarSchema.field(change.place.topKey)?.label ?? change.place.topKey
      if !labels.contains(label) { labels.append(label) }
    }
    return labels
  }
}

/// Makes changes in a copy of a document, step by step.
struct ChangeWork {
  private var document: CalendarDocument
  private let stepsBefore: Int

  typealias Mistake = CalendarChanges.Mistake

  init(_ document: CalendarDocument) {
    self.document = document
    stepsBefore = document.undoSteps.count
  }

  /// The steps that were made.
  var steps: ArraySlice<Step> { document.undoSteps.dropFirst(stepsBefore) }

  mutating func make(_ changes: [CalendarChange]) throws(Mistake) {
    try checkRows(changes)
    // The days of the week together need fewer entries than one by one, as when they are typed
    // together; and so do dates.
    var week: [Int: [HourRange]] = [:]
    var dates: [[HourRange]: [CalendarDate]] = [:]
    var gone: [CalendarDate] = []
    for change in changes {
      if let (days, ranges) = change.hoursOfDays {
        for day in days { week[day] = ranges }
      } else if let days = change.dates, case .hours(let ranges) = change.action {
        dates[ranges, default: []] += days
      } else if let days = change.datesToDelete {
        gone += days
      }
    }
    for change in changes {
      do throws(Mistake) {
        if change.hoursOfDays != nil {
          try setWeek(week)
          week = [:]
        } else if let days = change.dates, case .hours(let ranges) = change.action {
          _ = days
          try setDates(dates.removeValue(forKey: ranges) ?? [], ranges)
        } else if change.datesToDelete != nil {
          document.deleteDates(gone)
          gone = []
        } else {
          try make(change)
        }
      } catch {
        throw error.at(line: change.line)
      }
    }
  }

  /// Refuses two changes of one row under different names: a user by id and by name.
  private func checkRows(_ changes: [CalendarChange]) throws(Mistake) {
    let finder = RowFinder(document)
    var seen: [JSONPath: String] = [:]
    for change in changes where change.place.namesRow && !change.joinsRow {
      guard let path = try? finder.path(of: change.place) else { continue }
      if let other = seen[path] {
        throw Mistake(ChangeWording.twice(change.place.text, other), line: change.line)
      }
      seen[path] = change.place.text
    }
  }

  // MARK: Hours

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

  // MARK: One change

  private mutating func make(_ change: CalendarChange) throws(Mistake) {
    let finder = RowFinder(document)
    switch change.action {
    case .unset: try unset(change.place)
    case .add, .addRow: try add(change)
    case .value(let value): try set(try finder.path(of: change.place), to: value)
    case .named(let name):
      let path = try finder.path(of: change.place)
      try set(path, to: .text(try finder.id(named: name)))
    case .json(let value):
      let path = try finder.path(of: change.place)
      // What no document lists does not count.
      if let field = change.place.field, change.place.rowType == nil,
        field.isSamePart(value, document[path])
      {
        return
      }
      try set(path, to: adopted(value, change.place, path))
    case .quantity(let text): try set(change.place, quantity: text)
    case .hours(let ranges):
      let path = try finder.path(of: change.place)
      let old = document[path]?.array ?? []
      let hours = DayHours(document[path])
      if hours.isExact, hours.stored == ranges { return }
      try set(path, to: .array(HourRange.hours(ranges, over: old)))
    case .lookBusy(let typing): try set(typing)
    case .recurrence(let typing): try set(typing)
    }
  }

  private mutating func set(_ path: JSONPath, to value: JSONValue?) throws(Mistake) {
    if areEquivalent(document[path], value) { return }
    document.set(path, to: value)
    guard areEquivalent(document[path], value) else {
      throw Mistake(
        ChangeWording.blocked(CalendarSchema.field(at: path)?.label ?? path.description))
    }
  }

  private mutating func set(_ place: ChangePlace, quantity text: String) throws(Mistake) {
    guard let field = QuantityField(place.topKey) else { return }
    do throws(QuantityError) {
      let quantity = try field.parse(
        text, present: field.unitText(in: document.current), in: document.version)
      document.set(field, to: quantity)
    } catch {
      throw Mistake(
        ChangeWording.said(field.number.label, error.message), column: error.range.lowerBound + 1)
    }
  }

  private mutating func set(_ typing: LookBusyTyping) throws(Mistake) {
    let config = CalendarKey.lookBusyConfig.path
    let enabled = config.appending(LookBusyKey.enabled)
    switch typing {
    case .off:
      // Where nothing says that it is on, it is off.
      if document[enabled]?.looseBool == true || !(document[enabled]?.isNull ?? true) {
        try set(enabled, to: false)
      }
    case .on: try set(enabled, to: true)
    case .share(let number):
      try set(enabled, to: true)
      try set(config.appending(LookBusyKey.percentage), to: .number(number))
    }
  }

  private mutating func set(_ typing: RecurrenceTyping) throws(Mistake) {
    let switched = CalendarKey.enableRecurring.path
    let rule = CalendarKey.recurring.path
    if typing.isOn || !(document[switched]?.isNull ?? true) {
      try set(switched, to: .bool(typing.isOn))
    }
    if let frequency = typing.frequency {
      try set(rule.appending(RecurringKey.freq), to: frequency.json)
    }
    if let count = typing.count {
      try set(rule.appending(RecurringKey.count), to: .integer(count))
    }
    if let option = typing.option {
      try set(rule.appending(RecurringKey.bookingOption), to: option.json)
    }
    if let overlap = typing.overlap {
      try set(rule.appending(RecurringKey.bookingOverlapDefaultStatus), to: overlap.json)
    }
  }

  /// A value given as JSON over what stands there: rows keep what no document lists, and dates the ids
  /// that this calendar has.
  private func adopted(_ value: JSONValue, _ place: ChangePlace, _ path: JSONPath) -> JSONValue {
    guard let field = place.field else { return value }
    let old = document[path]
    if let type = place.rowType {
      let list = JSONValue.array([type.keepingID(of: old, in: value)])
      return list.adopted(over: old.map { .array([$0]) }, field).array?.first ?? value
    }
    guard let type = field.objectType, type.id != nil, let rows = value.array else {
      return value.adopted(over: old, field)
    }
    var known: [RowKey: JSONValue] = [:]
    for row in old?.array ?? [] { if let key = type.secondKey(of: row) { known[key] = row } }
    let named = rows.map { row in
      type.keepingID(of: type.secondKey(of: row).flatMap { known[$0] }, in: row)
    }
    return JSONValue.array(named).adopted(over: old, field)
  }

  // MARK: Rows

  private mutating func unset(_ place: ChangePlace) throws(Mistake) {
    let finder = RowFinder(document)
    if let type = place.rowType {
      guard let path = try finder.row(at: place), case .index(let index)? = path.last,
        let row = document[path], !type.isDeleted(row)
      else { return }
      document.removeRow(index, of: path.parent)
      return
    }
    let path = try finder.path(of: place)
    if path.count == 1, let field = QuantityField(place.topKey) {
      document.set(field, to: nil)
    } else {
      try set(path, to: nil)
    }
  }

  private mutating func add(_ change: CalendarChange) throws(Mistake) {
    let finder = RowFinder(document)
    let path = try finder.path(of: change.place)
    guard let type = change.place.field?.objectType else { return }
    let rows = document[path]?.array ?? []
    var row = type.template
    switch change.action {
    case .addRow(let given): row = given
    case .add(let text):
      switch type.firstChoice {
      case .user?: row = type.newRow(choosing: .text(try finder.id(named: text)))
      case .locationKind?:
        guard let kind = ChangeValueReader.choice(text, Choices.locationKind) else { return }
        row = type.newRow(choosing: kind.value)
      case nil: break
      }
    default: return
    }
    // Who is there already does not join again.
    let key = type.rows == .keyed ? type.keyAcrossCalendars(of: row) : nil
    if let key, !key.isEmpty,
      let index = rows.firstIndex(where: {
        type.keyAcrossCalendars(of: $0) == key && !type.isDeleted($0)
      })
    {
      guard case .addRow = change.action else { return }
      let named = type.keepingID(of: rows[index], in: row)
      try set(
        path.appending(index),
        to: adopted(named, change.place.appending(.row(.number(1))), path.appending(index)))
      return
    }
    let isThere = rows.contains { other in
      if case .add = change.action, type.firstChoice == .locationKind {
        return type.key(of: other) == type.key(of: row)
      }
      return type.documentedPart(of: other).isEquivalent(to: type.documentedPart(of: row))
    }
    if isThere { return }
    guard document.insert(row, into: path, at: rows.count) != nil else {
      throw Mistake(ChangeWording.isNoList(change.place.words))
    }
  }
}

extension ChangePlace {
  /// Whether a row on the way is named by what it is.
  fileprivate var namesRow: Bool {
    parts.contains { if case .row = $0 { true } else { false } }
  }
}

extension CalendarChange {
  /// Whether it adds a row.
  fileprivate var joinsRow: Bool {
    switch action {
    case .add, .addRow: true
    default: false
    }
  }

  /// The weekdays and the hours that they get; nil for every other change.
  fileprivate var hoursOfDays: (days: [Int], ranges: [HourRange])? {
    guard let days = place.days else { return nil }
    switch action {
    case .hours(let ranges): return (days, ranges)
    case .unset: return (days, [])
    default: return nil
    }
  }

  /// The dates that are changed as a whole.
  fileprivate var dates: [CalendarDate]? {
    if case .dates(let dates)? = place.parts.last { dates } else { nil }
  }

  fileprivate var datesToDelete: [CalendarDate]? { action == .unset ? dates : nil }
}

extension ObjectType {
  /// A row with the id that another one has from the service, where it has none itself.
  fileprivate func keepingID(of old: JSONValue?, in row: JSONValue) -> JSONValue {
    guard let id, let old, case .object(var object) = row, serviceID(of: row) == nil else {
      return row
    }
    for key in [id.key, id.otherKey] where object[key] == nil {
      if let value = old[key: key] { object[key] = value }
    }
    return .object(object)
  }
}
