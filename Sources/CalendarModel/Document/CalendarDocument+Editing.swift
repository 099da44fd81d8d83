import JSON

extension CalendarDocument {
  /// Gives a property a value, null included, or makes it absent (nil).
  ///
  /// Objects on the way that are not there yet are made. One that loses its last member, and was
  /// not loaded, goes away. What stands where an object should is never written over.
  /// - Parameter typing: whether it belongs to a run of typing, which is undone as one step.
  package mutating func set(_ path: JSONPath, to value: JSONValue?, typing: Bool = false) {
    let old = self[path]
    if old == value || path.isRoot || !hasRoom(for: path) { return }
    let step = typing ? undoSteps.last.flatMap { $0.openFor == path ? $0 : nil } : nil
    let title = Wording.title(of: path, in: self, from: step.map(\.original) ?? old, to: value)
    perform([change(setting: path, to: value)], title: title, focus: path, joining: typing)
    if step != nil { dropLastStepIfIdle(at: path) }
  }

  /// Whether the places on the way to a value are objects and rows, or nothing yet.
  private func hasRoom(for path: JSONPath) -> Bool {
    var parent = path.parent
    while !parent.isRoot, Self.isEmpty(self[parent]) { parent = parent.parent }
    switch path.components[parent.count] {
    case .key: return current[parent]?.object != nil
    case .index: return current[parent]?.array != nil
    }
  }

  /// The change that sets a value, made at the lowest object that is there.
  func change(setting path: JSONPath, to value: JSONValue?) -> Change {
    let parent = path.parent
    guard case .key(let key)? = path.last else { return .set(path, value) }
    if parent.isRoot { return .set(path, value) }
    if let object = current[parent]?.object {
      let isLast = value == nil && object.count == 1 && object[key] != nil
      if isLast, case .key? = parent.last, Self.isEmpty(base[parent]) {
        return change(setting: parent, to: base[parent])
      }
      return .set(path, value)
    }
    guard let value, case .key? = parent.last else { return .set(path, value) }
    return change(setting: parent, to: .object(JSONObject([.init(key: key, value: value)])))
  }

  /// Where a member that was taken away comes back: behind those that it was loaded behind.
  ///
  /// Otherwise clearing a field before typing its new value would move it to the end of the file.
  func loadedPlace(of key: String, in parent: JSONPath) -> Int? {
    guard let loaded = loaded(parent)?.object, let object = current[parent]?.object,
      object.index(of: key) == nil, let index = loaded.index(of: key)
    else { return nil }
    let before = loaded.members[..<index].reversed().lazy.compactMap { object.index(of: $0.key) }
    return before.first.map { $0 + 1 } ?? 0
  }

  /// Whether nothing was there that a first member or row could have been added to.
  private static func isEmpty(_ value: JSONValue?) -> Bool { value?.isNull ?? true }

  /// Adds a row to a list, making the list when it is absent.
  ///
  /// - Returns: the path of the new row; nil when the value at `list` is something else.
  @discardableResult
  package mutating func insert(
    _ row: JSONValue, into list: JSONPath, at index: Int, verb: Wording.RowVerb = .add
  ) -> JSONPath? {
    let title = Wording.title(verb, row: row, of: list, names: names)
    let isThere = self[list]?.array != nil
    guard isThere || Self.isEmpty(self[list]) else { return nil }
    let path = list.appending(isThere ? index : 0)
    let change: Change =
      isThere
      ? .insert(row, into: list, at: index) : self.change(setting: list, to: .array([row]))
    return perform([change], title: title, focus: path) ? path : nil
  }

  /// Deletes a row from a list.
  ///
  /// A date that the service knows by its id is not taken out of the list but marked as deleted,
  /// so that the service deletes it; API page, `availabilities[].deleted`. Deleting it once more
  /// takes the mark away. A list of the calendar that was made by adding a row goes with its last
  /// row.
  package mutating func removeRow(_ index: Int, of list: JSONPath) {
    let path = list.appending(index)
    guard let row = self[path] else { return }
    let title = Wording.title(.delete, row: row, of: list, names: names)
    if let type = CalendarSchema.field(at: list)?.objectType, let mark = type.deletionMark,
      type.serviceID(of: row) != nil
    {
      let isDeleted = type.isDeleted(row)
      let place = path.appending(mark)
      perform(
        [.set(place, isDeleted ? unmarked(place) : true)],
        title: isDeleted ? Wording.title(.restore, row: row, of: list, names: names) : title,
        focus: path)
    } else {
      take(index, outOf: list, title: title)
    }
  }

  /// Takes a row out of a list; a list of the calendar that was made by adding it goes with it.
  private mutating func take(_ index: Int, outOf list: JSONPath, title: String) {
    let isAlone = list.count == 1 && self[list]?.array?.count == 1 && Self.isEmpty(base[list])
    perform(
      [isAlone ? .set(list, base[list]) : .remove(from: list, at: index)], title: title,
      focus: list.appending(index))
  }

  /// What stands for "not deleted" in a row: false, or nothing at all, as it was loaded.
  ///
  /// - Parameter mark: the place of the mark of deletion.
  func unmarked(_ mark: JSONPath) -> JSONValue? {
    let value = loaded(mark)
    return value == true ? false : value
  }

  /// Puts a copy of a row behind it, without the id that the service gave the original.
  @discardableResult
  package mutating func duplicateRow(_ index: Int, of list: JSONPath) -> JSONPath? {
    guard var row = self[list.appending(index)] else { return nil }
    if case .object(var object) = row,
      let id = CalendarSchema.field(at: list)?.objectType?.id
    {
      for key in [id.key, id.otherKey] { object[key] = nil }
      row = .object(object)
    }
    return insert(row, into: list, at: index + 1, verb: .duplicate)
  }

  /// Moves a row to another place of its list.
  package mutating func moveRow(_ index: Int, of list: JSONPath, to target: Int) {
    guard index != target, let row = self[list.appending(index)],
      self[list.appending(target)] != nil
    else { return }
    perform(
      [.move(in: list, from: index, to: target)],
      title: Wording.title(.move, row: row, of: list, names: names),
      focus: list.appending(target))
  }

  // MARK: Resetting

  /// Puts one property, or a row, back to what was loaded.
  ///
  /// A row that was not loaded goes; in it there is nothing to go back to.
  package mutating func reset(_ path: JSONPath) {
    if case .index(let index)? = path.last, self[path] != nil, isInNewRow(path) {
      return take(index, outOf: path.parent, title: Wording.resetTitle(of: path))
    }
    let value = loaded(path)
    guard !isInNewRow(path), !areEquivalent(self[path], value) else { return }
    perform([change(setting: path, to: value)], title: Wording.resetTitle(of: path), focus: path)
  }

  /// Puts top-level properties that belong together back to what was loaded, as one step; one place
  /// is put back wherever it stands.
  package mutating func reset(_ paths: [JSONPath]) {
    guard paths.count > 1 else {
      if let path = paths.first { reset(path) }
      return
    }
    reset(keys: paths.compactMap(\.topKey), title: Wording.resetTitle(of: paths[0]))
  }

  /// Puts every property of a section back to what was loaded, as one step.
  package mutating func reset(_ section: Section) {
    reset(
      keys: CalendarSchema.fields(in: section).map(\.key), title: "Reset \(section.title)")
  }

  /// Puts everything back to what was loaded, as one step.
  package mutating func resetAll() {
    reset(keys: CalendarSchema.all.map(\.key), title: "Reset everything")
  }

  private mutating func reset(keys: [String], title: String) {
    let changed = keys.map { JSONPath([.key($0)]) }.filter { !areEquivalent(self[$0], base[$0]) }
    guard let first = changed.first else { return }
    perform(changed.map { .set($0, base[$0]) }, title: title, focus: first)
  }
}
