import ArgumentParser
import CalendarAPI
import CalendarModel
import CommandOutput
import JSON

/// Shows the slots that bookers get.
struct PreviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Show the start times that a calendar offers bookers, day by day.",
    discussion: """
      The times are worked out from the settings, or with --offered asked of the service, which \
      knows the appointments as well. They are by the clock of the calendar's sub-account. \
      \(CalendarWord.helpForOne)
      """)

  @Argument(help: "The calendar.", completion: .calendars)
  var calendar: String

  @Option(
    help: ArgumentHelp(
      "Show the seven days from this one on, such as 2026-12-24 or '24 dec' (default: today).",
      valueName: "date"))
  var week: String?

  @Flag(help: "Ask the service what it offers now.")
  var offered = false

  @OptionGroup
  var reach: ReachOptions

  @OptionGroup
  var output: OutputOptions

  func run() throws {
    try CommandRun(Self.verb, output).run(in: reach) { [self] finder throws(Failure) in
      let found = try await finder.findOne(calendar)
      let format = found.account == nil ? .standard : await finder.format()
      let document = try await found.documentOrFailure(
        with: [.names, .schedules, .zone], format: format)
      let now = document.zone?.now ?? WallClock().now
      let first = try firstDay(today: now.date)
      var report = SlotReport(found, document, from: first, now: now)
      if offered { report.offered = try await ask(found, document, from: first) }
      return report.report
    }
  }

  private func firstDay(today: CalendarDate) throws(Failure) -> CalendarDate {
    guard let week else { return today }
    let dates: [CalendarDate]
    do throws(HoursError) {
      dates = try DateCommand.dates(week, today: today)
    } catch {
      throw Failure("--week: \(error.message)", status: .usage)
    }
    guard let first = dates.first else {
      throw Failure("--week needs a date, such as 2026-12-24", status: .usage)
    }
    return first
  }

  private func ask(
    _ found: FoundCalendar, _ document: CalendarDocument, from first: CalendarDate
  ) async throws(Failure) -> OfferedStarts {
    guard let account = found.account else {
      throw Failure("--offered: a file has no service to ask", status: .usage)
    }
    // Where the days begin depends on the zone, so a day more is asked for on each side.
    let start = first.daysSinceEpoch
    do throws(ServiceError) {
      return try await account.connection.connected().freeSlots(
        calendarID: found.id, from: max(0, start - 1) * 86_400_000,
        to: max(0, start + SlotReport.days + 1) * 86_400_000, timezone: document.zone?.name)
    } catch {
      throw Failure(error, of: found.title)
    }
  }
}
