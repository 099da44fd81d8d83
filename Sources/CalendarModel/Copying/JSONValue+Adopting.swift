import JSON

extension JSONValue {
  /// This value of a source as the target takes it: its documented parts, in rows and objects that
  /// keep what no document lists, and in the target's spelling where both mean the same.
  ///
  /// - Parameter old: what the target has; nil where it is absent.
  func adopted(over old: JSONValue?, _ field: Field) -> JSONValue {
    switch (field.type, self) {
    case (.object(let type), .object(let object)):
      return .object(object.adopted(over: old?.object, type))
    case (.list(let type), .array(let rows)) where type.rows != .ranges:
      return .array(Self.adopted(rows, over: old?.array ?? [], type))
    default:
      if let old, isEquivalent(to: old) { return old }
      return field.documentedPart(of: self)
    }
  }

  /// Rows that have a partner in the target by user, by date, by what they are, or by their order.
  private static func adopted(
    _ rows: [JSONValue], over old: [JSONValue], _ type: ObjectType
  ) -> [JSONValue] {
    let documented = rows.map(type.documentedPart)
    let pairs = RowPairing.likely(old: old, new: documented, type: type).oldIndex
    return zip(documented, pairs).map { row, index in
      guard let object = row.object else { return row }
      return .object(object.adopted(over: index.flatMap { old[$0].object }, type))
    }
  }
}

extension JSONObject {
  fileprivate func adopted(over old: JSONObject?, _ type: ObjectType) -> JSONObject {
    var result = old ?? JSONObject()
    // What the service keeps of a place means nothing for a place of another kind.
    if type.isOneThing, let old, type.key(of: .object(old)) != type.key(of: .object(self)) {
      result = JSONObject()
    }
    for field in type.fields {
      let value = self[field.key]
      let former = result[field.key]
      result[field.key] = value.map { $0.adopted(over: former, field) }
    }
    return result
  }
}
