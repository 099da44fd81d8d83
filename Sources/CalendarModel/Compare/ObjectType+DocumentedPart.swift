import JSON

extension ObjectType {
  /// What of an object stands in the update body, so that two of them can be compared without what
  /// the service adds of its own accord (`selected`, `meetingId`).
  ///
  /// The id counts under either spelling, and that a row is not deleted need not be said.
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
  /// What of a value of this property stands in the update body.
  func documentedPart(of value: JSONValue) -> JSONValue {
    switch (type, value) {
    case (.object(let type), .object): type.documentedPart(of: value)
    case (.list(let type), .array(let rows)): .array(rows.map { type.documentedPart(of: $0) })
    default: value
    }
  }

  /// Whether two values, which may be absent, are the same in what an update can carry.
  func isSamePart(_ a: JSONValue?, _ b: JSONValue?) -> Bool {
    areEquivalent(a.map(documentedPart), b.map(documentedPart))
  }

  /// Whether a list has no rows that stay; false for every other property.
  ///
  /// For a date no hours are something: the day is closed.
  func isNothing(_ value: JSONValue?) -> Bool {
    guard case .list(let type) = self.type, type.rows != .ranges else { return false }
    guard let value, !value.isNull else { return true }
    return value.array?.allSatisfy(type.isDeleted) ?? false
  }
}
