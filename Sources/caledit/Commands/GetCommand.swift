import ArgumentParser
import CalendarModel
import CommandOutput
import JSON

/// Prints values of calendars.
struct GetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "get",
    abstract: "Print fields of calendars: in words, or as the service has them.",
    usage: """
      caledit get <calendar> [<field> ...] [<options>]
      caledit get @<group> <field> ... [<options>]
      caledit get --filter <text> <field> ... [<options>]
      """,
    discussion: """
      Without a field, all that are set are printed; of a list that is named, each row. A single \
      field prints its value alone where standard output is no terminal; with --json the values are \
      those of the service. With @group, --filter or --from there is a line for each calendar. \
      \(CalendarWord.help)
      """)

  @Argument(
    help: ArgumentHelp(
      "The calendar, and the fields, such as slotDuration or openHours.mon.",
      valueName: "calendar|field"),
    completion: .calendarsAndFields)
  var words: [String] = []

  @OptionGroup
  var choice: ChoiceOptions

  @OptionGroup
  var output: OutputOptions

  func run() throws {
    try CommandRun(Self.verb, output).run(in: choice.reach) { [self] finder throws(Failure) in
      isOfMany ? try await many(finder) : try await one(finder)
    }
  }

  // MARK: What is meant

  /// Whether there is a line for each calendar, however many are found.
  private var isOfMany: Bool {
    choice.filter != nil || choice.from != nil || words.first?.hasPrefix("@") == true
  }

  /// The words that name calendars: the first one; beside a filter or a list, those that name groups.
  private var calendars: [String] {
    guard isOfMany else { return Array(words.prefix(1)) }
    return Array(words.prefix { $0.hasPrefix("@") })
  }

  private var fields: [String] { Array(words.dropFirst(calendars.count)) }

  private func readings(
    _ document: CalendarDocument
  ) throws(Failure) -> [FieldWords.Reading] {
    var all: [FieldWords.Reading] = []
    for field in fields {
      all.append(try FieldWords.reading(field, in: document, today: document.validation.today))
    }
    return all
  }

  // MARK: One calendar

  private func one(_ finder: CalendarFinder) async throws(Failure) -> CommandReport {
    guard let calendar = calendars.first else { throw CalendarFinder.nothingNamed }
    let found = try await finder.findOne(calendar)
    if output.json, fields.isEmpty {
      return report(found, whole: try await found.loadedOrFailure().calendar)
    }
    let format = found.account == nil ? .standard : await finder.format()
    let document = try await found.documentOrFailure(
      with: [.names, .forms, .zone], format: format)
    return report(
      found, document, fields.isEmpty ? FieldWords.all(in: document) : try readings(document))
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
    report.records = readings.map { ("field", FieldWords.json($0)) }
    report.data = Self.json(found, document, readings)
    if fields.count == 1, let only = readings.first, !OutputPlace.isTerminal {
      for line in only.rows.isEmpty ? FieldWords.lines(only) : only.rows {
        report.printout.add(StyledText(line))
      }
    } else {
      for reading in readings {
        report.printout.add(
          StyledText("\(reading.name) = \(FieldWords.words(reading))"), hanging: 2)
        // All fields together are an overview; those that are asked for are said whole.
        for row in fields.isEmpty ? [] : reading.rows {
          report.printout.add(StyledText("  " + row), hanging: 4)
        }
      }
    }
    return report
  }

  private static func json(
    _ found: FoundCalendar, _ document: CalendarDocument, _ readings: [FieldWords.Reading]
  ) -> JSONValue {
    .object(
      JSONObject(
        found.identityMembers(name: document.current[.name]?.text) + [
          .init(key: "fields", value: .array(readings.map(FieldWords.json)))
        ]))
  }

  // MARK: Many calendars

  /// What was read of one of them.
  private struct Read: Sendable {
    let calendar: FoundCalendar
    let document: CalendarDocument
    let readings: [FieldWords.Reading]
  }

  private func many(_ finder: CalendarFinder) async throws(Failure) -> CommandReport {
    guard !fields.isEmpty else {
      throw Failure(
        "no field is named",
        details: ["Name those that each calendar has a line of, such as slotDuration."],
        status: .usage)
    }
    let found = try await finder.findSome(calendars, choice)
    try checkFields(of: found)
    let format = await finder.format()
    let read = await found.each(finder.troubles) { calendar throws(Failure) in
      let document = try await calendar.documentOrFailure(
        with: [.names, .forms, .zone], format: calendar.account == nil ? .standard : format)
      do throws(Failure) {
        return Read(calendar: calendar, document: document, readings: try readings(document))
      } catch {
        throw Failure("\(calendar.title): \(error.message)", details: error.details)
      }
    }
    return Self.report(read, fields)
  }

  /// Refuses names that mean nothing, before each calendar is loaded.
  private func checkFields(of found: [FoundCalendar]) throws(Failure) {
    let today = CalendarFinder.today
    for field in fields where !FieldReading.isName(field, today: today) {
      // What no document lists can be read where a calendar has it.
      if found.contains(where: { $0.entry?.json[key: field] != nil }) { continue }
      _ = try FieldWords.reading(
        field, in: CalendarDocument(calendar: [:], today: today), today: today)
    }
  }

  private static func report(_ read: [Read], _ fields: [String]) -> CommandReport {
    let several = Set(read.map(\.calendar.place)).count > 1
    var table = TextTable(
      (several ? [.init("Profile", least: 8)] : []) + [.init("Calendar", least: 16)]
        + fields.map { .init($0, least: 8) })
    for one in read {
      let title = StyledText(one.document.current[.name]?.text ?? one.calendar.title)
      let place = several ? [StyledText(one.calendar.place, .dim)] : []
      table.add(place + [title] + one.readings.map { StyledText(FieldWords.words($0)) })
    }
    var report = CommandReport()
    report.printout.add(table)
    report.list(
      read.map { json($0.calendar, $0.document, $0.readings) }, "calendars", each: "calendar")
    return report
  }
}
