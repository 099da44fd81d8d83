import JSON

/// Walks values by the schema: the members of objects and the rows of lists, with the value that each
/// of several versions has.
///
/// Whatever compares calendars, merges them, or takes out of one what an update can carry, walks
/// here, so that all of them see the same parts.
enum SchemaWalk {
  /// A member of objects.
  struct Member {
    let key: String
    /// Nil for a key that no document lists.
    let field: Field?
    /// Its value in each of the objects; nil where one does not have it.
    let values: [JSONValue?]
  }

  /// The members of versions of an object: the documented ones in the order of the schema, then the
  /// others in the order of the versions.
  ///
  /// Each key comes once; where it stands twice in an object the last member counts.
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

  /// The members of one object in the order in which they stand, each key once.
  static func stored(_ object: JSONObject, _ type: ObjectType) -> [(JSONObject.Member, Field?)] {
    object.members.enumerated().compactMap { index, member in
      object.index(of: member.key) == index ? (member, type.field(member.key)) : nil
    }
  }

  /// What two versions of a value consist of.
  enum Parts {
    /// Both are objects.
    case members([Member])
    /// Both are lists whose rows can be told apart.
    case rows([JSONValue], [JSONValue], ObjectType)
    /// Both are lists of entries that say together what is open on each day.
    case days([JSONValue], [JSONValue], ObjectType)
    /// They make sense as a whole only.
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
