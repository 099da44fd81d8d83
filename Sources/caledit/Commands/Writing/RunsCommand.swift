import ArgumentParser
import CalendarWork
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
    try CommandRun(Self.verb, output).run { _ throws(Failure) in
      let runs = try RunFiles().runs
      var report = CommandReport()
      let digits = "\(runs.count)".count
      for (place, run) in runs.enumerated() {
        for line in Self.lines(run, number: place + 1, digits: digits) {
          report.printout.add(line, hanging: digits + 4)
        }
      }
      if runs.isEmpty { report.printout.add("There are no runs.") }
      report.list(runs.map(Self.json), "runs", each: "run")
      return report
    }
  }

  /// A run in two lines or three: its number, when it was begun and what came of it; what it does; and
  /// its id, by which it can be named for ever.
  private static func lines(
    _ run: RunStore.Entry, number: Int, digits: Int
  ) -> [StyledText] {
    let place = "\(number)"
    let space = String(repeating: " ", count: digits + 2)
    var lines = [
      StyledText(String(repeating: " ", count: digits - place.count) + place + "  ")
        + StyledText(RunWords.begun(run), .heading) + StyledText("  ") + state(run)
        + StyledText(run.header.isUsable ? "  " + RunWords.counts(run) : "")
    ]
    if let header = try? run.header.get() {
      lines.append(StyledText(space + RunWords.command(header)))
    }
    lines.append(StyledText(space + run.id, .dim))
    return lines
  }

  private static func count(_ kind: BatchOutcome.Kind, _ run: RunStore.Entry) -> Int {
    run.counts[kind] ?? 0
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
      ("refused", .integer(count(.refused, run))), ("conflicts", .integer(count(.conflict, run))),
      ("left", .integer(run.left)), ("isUnderWay", .bool(run.isUnderWay)),
    ]
    switch run.header {
    case .failure(let why): members.append(("problem", .text(why.message)))
    case .success(let header):
      members += [
        ("who", .text(header.who)), ("command", .text(RunWords.command(header))),
        ("profiles", .array(header.accounts.map { .text($0.name) })),
      ]
    }
    return .object(JSONObject(known: members))
  }
}

extension Result {
  fileprivate var isUsable: Bool { if case .success = self { true } else { false } }
}
