import CalendarModel
import CalendarWork
import JSON
import TextUI

/// The lines of the review: each change with what it was and what it becomes, and the problems.
struct ReviewLines {
  struct Line: Sendable {
    var text: String
    var role: Theme.Role
    /// Where Enter leads; nil for a heading.
    var target: JSONPath?
    /// What it tells; nil for a heading or a problem.
    var change: ReviewLine?
  }

  let lines: [Line]
  /// How many properties are changed, in words.
  let summary: String
  let errorCount: Int
  let warningCount: Int
  /// Whether keys that no document lists stand inside of what is sent.
  let hasNested: Bool
  /// Whether nothing would be sent.
  let isEmpty: Bool
  /// Whether it goes to a service, and not into a file.
  let isSent: Bool

  /// - Parameters:
  ///   - settings: how it would be saved.
  ///   - risksLoss: whether the service is known to lose what the update does not name.
  ///   - asks: whether the save asks if undocumented keys are to be sent.
  ///   - unrecorded: why the save would get no record in the history; nil where it gets one.
  init(
    _ document: CalendarDocument, _ settings: SaveSettings, risksLoss: Bool = false,
    asks: Bool = false, unrecorded: FileFailure? = nil
  ) {
    isSent = settings.holder == .service
    let body = UpdateBody(document, settings)
    let unsent = isSent ? settings.keysAsLoaded : []
    let unchanged = isSent ? OldErrors(in: document).problems : []
    let isOfUnchanged = Set(unchanged.map(OldErrors.Place.init))
    let problems = document.validation.problemsOfChanges.filter {
      !isOfUnchanged.contains(OldErrors.Place($0)) && !unsent.contains($0.path.topKey ?? "")
    }
    var lines = risksLoss ? [Line(text: Self.loss, role: .warning)] : []
    if isSent { lines += Self.warning(unrecorded) + Self.governed(body, of: document) }
    lines += Self.changes(of: document, without: unsent)
    if isSent { lines += Self.sentAlong(body) }
    lines += Self.lines(of: problems, document) + Self.warning(of: unchanged, document)
    if isSent {
      lines +=
        Self.doubts(body) + Self.cannotUnset(body, document) + Self.unreadable(body, settings)
        + Self.others(body, settings) + Self.nested(body, of: document, asks: asks)
    }
    self.lines = lines + Self.countOfUnchanged(document)
    isEmpty = body.isEmpty
    hasNested = !(body.leftOut.isEmpty && body.kept.isEmpty)
    summary = Wording.counted(body.changedCount, "property")
    errorCount = problems.count { $0.severity == .error }
    warningCount =
      problems.count { $0.severity == .warning } + (unchanged.isEmpty ? 0 : 1)
      + (isSent ? body.doubts.count + body.cannotUnset.count : 0) + (risksLoss ? 1 : 0)
      + (isSent && hasNested ? 1 : 0)
  }

  // MARK: Changes and problems

  /// The changes, section by section.
  ///
  /// - Parameter unsent: the properties that are not sent as they are edited.
  private static func changes(
    of document: CalendarDocument, without unsent: Set<String>
  ) -> [Line] {
    var lines: [Line] = []
    var section: Section?
    for change in ReviewLine.all(of: document)
    where !unsent.contains(change.path.topKey ?? "") {
      if change.section != section {
        section = change.section
        lines.append(Line(text: section?.title ?? "", role: .heading))
      }
      lines.append(Line(text: change.text, role: .text, target: change.path, change: change))
    }
    return lines
  }

  private static func countOfUnchanged(_ document: CalendarDocument) -> [Line] {
    let count = CalendarSchema.all.count { field in
      !field.isReadOnly && document.current[key: field.key] != nil
        && !document.validation.modifiedKeys.contains(field.key)
    }
    return count == 0
      ? [] : [Line(text: "\(Wording.counted(count, "property")) unchanged", role: .hint)]
  }

  private static func lines(of problems: [Problem], _ document: CalendarDocument) -> [Line] {
    let kinds: [(Problem.Severity, String, Theme.Role)] = [
      (.error, "Errors", .error), (.warning, "Warnings", .warning),
    ]
    return kinds.flatMap { severity, title, role -> [Line] in
      let found = problems.filter { $0.severity == severity }
      if found.isEmpty { return [] }
      return [Line(text: title, role: role)] + found.map { line(of: $0, document) }
    }
  }

  private static func line(of problem: Problem, _ document: CalendarDocument) -> Line {
    Line(
      text: "\(document.place(problem.path)): \(problem.message)", role: .text,
      target: problem.path)
  }

  /// The warning about errors that no change bears on, once for all of them.
  private static func warning(of errors: [Problem], _ document: CalendarDocument) -> [Line] {
    guard !errors.isEmpty else { return [] }
    let what = errors.count == 1 ? "an error" : "\(errors.count) errors"
    let shown = errors.prefix(4).map { line(of: $0, document) }
    let more = errors.count - shown.count
    return [
      Line(
        text: "The calendar has \(what) that you did not change; the service may refuse the "
          + "update:", role: .warning)
    ] + shown + (more > 0 ? [Line(text: "and \(more) more", role: .hint)] : [])
  }
}
