import JSON

/// The smallest changes of a value, and what is said about them.
extension ChangeFinder {
  /// The smallest changes that lead from one value to another; nil where it has to be given as a whole.
  func changes(
    from old: JSONValue?, to new: JSONValue?, _ field: Field, _ place: ChangePlace
  ) -> [CalendarChange]? {
    guard let new else { return [CalendarChange(place, .unset, remark: remark(old, field, place))] }
    // What is absent has no members and no rows.
    let before = old?.isNull ?? true ? new.emptied : old
    switch SchemaWalk.parts(before, new, of: field) {
    case .members(let members): return changes(of: members, place)
    case .days(let old, let new, _): return week(old, new, place)
    case .rows(let old, let new, ObjectType.availability): return dates(old, new, place)
    case .rows(let old, let new, let type): return rows(old, new, type, place)
    case .whole:
      if field.objectType != nil, new.emptied != nil { return nil }
      return action(new, field, place).map {
        [CalendarChange(place, $0, remark: remark(old, field, place))]
      }
    }
  }

  func changes(of members: [SchemaWalk.Member], _ place: ChangePlace) -> [CalendarChange]? {
    var changes: [CalendarChange] = []
    for member in members {
      let (old, new) = (member.values[0], member.values[1])
      guard let field = member.field, !field.isSamePart(old, new) else { continue }
      let inner = place.appending(.key(field.key))
      if let found = self.changes(from: old, to: new, field, inner) {
        changes += found
      } else if let found = whole(new, field, inner) {
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

  // MARK: Remarks

  func remark(_ words: String, _ label: String) -> String { "\(label): was \(words)" }

  func remark(_ old: JSONValue?, _ field: Field, _ place: ChangePlace) -> String {
    let words = Wording.value(old, of: field, names: names)
    var labels: [String] = []
    for case .row(.text(let id)) in place.parts { labels.append(names[id] ?? id) }
    return remark(words, (labels + [field.label]).joined(separator: " › "))
  }

  func remark(of row: JSONValue, _ type: ObjectType) -> String? {
    let words = RowSummary.text(of: row, type, names: names, in: .standard)
    return words.isEmpty ? nil : words
  }
}

extension JSONValue {
  /// An object without members or a list without rows, where it is an object or a list.
  fileprivate var emptied: JSONValue? {
    switch self {
    case .object: [:]
    case .array: []
    default: nil
    }
  }
}
