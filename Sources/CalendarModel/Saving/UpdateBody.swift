import JSON

/// The body of the PUT: the documented top-level properties whose value differs from what was
/// loaded, and nothing else; API page, "Body".
package struct UpdateBody: Sendable {
  /// The object to send.
  package let json: JSONValue
  /// The nested members that are not sent: those of answers alone, and those that stand in no document unless
  /// they are to be kept.
  package let leftOut: [JSONPath]
  /// The nested members that stand in no document and are sent all the same.
  package let kept: [JSONPath]
  /// The properties that were loaded and are unset now: an update cannot take them away.
  package let cannotUnset: [String]

  /// Whether there is nothing to send.
  package var isEmpty: Bool { json == [:] }

  /// Makes the body.
  ///
  /// - Parameter keepsUndocumented: whether nested keys that stand in no document go out as they are,
  ///   inside the properties that are sent. The service may refuse them (422), or lose them when they
  ///   are left out. At the top level they are never sent.
  package init(_ document: CalendarDocument, keepsUndocumented: Bool = false) {
    var members: [JSONObject.Member] = []
    var nested = Nested(isKept: keepsUndocumented)
    var cannotUnset: [String] = []
    for field in CalendarSchema.all where document.validation.modifiedKeys.contains(field.key) {
      let path = JSONPath([.key(field.key)])
      guard let value = document.current[key: field.key] else {
        cannotUnset.append(field.key)
        continue
      }
      var documented = Self.documented(value, field, at: path, &nested)
      if field.objectType?.kind == .availability {
        // What was loaded may go out again, to be deleted: as documented as the rest.
        var loaded = Nested(isKept: keepsUndocumented)
        let known = document.base[key: field.key].map {
          Self.documented($0, field, at: path, &loaded)
        }
        documented = LoadedDates(known).reconciled(documented)
      }
      members.append(.init(key: field.key, value: documented))
    }
    json = .object(JSONObject(members))
    leftOut = nested.leftOut
    kept = nested.kept
    self.cannotUnset = cannotUnset
  }

  /// What is found inside the properties and stands in no document.
  private struct Nested {
    let isKept: Bool
    var leftOut: [JSONPath] = []
    var kept: [JSONPath] = []
  }

  private static func documented(
    _ value: JSONValue, _ field: Field, at path: JSONPath, _ nested: inout Nested
  ) -> JSONValue {
    switch (field.type, value) {
    case (.object(let type), .object(let object)):
      return documented(object, type, at: path, &nested)
    case (.list(let type), .array(let rows)):
      var sent: [JSONValue] = []
      for (index, row) in rows.enumerated() {
        if let object = row.object {
          sent.append(documented(object, type, at: path.appending(index), &nested))
        } else {
          sent.append(row)
        }
      }
      return .array(sent)
    default: return value
    }
  }

  private static func documented(
    _ object: JSONObject, _ type: ObjectType, at path: JSONPath, _ nested: inout Nested
  ) -> JSONValue {
    var members: [JSONObject.Member] = []
    // Some answers spell the id of a date `_id`; the request knows one spelling.
    let isRenamed =
      type.kind == .availability && object["id"]?.text?.isEmpty != false
      && JSONValue.object(object).serviceID != nil
    for (index, member) in object.members.enumerated() {
      // Of a key that stands twice the last one counts.
      guard object.index(of: member.key) == index else { continue }
      if isRenamed, member.key == "id" {
        continue
      } else if isRenamed, member.key == "_id" {
        members.append(.init(key: "id", value: member.value))
        continue
      }
      let path = path.appending(member.key)
      let field = type.field(member.key)
      if let field, !field.isReadOnly {
        let value = documented(member.value, field, at: path, &nested)
        members.append(.init(key: member.key, value: value))
      } else if field == nil, nested.isKept, !isAnswerOnly(member.key, type) {
        nested.kept.append(path)
        members.append(member)
      } else {
        nested.leftOut.append(path)
      }
    }
    return .object(JSONObject(members))
  }

  /// Whether a key belongs to answers alone, and is refused in every update: `meetingId` of a
  /// location, and the other spelling of the id of a date, which must not go out beside the id.
  private static func isAnswerOnly(_ key: String, _ type: ObjectType) -> Bool {
    type.answerOnlyKeys.contains(key)
  }
}
