import ArgumentParser
import CalendarModel
import CommandOutput
import JSON

/// Says how two calendars differ.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say how two calendars differ, in the sentences of the review.",
    discussion: """
      Only what an update can carry is compared, by what it means. The exit status is 0 where they \
      are the same, 1 where they differ and 2 where it could not be found out. \
      \(CalendarWord.helpForOne)
      """)

  @Argument(help: "The calendar to begin with.", completion: .calendars)
  var from: String

  @Argument(help: "The calendar to come to.", completion: .calendars)
  var to: String

  @Flag(help: "Print the changes that lead from one to the other, for caledit apply.")
  var patch = false

  @OptionGroup
  var reach: ReachOptions

  @OptionGroup
  var output: OutputOptions

  func run() throws {
    try CommandRun(Self.verb, output, answersLikeDiff: true).run(in: reach) {
      [self] finder throws(Failure) in
      guard from != CalendarFile.standardInput || to != CalendarFile.standardInput else {
        throw Failure("standard input can be read only once", status: .usage)
      }
      let found = [try await finder.findOne(from), try await finder.findOne(to)]
      let format =
        found.allSatisfy { $0.account == nil } ? LocalFormat.standard : await finder.format()
      var documents: [CalendarDocument] = []
      for calendar in found {
        documents.append(
          try await calendar.documentOrFailure(with: [.names, .forms], format: format))
      }
      return report(found, documents, format)
    }
  }

  private func report(
    _ found: [FoundCalendar], _ documents: [CalendarDocument], _ format: LocalFormat
  ) -> CommandReport {
    let names = documents[0].names.merging(documents[1].names) { first, _ in first }
    let (before, after) = (documents[0].current, documents[1].current)
    let lines = ReviewLine.lines(from: before, to: after, names: names, in: format)
    var report = CommandReport()
    report.done = 1
    report.status = lines.isEmpty ? .done : .failure
    let values = lines.map { line in
      JSONValue.object(
        JSONObject(known: [
          ("section", line.section.map { .text($0.rawValue) }),
          ("path", .text(line.path.description)), ("text", .text(line.text)),
        ]))
    }
    report.records = values.map { ("difference", $0) }
    var members: [JSONObject.Member] = [
      .init(key: "from", value: identity(found[0], documents[0])),
      .init(key: "to", value: identity(found[1], documents[1])),
      .init(key: "isSame", value: .bool(lines.isEmpty)),
      .init(key: "differences", value: .array(values)),
    ]
    if patch {
      let text = CalendarChanges(from: before, to: after, names: names).text
      members.append(.init(key: "patch", value: .text(text)))
      report.isWhole = true
      if OutputPlace.isTerminal {
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
          report.printout.add(StyledText(String(line)))
        }
      } else {
        report.exact = text
      }
    } else {
      report.printout = printout(lines, OutputPlace.isTerminal)
    }
    report.data = .object(JSONObject(members))
    return report
  }

  private func identity(_ calendar: FoundCalendar, _ document: CalendarDocument) -> JSONValue {
    .object(JSONObject(calendar.identityMembers(name: document.current[.name]?.text)))
  }

  private func printout(_ lines: [ReviewLine], _ isTerminal: Bool) -> Printout {
    var printout = Printout()
    if lines.isEmpty, isTerminal { printout.add(StyledText("No difference.", .good)) }
    var section: Section?
    for line in lines {
      if line.section != section {
        section = line.section
        printout.add(StyledText(section?.title ?? "", .heading))
      }
      printout.add(StyledText("  \(line.text)"), hanging: 4)
    }
    return printout
  }
}
