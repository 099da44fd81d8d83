import ArgumentParser
import CalendarModel
import CommandOutput
import JSON

/// Prints values of a calendar.
struct GetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "get",
    abstract: "Print fields of a calendar: in words, or as the service has them.",
    discussion: """
      Without a field, all that are set are printed. A single field prints its value alone where \
      standard output is no terminal; with --json the values are those of the service. \
      \(CalendarWord.help)
      """)

  @Argument(help: "The calendar.", completion: .calendars)
  var calendar: String

  @Argument(
    help: ArgumentHelp("The fields, such as slotDuration or openHours.mon.", valueName: "field"),
    completion: .fields)
  var fields: [String] = []

  @OptionGroup
  var reach: ReachOptions

  @OptionGroup
  var output: OutputOptions

  func run() throws {
    try CommandRun("get", output).run { [self] troubles throws(Failure) in
      let finder = CalendarFinder(reach, troubles)
      let found = try await finder.findOne(calendar)
      if output.json, fields.isEmpty {
        let loaded = try await found.loadedOrFailure().calendar
        await finder.shutdown()
        return report(found, whole: loaded)
      }
      let format = found.account == nil ? .standard : await finder.format()
      let document = try await found.documentOrFailure(
        with: [.names, .forms, .zone], format: format)
      await finder.shutdown()
      let readings: [FieldWords.Reading]
      if fields.isEmpty {
        readings = FieldWords.all(in: document)
      } else {
        var all: [FieldWords.Reading] = []
        for field in fields {
          all.append(
            try FieldWords.reading(field, in: document, today: document.validation.today))
        }
        readings = all
      }
      return report(found, document, readings)
    }
  }

  /// The whole calendar as the service has it.
  private func report(_ found: FoundCalendar, whole calendar: JSONValue) -> CommandReport {
    var report = CommandReport()
    report.done = 1
    report.data = .object(
      JSONObject(
        found.identityMembers(name: calendar[.name]?.text) + [
          .init(key: "calendar", value: calendar)
        ]))
    return report
  }

  private func report(
    _ found: FoundCalendar, _ document: CalendarDocument, _ readings: [FieldWords.Reading]
  ) -> CommandReport {
    var report = CommandReport()
    report.done = 1
    report.isWhole = fields.count == 1
    let identity = found.identityMembers(name: document.current[.name]?.text)
    report.records = readings.map { ("field", FieldWords.json($0)) }
    report.data = .object(
      JSONObject(
        identity + [.init(key: "fields", value: .array(readings.map(FieldWords.json)))]))
    if fields.count == 1, let only = readings.first, !OutputPlace.isTerminal {
      for line in FieldWords.words(only).split(separator: "\n", omittingEmptySubsequences: false) {
        report.printout.add(StyledText(String(line)))
      }
    } else {
      for reading in readings {
        report.printout.add(
          StyledText("\(reading.name) = \(FieldWords.words(reading))"), hanging: 2)
      }
    }
    return report
  }
}
