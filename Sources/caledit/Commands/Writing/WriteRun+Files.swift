import CalendarModel
import CalendarWork
import CommandOutput
import JSON
import State
import Terminal

/// Calendars in files: the same work, written back to where they came from.
extension WriteRun {
  /// A calendar of a file with the work done to it.
  private struct ChangedFile {
    let file: CalendarFile
    let plan: FilePlan
    /// The calendar as it is to be written; nil where nothing is.
    let calendar: JSONValue?
  }

  /// Changes calendars in files; that of standard input goes to standard output.
  func change(_ files: [CalendarFile], _ work: BatchWork) throws(Failure) -> CommandReport {
    let format = ConfigurationLoader.sources(options: [:]).withoutProfile.format
    try requireOneMeaning(files.map { work.presentUnits(in: $0.calendar) })
    let changed = files.map { self.changed($0, work, format) }
    let isPiped = files.contains { $0.path == CalendarFile.standardInput }
    if isPiped, files.count > 1 || options.output.isForPrograms {
      throw Failure(
        "the calendar from standard input goes to standard output; there is no room for more",
        status: .usage)
    }
    var answer = FileAnswer(options.output, changed.map(\.plan))
    let count = changed.count { $0.calendar != nil }
    // What comes through a pipe goes on in one: the plan stands beside it.
    answer.show(onError: isPiped)
    if isPiped {
      guard !options.dryRun else { return answer.report() }
      for one in changed {
        if case .refused = one.plan.outcome { continue }
        TerminalOutput.standard.harmless(one.file.text(with: one.calendar ?? one.file.calendar))
      }
      return answer.report(isSilent: true)
    }
    guard count > 0 else { return answer.report() }
    if options.dryRun {
      answer.note = "Nothing was written: it is a dry run."
      return answer.report(status: .done)
    }
    guard try agrees(count, "file") else {
      answer.note = "Nothing was written."
      return answer.report(status: .done)
    }
    for (place, one) in changed.enumerated() {
      guard let calendar = one.calendar else { continue }
      do throws(FileError) {
        try AtomicFile.replace(one.file.path, with: one.file.text(with: calendar))
        answer.plans[place].outcome = .written
      } catch {
        answer.plans[place].outcome = .failed(error.message)
      }
    }
    return answer.report()
  }

  private func changed(
    _ file: CalendarFile, _ work: BatchWork, _ format: LocalFormat
  ) -> ChangedFile {
    let today = CalendarFinder.today
    let original = CalendarDocument(calendar: file.calendar, today: today, format: format)
    var document = original
    var plan = FilePlan(path: file.path)
    do throws(BatchWork.Obstacle) {
      plan.warnings = try work.apply(to: &document, conflicts: options.policy.conflicts)
    } catch {
      plan.outcome = .refused(error.sentences)
      return ChangedFile(file: file, plan: plan, calendar: nil)
    }
    plan.lines = ReviewLine.all(of: document).map(\.text)
    let problems = NewProblems(in: document, since: original)
    plan.warnings += problems.warnings
    guard document.isModified else { return ChangedFile(file: file, plan: plan, calendar: nil) }
    if !problems.errors.isEmpty, !options.force {
      plan.outcome = .refused(problems.errors)
      return ChangedFile(file: file, plan: plan, calendar: nil)
    }
    plan.warnings += problems.errors
    plan.outcome = .planned
    return ChangedFile(file: file, plan: plan, calendar: document.stored)
  }
}

/// What is done to a calendar in a file.
struct FilePlan {
  enum Outcome {
    case unchanged, planned, written
    /// A rule, or the calendar itself, forbids it; in sentences.
    case refused([String])
    /// The file could not be written, and why.
    case failed(String)

    var words: String {
      switch self {
      case .unchanged: "unchanged"
      case .planned: "to write"
      case .written: "written"
      case .refused: "refused"
      case .failed: "failed"
      }
    }

    var sentences: [String] {
      switch self {
      case .unchanged, .planned, .written: []
      case .refused(let sentences): sentences
      case .failed(let sentence): [sentence]
      }
    }
  }

  let path: String
  var lines: [String] = []
  var warnings: [String] = []
  var outcome = Outcome.unchanged
}

/// The answer of a command that changes files.
struct FileAnswer {
  private let output: OutputOptions
  var plans: [FilePlan]
  var note: String?

  init(_ output: OutputOptions, _ plans: [FilePlan]) {
    (self.output, self.plans) = (output, plans)
  }

  /// Shows people what would be written.
  func show(onError: Bool) {
    guard !output.isForPrograms || onError else { return }
    var printout = Printout()
    for plan in plans {
      printout.add(
        StyledText(CalendarFile.name(of: plan.path), .heading)
          + StyledText("  \(plan.outcome.words)", .dim))
      for line in plan.lines { printout.add(StyledText("  " + line), hanging: 4) }
      for line in plan.outcome.sentences {
        printout.add(StyledText("  Error: " + line, .bad), hanging: 4)
      }
      for line in plan.warnings {
        printout.add(StyledText("  Warning: " + line, .warn), hanging: 4)
      }
    }
    for line in printout.lines(onError ? .plain : OutputPlace.style) {
      if onError {
        TerminalOutput.error.line(line)
      } else {
        TerminalOutput.standard.harmless(line + "\n")
      }
    }
  }

  /// - Parameter isSilent: whether the answer went out already.
  func report(status: ExitStatus? = nil, isSilent: Bool = false) -> CommandReport {
    var report = CommandReport()
    report.isWhole = true
    let values = plans.map { plan in
      JSONValue.object(
        JSONObject(known: [
          ("file", .text(plan.path)), ("outcome", .text(plan.outcome.words)),
          ("sentences", PlanReport.texts(plan.lines)),
          ("errors", PlanReport.texts(plan.outcome.sentences)),
          ("warnings", PlanReport.texts(plan.warnings)),
        ]))
    }
    report.list(values, "files", each: "file")
    report.done = plans.count { $0.outcome.sentences.isEmpty }
    report.status = status ?? self.status
    guard !isSilent else { return report }
    if let note { report.printout.add(StyledText(note)) }
    for plan in plans {
      switch plan.outcome {
      case .written: report.printout.add(StyledText("\(plan.path): written.", .good))
      case .failed(let why): report.printout.add(StyledText("\(plan.path): \(why)", .bad))
      case .unchanged, .planned, .refused: break
      }
    }
    return report
  }

  private var status: ExitStatus {
    let wrong = plans.filter { !$0.outcome.sentences.isEmpty }
    guard let first = wrong.first else { return .done }
    if wrong.count < plans.count { return .partly }
    if case .refused = first.outcome { return .refused }
    return .failure
  }
}

extension BatchWork.Obstacle {
  /// Why it cannot be done, in sentences.
  var sentences: [String] {
    switch self {
    case .mistake(let sentence): [sentence]
    case .conflict(let sentences): sentences
    }
  }
}
