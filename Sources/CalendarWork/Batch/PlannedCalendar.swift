import CalendarModel
import JSON

/// What a run would do to one calendar, seen from how it was listed or loaded.
package struct PlannedCalendar: Sendable, Hashable {
  /// What the plan comes to.
  package enum Verdict: Sendable, Hashable {
    /// There is something to send.
    case change
    /// Everything is as it was wanted.
    case unchanged
    /// Nothing will be sent, and why.
    case stopped(BatchOutcome)
  }

  /// A top-level property that changes.
  package struct Change: Sendable, Hashable {
    package let key: String
    /// The value now; nil where the calendar has none, or the list does not say it.
    package let before: JSONValue?
    /// The planned value; nil where it is unset.
    package let after: JSONValue?
  }

  package let target: BatchTarget
  package internal(set) var verdict: Verdict
  /// What changes, one sentence each, as the review says it; not sanitised.
  package internal(set) var lines: [String] = []
  /// The same for programs, in the order of the screen.
  package internal(set) var changes: [Change] = []
  /// The properties that others must not have changed until the run: those that change, and what
  /// makes sense together with them only.
  package internal(set) var keys: [String] = []
  /// What of ``keys`` the calendar has, as it was when it was planned.
  package internal(set) var before: JSONValue = [:]
  /// What the change breaks, in sentences.
  package internal(set) var errors: [String] = []
  /// What else there is to know before it is done, in sentences.
  package internal(set) var warnings: [String] = []
  /// Why what is wanted has no effect for bookers though the service takes it, in sentences.
  ///
  /// They are among the warnings; empty where some of it has an effect.
  package internal(set) var withoutEffect: [String] = []
  /// The units by which numbers that were typed without one were read, by the key of the number; not
  /// in a journal.
  package internal(set) var presentUnits: [String: TimeUnit] = [:]
  /// Hours that are wanted and stay out of the update, because a schedule governs them.
  package internal(set) var keysKeptOut: [String] = []
  /// Whose schedules they are, in sentences; empty where nothing is kept out.
  package internal(set) var leftOut: [String] = []
  /// Whether hours are never sent, wanted or not, because a schedule governs them.
  package internal(set) var keepsHoursOut = false

  /// A calendar that nothing can be planned for.
  package init(_ target: BatchTarget, stopped outcome: BatchOutcome) {
    self.target = target
    verdict = .stopped(outcome)
  }

  /// Plans.
  ///
  /// - Parameters:
  ///   - calendar: as it was listed, or loaded.
  ///   - isComplete: whether a key that it does not have is not set; a list may leave keys out.
  ///   - schedules: what is known of the schedules for the calendar.
  package init(
    _ target: BatchTarget, _ calendar: JSONValue, isComplete: Bool, schedules: ScheduleAnswer,
    in context: BatchContext
  ) {
    self.target = target
    verdict = .unchanged
    if let stranger = context.stranger(calendar, for: target) {
      verdict = .stopped(stranger)
      return
    }
    let original = context.document(calendar, schedules)
    var document = original
    do throws(BatchWork.Obstacle) {
      warnings = try context.work.apply(to: &document, conflicts: context.policy.conflicts)
    } catch {
      verdict = .stopped(BatchOutcome(error))
      return
    }
    presentUnits = context.work.presentUnits(in: original.current)
    keepHoursOut(of: &document, context)
    fill(from: document, isComplete: isComplete)
    let problems = NewProblems(in: document, since: original)
    errors = problems.errors
    warnings += problems.warnings
    noteWithoutEffect(document, context)
    judge(document, context)
  }

  /// The outcome of a calendar that nothing has to be sent for; nil where a run has to be made.
  package var settled: BatchOutcome? {
    switch verdict {
    case .change: nil
    case .unchanged:
      BatchOutcome(.unchanged, "Unchanged: everything is as it was wanted.")
    case .stopped(let outcome): outcome
    }
  }

  /// What becomes of the calendar where the service takes what is planned; a dry run ends by it.
  package var expected: BatchOutcome { settled ?? BatchOutcome(.saved, "", leftOut: leftOut) }

  // MARK: Planning

  private mutating func keepHoursOut(of document: inout CalendarDocument, _ context: BatchContext) {
    let (governing, modified) = (document.governing, document.validation.modifiedKeys)
    let kept = HoursKeptOut(of: &document, context.policy)
    (keepsHoursOut, keysKeptOut, leftOut) = (kept.isForAll, kept.keys, kept.sentences)
    guard keysKeptOut.isEmpty else { return }
    warnings += governing.agreement(changedKeys: modified)
    if let doubt = governing.doubt(changedKeys: modified) { warnings.append(doubt) }
  }

  private mutating func fill(from document: CalendarDocument, isComplete: Bool) {
    let modified = document.validation.modifiedKeys
    lines = ReviewLine.all(of: document).map(\.text)
    let widened = QuantityField.widened(modified)
    let fields = CalendarSchema.all.filter { !$0.isReadOnly && widened.contains($0.key) }
    keys = fields.map(\.key)
    changes = keys.filter(modified.contains).map {
      Change(key: $0, before: document.base[key: $0], after: document.current[key: $0])
    }
    before = .object(
      JSONObject(
        keys.compactMap { key in
          document.base[key: key].map { JSONObject.Member(key: key, value: $0) }
        }))
    guard !isComplete else { return }
    for field in fields where document.base[key: field.key] == nil {
      // The unit has a default of its own.
      if CalendarSchema.isUnit(field.key) { continue }
      warnings.append(
        "\(field.label): the list does not say what it is now. Where it has another value than the "
          + "planned one, that is a conflict.")
    }
  }

  /// Says what has no effect, also where the calendar has had it before.
  private mutating func noteWithoutEffect(
    _ document: CalendarDocument, _ context: BatchContext
  ) {
    var wanted = document.validation.modifiedKeys
    if case .changes(let changes) = context.work { wanted = changes.keys }
    let keys = wanted.subtracting(keysKeptOut)
    let reasons = CalendarSchema.all.filter { keys.contains($0.key) }
      .compactMap { document.reasonWithoutEffect($0.key) }
    warnings += reasons.filter { !warnings.contains($0) }
    if !reasons.isEmpty, reasons.count == keys.count { withoutEffect = reasons }
  }

  private mutating func judge(_ document: CalendarDocument, _ context: BatchContext) {
    let body = UpdateBody(document, context.settings(keepsHoursOut: keepsHoursOut))
    warnings += body.doubts
    let unset = body.cannotUnset.map {
      "\(CalendarSchema.field($0)?.label ?? $0): an update cannot unset it; the service keeps it."
    }
    if body.isEmpty {
      if !leftOut.isEmpty {
        verdict = .stopped(.governed(leftOut))
      } else if !unset.isEmpty {
        verdict = .stopped(
          BatchOutcome(.cannotUnset, "An update cannot unset properties.", details: unset))
      }
      return
    }
    warnings += unset
    if let old = OldErrors(in: document).warning(in: document, besides: warnings) {
      warnings.append(old)
    }
    let hours = Self.sentences(hoursIn: body, document.governing)
    warnings += hours.filter { !warnings.contains($0) }
    warnings += Self.sentences(
      undocumentedIn: body, isAgreed: context.account.undocumented == .send)
    if context.policy.isReadOnly {
      verdict = .stopped(BatchOutcome(.readOnly, "Read-only: nothing is sent."))
    } else if context.account.holdsBack {
      verdict = .stopped(.losesUnnamed)
    } else if context.losesHours(by: body) {
      verdict = .stopped(.losesHours)
    } else if !errors.isEmpty, !context.policy.force {
      verdict = .stopped(BatchOutcome(rules: errors))
    } else {
      verdict = .change
    }
  }
}

extension BatchOutcome {
  init(_ obstacle: BatchWork.Obstacle) {
    switch obstacle {
    case .mistake(let sentence): self.init(.mistake, "It cannot be done.", details: [sentence])
    case .conflict(let sentences):
      self.init(
        .conflict, "Others changed the same since.", details: sentences)
    }
  }

  /// The outcome of a change that would lose what it does not name, as one before it did.
  static let losesUnnamed = BatchOutcome(
    .losesUnnamed, "Not sent: an update in this sub-account lost what it did not name.",
    details: ["Properties of the calendar that this update leaves out could be gone behind it."])

  /// The outcome of an update of the whole calendar without the hours, which a schedule governs, where
  /// one before it lost what it did not name.
  static let losesHours = BatchOutcome(
    .governed,
    "Not sent: a schedule governs the hours, and an update without them would lose them.",
    details: [
      "An update in this sub-account lost what it did not name. One that names the hours may take "
        + "the schedule away."
    ])

  /// The outcome of a change that breaks rules.
  ///
  /// - Parameter errors: in sentences.
  init(rules errors: [String]) {
    self.init(
      .rules,
      errors.count == 1 ? "It would break a rule." : "It would break \(errors.count) rules.",
      details: errors)
  }
}
