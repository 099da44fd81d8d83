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
    let place = value == nil ? nil : loadedPlace(of: key, in: parent)
    if parent.isRoot { return .set(path, value, position: place) }
    if let object = current[parent]?.object {
      let isLast = value == nil && object.count == 1 && object[key] != nil
      if isLast, case .key? = parent.last, Self.isEmpty(base[parent]) {
        return change(setting: parent, to: base[parent])
      }
      return .set(path, value, position: place)
    }
    guard let value, case .key? = parent.last else { return .set(path, value) }
    return change(setting: parent, to: .object(JSONObject([.init(key: key, value: value)])))
  }

  /// Where a member that was taken away comes back: behind those that it was loaded behind.
  ///
  /// Otherwise clearing a field before typing its new value would move it to the end of the file.
  private func loadedPlace(of key: String, in parent: JSONPath) -> Int? {
    guard let loaded = base[parent]?.object, let object = current[parent]?.object,
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
  /// which is how the service is told; API page, `availabilities[].deleted`. Deleting it once more
  /// takes the mark away. A list of the calendar that was made by adding a row goes with its last
  /// row.
  package mutating func removeRow(_ index: Int, of list: JSONPath) {
    let path = list.appending(index)
    guard let row = self[path] else { return }
    let title = Wording.title(.delete, row: row, of: list, names: names)
    if CalendarSchema.field(at: list)?.objectType?.kind == .availability, row.serviceID != nil {
      let isDeleted = row[key: "deleted"] == true
      perform(
        [.set(path.appending("deleted"), isDeleted ? kept(row, in: list, near: index) : true)],
        title: isDeleted ? Wording.title(.restore, row: row, of: list, names: names) : title,
        focus: path)
    } else if list.count == 1, self[list]?.array?.count == 1, Self.isEmpty(base[list]) {
      perform([.set(list, base[list])], title: title, focus: path)
    } else {
      perform([.remove(from: list, at: index)], title: title, focus: path)
    }
  }

  /// How the service was told that it keeps a date: false, or nothing at all.
  private func kept(_ row: JSONValue, in list: JSONPath, near index: Int) -> JSONValue? {
    let id = row.serviceID
    let loaded = base[list]?.array ?? []
    let isSame = { (row: JSONValue) in row.serviceID == id }
    let match =
      loaded.indices.contains(index) && isSame(loaded[index])
      ? loaded[index] : loaded.first(where: isSame)
    let value = match?[key: "deleted"]
    return value == true ? false : value
  }

  /// Puts a copy of a row behind it, without the id that the service gave the original.
  @discardableResult
  package mutating func duplicateRow(_ index: Int, of list: JSONPath) -> JSONPath? {
    guard var row = self[list.appending(index)] else { return nil }
    for key in ["id", "_id"] {
      if case .object(var object) = row {
        object[key] = nil
        row = .object(object)
      }
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

  /// The value that was loaded for a path; nil where it was absent.
  ///
  /// A member or a date that has changed its place is followed to where it was loaded.
  package func loaded(_ path: JSONPath) -> JSONValue? { loadedPath(path).flatMap { base[$0] } }

  /// Whether a path leads into a row that was not loaded.
  package func isInNewRow(_ path: JSONPath) -> Bool {
    path.row != nil
      && loadedPath(path).flatMap { base[JSONPath(Array($0.components.prefix(2)))] } == nil
  }

  /// Puts one property back to what was loaded.
  ///
  /// In a row that was not loaded there is nothing to go back to.
  package mutating func reset(_ path: JSONPath) {
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

extension JSONValue {
  /// The id that the service gave a row, under either spelling that is seen in the field.
  package var serviceID: String? {
    for key in ["id", "_id"] {
      if let id = self[key: key]?.text, !id.isEmpty { return id }
    }
    return nil
  }
}
