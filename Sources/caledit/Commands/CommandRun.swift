import ArgumentParser
import CommandOutput
import JSON
import Terminal

/// One run of a command: it waits for what the command does, and writes what came of it.
struct CommandRun: Sendable {
  /// The verb.
  let name: String
  let options: OutputOptions
  let troubles = Troubles()
  /// Whether the command answers as `diff` does: what cannot be found out is 2.
  let answersLikeDiff: Bool

  init(_ name: String, _ options: OutputOptions, answersLikeDiff: Bool = false) {
    (self.name, self.options, self.answersLikeDiff) = (name, options, answersLikeDiff)
  }

  /// Does it, and ends the program with another status where all is not as wanted.
  ///
  /// - Parameter body: gets what to tell of things that go wrong.
  func run(
    _ body: @escaping @Sendable (Troubles) async throws(Failure) -> CommandReport
  ) throws {
    let done = waiting { [troubles] in
      await result { () throws(Failure) in try await body(troubles) }
    }
    let status: ExitStatus
    switch done {
    case .success(let report):
      let failed = troubles.status(done: report.done)
      status = failed == .done ? report.status : adjusted(failed)
      write(report, status)
    case .failure(let failure):
      troubles.note(failure)
      status = adjusted(failure.status)
      if options.isForPrograms { write(CommandReport(), status) }
    }
    if status != .done { throw status.code }
  }

  /// Does it with the calendars of sub-accounts.
  ///
  /// - Parameter body: gets what finds them; its ``CalendarFinder/troubles`` are those of the run.
  func run(
    in reach: ReachOptions,
    _ body: @escaping @Sendable (CalendarFinder) async throws(Failure) -> CommandReport
  ) throws {
    try run { troubles throws(Failure) in try await CalendarFinder.with(reach, troubles, body) }
  }

  private func adjusted(_ status: ExitStatus) -> ExitStatus {
    answersLikeDiff && status != .usage ? .trouble : status
  }

  // MARK: Writing

  private func write(_ report: CommandReport, _ status: ExitStatus) {
    let envelope = Envelope(
      version: Caledit.version, command: name, status: Int(status.rawValue),
      problems: troubles.problems)
    if options.ndjson {
      for record in report.records {
        write(Envelope.record(record.kind, record.value), isTerminal: false)
      }
      write(envelope.summary(records: report.records.count), isTerminal: false)
    } else if options.json {
      write(envelope.json(report.data), isTerminal: OutputPlace.isTerminal)
    } else {
      Pager.show(
        report.printout.lines(OutputPlace.style), isWanted: !options.noPager && !report.isWhole)
      if let exact = report.exact { TerminalOutput.standard.harmless(exact) }
    }
  }

  private func write(_ value: JSONValue, isTerminal: Bool) {
    TerminalOutput.standard.harmless(value.printedForOutput(isTerminal: isTerminal) + "\n")
  }
}
