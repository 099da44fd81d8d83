import JSON

/// The properties that came under another key than the one that the update takes.
///
/// Answers of the service spell some keys otherwise than the API page does (`formSubmitRedirectUrl`).
/// What stands there is the value of the field all the same: the program works with the page's key,
/// and knows under which one it came. A key that differs in nothing but capitals is such a spelling
/// too, and so are those that the schema lists (``Field/otherSpellings``). Where the page's own key
/// is there as well, that one counts and the other is an undocumented key.
package struct LoadedSpellings: Sendable, Hashable {
  /// The loaded keys by the place of the property.
  private var keys: [JSONPath: String] = [:]

  package init() {}

  /// Whether every property came under the page's key.
  var isEmpty: Bool { keys.isEmpty }

  /// Reads a calendar.
  ///
  /// - Returns: the calendar with the page's keys, in the order in which it came.
  package static func read(_ calendar: JSONValue) -> (calendar: JSONValue, LoadedSpellings) {
    var spellings = LoadedSpellings()
    guard let object = calendar.object else { return (calendar, spellings) }
    var path = JSONPath.root
    let renamed = spellings.read(
      object, CalendarSchema.all, CalendarSchema.field, at: &path)
    return (renamed.map(JSONValue.object) ?? calendar, spellings)
  }

  /// The calendar with the page's keys.
  package static func normalised(_ calendar: JSONValue) -> JSONValue { read(calendar).calendar }

  /// The key under which a property came; nil where it came under the page's.
  ///
  /// - Parameter path: where it was loaded.
  package func key(at path: JSONPath) -> String? { keys[path] }

  /// A calendar with the keys under which its properties came.
  ///
  /// - Parameter loadedPath: where a place of the calendar was loaded; nil for one that was not.
  package func applied(
    to calendar: JSONValue, loadedPath: (JSONPath) -> JSONPath?
  ) -> JSONValue {
    keys.isEmpty ? calendar : respelt(calendar, at: .root, loadedPath)
  }

  // MARK: Walking

  /// - Parameter path: where the object stands; one stack, so that a place costs nothing.
  /// - Returns: nil where nothing is renamed.
  private mutating func read(
    _ object: JSONObject, _ fields: [Field], _ field: (String) -> Field?, at path: inout JSONPath
  ) -> JSONObject? {
    var members: [JSONObject.Member]?
    for (index, member) in object.members.enumerated() {
      var key = member.key
      var known = field(key)
      if known == nil, let meant = fields.first(where: { $0.isSpelt(key) }),
        object[meant.key] == nil, object.index(of: key) == index
      {
        keys[path.appending(meant.key)] = key
        members = members ?? object.members
        members?[index] = JSONObject.Member(key: meant.key, value: member.value)
        key = meant.key
        known = meant
      }
      guard let type = known?.objectType else { continue }
      path.components.append(.key(key))
      let value = read(member.value, type, at: &path)
      path.components.removeLast()
      guard let value else { continue }
      members = members ?? object.members
      members?[index].value = value
    }
    return members.map { JSONObject($0) }
  }

  private mutating func read(
    _ value: JSONValue, _ type: ObjectType, at path: inout JSONPath
  ) -> JSONValue? {
    switch value {
    case .object(let object):
      return read(object, type.fields, type.field, at: &path).map(JSONValue.object)
    case .array(let rows):
      var renamed: [JSONValue]?
      for index in rows.indices {
        path.components.append(.index(index))
        let row = read(rows[index], type, at: &path)
        path.components.removeLast()
        guard let row else { continue }
        renamed = renamed ?? rows
        renamed?[index] = row
      }
      return renamed.map(JSONValue.array)
    default: return nil
    }
  }

  private func respelt(
    _ value: JSONValue, at path: JSONPath, _ loadedPath: (JSONPath) -> JSONPath?
  ) -> JSONValue {
    switch value {
    case .object(let object):
      return .object(
        JSONObject(
          object.members.map { member in
            let here = path.appending(member.key)
            let value = respelt(member.value, at: here, loadedPath)
            if let key = loadedPath(here).flatMap({ keys[$0] }), object[key] == nil {
              return JSONObject.Member(key: key, value: value)
            }
            var kept = member
            kept.value = value
            return kept
          }))
    case .array(let rows):
      return .array(
        rows.enumerated().map { respelt($1, at: path.appending($0), loadedPath) })
    default: return value
    }
  }
}

extension Field {
  /// Whether a key that no document lists is this property's under another spelling.
  fileprivate func isSpelt(_ key: String) -> Bool {
    otherSpellings.contains(key)
      || key.utf8.count == self.key.utf8.count && key.lowercased() == self.key.lowercased()
  }
}
