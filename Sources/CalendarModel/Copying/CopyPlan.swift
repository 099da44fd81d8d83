import JSON

/// Copies settings from one calendar to others, as edits that can be reviewed and undone like any.
///
/// Members are matched by their user, and the locations in them by what they are; matched rows keep
/// what no document lists. Weekly hours are copied day by day, dates one by one with the ids of the
/// target. Dates that have passed stay as they are. What the target's type forbids, and what breaks
/// the schema, is not copied, and the report says so. Read-only and undocumented properties of the
/// source never go.
package struct CopyPlan: Sendable {
  /// The calendar that settings are taken from, with the keys of the API page.
  package let source: JSONValue
  package var choices: CopyChoices

  /// Takes settings from a calendar as it was loaded.
  package init(from calendar: JSONValue, choices: CopyChoices = .usual) {
    source = LoadedSpellings.normalised(CalendarDocument.object(calendar))
    self.choices = choices
  }

  /// Takes settings from a calendar as it is edited now.
  package init(from document: CalendarDocument, choices: CopyChoices = .usual) {
    self.init(from: document.current, choices: choices)
  }

  /// What would change in a calendar, which stays as it is.
  package func report(for target: CalendarDocument) -> CopyReport {
    var target = target
    return apply(to: &target)
  }

  /// Copies, as one step.
  ///
  /// - Returns: what has changed, and what has not and why. Without a change there is no step.
  @discardableResult
  package func apply(to target: inout CalendarDocument) -> CopyReport {
    var work = CopyWork(self, target)
    work.dropWhatBreaksRules()
    work.addWarnings()
    let edits = work.edits
    let report = work.report
    if let first = edits.first {
      target.close()
      target.perform(edits, title: StepTitle(title(report.changed)), focus: first.path)
    }
    return report
  }

  /// "Copy slot duration from Intro call", "Copy 3 settings from Intro call".
  private func title(_ changed: [CopyReport.Line]) -> String {
    let what =
      changed.count == 1 ? changed[0].label.lowercased() : Wording.counted(changed.count, "setting")
    let name = source[.name]?.text?.trimmed ?? ""
    return "Copy \(what) from \(name.isEmpty ? "another calendar" : name)"
  }
}

/// One copy on its way: what each chosen field would change, and what of it stays out.
struct CopyWork {
  private let target: CalendarDocument
  private var lines: [CopyReport.Line] = []
  /// The edits of the fields that change, by key.
  private var changes: [String: [Edit]] = [:]

  init(_ plan: CopyPlan, _ target: CalendarDocument) {
    self.target = target
    let proposer = CopyProposer(plan, target)
    for section in Section.allCases {
      for field in CopyChoices.fields(in: section) where plan.choices.isChosen(field.key) {
        let proposal = proposer.proposal(field)
        var line = CopyReport.Line(
          key: field.key, section: section, label: field.label, outcome: .same,
          warnings: proposal.warnings)
        switch proposal.kind {
        case .same: break
        case .skip(let reason): line.outcome = .skipped(reason)
        case .edits(let edits):
          line.outcome = .changed([])
          changes[field.key] = edits
        }
        lines.append(line)
      }
    }
  }

  /// What is done, field by field.
  var edits: [Edit] { lines.flatMap { $0.isChanged ? changes[$0.key] ?? [] : [] } }

  /// The target after the edits.
  private var outcome: CalendarDocument {
    var copy = target
    if let first = edits.first { copy.perform(edits, title: "", focus: first.path) }
    return copy
  }

  // MARK: Rules

  /// Takes fields out until no rule finds an error that was not there before.
  mutating func dropWhatBreaksRules() {
    let before = Self.counted(target, .error)
    // Each round takes one field out at least.
    for _ in 0...lines.count where !edits.isEmpty {
      let after = outcome
      var left = before
      var blamed: [String: String] = [:]
      for problem in after.validation.problems(under: .root) where problem.severity == .error {
        let kind = problem.kind
        if let count = left[kind], count > 0 {
          left[kind] = count - 1
          continue
        }
        for key in keys(behind: problem, in: after) where blamed[key] == nil {
          blamed[key] = problem.message
        }
      }
      guard !blamed.isEmpty else { return }
      for index in lines.indices where lines[index].isChanged {
        if let reason = blamed[lines[index].key] { lines[index].outcome = .skipped(reason) }
      }
    }
  }

  /// Adds what rules warn of that they did not before.
  mutating func addWarnings() {
    guard !edits.isEmpty else { return }
    let after = outcome
    let known = Set(target.validation.problems(under: .root).map(\.message))
    for problem in after.validation.problems(under: .root) where problem.severity == .warning {
      guard !known.contains(problem.message), let key = keys(behind: problem, in: after).first,
        let index = lines.firstIndex(where: { $0.key == key }),
        !lines[index].warnings.contains(problem.message)
      else { continue }
      lines[index].warnings.append(problem.message)
    }
  }

  /// The changed fields that a problem comes from: the one it stands in, or those that its rule
  /// looked at.
  private func keys(behind problem: Problem, in after: CalendarDocument) -> [String] {
    let changed = lines.filter(\.isChanged).map(\.key)
    if let key = problem.path.topKey.map({ QuantityField.with($0)?.number.key ?? $0 }),
      changed.contains(key)
    {
      return [key]
    }
    guard let result = after.validation.calendar.result(of: problem.rule) else { return [] }
    return changed.filter { result.reads(anyOf: QuantityField.widened([$0])) }
  }

  private static func counted(
    _ document: CalendarDocument, _ severity: Problem.Severity
  ) -> [Problem.Kind: Int] {
    document.validation.problems(under: .root).filter { $0.severity == severity }
      .reduce(into: [:]) { $0[$1.kind, default: 0] += 1 }
  }

  // MARK: Words

  /// The report, with the changes in the sentences of the review.
  var report: CopyReport {
    var probe = CalendarDocument(
      calendar: target.current, today: target.validation.today, format: target.format)
    probe.names = target.names
    if let first = edits.first { probe.perform(edits, title: "", focus: first.path) }
    let sentences = Dictionary(grouping: ReviewLine.all(of: probe)) { line in
      line.path.topKey.map { QuantityField.with($0)?.number.key ?? $0 } ?? ""
    }
    var report = CopyReport(lines: lines)
    for index in report.lines.indices where report.lines[index].isChanged {
      let line = report.lines[index]
      let said = sentences[line.key]?.map(\.text) ?? []
      // Only the spelling changes, or the entries that say the same.
      report.lines[index].outcome = .changed(said.isEmpty ? ["\(line.label) changes"] : said)
    }
    return report
  }
}
