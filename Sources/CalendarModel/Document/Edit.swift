import JSON

/// The smallest edit of a calendar; each has an inverse.
///
/// The words of this module, one for each idea:
/// - An ``Edit`` sets a value, or inserts, removes or moves a row. It can be inverted.
/// - A ``Step`` is what one undo takes back: one or more edits with a title.
/// - A ``Difference`` is what differs between the loaded and the edited calendar, however it came
///   about. `WeekDifference`, `DateDifference` and `PrimaryDifference` are differences that are said
///   in one sentence: the hours of days, of dates, and another primary member.
///   ``ReadBack/Difference`` is what differs between what was sent and what the service holds.
/// - A ``ReviewLine`` is a sentence of the review about one thing that the user did.
/// - A ``CalendarMerge/TheirDifference`` is what the other side changed and a merge takes over, and a
///   ``CalendarMerge/Conflict`` what both sides changed to different values.
///
/// In sentences for the user, whatever the user has edited is a "change".
package enum Edit: Sendable, Hashable {
  /// Gives a member of an object a value, or takes the member away (nil).
  ///
  /// `position` is where a member that is not there yet is put; nil appends it.
  case set(JSONPath, JSONValue?, position: Int? = nil)
  /// Puts a row into a list.
  ///
  /// `origin` is where the row was loaded, if that is known, so that a row that was taken out keeps its
  /// identity when it comes back.
  case insert(JSONValue, into: JSONPath, at: Int, origin: Int? = nil)
  /// Takes a row out of a list.
  case remove(from: JSONPath, at: Int)
  /// Moves a row within a list.
  case move(in: JSONPath, from: Int, to: Int)

  /// The value or the list that it changes.
  package var path: JSONPath {
    switch self {
    case .set(let path, _, _): path
    case .insert(_, let path, _, _), .remove(let path, _), .move(let path, _, _): path
    }
  }
}

extension JSONValue {
  /// Makes a change.
  ///
  /// - Returns: the change that takes it back; nil when there is nothing at its path to change, and
  ///   then nothing is changed.
  mutating func apply(_ change: Edit) -> Edit? {
    switch change {
    case .set(let path, let value, let position):
      set(path, value, position: position)
    case .insert(let value, let path, let index, _):
      updateList(at: path) { list in
        guard (0...list.count).contains(index) else { return nil }
        list.insert(value, at: index)
        return .remove(from: path, at: index)
      }
    case .remove(let path, let index):
      updateList(at: path) { list in
        guard list.indices.contains(index) else { return nil }
        return .insert(list.remove(at: index), into: path, at: index)
      }
    case .move(let path, let from, let to):
      updateList(at: path) { list in
        guard list.indices.contains(from), list.indices.contains(to) else { return nil }
        list.insert(list.remove(at: from), at: to)
        return .move(in: path, from: to, to: from)
      }
    }
  }

  private mutating func set(_ path: JSONPath, _ value: JSONValue?, position: Int?) -> Edit? {
    guard case .key(let key)? = path.last else {
      guard let value else { return nil }
      return update(at: path) { old in
        defer { old = value }
        return .set(path, old)
      }
    }
    return update(at: path.parent) { parent -> Edit? in
      guard case .object(var object) = parent else { return nil }
      parent = .null
      defer { parent = .object(object) }
      let place = object.index(of: key)
      if place == nil, value == nil { return nil }
      // If the key is there twice, both members are removed, and only the whole object restores them.
      let isRepeated =
        value == nil
        && object.members.dropLast(object.count - (place ?? 0))
          .contains { $0.key == key }
      let inverse: Edit =
        isRepeated
        ? .set(path.parent, .object(object))
        : .set(path, place.map { object.members[$0].value }, position: place)
      switch (place, value, position) {
      case (let place?, let value?, _): object.replace(at: place, by: value)
      case (nil, let value?, let position?): object.insert(value, for: key, at: position)
      default: object[key] = value
      }
      return inverse
    } ?? nil
  }

  private mutating func updateList(
    at path: JSONPath, _ body: (inout [JSONValue]) -> Edit?
  ) -> Edit? {
    update(at: path) { value -> Edit? in
      guard case .array(var list) = value else { return nil }
      value = .null
      defer { value = .array(list) }
      return body(&list)
    } ?? nil
  }
}
