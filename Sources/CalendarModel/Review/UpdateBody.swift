import JSON

/// The body of the PUT: the documented top-level properties whose value differs from what was
/// loaded, and nothing else; API page, "Body".
public struct UpdateBody: Sendable {
  /// The object to send.
  public let json: JSONValue
  /// The nested members that stand in no document and are therefore left out.
  public let leftOut: [JSONPath]
  /// The properties that were loaded and are unset now: an update cannot take them away.
  public let cannotUnset: [String]

  /// Whether there is nothing to send.
  public var isEmpty: Bool { json == [:] }

  public init(_ document: CalendarDocument) {
    var members: [JSONObject.Member] = []
    var leftOut: [JSONPath] = []
    var cannotUnset: [String] = []
    for field in CalendarSchema.all where document.validation.modifiedKeys.contains(field.key) {
      let path = JSONPath([.key(field.key)])
      guard let value = document.current[key: field.key] else {
        cannotUnset.append(field.key)
        continue
      }
      var documented = Self.documented(value, field, at: path, leftOut: &leftOut)
      if field.objectType?.kind == .availability {
        documented = LoadedDates(document.base[key: field.key]).reconciled(documented)
      }
      members.append(.init(key: field.key, value: documented))
    }
    json = .object(JSONObject(members))
    self.leftOut = leftOut
    self.cannotUnset = cannotUnset
  }

  private static func documented(
    _ value: JSONValue, _ field: Field, at path: JSONPath, leftOut: inout [JSONPath]
  ) -> JSONValue {
    switch (field.type, value) {
    case (.object(let type), .object(let object)):
      return documented(object, type, at: path, leftOut: &leftOut)
    case (.list(let type), .array(let rows)):
      var sent: [JSONValue] = []
      for (index, row) in rows.enumerated() {
        if let object = row.object {
          sent.append(documented(object, type, at: path.appending(index), leftOut: &leftOut))
        } else {
          sent.append(row)
        }
      }
      return .array(sent)
    default: return value
    }
  }

  private static func documented(
    _ object: JSONObject, _ type: ObjectType, at path: JSONPath, leftOut: inout [JSONPath]
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
      } else if let field = type.field(member.key), !field.isReadOnly {
        let value = documented(
          member.value, field, at: path.appending(member.key), leftOut: &leftOut)
        members.append(.init(key: member.key, value: value))
      } else {
        leftOut.append(path.appending(member.key))
      }
    }
    return .object(JSONObject(members))
  }
}
