import JSON

extension Rule {
  /// A setting that another one switches off; each field of the schema says which one does.
  ///
  /// A setting that was entered here is a warning. Where only the other one was changed, it is a
  /// note: who switches something off knows that it is off. What was loaded like this is left alone.
  static let noEffect = Rule("field.noEffect", .warning) { calendar in
    NoEffect.properties.flatMap { NoEffect.findings(property: $0, in: calendar) }
      + NoEffect.members.flatMap { NoEffect.findings(member: $0, in: calendar) }
      + NoEffect.rowMembers.flatMap { NoEffect.findings(rowMember: $0, in: calendar) }
  }
}

/// The fields that something can switch off, and what the rule says of them.
enum NoEffect {
  /// Top-level properties.
  static let properties = CalendarSchema.all.filter { $0.switchedBy != nil }

  /// Members of objects at the top level.
  static let members: [(object: String, field: Field)] = CalendarSchema.all.flatMap { property in
    guard case .object(let type) = property.type else { return [(object: String, field: Field)]() }
    return type.fields.filter { $0.switchedBy != nil }.map { (property.key, $0) }
  }

  /// Members of the rows of lists, with what each row has to say.
  static let rowMembers: [RowMember] = CalendarSchema.all.flatMap { property -> [RowMember] in
    guard case .list(let type) = property.type else { return [] }
    return type.fields.filter { $0.switchedBy != nil }.map { RowMember(property.key, $0, type) }
  }

  static func findings(property field: Field, in calendar: CalendarReader) -> [Finding] {
    guard let control = field.switchedBy else { return [] }
    let isType = control.key == CalendarKey.calendarType.rawValue
    let type = isType ? calendar.type.map { JSONValue.text($0.rawValue) } : nil
    let setting = isType ? type : calendar.held(control.key)
    guard let reason = control.reason(setting, CalendarSchema.field(control.key)),
      let value = calendar.value(field.key), field.isSet(value)
    else { return [] }
    let isNew = calendar.isChanged(field.key)
    guard isNew || !isType && calendar.isChanged(control.key) else { return [] }
    return [finding(reason, at: JSONPath([.key(field.key)]), isNew: isNew)]
  }

  static func findings(
    member: (object: String, field: Field), in calendar: CalendarReader
  ) -> [Finding] {
    let (key, field) = member
    guard let control = field.switchedBy, let object = calendar.value(key),
      let reason = control.reason(
        object[key: control.key], CalendarSchema.field(key)?.objectType?.field(control.key)),
      let value = object[key: field.key], field.isSet(value), calendar.isChanged(key)
    else { return [] }
    let loaded = calendar.loaded(key)
    let isNew = !areEquivalent(loaded?[key: field.key], value)
    guard isNew || !areEquivalent(loaded?[key: control.key], object[key: control.key]) else {
      return []
    }
    return [
      finding(reason, at: JSONPath([.key(key), .key(field.key)]), isNew: isNew)
    ]
  }

  static func findings(rowMember: RowMember, in calendar: CalendarReader) -> [Finding] {
    let (list, field) = (rowMember.list, rowMember.field)
    guard calendar.isPresent(list) else { return [] }
    let unused = calendar.tally(rowMember.unused)
    let loaded = calendar.loadedTally(rowMember.unused).counts
    guard unused.counts.elements.contains(where: { !loaded.contains($0) }) else { return [] }
    let known = calendar.loadedTally(rowMember.given).counts
    return unused.rows { !loaded.contains($0) }.compactMap { row in
      unused.values[row].map { value in
        finding(
          value.reason, at: JSONPath([.key(list), .index(row), .key(field.key)]),
          isNew: !known.contains(value.value))
      }
    }
  }

  private static func finding(_ reason: String, at path: JSONPath, isNew: Bool) -> Finding {
    Finding(reason, at: path, severity: isNew ? nil : .note)
  }

  /// A member of the rows of a list that something beside it can switch off.
  struct RowMember: Sendable {
    /// A value that has no effect, and why.
    struct Unused: Sendable, Hashable {
      let value: MeaningKey
      let reason: String
    }

    let list: String
    let field: Field
    /// The values that are given, whether they have an effect or not.
    let given: RowFact<MeaningKey>
    let unused: RowFact<Unused>

    init(_ list: String, _ field: Field, _ type: ObjectType) {
      self.list = list
      self.field = field
      given = RowFact(list, "given \(field.key)") { row in
        row[field.key].flatMap { field.isSet($0) ? MeaningKey($0) : nil }
      }
      unused = RowFact(list, "unused \(field.key)") { row in
        guard let value = row[field.key], field.isSet(value), let control = field.switchedBy,
          row.value.object != nil,
          let reason = control.reason(row[control.key], type.field(control.key))
        else { return nil }
        return Unused(value: MeaningKey(value), reason: reason)
      }
    }
  }
}

extension CalendarDocument {
  /// Why a top-level property has no effect as the calendar is now, in a sentence with its name; nil
  /// where it has one, where it is not set, and where nobody knows.
  ///
  /// Unlike the rule it does not look at what was changed.
  package func reasonWithoutEffect(_ key: String) -> String? {
    guard let field = CalendarSchema.field(key), let control = field.switchedBy,
      control.key != CalendarKey.calendarType.rawValue,
      let value = current[key: key], field.isSet(value),
      let reason = control.reason(current[key: control.key], CalendarSchema.field(control.key))
    else { return nil }
    return "\(place(JSONPath([.key(key)]))): \(reason)"
  }
}

extension Field {
  /// Whether a value says something: it is not empty, not zero, and not what holds anyway.
  fileprivate func isSet(_ value: JSONValue) -> Bool {
    if let defaultValue, value.isEquivalent(to: defaultValue) { return false }
    switch value {
    case .null, .bool(false): return false
    case .bool(true): return true
    case .number: return value.looseNumber != 0
    case .string(let text): return !text.value.trimmed.isEmpty && value.looseNumber != 0
    case .array(let rows): return !rows.isEmpty
    case .object(let object): return object.members.contains { !Optional($0.value).isNothing }
    }
  }
}
