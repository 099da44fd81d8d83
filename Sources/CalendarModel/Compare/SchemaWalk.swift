import JSON

/// Takes several versions of a value apart by the schema: into the members of objects and the rows of
/// lists.
///
/// Difference, merge, read-back and update body all walk a calendar with it, so that they see the
/// same parts.
enum SchemaWalk {
  /// A member of an object in several versions.
  struct Member {
    let key: String
    /// Nil for an undocumented key.
    let field: Field?
    /// The value in each version; nil where a version does not have the member.
    let values: [JSONValue?]
  }

  /// The members of an object in several versions: the documented ones in the order of the schema, then
  /// the others in the order of the versions.
  ///
  /// Each key comes once; if an object has a key twice, the last member counts.
  static func members(of versions: [JSONObject?], _ type: ObjectType) -> [Member] {
    var members: [Member] = []
    for field in type.fields {
      let values = versions.map { $0?[field.key] }
      guard values.contains(where: { $0 != nil }) else { continue }
      members.append(Member(key: field.key, field: field, values: values))
    }
    var seen: Set<KeyText> = []
    for key in versions.flatMap({ $0?.keys ?? [] })
    where type.field(key) == nil && seen.insert(KeyText(key)).inserted {
      members.append(Member(key: key, field: nil, values: versions.map { $0?[key] }))
    }
    return members
  }

  /// The members of one object in their own order, each key once.
  static func stored(_ object: JSONObject, _ type: ObjectType) -> [(JSONObject.Member, Field?)] {
    object.members.enumerated().compactMap { index, member in
      object.index(of: member.key) == index ? (member, type.field(member.key)) : nil
    }
  }

  /// The parts of two versions of a value.
  enum Parts {
    /// Both are objects.
    case members([Member])
    /// Both are lists whose rows can be told apart.
    case rows([JSONValue], [JSONValue], ObjectType)
    /// Both are lists of entries that together say when each day is open.
    case days([JSONValue], [JSONValue], ObjectType)
    /// The value makes sense only as a whole.
    case whole
  }

  /// Takes two versions of a value apart; nil stands for an absent one.
  static func parts(_ old: JSONValue?, _ new: JSONValue?, of field: Field?) -> Parts {
    switch (field?.type, old, new) {
    case (.object(let type), .object(let old)?, .object(let new)?):
      .members(members(of: [old, new], type))
    case (.list(let type), .array(let old)?, .array(let new)?):
      switch type.rows {
      case .ranges: .whole
      case .days: .days(old, new, type)
      case .keyed, .likeness: .rows(old, new, type)
      }
    default: .whole
    }
  }
}
