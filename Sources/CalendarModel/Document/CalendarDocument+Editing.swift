import JSON

extension CalendarDocument {
  /// Sets a property to a value, which may be null, or makes it absent (nil).
  ///
  /// Missing objects on the path are created. An object that was not loaded and loses its last member
  /// is removed. A value that is not an object is never overwritten by one.
  /// - Parameter typing: whether this is a key of a run of typing, which is undone as one step.
  package mutating func set(_ path: JSONPath, to value: JSONValue?, typing: Bool = false) {
    let old = self[path]
    if old == value || path.isRoot || !hasRoom(for: path) { return }
    let goesOn = typing && isTyping(at: path)
    // The title of typing waits until the typing is over.
    let title = typing ? nil : title(of: path, from: old, to: value)
    perform([change(setting: path, to: value)], title: title, focus: path, joining: typing)
    if goesOn { dropLastStepIfIdle(at: path) }
  }

  /// What a value becomes, as the title of a step.
  func title(of path: JSONPath, from old: JSONValue?, to new: JSONValue?) -> StepTitle {
    // Only rows and lists can have times in them; the titles of typed texts are made with each key.
    let hasTimes = path.count > 1 || CalendarSchema.field(at: path)?.objectType != nil
    return StepTitle(in: hasTimes ? format : .standard) {
      Wording.title(of: path, in: self, from: old, to: new, format: $0)
    }
  }

  /// What is done to a row, as the title of a step.
  private func title(_ verb: Wording.RowVerb, _ row: JSONValue, of list: JSONPath) -> StepTitle {
    StepTitle(in: format) { Wording.title(verb, row: row, of: list, names: names, in: $0) }
  }

  /// Whether the path to a value leads through objects and rows, as far as they exist.
  private func hasRoom(for path: JSONPath) -> Bool {
    var parent = path.parent
    while !parent.isRoot, Self.isEmpty(self[parent]) { parent = parent.parent }
    switch path.components[parent.count] {
    case .key: return current[parent]?.object != nil
    case .index: return current[parent]?.array != nil
    }
  }

  /// The edit that sets a value; it creates the missing objects on the path.
  func change(setting path: JSONPath, to value: JSONValue?) -> Edit {
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

  /// The place at which a removed member comes back: behind the members that it was loaded behind.
  ///
  /// Without it, a user who clears a field before typing its new value would move the member to the
  /// end of the file.
  func loadedPlace(of key: String, in parent: JSONPath) -> Int? {
    guard let loaded = loaded(parent)?.object, let object = current[parent]?.object,
      object.index(of: key) == nil, let index = loaded.index(of: key)
    else { return nil }
    let before = loaded.members[..<index].reversed().lazy.compactMap { object.index(of: $0.key) }
    return before.first.map { $0 + 1 } ?? 0
  }

  /// Whether a value is absent or null, so that a first member or row makes an object or list of it.
  private static func isEmpty(_ value: JSONValue?) -> Bool { value?.isNull ?? true }

  /// Adds a row to a list; creates the list when it is absent.
  ///
  /// - Returns: the path of the new row; nil when the value at `list` is not a list.
  @discardableResult
  package mutating func insert(
    _ row: JSONValue, into list: JSONPath, at index: Int, verb: Wording.RowVerb = .add
  ) -> JSONPath? {
    let title = title(verb, row, of: list)
    let isThere = self[list]?.array != nil
    guard isThere || Self.isEmpty(self[list]) else { return nil }
    let path = list.appending(isThere ? index : 0)
    let change: Edit =
      isThere
      ? .insert(row, into: list, at: index) : self.change(setting: list, to: .array([row]))
    return perform([change], title: title, focus: path) ? path : nil
  }

  /// Deletes a row from a list.
  ///
  /// A date with an id stays in the list with a mark, so that the service deletes it; API page,
  /// `availabilities[].deleted`. Deleting it again removes the mark. A list that was created by adding
  /// a row is removed with its last row.
  package mutating func removeRow(_ index: Int, of list: JSONPath) {
    let path = list.appending(index)
    guard let row = self[path] else { return }
    let title = title(.delete, row, of: list)
    if let type = CalendarSchema.field(at: list)?.objectType, let mark = type.deletionMark,
      type.serviceID(of: row) != nil
    {
      let isDeleted = type.isDeleted(row)
      let place = path.appending(mark)
      perform(
        [.set(place, isDeleted ? unmarked(place) : true)],
        title: isDeleted ? self.title(.restore, row, of: list) : title,
        focus: path)
    } else {
      take(index, outOf: list, title: title)
    }
  }

  /// Takes a row out of a list; a list that was created by adding this row is removed with it.
  private mutating func take(_ index: Int, outOf list: JSONPath, title: StepTitle) {
    let isAlone = list.count == 1 && self[list]?.array?.count == 1 && Self.isEmpty(base[list])
    perform(
      [isAlone ? .set(list, base[list]) : .remove(from: list, at: index)], title: title,
      focus: list.appending(index))
  }

  /// The value of a mark of deletion that means "not deleted": false or absent, as it was loaded.
  ///
  /// - Parameter mark: the path of the mark.
  func unmarked(_ mark: JSONPath) -> JSONValue? {
    let value = loaded(mark)
    return value == true ? false : value
  }

  /// Inserts a copy of a row behind it, without the id that the service gave the original.
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
      title: title(.move, row, of: list),
      focus: list.appending(target))
  }

  // MARK: Resetting

  /// Resets one property, or a row, to what was loaded.
  ///
  /// A row that was not loaded is removed; a property inside such a row has nothing to be reset to.
  package mutating func reset(_ path: JSONPath) {
    if case .index(let index)? = path.last, self[path] != nil, isInNewRow(path) {
      return take(index, outOf: path.parent, title: StepTitle(Wording.resetTitle(of: path)))
    }
    let value = loaded(path)
    guard !isInNewRow(path), !areEquivalent(self[path], value) else { return }
    perform(
      [change(setting: path, to: value)], title: StepTitle(Wording.resetTitle(of: path)),
      focus: path)
  }

  /// Resets top-level properties that belong together to what was loaded, as one step; a single path
  /// may also lead into an object or a list.
  package mutating func reset(_ paths: [JSONPath]) {
    guard paths.count > 1 else {
      if let path = paths.first { reset(path) }
      return
    }
    reset(keys: paths.compactMap(\.topKey), title: StepTitle(Wording.resetTitle(of: paths[0])))
  }

  /// Resets every property of a section to what was loaded, as one step.
  package mutating func reset(_ section: Section) {
    reset(
      keys: CalendarSchema.fields(in: section).map(\.key), title: "Reset \(section.title)")
  }

  /// Resets everything to what was loaded, as one step.
  package mutating func resetAll() {
    reset(keys: CalendarSchema.all.map(\.key), title: "Reset everything")
  }

  private mutating func reset(keys: [String], title: StepTitle) {
    let changed = keys.map { JSONPath([.key($0)]) }.filter { !areEquivalent(self[$0], base[$0]) }
    guard let first = changed.first else { return }
    perform(changed.map { .set($0, base[$0]) }, title: title, focus: first)
  }
}
