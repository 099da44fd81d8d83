import ArgumentParser
import CalendarModel
import CommandOutput
import JSON

/// Says what the rules find in calendars.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Say what is wrong with calendars, by the documented rules.",
    discussion: """
      Everything is judged, also what was loaded broken. The exit status is 0 where nothing is an \
      error, 1 where something is, and 2 where it could not be found out. \(CalendarWord.help)
      """)

  @Argument(help: "The calendars or files.", completion: .calendars)
  var calendars: [String] = []

  @Flag(help: "Let warnings count as errors do.")
  var strict = false

  @OptionGroup
  var choice: ChoiceOptions

  @OptionGroup
  var output: OutputOptions

  private struct Judged: Sendable {
    let calendar: FoundCalendar
    let document: CalendarDocument
    let problems: [Problem]

    func count(_ severity: Problem.Severity) -> Int { problems.count { $0.severity == severity } }
  }

  func run() throws {
    try CommandRun(Self.verb, output, answersLikeDiff: true).run(in: choice.reach) {
      [self] finder throws(Failure) in
      let found = try await finder.findSome(calendars, choice)
      let judged = await found.each(finder.troubles) { calendar throws(Failure) in
        let document = try await calendar.documentOrFailure(with: [.names, .zone, .schedules])
        return Judged(
          calendar: calendar, document: document,
          problems: document.validation.rawProblems.filter { $0.severity > .note })
      }
      return report(judged)
    }
  }

  private func isWrong(_ judged: Judged) -> Bool {
    judged.count(.error) > 0 || strict && judged.count(.warning) > 0
  }

  private func report(_ judged: [Judged]) -> CommandReport {
    var report = CommandReport()
    for (place, one) in judged.enumerated() {
      if judged.count > 1 {
        if place > 0 { report.printout.add("") }
        report.printout.add(
          StyledText(one.document.current[.name]?.text ?? one.calendar.title, .heading)
            + StyledText("  \(one.calendar.id)", .dim))
      }
      if one.problems.isEmpty {
        report.printout.add(StyledText("Nothing is wrong.", .good))
      } else {
        report.printout.add(ProblemReport.table(one.problems, one.document))
        report.printout.add(
          StyledText(
            Wording.counted(one.count(.error), "error") + ", "
              + Wording.counted(one.count(.warning), "warning") + ".",
            isWrong(one) ? .bad : .warn))
      }
    }
    report.list(judged.map(json), "calendars", each: "calendar")
    report.status = judged.contains(where: isWrong) ? .failure : .done
    return report
  }

  private func json(_ judged: Judged) -> JSONValue {
    .object(
      JSONObject(
        judged.calendar.identityMembers(name: judged.document.current[.name]?.text) + [
          .init(key: "isValid", value: .bool(!isWrong(judged))),
          .init(key: "errors", value: .integer(judged.count(.error))),
          .init(key: "warnings", value: .integer(judged.count(.warning))),
          .init(
            key: "problems",
            value: .array(judged.problems.map { ProblemReport.json($0, judged.document) })),
        ]))
  }
}
