import JSON

/// Lets the user edit a part of the calendar as JSON: makes the text, checks it, and applies it as one
/// step.
extension CalendarDocument {
  /// The present properties of a part, in their own spelling; nil when the row does not exist any more.
  package func json(of scope: JSONScope) -> JSONValue? {
    if case .row(let path) = scope { return self[path] }
    let keys = Set((scope.fields ?? []).map(\.key))
    let object = current.object ?? JSONObject()
    // If a key is there twice, the last member counts.
    let members = object.members.enumerated().filter { index, member in
      keys.contains(member.key) && object.index(of: member.key) == index
    }
    return .object(JSONObject(members.map(\.element)))
  }

  /// The reasons why an edited JSON cannot be applied; values are left to the rules.
  ///
  /// - Parameter original: the JSON that the user began with.
  package func refusals(
    of edited: JSONDocument, for scope: JSONScope, from original: JSONValue
  ) -> [JSONRefusal] {
    guard let object = edited.value.object else {
      return [JSONRefusal(path: .root, reason: .noObject)]
    }
    var refusals: [JSONRefusal] = []
    if case .row(let path) = scope, !areEquivalent(self[path], original) {
      refusals.append(JSONRefusal(path: .root, reason: .changedMeanwhile))
    }
    for duplicate in edited.duplicateKeys where duplicate.path.count == 1 {
      refusals.append(JSONRefusal(path: duplicate.path, reason: .repeated))
    }
    let known = UndocumentedKeys(in: original, scope)
    refusals += UndocumentedKeys(in: edited.value, scope).paths.filter { !known.holds($0) }.map {
      JSONRefusal(path: $0, reason: .unknown)
    }
    guard let fields = scope.fields else { return refusals }
    let keys = Set(fields.map(\.key))
    for key in object.keys where !keys.contains(key) {
      guard let field = CalendarSchema.field(key), let section = CalendarSchema.section(of: key)
      else { continue }
      refusals.append(
        JSONRefusal(
          path: JSONPath([.key(key)]), reason: field.isReadOnly ? .readOnly : .ofSection(section)))
    }
    return refusals
  }

  /// Applies an edited JSON, as one step; a key that the text does not have any more is unset.
  ///
  /// What the user did not touch in the text keeps its present value and its exact spelling.
  /// - Returns: the paths that changed.
  @discardableResult
  package mutating func edit(
    _ scope: JSONScope, to edited: JSONValue, from original: JSONValue
  ) -> [JSONPath] {
    var values: [(path: JSONPath, value: JSONValue?)] = []
    if case .row(let path) = scope {
      values = [(path, edited.keepingSpelling(of: self[path], scope.rowType))]
      if areEquivalent(edited, original) || self[path] == nil { values = [] }
    }
    for field in scope.fields ?? [] {
      let path = JSONPath([.key(field.key)])
      let value = edited[key: field.key]
      guard !areEquivalent(value, original[key: field.key]), !areEquivalent(value, self[path])
      else { continue }
      values.append((path, value?.keepingSpelling(of: self[path], field.objectType)))
    }
    guard let first = values.first else { return [] }
    let title: StepTitle =
      values.count == 1
      ? self.title(of: first.path, from: self[first.path], to: first.value)
      : "JSON: \(Wording.counted(values.count, "property"))"
    close()
    perform(
      values.map { change(setting: $0.path, to: $0.value) }, title: title, focus: first.path)
    return values.map(\.path)
  }
}

/// The undocumented keys of a JSON.
private struct UndocumentedKeys {
  private(set) var paths: [JSONPath] = []
  private var names: Set<[String]> = []

  init(in value: JSONValue, _ scope: JSONScope) {
    if let type = scope.rowType {
      look(into: value, type, at: .root)
      return
    }
    for member in value.object?.members ?? [] {
      let path = JSONPath([.key(member.key)])
      guard let field = CalendarSchema.field(member.key) else {
        note(path)
        continue
      }
      if let type = field.objectType { look(into: member.value, type, at: path) }
    }
  }

  /// Whether any row of the same list has the same key.
  func holds(_ path: JSONPath) -> Bool { names.contains(path.keys) }

  private mutating func note(_ path: JSONPath) {
    paths.append(path)
    names.insert(path.keys)
  }

  private mutating func look(into value: JSONValue, _ type: ObjectType, at path: JSONPath) {
    if let rows = value.array {
      for (index, row) in rows.enumerated() {
        look(into: row, type, at: path.appending(index))
      }
    }
    for (member, field) in value.object.map({ SchemaWalk.stored($0, type) }) ?? [] {
      let inner = path.appending(member.key)
      if let type = field?.objectType {
        look(into: member.value, type, at: inner)
      } else if field == nil, member.key != type.id?.otherKey {
        note(inner)
      }
    }
  }
}

extension JSONValue {
  /// This value, with every part that means the same as in the old value in the old spelling.
  ///
  /// - Parameter type: the type of the object or of the rows, which says how rows are told apart.
  fileprivate func keepingSpelling(of old: JSONValue?, _ type: ObjectType?) -> JSONValue {
    guard let old else { return self }
    if isEquivalent(to: old) { return old }
    switch (self, old) {
    case (.object(let object), .object(let before)):
      return .object(
        JSONObject(
          object.members.map { member in
            guard let index = before.index(of: member.key) else { return member }
            var kept = before.members[index]
            kept.value = member.value.keepingSpelling(
              of: kept.value, type?.field(member.key)?.objectType)
            return kept
          }))
    case (.array(let rows), .array(let before)):
      guard let type else {
        return .array(rows.map { row in before.first { $0.isEquivalent(to: row) } ?? row })
      }
      let matching = RowPairing.likely(old: before, new: rows, type: type)
      return .array(
        zip(rows, matching.oldIndex).map { row, index in
          row.keepingSpelling(of: index.map { before[$0] }, type)
        })
    default: return self
    }
  }
}
