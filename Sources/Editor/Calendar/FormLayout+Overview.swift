import CalendarModel
import JSON

extension FormLayout {
  /// How many problems and changes are listed before the rest is counted.
  private static let shown = 12

  /// The calendar at a glance, its week as a picture, what is wrong and what is changed.
  mutating func addOverview(_ document: CalendarDocument) {
    let week = Week(document)
    self.week = week
    for line in document.summary(names: document.names).lines {
      append(
        LinkLine(
          title: line.topic.title, text: line.text, target: line.path,
          meaning: line.topic.meaning))
      if line.topic == .week, !week.now.isEmpty {
        append(ScaleLine())
        for day in document.format.weekdays { append(DayPictureLine(day)) }
      }
      if line.topic == .dates {
        addSchedules(toOverview: document.governing, today: document.validation.today)
        append(TextLine.note(Self.zoneNote(document)))
      }
    }
    addProblems(document)
    addChanges(document)
  }

  /// Whose clock the times go by.
  private static func zoneNote(_ document: CalendarDocument) -> String {
    document.zone.map { "Time zone: \($0.name)" } ?? "Time zone: not known"
  }

  private mutating func addProblems(_ document: CalendarDocument) {
    let counts = document.validation.counts
    guard counts.errors + counts.warnings > 0 else { return }
    append(TextLine.heading(Wording.counted(counts.errors + counts.warnings, "problem")))
    let problems = document.validation.firstProblems(Self.shown)
    for problem in problems {
      append(
        LinkLine(
          title: document.place(problem.path), text: problem.message, target: problem.path,
          role: problem.severity == .error ? .error : .warning))
    }
    addRest(counts.errors + counts.warnings - problems.count)
  }

  private mutating func addChanges(_ document: CalendarDocument) {
    let keys = CalendarSchema.all.map(\.key).filter(document.validation.modifiedKeys.contains)
    guard !keys.isEmpty else { return }
    append(TextLine.heading(Wording.counted(keys.count, "change")))
    for key in keys {
      let path = JSONPath([.key(key)])
      let field = CalendarSchema.field(key)
      let text =
        field?.objectType == nil
        ? change(document.loaded(path), document[path], of: field, document)
        : key == WeekHours.path.topKey ? week(document) : "edited"
      append(LinkLine(title: field?.label ?? key, text: text, target: path, role: .changed))
    }
  }

  /// Both values; texts that begin alike from the place where they differ.
  private func change(
    _ old: JSONValue?, _ new: JSONValue?, of field: Field?, _ document: CalendarDocument
  ) -> String {
    if let old = old?.text, let new = new?.text, Wording.quoted(old) == Wording.quoted(new) {
      let (before, after) = Wording.snippets(old, new)
      return "\(before) → \(after)"
    }
    return "\(document.words(old, of: field)) → \(document.words(new, of: field))"
  }

  /// The days with other hours, or that only their entries have changed.
  private func week(_ document: CalendarDocument) -> String {
    let changes = WeekDifference.all(of: document)
    return changes.isEmpty ? "edited" : changes.map(\.text).joined(separator: "; ")
  }

  private mutating func addRest(_ count: Int) {
    if count > 0 { append(MoreProblemsLine(count: count)) }
  }
}
