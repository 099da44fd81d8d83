import CalendarModel
import CommandOutput
import JSON

/// The start times of a week, in words and as records.
struct SlotReport {
  /// How many days a week has.
  static let days = 7

  private let calendar: FoundCalendar
  private let document: CalendarDocument
  private let preview: SlotPreview
  private let first: CalendarDate
  private let now: CalendarMoment
  /// What the service offers; nil where it was not asked.
  var offered: OfferedStarts?

  init(
    _ calendar: FoundCalendar, _ document: CalendarDocument, from first: CalendarDate,
    now: CalendarMoment
  ) {
    (self.calendar, self.document, self.first, self.now) = (calendar, document, first, now)
    preview = SlotPreview(
      calendar: document.current, now: now, dates: document.dateHours,
      governing: document.governing)
  }

  private var week: [SlotPreview.Day] { preview.days(from: first, count: Self.days) }
  private var format: LocalFormat { document.format }
  private var zoneText: String { document.zone?.name ?? "the clock of this machine" }

  var report: CommandReport {
    var report = CommandReport()
    report.done = 1
    report.printout.add(
      StyledText(document.current[.name]?.text ?? calendar.title, .heading))
    let source =
      offered == nil ? "By the settings" : "As the service offers them now"
    report.printout.add(
      StyledText(
        "\(source), times in \(zoneText). It is \(now.date) \(format.fullTime(now.minute)).", .dim))
    for text in notes { report.printout.add(StyledText(text, .warn), hanging: 2) }
    var table = TextTable([
      .init("Day", least: 14), .init("Starts", isNumber: true), .init("Times", .wrap, least: 20),
    ])
    for day in week {
      let starts = starts(of: day)
      table.add([
        StyledText("\(day.date.shortWeekdayName) \(day.date)"), StyledText("\(starts.count)"),
        words(day, starts),
      ])
    }
    report.printout.add(table)
    let values = week.map(json)
    report.records = values.map { ("day", $0) }
    report.data = .object(
      JSONObject(
        calendar.identityMembers(name: document.current[.name]?.text) + [
          .init(key: "timeZone", value: document.zone.map { .text($0.name) } ?? .null),
          .init(key: "now", value: .text(now.description)),
          .init(key: "source", value: .text(offered == nil ? "settings" : "service")),
          .init(key: "notes", value: .array(notes.map(JSONValue.text))),
          .init(key: "days", value: .array(values)),
        ]))
    return report
  }

  /// What is worth knowing about the whole week.
  private var notes: [String] {
    var notes = preview.remarks.map(\.text)
    if let headline = preview.governing.headline, headline.isWarning { notes.append(headline.text) }
    if let unreadable = offered?.unreadable, unreadable > 0 {
      notes.append("\(Wording.counted(unreadable, "time")) of the service cannot be read.")
    }
    return notes
  }

  private func starts(of day: SlotPreview.Day) -> [Int] {
    offered.map { $0.starts[day.date] ?? [] } ?? day.starts
  }

  private func words(_ day: SlotPreview.Day, _ starts: [Int]) -> StyledText {
    guard !starts.isEmpty else {
      return StyledText(
        offered == nil || day.reason != nil
          ? day.reason?.text(in: format) ?? "" : "Nothing is offered.", .dim)
    }
    let times = starts.map { format.fullTime($0) }.joined(separator: " ")
    let hidden = offered == nil && day.hidden > 0 ? "; look busy hides \(day.hidden) of them" : ""
    return StyledText(times + hidden)
  }

  private func json(_ day: SlotPreview.Day) -> JSONValue {
    .object(
      JSONObject(known: [
        ("date", .text(day.date.description)),
        ("weekday", .text(Wording.weekday(day.date.weekday))),
        ("starts", .array(starts(of: day).map { .text(HourRange.clock($0)) })),
        ("open", .text(day.open.text(in: .standard))),
        ("hidden", offered == nil ? .integer(day.hidden) : nil),
        ("tooSoon", offered == nil ? .integer(day.tooSoon) : nil),
        ("tooLate", offered == nil ? .integer(day.tooLate) : nil),
        ("reason", day.reason.map { .text($0.text(in: .standard)) } ?? .null),
      ]))
  }
}
