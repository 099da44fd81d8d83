import JSON

/// Changes of values.
extension ChangeWork {
  /// Makes a change that stands alone.
  mutating func make(_ change: CalendarChange) throws(Mistake) {
    let finder = finder
    switch change.action {
    case .unset: try unset(change.place)
    case .add, .addRow: try add(change)
    case .value(let value): try set(try finder.path(of: change.place), to: value)
    case .named(let name):
      let path = try finder.path(of: change.place)
      guard case .text(.id(let kind))? = change.place.field?.type else { return }
      try set(path, to: .text(try finder.id(named: name, kind)))
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

  mutating func set(_ path: JSONPath, to value: JSONValue?) throws(Mistake) {
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
}
