import ArgumentParser
import CommandOutput
import JSON
import State

/// Lists the runs of commands that changed calendars.
struct RunsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs",
    abstract: "List the runs that changed calendars, and what is left of them.",
    discussion: """
      A run that was cut off, or left calendars undone, is gone on with by --resume of the commands \
      that change calendars. The journals are in $XDG_STATE_HOME/caledit/runs.
      """)

  @OptionGroup
  var output: OutputOptions

  func run() throws {
    try CommandRun("runs", output).run { _ throws(Failure) in
      let runs = try RunFiles().runs
      var report = CommandReport()
      var table = TextTable([
        .init("", isNumber: true), .init("Run"), .init("Begun"), .init("Calendars", isNumber: true),
        .init("Done", isNumber: true), .init("Left", isNumber: true), .init("State"),
      ])
      let clock = WallClock().calendarClock
      for (place, run) in runs.enumerated() {
        let when = clock.moment(at: run.begun.seconds).description
        table.add([
          StyledText("\(place + 1)"), StyledText(run.id), StyledText(when),
          StyledText("\(run.count)"),
          StyledText("\(run.done)"), StyledText("\(run.left)"), Self.state(run),
        ])
      }
      if runs.isEmpty {
        report.printout.add("There are no runs.")
      } else {
        report.printout.add(table)
      }
      report.list(runs.map(Self.json), "runs", each: "run")
      return report
    }
  }

  private static func state(_ run: RunStore.Entry) -> StyledText {
    switch run.header {
    case .failure(let why): StyledText(why.message, .bad)
    case .success:
      run.isUnderWay
        ? StyledText("under way", .good)
        : run.left > 0 ? StyledText("unfinished", .warn) : StyledText("finished", .dim)
    }
  }

  private static func json(_ run: RunStore.Entry) -> JSONValue {
    var members: [(String, JSONValue?)] = [
      ("id", .text(run.id)), ("begunSeconds", .integer(run.begun.seconds)),
      ("calendars", .integer(run.count)), ("done", .integer(run.done)),
      ("left", .integer(run.left)), ("isUnderWay", .bool(run.isUnderWay)),
    ]
    switch run.header {
    case .failure(let why): members.append(("problem", .text(why.message)))
    case .success(let header):
      members += [
        ("who", .text(header.who)),
        ("profiles", .array(header.accounts.map { .text($0.name) })),
      ]
    }
    return .object(JSONObject(known: members))
  }
}
