import CalendarModel
import CommandOutput
import JSON
import State

/// Saves on record, in columns and as records; and one of them whole.
struct HistoryReport {
  private let groups: [SavesOfCalendar]
  /// Whether all of a group are of one calendar, so that numbers name them.
  private let isOfOne: Bool

  /// The saves of all calendars, the newest first.
  init(all saves: [HistoryEntry]) {
    groups = [SavesOfCalendar(base: nil, entries: saves)]
    isOfOne = false
  }

  /// The saves of one calendar, at each address where it has some.
  init(of groups: [SavesOfCalendar]) {
    self.groups = groups
    isOfOne = true
  }

  var report: CommandReport {
    var report = CommandReport()
    let saves = groups.flatMap(\.entries)
    if saves.isEmpty { report.printout.add(StyledText("No save is on record.", .dim)) }
    for group in groups {
      if groups.count > 1, let base = group.base {
        report.printout.add(StyledText("At \(base)", .heading))
      }
      report.printout.add(table(of: group.entries))
    }
    report.list(saves.map(Self.json), "saves", each: "save")
    return report
  }

  private func table(of saves: [HistoryEntry]) -> TextTable {
    let time = MachineTime(mostly: saves.first?.begun.seconds)
    var table = TextTable([
      .init("No.", isNumber: true), .init("When (\(time.zone))", least: 16),
      .init("Calendar", least: 16),
      .init("Who", rank: 2), .init("Outcome", least: 12), .init("Changes", .wrap, least: 20),
    ])
    for (place, save) in saves.enumerated() {
      let when = time.text(at: save.begun.seconds)
      let number = isOfOne ? "\(place + 1)" : ""
      switch save.header {
      case .success(let header):
        table.add([
          StyledText(number), StyledText(when),
          StyledText(isOfOne ? "" : header.calendarName ?? header.calendarID),
          StyledText(header.who, .dim), StyledText(save.outcome ?? ""),
          StyledText(Self.changes(header)),
        ])
      case .failure(let problem):
        table.add([
          StyledText(number), StyledText(when), "", "", StyledText("not readable", .bad),
          StyledText(problem.message),
        ])
      }
    }
    return table
  }

  private static func changes(_ header: SaveHeader) -> String {
    let more = header.changeCount - header.changes.count
    return header.changes.joined(separator: "; ") + (more > 0 ? "; and \(more) more" : "")
  }

  private static func json(_ save: HistoryEntry) -> JSONValue {
    let header = try? save.header.get()
    var problem: String?
    if case .failure(let error) = save.header { problem = error.message }
    return .object(
      JSONObject(known: [
        ("entry", .text(save.id)), ("begun", .text(save.begun.text)),
        ("id", header.map { .text($0.calendarID) } ?? .null),
        ("name", header?.calendarName.map(JSONValue.text) ?? .null),
        ("location", header?.location.map(JSONValue.text)),
        ("baseURL", header.map { .text($0.base.description) }),
        ("who", header.map { .text($0.who) }), ("outcome", save.outcome.map(JSONValue.text)),
        ("changes", header.map { .array($0.changes.map(JSONValue.text)) }),
        ("changeCount", header.map { .integer($0.changeCount) }),
        ("problem", problem.map(JSONValue.text)),
      ]))
  }

  // MARK: One save

  /// What one save changed.
  static func report(of save: HistoryEntry, _ record: SaveRecord) -> CommandReport {
    var report = CommandReport()
    report.done = 1
    let header = record.header
    report.printout.add(StyledText(header.calendarName ?? header.calendarID, .heading))
    report.printout.add(
      StyledText(
        [
          MachineTime.whole(at: save.begun.seconds), header.who, save.outcome ?? "",
        ].joined(separator: "  "), .dim))
    let asked = ReviewLine.calendar(record.before, updatedBy: record.sent)
    let changed = ReviewLine.sentences(from: record.before, to: record.after ?? asked)
    let otherwise = record.after.map { ReviewLine.sentences(from: asked, to: $0) } ?? []
    if record.after == nil {
      report.printout.add(
        StyledText("What the service held after the save is not known.", .warn))
    }
    report.printout.add(
      part(
        record.after == nil ? "Before the save → as it was sent" : "Before the save → after it",
        changed.isEmpty ? ["Nothing changed."] : changed))
    report.printout.add(part("As it was sent → as it was after the save", otherwise))
    report.printout.add(part("Schedules", header.notes))
    report.printout.add(
      part(
        "Not in the record, because they held the token",
        header.withheld.map { CalendarSchema.field($0)?.label ?? $0 }))
    var members = json(save).object?.members ?? []
    members += [
      .init(key: "differences", value: .array(changed.map(JSONValue.text))),
      .init(key: "otherwise", value: .array(otherwise.map(JSONValue.text))),
      .init(key: "notes", value: .array(header.notes.map(JSONValue.text))),
      .init(key: "before", value: record.before), .init(key: "sent", value: record.sent),
      .init(key: "after", value: record.after ?? .null),
    ]
    report.data = .object(JSONObject(members))
    report.records = [("save", report.data)]
    return report
  }

  private static func part(_ title: String, _ sentences: [String]) -> Printout {
    var part = Printout()
    guard !sentences.isEmpty else { return part }
    part.add(StyledText(title, .heading))
    for sentence in sentences { part.add(StyledText("  \(sentence)"), hanging: 4) }
    return part
  }
}

extension Printout {
  fileprivate mutating func add(_ other: Printout) { self += other }
}
