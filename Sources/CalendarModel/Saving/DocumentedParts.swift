import JSON

/// Takes out of values what an update can carry, and notes what is left behind.
struct DocumentedParts {
  /// Whether members that no document lists stay, except those that the service refuses for certain.
  let keepsUndocumented: Bool
  private(set) var leftOut: [JSONPath] = []
  private(set) var kept: [JSONPath] = []
  /// What of ``leftOut`` could be sent: no document lists it, and it is not known to be refused.
  private(set) var withheld: [JSONPath] = []

  init(keepsUndocumented: Bool) { self.keepsUndocumented = keepsUndocumented }

  /// What of the value of a property goes into the body.
  ///
  /// - Parameter path: where it stands, for the notes.
  mutating func part(of value: JSONValue, _ field: Field, at path: JSONPath) -> JSONValue {
    switch (field.type, value) {
    case (.object(let type), .object(let object)): return part(of: object, type, at: path)
    case (.list(let type), .array(let rows)):
      var parts: [JSONValue] = []
      parts.reserveCapacity(rows.count)
      for (index, row) in rows.enumerated() {
        parts.append(row.object.map { part(of: $0, type, at: path.appending(index)) } ?? row)
      }
      return .array(parts)
    default: return value
    }
  }

  private mutating func part(
    of object: JSONObject, _ type: ObjectType, at path: JSONPath
  ) -> JSONValue {
    var members: [JSONObject.Member] = []
    let id = type.serviceID(of: .object(object))
    let hasOwnID = type.id.map { object[$0.key]?.text?.isEmpty == false } ?? true
    for (member, field) in SchemaWalk.stored(object, type) {
      if let names = type.id, !hasOwnID {
        // Some answers spell the key of the id in another way, and an empty id is no id.
        if member.key == names.key, object[names.key]?.text?.isEmpty == true || id != nil {
          continue
        }
        if member.key == names.otherKey, let id {
          members.append(.init(key: names.key, value: .text(id)))
          continue
        }
      }
      let path = path.appending(member.key)
      if let field, !field.isReadOnly {
        members.append(.init(key: member.key, value: part(of: member.value, field, at: path)))
      } else if field == nil, keepsUndocumented, !type.answerOnlyKeys.contains(member.key) {
        kept.append(path)
        members.append(member)
      } else {
        leftOut.append(path)
        if field == nil, !type.answerOnlyKeys.contains(member.key) { withheld.append(path) }
      }
    }
    return .object(JSONObject(members))
  }
}
