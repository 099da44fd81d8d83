import JSON

/// A calendar that is being edited: what was loaded, what it is now, and how it got there.
///
/// Both calendars are plain JSON: unknown members, odd types and the order of keys stay as they came.
/// Every property has three states: absent, null, or a value. Every edit brings the findings of the
/// rules up to date (``validation``), at a cost that does not grow with the calendar.
package struct CalendarDocument: Sendable {
  /// The calendar as it was loaded or last saved.
  package internal(set) var base: JSONValue {
    didSet {
      baseRevision += 1
      baseMark = StepMark.next()
      lineage = StepMark.next()
      loadedDateHours = DateIndex(base[.availabilities])
    }
  }
  /// Counts how often ``base`` was replaced.
  private var baseRevision = 0
  /// Tells this ``base`` from every other one, of this document and of others.
  package private(set) var baseMark = StepMark.next()
  /// Since when every state of the calendar follows from the one before it by the steps: the steps
  /// with a later mark were made on the way, and lead back and forth exactly.
  ///
  /// Steps of a draft, or of before a save, lead to what means the same.
  private(set) var lineage = StepMark.next()
  /// The keys that the service spelt differently from what an update takes.
  var spellings = LoadedSpellings()
  /// Which row of ``base`` each row of ``current`` was.
  var origins: RowOrigins
  /// The date-specific hours of ``base`` by date.
  package private(set) var loadedDateHours: DateIndex
  /// The calendar as it is being edited.
  package internal(set) var current: JSONValue
  /// The date-specific hours of ``current`` by date; every edit brings them up to date.
  package internal(set) var dateHours: DateIndex
  /// The steps that undo takes back, the last one last.
  package internal(set) var undoSteps: [Step] {
    get {
      guard let last = steps.last, last.isUntitled else { return steps }
      return steps.dropLast() + [titled(last)]
    }
    set { steps = newValue }
  }
  /// The same, of which the last one may lack its title.
  private var steps: [Step] = []
  package internal(set) var redoSteps: [Step] = []
  /// What the rules find, and which properties are modified.
  package private(set) var validation: Validation
  /// Changes whenever the calendar, what it is compared with, or the history changes.
  package private(set) var revision = 0
  /// Where it has changed at which revision.
  package private(set) var changes = DocumentChanges()
  /// The names of users, groups and forms by id, as far as the service has told them.
  package var names: [String: String] = [:] {
    // Written or not, a title stays as it is.
    willSet { settleTitle() }
    didSet { if names != oldValue { noteChange() } }
  }
  /// The ids that the service lists of each kind; a kind that is not in it was not listed.
  package var listedIDs: [LookUp: Set<String>] = [:]
  /// What is known of the schedules for the calendar.
  package var schedules = ScheduleAnswer.notAsked {
    didSet {
      guard schedules != oldValue else { return }
      if schedules.governs == oldValue.governs { noteChange() } else { revalidate() }
    }
  }
  /// The calendar's time zone; nil where it is not known.
  package var zone: NamedZone? { didSet { if zone != oldValue { noteChange() } } }
  /// The version of the calls, which decides what an update may hold.
  package var version = APIVersion.dated { didSet { if version != oldValue { revalidate() } } }
  /// How times and weeks are said in what this document says of itself.
  package var format = LocalFormat.standard {
    didSet { if format != oldValue { revalidate() } }
  }
  /// The type that the user stated, for a calendar that does not say its type.
  package private(set) var statedType: CalendarType?

  /// Starts to edit a calendar.
  ///
  /// - Parameters:
  ///   - calendar: an object; anything else counts as an empty calendar.
  ///   - today: the day for warnings about dates in the past.
  ///   - format: how times and weeks are said.
  package init(
    calendar: JSONValue, today: CalendarDate, format: LocalFormat = .standard
  ) {
    self.format = format
    let (calendar, spellings) = LoadedSpellings.read(Self.object(calendar))
    self.spellings = spellings
    base = calendar
    origins = RowOrigins(base: calendar, current: calendar)
    current = calendar
    loadedDateHours = DateIndex(calendar[.availabilities])
    dateHours = loadedDateHours
    validation = Validation(
      base: calendar, current: calendar, today: today, statedType: nil, format: format)
  }

  /// Continues from a draft, which was checked: its values are objects, and its steps fit them.
  init(_ draft: DocumentDraft, today: CalendarDate, format: LocalFormat) {
    self.format = format
    let (base, spellings) = LoadedSpellings.read(draft.base)
    self.base = base
    self.spellings = spellings
    origins = RowOrigins(base: base, current: draft.current)
    current = draft.current
    loadedDateHours = DateIndex(base[.availabilities])
    dateHours = DateIndex(draft.current[.availabilities])
    steps = draft.undoSteps
    redoSteps = draft.redoSteps
    names = draft.names
    statedType = draft.statedType
    validation = Validation(
      base: base, current: draft.current, today: today, statedType: draft.statedType,
      format: format)
  }

  /// The calendar; an empty one for a value that is not an object.
  static func object(_ calendar: JSONValue) -> JSONValue {
    if case .object = calendar { calendar } else { [:] }
  }

  /// The value at a path as it is now; nil where it is absent.
  package subscript(path: JSONPath) -> JSONValue? { current[path] }

  /// The calendar's own type, or the one that the user stated; nil without either.
  package var calendarType: CalendarType? { validation.calendarType }

  /// Whether any property that an update can carry differs from what was loaded.
  package var isModified: Bool { !validation.modifiedKeys.isEmpty }

  /// What the rules find in the value at a path itself, worst first.
  package func problems(at path: JSONPath) -> [Problem] { validation.problems(at: path) }

  /// Sets the type of a calendar that does not say its type, so that the rules about types apply.
  package mutating func stateType(_ type: CalendarType?) {
    statedType = type
    revalidate()
  }

  /// Continues the revisions of the document that this one replaces, so that nobody who remembers a
  /// revision of that one takes this document for it.
  package mutating func replaces(_ old: CalendarDocument) {
    revision = max(revision, old.revision)
    noteChange()
  }

  /// Takes note of a change that may show anywhere.
  private mutating func noteChange() {
    revision += 1
    changes.noteAll(revision)
  }

  // MARK: Steps

  /// Makes edits as one step.
  ///
  /// - Parameter title: nil for the one that says how the value at the focus has changed.
  /// - Returns: false when none of them could be made.
  @discardableResult
  mutating func perform(
    _ changes: [Edit], title: StepTitle?, focus: JSONPath, joining: Bool = false
  ) -> Bool {
    let joins = joining && isTyping(at: focus)
    if !joins { settleTitle() }
    // Kept only while typing: an edit inside a list that is also held here would copy the list.
    let original = joining && !joins ? current[focus] : nil
    let originsBefore = changes.contains(where: \.replacesRows) ? origins : nil
    let made = apply(changes)
    guard !made.isEmpty else { return false }
    let (changes, inverses) = (made.map(\.change), made.map(\.inverse))
    redoSteps.removeAll()
    if joins, var step = steps.last {
      steps.removeLast()
      step.join(changes, inverses, title: title)
      steps.append(step)
    } else {
      close()
      steps.append(
        Step(
          title: title?.recorded ?? "", isUntitled: title == nil, focus: focus, edits: changes,
          inverses: inverses, original: original,
          origins: originsBefore.map {
            Step.Origins(before: $0, after: origins, baseRevision: baseRevision)
          },
          openFor: joining ? focus : nil, localTitle: title?.local))
    }
    return true
  }

  /// Closes the step that collects typing, so that the next key starts another one.
  package mutating func close() {
    guard let last = steps.indices.last, steps[last].openFor != nil else { return }
    settleTitle()
    steps[last].openFor = nil
  }

  /// Whether typing at a path joins the last step.
  package func isTyping(at path: JSONPath) -> Bool { steps.last?.isOpen(for: path) == true }

  /// Makes the title of the last step, while the calendar is as the step has left it.
  private mutating func settleTitle() {
    if let step = steps.last, step.isUntitled { steps[steps.count - 1] = titled(step) }
  }

  private func titled(_ step: Step) -> Step {
    var step = step
    let title = title(of: step.focus, from: step.original, to: current[step.focus])
    (step.title, step.localTitle) = (title.recorded, title.local)
    step.isUntitled = false
    return step
  }

  /// Drops the last step of typing if the text is again exactly what it was before it.
  ///
  /// Numbers are compared by their spelling: on the way from "30" to "30.05" a user types "30.0".
  mutating func dropLastStepIfIdle(at path: JSONPath) {
    guard isTyping(at: path), current[path] == steps.last?.original else { return }
    undo()
    redoSteps.removeLast()
  }

  /// Undoes the last step.
  ///
  /// - Returns: the step; nil when there is none.
  @discardableResult
  package mutating func undo() -> Step? {
    settleTitle()
    guard var step = steps.popLast() else { return nil }
    leaveLineage(by: step)
    step.openFor = nil
    _ = apply(step.inverses.reversed())
    if let known = step.origins, known.baseRevision == baseRevision { origins = known.before }
    redoSteps.append(step)
    return step
  }

  /// Redoes the step that was undone last.
  @discardableResult
  package mutating func redo() -> Step? {
    guard let step = redoSteps.popLast() else { return nil }
    leaveLineage(by: step)
    _ = apply(step.edits)
    if let known = step.origins, known.baseRevision == baseRevision { origins = known.after }
    steps.append(step)
    return step
  }

  /// Begins another lineage where a step was not made in this one.
  private mutating func leaveLineage(by step: Step) {
    if step.mark.step < lineage { lineage = StepMark.next() }
  }

  /// - Returns: the edits that could be made, each with its place and its inverse.
  private mutating func apply(_ changes: [Edit]) -> [(change: Edit, inverse: Edit)] {
    revision += 1
    var made: [(change: Edit, inverse: Edit)] = []
    for change in changes {
      let change = placed(change)
      let origin: Int? =
        if case .remove(let list, let index) = change,
          case .index(let place)? = loadedPath(list.appending(index))?.last
        { place } else { nil }
      guard var inverse = current.apply(change) else { continue }
      if case .insert(let row, let list, let index, _) = inverse {
        inverse = .insert(row, into: list, at: index, origin: origin)
      }
      origins.update(after: change, inverse: inverse, base: base, current: current)
      let findings = validation.findingsRevision
      validation.update(after: change, base: base, current: current)
      self.changes.note(
        change, revision, hasOtherFindings: validation.findingsRevision != findings)
      dateHours.update(after: change, of: current)
      made.append((change, inverse))
    }
    return made
  }

  /// Adds a place to an edit that sets an absent member: the member comes back where it was loaded, so
  /// that a user who clears a field before typing its new value does not move it to the end of the
  /// file.
  private func placed(_ change: Edit) -> Edit {
    guard case .set(let path, let value?, nil) = change, case .key(let key)? = path.last else {
      return change
    }
    return .set(path, value, position: loadedPlace(of: key, in: path.parent))
  }

  /// Runs all rules on the whole calendar again.
  mutating func revalidate() { revalidate(today: validation.today) }

  private mutating func revalidate(today: CalendarDate) {
    noteChange()
    validation = Validation(
      base: base, current: current, today: today, statedType: statedType,
      isGoverned: schedules.governs, version: version, format: format)
  }

  /// Goes by another day from now on: which dates are past is judged anew.
  package mutating func begin(day: CalendarDate) {
    if day != validation.today { revalidate(today: day) }
  }
}

extension Step {
  /// Adds edits to a step that collects typing; a typed value replaces the one typed before it.
  fileprivate mutating func join(_ more: [Edit], _ back: [Edit], title: StepTitle?) {
    (self.title, localTitle) = (title?.recorded ?? "", title?.local)
    isUntitled = title == nil
    mark.change()
    // A member that was removed and comes back can be at another place; then both edits count.
    if more.count == 1, case .set(let path, let value?, _) = more[0],
      case .set(path, _?, let position)? = edits.last
    {
      edits[edits.count - 1] = .set(path, value, position: position)
    } else {
      edits += more
      inverses += back
    }
  }
}
