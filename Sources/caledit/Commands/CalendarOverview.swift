import CalendarModel
import CommandOutput
import JSON

/// A calendar at a glance, as the overview of the editor shows it.
struct CalendarOverview: Sendable {
  private let calendar: FoundCalendar
  private let document: CalendarDocument

  init(_ calendar: FoundCalendar, _ document: CalendarDocument) {
    (self.calendar, self.document) = (calendar, document)
  }

  private var name: String? { document.current[.name]?.text }
  private var facts: [CalendarSummary.Line] { document.summary(names: document.names).lines }

  /// What the rules find, what is worth knowing as well.
  private var problems: [Problem] { document.validation.rawProblems.filter { $0.severity > .note } }

  // MARK: For people

  var printout: Printout {
    var printout = Printout()
    printout.add(StyledText(name ?? calendar.title, .heading))
    let place = [calendar.id, calendar.place, document.zone?.name ?? ""].filter { !$0.isEmpty }
    printout.add(StyledText(place.joined(separator: ", "), .dim))
    var table = TextTable([.init("", least: 13), .init("", .wrap)])
    for fact in facts {
      table.add([StyledText(fact.topic.title, .dim), StyledText(fact.text)])
      if fact.topic == .dates { addSchedules(to: &table) }
    }
    printout.add(table)
    if !problems.isEmpty {
      printout.add(StyledText(Wording.counted(problems.count, "problem"), .heading))
      printout.add(ProblemReport.table(problems, document))
    }
    return printout
  }

  /// What governs the hours; nothing where nobody asked.
  private func addSchedules(to table: inout TextTable) {
    let governing = document.governing
    guard let headline = governing.headline else { return }
    guard governing.state == .some else {
      table.add([
        StyledText("Schedules", .dim), StyledText(headline.text, headline.isWarning ? .warn : .dim),
      ])
      return
    }
    for (place, schedule) in governing.schedules.enumerated() {
      table.add([
        StyledText(place == 0 ? "Governed by" : "and by", .warn),
        StyledText(words(schedule, governing)),
      ])
    }
    for remark in governing.remarks { table.add(["", StyledText(remark)]) }
  }

  private func words(_ schedule: Schedule, _ governing: GoverningSchedules) -> String {
    let dates = schedule.datesText(
      from: document.validation.today, shown: 2, in: governing.format)
    return "\(governing.title(of: schedule)), \(schedule.zoneText): "
      + schedule.week.text(in: governing.format) + (dates.isEmpty ? "" : "; \(dates)")
  }

  // MARK: For programs

  var json: JSONValue {
    let governing = document.governing
    let facts = facts.map { fact in
      JSONValue.object(
        JSONObject(known: [
          ("topic", .text(fact.topic.rawValue)), ("title", .text(fact.topic.title)),
          ("text", .text(fact.text)), ("field", .text(fact.path.topKey ?? "")),
        ]))
    }
    let schedules: JSONValue =
      switch governing.state {
      case .some: .array(governing.schedules.map { .text(words($0, governing)) })
      case .none: []
      default: .null
      }
    return .object(
      JSONObject(
        calendar.identityMembers(name: name) + [
          .init(key: "timeZone", value: document.zone.map { .text($0.name) } ?? .null),
          .init(key: "facts", value: .array(facts)),
          .init(key: "governedBy", value: schedules),
          .init(
            key: "problems", value: .array(problems.map { ProblemReport.json($0, document) })),
        ]))
  }
}
