import JSON

/// Members of rows and objects that no document lists and that are gone after an update.
///
/// A list is replaced as a whole, so that what its rows had beside the documented keys (`selected`,
/// `isZoomAdded`, `zoomOauthId`) goes with it unless it is sent back.
package struct LostMembers: Sendable, Hashable {
  /// The keys that lead to them, without the numbers of rows: `["teamMembers", "selected"]`.
  package let keys: [String]
  /// The places in the calendar as it was sent.
  package let paths: [JSONPath]
  /// Whether an update may carry them; the service refuses those that stand in answers only.
  package let canBeSentBack: Bool

  /// All of it in words: "Team members › selected: gone in 3 rows, not sent by you".
  package var text: String {
    let label = keys.first.flatMap { CalendarSchema.field($0)?.label } ?? keys.first ?? ""
    let inner = keys.dropFirst().joined(separator: ".")
    let rows = paths.contains { $0.row != nil } ? " in \(Wording.counted(paths.count, "row"))" : ""
    return "\(label) › \(inner): gone\(rows), not sent by you"
  }

  /// Finds them; costs no more than to read both calendars.
  ///
  /// - Parameters:
  ///   - calendar: the calendar that the update was made of.
  ///   - after: the calendar as the service holds it now.
  ///   - sent: the places of those that were sent; they are no news of what was not.
  package static func all(
    of calendar: JSONValue, after: JSONValue, except sent: [JSONPath] = []
  ) -> [LostMembers] {
    var search = LostMemberSearch(sent: Set(sent))
    for field in CalendarSchema.all where !field.isReadOnly {
      guard let type = field.objectType, let old = calendar[key: field.key],
        let new = after[key: field.key]
      else { continue }
      search.compare(old, new, type, at: JSONPath([.key(field.key)]))
    }
    return search.found
  }
}

/// Walks two values and notes what only the first one has.
private struct LostMemberSearch {
  private let sent: Set<JSONPath>
  private var order: [[String]] = []
  private var paths: [[String]: [JSONPath]] = [:]
  private var refused: Set<[String]> = []

  init(sent: Set<JSONPath>) { self.sent = sent }

  var found: [LostMembers] {
    order.map { keys in
      LostMembers(keys: keys, paths: paths[keys] ?? [], canBeSentBack: !refused.contains(keys))
    }
  }

  mutating func compare(_ old: JSONValue, _ new: JSONValue, _ type: ObjectType, at path: JSONPath) {
    switch (old, new) {
    case (.array(let old), .array(let new)):
      if old == new { return }
      for (index, from) in RowPairing.likely(old: new, new: old, type: type).oldIndex.enumerated() {
        guard let from else { continue }
        compare(old[index], new[from], type, at: path.appending(index))
      }
    case (.object(let old), .object(let new)):
      for (member, field) in SchemaWalk.stored(old, type) {
        let here = path.appending(member.key)
        guard let field else {
          // The id comes under either spelling of its key.
          let isID = member.key == type.id?.otherKey && type.serviceID(of: .object(new)) != nil
          if new[member.key] == nil, !member.value.isNull, !isID, !sent.contains(here) {
            note(here, type)
          }
          continue
        }
        guard let inner = field.objectType, let value = new[member.key] else { continue }
        compare(member.value, value, inner, at: here)
      }
    default: break
    }
  }

  private mutating func note(_ path: JSONPath, _ type: ObjectType) {
    let keys = path.keys
    if paths[keys] == nil { order.append(keys) }
    paths[keys, default: []].append(path)
    if type.answerOnlyKeys.contains(keys.last ?? "") { refused.insert(keys) }
  }
}

extension JSONValue {
  /// This value with the members that no document lists and that only another version of it has.
  ///
  /// - Parameter type: of the object, or of the rows of the list; rows are told apart by it.
  func addingUndocumented(of old: JSONValue, _ type: ObjectType) -> JSONValue {
    switch (old, self) {
    case (.array(let old), .array(let new)):
      let from = RowPairing.likely(old: old, new: new, type: type).oldIndex
      return .array(
        zip(new, from).map { row, index in
          index.map { row.addingUndocumented(of: old[$0], type) } ?? row
        })
    case (.object(let old), .object(var new)):
      for (member, field) in SchemaWalk.stored(old, type) {
        if let inner = field?.objectType, let value = new[member.key] {
          new[member.key] = value.addingUndocumented(of: member.value, inner)
        } else if field == nil, new[member.key] == nil, !type.answerOnlyKeys.contains(member.key),
          member.key != type.id?.otherKey
        {
          new[member.key] = member.value
        }
      }
      return .object(new)
    default: return self
    }
  }
}
