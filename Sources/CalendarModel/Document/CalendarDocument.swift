import JSON

/// A calendar that is being edited: what was loaded, what it is now, and how it got there.
///
/// Both are plain JSON: unknown members, odd types and the order of keys stay as they came. Absent,
/// null and a value are three states of every property. The rules are kept up to date with every
/// change (``validation``), at a cost that does not grow with the calendar.
package struct CalendarDocument: Sendable {
  /// The calendar as it was loaded or last saved.
  package internal(set) var base: JSONValue {
    didSet {
      baseRevision += 1
      loadedDateHours = DateIndex(base[key: "availabilities"])
    }
  }
  /// Changes with ``base``.
  private var baseRevision = 0
  /// The keys of ``base`` that the service spells in another way than the update takes them.
  var spellings = LoadedSpellings()
  /// Where the rows of ``current`` stand in ``base``.
  var origins: RowOrigins
  /// The date-specific hours of `base` by date.
  package private(set) var loadedDateHours: DateIndex
  /// The calendar as it is being edited.
  package internal(set) var current: JSONValue
  /// The date-specific hours by date; kept up to date with every change.
  package internal(set) var dateHours: DateIndex
  package internal(set) var undoSteps: [Step] = []
  package internal(set) var redoSteps: [Step] = []
  /// What is wrong and what is changed.
  package private(set) var validation: Validation
  /// Changes with every change of the calendar, of what it is compared with, and of the history.
  package private(set) var revision = 0
  /// What the ids of users, groups and forms stand for, as far as the service has said it.
  package var names: [String: String] = [:] {
    didSet { if names != oldValue { revision += 1 } }
  }
  /// The type that a person stated for a calendar that does not say it.
  package private(set) var statedType: CalendarType?

  /// Starts editing.
  ///
  /// - Parameters:
  ///   - calendar: an object; anything else is taken as an empty one.
  ///   - today: for the warnings about dates in the past.
  package init(calendar: JSONValue, today: CalendarDate) {
    let (calendar, spellings) = LoadedSpellings.read(Self.object(calendar))
    self.spellings = spellings
    base = calendar
    origins = RowOrigins(base: calendar, current: calendar)
    current = calendar
    loadedDateHours = DateIndex(calendar[key: "availabilities"])
    dateHours = loadedDateHours
    validation = Validation(base: calendar, current: calendar, today: today, statedType: nil)
  }

  /// Goes on where a draft was left; its values are objects and its steps lead from one to another.
  init(_ draft: DocumentDraft, today: CalendarDate) {
    let (base, spellings) = LoadedSpellings.read(draft.base)
    self.base = base
    self.spellings = spellings
    origins = RowOrigins(base: base, current: draft.current)
    current = draft.current
    loadedDateHours = DateIndex(base[key: "availabilities"])
    dateHours = DateIndex(draft.current[key: "availabilities"])
    undoSteps = draft.undoSteps
    redoSteps = draft.redoSteps
    names = draft.names
    statedType = draft.statedType
    validation = Validation(
      base: base, current: draft.current, today: today, statedType: draft.statedType)
  }

  /// The calendar; an empty one for what is no object.
  static func object(_ calendar: JSONValue) -> JSONValue {
    if case .object = calendar { calendar } else { [:] }
  }

  /// The value at a path as it is now; nil where it is absent.
  package subscript(path: JSONPath) -> JSONValue? { current[path] }

  /// The calendar's own type, or the one that was stated for it; nil when nobody says.
  package var calendarType: CalendarType? { validation.calendarType }

  /// Whether anything that could be saved differs from what was loaded.
  package var isModified: Bool { !validation.modifiedKeys.isEmpty }

  /// States the type of a calendar that does not say it, so that the rules of the type are checked.
  package mutating func stateType(_ type: CalendarType?) {
    statedType = type
    revalidate()
  }

  /// Counts on from the document that this one takes the place of, so that nobody who knows that
  /// one's revision takes this for the same.
  package mutating func replaces(_ old: CalendarDocument) {
    revision = max(revision, old.revision) + 1
  }

  // MARK: Steps

  /// Makes changes as one step.
  ///
  /// - Returns: false when nothing could be changed.
  @discardableResult
  mutating func perform(
    _ changes: [Change], title: String, focus: JSONPath, joining: Bool = false
  ) -> Bool {
    // Only kept while typing: a list held here would be copied by a change inside it.
    let original = joining ? current[focus] : nil
    let originsBefore = changes.contains(where: \.replacesRows) ? origins : nil
    let made = apply(changes)
    guard !made.isEmpty else { return false }
    let (changes, inverses) = (made.map(\.change), made.map(\.inverse))
    redoSteps.removeAll()
    if joining, var step = undoSteps.last, step.openFor == focus {
      undoSteps.removeLast()
      step.join(changes, inverses, title: title)
      undoSteps.append(step)
    } else {
      close()
      undoSteps.append(
        Step(
          title: title, focus: focus, changes: changes, inverses: inverses, original: original,
          origins: originsBefore.map {
            Step.Origins(before: $0, after: origins, baseRevision: baseRevision)
          },
          openFor: joining ? focus : nil))
    }
    return true
  }

  /// Ends the step that typing is collected in; the next key starts another one.
  package mutating func close() {
    guard let last = undoSteps.indices.last, undoSteps[last].openFor != nil else { return }
    undoSteps[last].openFor = nil
  }

  /// Takes the last step of typing away when it led back to where it started, to the letter:
  /// between "30" and "30.05" stands "30.0".
  mutating func dropLastStepIfIdle(at path: JSONPath) {
    guard let step = undoSteps.last, step.openFor == path, current[path] == step.original
    else { return }
    undo()
    redoSteps.removeLast()
  }

  /// Takes back the last step.
  ///
  /// - Returns: the step, or nil when there is none.
  @discardableResult
  package mutating func undo() -> Step? {
    guard var step = undoSteps.popLast() else { return nil }
    step.openFor = nil
    _ = apply(step.inverses.reversed())
    if let known = step.origins, known.baseRevision == baseRevision { origins = known.before }
    redoSteps.append(step)
    return step
  }

  /// Makes the step again that was taken back last.
  @discardableResult
  package mutating func redo() -> Step? {
    guard let step = redoSteps.popLast() else { return nil }
    _ = apply(step.changes)
    if let known = step.origins, known.baseRevision == baseRevision { origins = known.after }
    undoSteps.append(step)
    return step
  }

  /// - Returns: the changes that could be made, each with its place and the change that takes it back.
  private mutating func apply(_ changes: [Change]) -> [(change: Change, inverse: Change)] {
    revision += 1
    return changes.compactMap { change in
      let change = placed(change)
      let origin: Int? =
        if case .remove(let list, let index) = change,
          case .index(let place)? = loadedPath(list.appending(index))?.last
        { place } else { nil }
      guard var inverse = current.apply(change) else { return nil }
      if case .insert(let row, let list, let index, _) = inverse {
        inverse = .insert(row, into: list, at: index, origin: origin)
      }
      origins.update(after: change, inverse: inverse, base: base, current: current)
      validation.update(after: change, base: base, current: current)
      dateHours.update(after: change, to: current[key: "availabilities"])
      return (change, inverse)
    }
  }

  /// The change with the place of a member that is not there: it comes back where it was loaded, so
  /// that clearing a field before typing its new value does not move it to the end of the file.
  private func placed(_ change: Change) -> Change {
    guard case .set(let path, let value?, nil) = change, case .key(let key)? = path.last else {
      return change
    }
    return .set(path, value, position: loadedPlace(of: key, in: path.parent))
  }

  /// Checks the calendar anew as a whole.
  mutating func revalidate() { revalidate(today: validation.today) }

  private mutating func revalidate(today: CalendarDate) {
    revision += 1
    validation = Validation(
      base: base, current: current, today: today, statedType: statedType)
  }

  /// Goes by another day from now on: which dates are past is judged anew.
  package mutating func begin(day: CalendarDate) {
    if day != validation.today { revalidate(today: day) }
  }
}

extension Step {
  /// Adds changes to a step that collects typing; a value typed over replaces the one before.
  fileprivate mutating func join(_ more: [Change], _ back: [Change], title: String) {
    self.title = title
    // A member that was taken away and comes back stands elsewhere: both changes count then.
    if more.count == 1, case .set(let path, let value?, _) = more[0],
      case .set(path, _?, let position)? = changes.last
    {
      changes[changes.count - 1] = .set(path, value, position: position)
    } else {
      changes += more
      inverses += back
    }
  }
}
