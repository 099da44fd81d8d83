import CalendarModel
import JSON

extension FormLayout {
  /// How many schedules are shown with all their days.
  private static let shown = 6

  /// What governs the hours of a section, in a sentence over them; nothing where nobody asked.
  ///
  /// - Returns: whether schedules are known to govern.
  mutating func addHeadline(_ governing: GoverningSchedules) -> Bool {
    if let headline = governing.headline {
      append(TextLine.note(headline.text, headline.isWarning ? .warning : .hint))
    }
    guard governing.state == .some else { return false }
    for remark in governing.remarks { append(TextLine.note(remark)) }
    return true
  }

  /// The weeks of the schedules that govern, each with its dates in a line.
  mutating func addScheduleWeeks(_ governing: GoverningSchedules, today: CalendarDate) {
    addSchedules(governing) { schedule in
      let dates = schedule.datesText(from: today, shown: 4, in: governing.format)
      return schedule.weekLines(in: governing.format).map(ScheduleLine.Content.day)
        + (dates.isEmpty ? [] : [.text(dates)])
    }
  }

  /// The dates of the schedules that govern, each with its week in a line.
  mutating func addScheduleDates(_ governing: GoverningSchedules, today: CalendarDate) {
    addSchedules(governing) { schedule in
      let dates = schedule.dateLines(from: today).map(ScheduleLine.Content.day)
      return (dates.isEmpty ? [.text("No dates of its own.")] : dates)
        + [.text("Other days: \(schedule.week.text(in: governing.format))")]
    }
  }

  private mutating func addSchedules(
    _ governing: GoverningSchedules, _ lines: (Schedule) -> [ScheduleLine.Content]
  ) {
    for schedule in governing.schedules.prefix(Self.shown) {
      append(ScheduleLine(.head("\(governing.title(of: schedule)), \(schedule.zoneText)")))
      let ignored = schedule.ignoredParts(in: governing.format).map(ScheduleLine.Content.text)
      for line in lines(schedule) + ignored { append(ScheduleLine(line)) }
    }
    let rest = governing.schedules.count - Self.shown
    if rest > 0 { append(ScheduleLine(.head("and \(Wording.counted(rest, "more schedule"))"))) }
  }

  /// What governs, at a glance: each schedule in words, and the week of the first as a picture.
  mutating func addSchedules(toOverview governing: GoverningSchedules, today: CalendarDate) {
    guard let headline = governing.headline else { return }
    let target = WeekHours.path
    guard governing.state == .some else {
      append(
        LinkLine(
          title: "Schedules", text: headline.text, target: target,
          role: headline.isWarning ? .warning : .hint))
      return
    }
    for (index, schedule) in governing.schedules.prefix(Self.shown).enumerated() {
      let dates = schedule.datesText(from: today, shown: 2, in: governing.format)
      append(
        LinkLine(
          title: index == 0 ? "Governed by" : "and by",
          text: "\(governing.title(of: schedule)), \(schedule.zoneText): "
            + schedule.week.text(in: governing.format) + (dates.isEmpty ? "" : "; \(dates)"),
          target: target, role: .warning))
      guard index == 0 else { continue }
      for line in schedule.weekLines(in: governing.format) { append(SchedulePictureLine(line)) }
    }
    let rest = governing.schedules.count - Self.shown
    let more = rest > 0 ? [Wording.counted(rest, "more schedule") + "."] : []
    for remark in more + governing.remarks { append(TextLine.note(remark)) }
  }
}
