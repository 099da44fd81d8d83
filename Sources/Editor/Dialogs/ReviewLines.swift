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

  /// - Parameter settings: how it would be saved.
  init(_ document: CalendarDocument, _ settings: SaveSettings) {
    let isSent = settings.holder == .service
    let body = UpdateBody(document, settings)
    var lines = isSent ? Self.governed(body, of: document) : []
    var section: Section?
    for change in ReviewLine.all(of: document) {
      if change.section != section {
        section = change.section
        lines.append(Line(text: section?.title ?? "", role: .heading))
      }
      lines.append(
        Line(text: change.text, role: .text, target: change.path, change: change))
    }
    if isSent, !body.sentAlong.isEmpty {
      lines.append(Line(text: "Sent too, unchanged", role: .hint))
      lines += body.sentAlong.map { key in
        Line(
          text: "\(CalendarSchema.field(key)?.label ?? key): the service refuses the change "
            + "without it.", role: .text, target: JSONPath([.key(key)]))
      }
    }
    let problems = document.validation.problemsOfChanges
    errorCount = problems.count { $0.severity == .error }
    for (severity, title) in [(Problem.Severity.error, "Errors"), (.warning, "Warnings")] {
      let found = problems.filter { $0.severity == severity }
      if found.isEmpty { continue }
      lines.append(Line(text: title, role: severity == .error ? .error : .warning))
      lines += found.map {
        Line(
          text: "\(document.place($0.path)): \($0.message)", role: .text,
          target: $0.path)
      }
    }
    if isSent, !body.doubts.isEmpty {
      lines.append(Line(text: "In doubt", role: .warning))
      lines += body.doubts.map { Line(text: $0, role: .text) }
    }
    if isSent, !body.cannotUnset.isEmpty {
      lines.append(Line(text: "Cannot be unset", role: .warning))
      lines += body.cannotUnset.map { key in
        Line(
          text: "\(CalendarSchema.field(key)?.label ?? key): an update cannot unset it; the "
            + "service keeps \(Self.kept(key, document)). "
            + "Whether null clears it is not documented.",
          role: .text, target: JSONPath([.key(key)]))
      }
    }
    if isSent { lines += Self.others(body, settings) }
    if isSent { lines += Self.nested(body, of: document, isKept: settings.sendsUndocumented) }
    warningCount =
      problems.count { $0.severity == .warning }
      + (isSent ? body.doubts.count + body.cannotUnset.count : 0)
      + (isSent && !(body.leftOut.isEmpty && body.kept.isEmpty) ? 1 : 0)
    let unchanged = CalendarSchema.all.count { field in
      !field.isReadOnly && document.current[key: field.key] != nil
        && !document.validation.modifiedKeys.contains(field.key)
    }
    if unchanged > 0 {
      lines.append(Line(text: "\(Wording.counted(unchanged, "property")) unchanged", role: .hint))
    }
    self.lines = lines
    self.isSent = isSent
    let count = body.changedCount
    isEmpty = body.isEmpty
    hasNested = !(body.leftOut.isEmpty && body.kept.isEmpty)
    summary = count == 1 ? "1 property" : "\(count) properties"
  }

  /// What the service keeps of a property that is unset.
  private static func kept(_ key: String, _ document: CalendarDocument) -> String {
    Wording.value(
      document.loaded(JSONPath([.key(key)])), of: CalendarSchema.field(key), in: document.format)
  }

  /// What else is in an update that names the whole calendar.
  private static func others(_ body: UpdateBody, _ settings: SaveSettings) -> [Line] {
    var lines: [Line] = []
    if !body.alsoSent.isEmpty, !settings.checks {
      lines.append(
        Line(
          text: "This save does not check first: it overwrites what others changed meanwhile.",
          role: .warning))
    }
    if !body.alsoSent.isEmpty {
      lines.append(
        Line(
          text: "Also sent, unchanged: \(Wording.counted(body.alsoSent.count, "property"))",
          role: .hint))
      let labels = body.alsoSent.map { CalendarSchema.field($0)?.label ?? $0 }
      lines.append(Line(text: labels.joined(separator: ", "), role: .hint))
    }
    if !body.keptOut.isEmpty {
      let labels = body.keptOut.map { CalendarSchema.field($0)?.label ?? $0 }
      lines.append(
        Line(
          text: "Left out, because a schedule governs them: \(labels.joined(separator: ", "))",
          role: .hint))
    }
    return lines
  }

  /// What governs the hours that are sent, or why that is not known.
  private static func governed(_ body: UpdateBody, of document: CalendarDocument) -> [Line] {
    let keys = body.json.object?.keys ?? []
    let governing = document.governing
    let doubt = governing.doubt(changedKeys: keys).map { Line(text: $0, role: .warning) }
    guard let key = governing.keysNeedingAgreement(among: keys).first else {
      return [doubt].compactMap { $0 }
    }
    let head = Line(text: "Schedules govern these hours", role: .warning, target: key.path)
    return [head] + governing.agreement(changedKeys: keys).map { Line(text: $0, role: .text) }
      + [doubt].compactMap { $0 }
  }

  /// What becomes of nested keys that stand in no document, and what may come of that.
  private static func nested(
    _ body: UpdateBody, of document: CalendarDocument, isKept: Bool
  ) -> [Line] {
    var lines: [Line] = []
    if !body.kept.isEmpty {
      lines.append(Line(text: "Undocumented, will be sent", role: .warning))
      lines += places(body.kept, document)
      lines.append(Line(text: "The service may refuse them (422).", role: .hint))
    }
    if !body.leftOut.isEmpty {
      let title =
        isKept ? "Given by the service, will not be sent" : "Undocumented, will not be sent"
      lines.append(Line(text: title, role: .warning))
      lines += places(body.leftOut, document)
      if !isKept { lines.append(Line(text: "The service may lose them.", role: .hint)) }
    }
    return lines
  }

  /// Keys that stand in no document, each once with the number of rows that have it.
  private static func places(_ paths: [JSONPath], _ document: CalendarDocument) -> [Line] {
    var names: [String] = []
    var places: [String: [JSONPath]] = [:]
    for path in paths {
      let name = path.keys.joined(separator: ".")
      if places[name] == nil { names.append(name) }
      places[name, default: []].append(path)
    }
    return names.map { name in
      let found = places[name] ?? []
      let text =
        found.count == 1
        ? "\(found[0]) (\(document.place(found[0].parent)))" : "\(name), in \(found.count) rows"
      return Line(text: text, role: .text, target: found.first?.parent)
    }
  }
}
