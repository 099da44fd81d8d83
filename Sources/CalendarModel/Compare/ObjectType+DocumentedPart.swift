import JSON

extension ObjectType {
  /// The part of an object that an update body can hold, so that two objects can be compared without
  /// what the service adds by itself (`selected`, `meetingId`).
  ///
  /// Either spelling of the id counts, and `"deleted": false` counts as absent.
  func documentedPart(of value: JSONValue) -> JSONValue {
    guard let object = value.object else { return value }
    var members: [JSONObject.Member] = []
    for field in fields {
      var member = object[field.key]
      if field.key == id?.key { member = serviceID(of: value).map { .text($0) } }
      if field.key == deletionMark, member == false { continue }
      guard let member else { continue }
      members.append(.init(key: field.key, value: field.documentedPart(of: member)))
    }
    return .object(JSONObject(members))
  }
}

extension Field {
  /// The part of a value of this property that an update body can hold.
  func documentedPart(of value: JSONValue) -> JSONValue {
    switch (type, value) {
    case (.object(let type), .object): type.documentedPart(of: value)
    case (.list(let type), .array(let rows)): .array(rows.map { type.documentedPart(of: $0) })
    default: value
    }
  }

  /// Whether two values are the same as far as an update can carry them; nil stands for an absent one.
  package func isSamePart(_ a: JSONValue?, _ b: JSONValue?) -> Bool {
    areEquivalent(a.map(documentedPart), b.map(documentedPart))
  }

  /// Whether a list has no row that stays after a save; false for every other property.
  ///
  /// A list of hours is never nothing: without ranges it says that the day is closed.
  func isNothing(_ value: JSONValue?) -> Bool {
    guard case .list(let type) = self.type, type.rows != .ranges else { return false }
    guard let value, !value.isNull else { return true }
    return value.array?.allSatisfy(type.isDeleted) ?? false
  }
}
