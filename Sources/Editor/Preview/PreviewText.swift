import CalendarModel
import TextUI

/// The sentences of the preview.
enum PreviewText {
  typealias Line = TextDialog.Line

  static func title(of date: CalendarDate) -> String { "\(date.weekdayName) \(date)" }

  // MARK: The week

  /// Where "now" comes from.
  static func now(_ now: PreviewWeek.Now, _ format: LocalFormat, isShort: Bool) -> String {
    switch now {
    case .service(let moment, let offsets, let unreadable):
      let clock = format.fullTime(moment.minute)
      if isShort { return "now: from the service, \(clock)" }
      let zone = offsets.isEmpty ? "" : ", times at \(names(of: offsets))"
      let odd = unreadable > 0 ? "; \(times(unreadable)) could not be read" : ""
      return "Now: what the service offers, asked at \(clock)\(zone)\(odd)."
    case .loaded(let why):
      if isShort { return short(why) }
      return "Now: by the settings as loaded; " + long(why)
    }
  }

  private static func short(_ why: PreviewWeek.Why) -> String {
    switch why {
    case .isFile, .isOver: "now: by the settings as loaded"
    case .isAsking: "now: asking the service"
    case .failed: "now: as loaded; service failed"
    case .isOfAnotherClock: "now: as loaded; other time zone?"
    }
  }

  private static func long(_ why: PreviewWeek.Why) -> String {
    switch why {
    case .isFile: "a file has no service to ask."
    case .isOver: "the week is over."
    case .isAsking: "caledit is asking the service what it offers."
    case .failed(let reason):
      "the service did not say what it offers: \(reason). f asks again."
    case .isOfAnotherClock(let offsets):
      "the service's times (at \(names(of: offsets))) match none of them; they may be of "
        + "another time zone."
    }
  }

  private static func names(of offsets: [String]) -> String {
    offsets.map { $0.isEmpty ? "no offset" : $0 }.joined(separator: " and ")
  }

  /// Where "now" comes from, as a line above the week.
  static func now(_ dialog: PreviewDialog) -> Line {
    let role: Theme.Role =
      switch dialog.week.now {
      case .service(_, _, let unreadable): unreadable > 0 ? .warning : .hint
      case .loaded(.failed), .loaded(.isOfAnotherClock): .warning
      case .loaded: .hint
      }
    return Line(text: now(dialog.week.now, dialog.format, isShort: false), role: role)
  }

  /// What being a draft, or having been one, means for the week.
  static func draft(_ dialog: PreviewDialog) -> Line? {
    words(ofDraft: dialog).map { Line(text: $0.long, role: .warning) }
  }

  private static func words(ofDraft dialog: PreviewDialog) -> (short: String, long: String)? {
    switch (dialog.isDraftNow, dialog.settings.isDraft) {
    case (false, true):
      ("saving makes it a draft", "Saving makes the calendar a draft: nothing can be booked then.")
    case (true, false): ("saving makes it active", "Saving makes the calendar active.")
    case (true, true):
      (
        "draft: nothing can be booked",
        "The calendar is a draft: nothing can be booked until it is active. The preview treats it "
          + "as active."
      )
    case (false, false): nil
    }
  }

  /// The most needed words on the week, for a screen that has room for no more.
  static func foot(_ dialog: PreviewDialog) -> String {
    words(ofDraft: dialog)?.short ?? who(dialog)
      + now(dialog.week.now, dialog.format, isShort: true)
  }

  // MARK: A day

  /// What there is to say of the chosen day besides its times: first when it is open, and what says
  /// so.
  static func day(_ dialog: PreviewDialog) -> [Line] {
    let (day, change) = (dialog.day, dialog.change)
    var lines = [
      Line(text: "\(title(of: day.date)): \(hours(of: day, dialog.format))", role: .heading)
    ]
    if let reason = day.reason {
      lines.append(
        Line(
          text: "These settings offer nothing. \(reason.text(in: dialog.format))", role: .warning))
    }
    lines += day.open.ignored.map {
      Line(text: "Ignored: \($0.text(in: dialog.format)).", role: .warning)
    }
    if change.isChanged || day.reason == nil {
      lines.append(Line(text: counts(change), role: change.isChanged ? .changed : .text))
    }
    if let why = unused(dialog.unusedEdits) { lines.append(Line(text: why, role: .warning)) }
    lines += schedules(dialog)
    lines += cuts(of: day, dialog.settings, dialog.format)
    if let text = lookBusy(dialog) { lines.append(Line(text: text)) }
    if !change.withheld.isEmpty {
      lines.append(
        Line(
          text:
            "Not offered now (x): \(starts(change.withheld.count)) by the settings; booked, busy "
            + (dialog.governing.state == .some
              ? "or hidden, or the service uses other hours than the schedules'."
              : "or hidden.")))
    }
    if !change.unexplained.isEmpty {
      lines.append(
        Line(
          text:
            "Offered now (?): \(starts(change.unexplained.count)) that the loaded settings do "
            + "not offer.", role: .warning))
    }
    return lines
  }

  private static func hours(of day: SlotPreview.Day, _ format: LocalFormat) -> String {
    let open = day.open.text(in: format)
    return switch day.source {
    case .weekly: "\(open), weekly hours"
    case .dateEntry(let rows) where rows.count > 1:
      "\(open), \(rows.count) date-specific entries"
    case .dateEntry: "\(open), date-specific hours"
    case .nothing: "no date-specific hours"
    case .schedules(let words, _): "\(open), by \(words)"
    }
  }

  /// When a day is open, or why it offers nothing.
  static func open(_ day: SlotPreview.Day, _ format: LocalFormat) -> String {
    day.reason?.text(in: format) ?? day.open.text(in: format)
  }

  private static func counts(_ change: SlotComparison.Day) -> String {
    if !change.isChanged {
      return "\(starts(change.now.count)) offered; saving changes nothing here."
    }
    return "\(change.now.count) offered now, \(change.after.count) after saving: "
      + "\(change.gained.count) gained, \(change.lost.count) lost."
  }

  private static func cuts(
    of day: SlotPreview.Day, _ settings: SlotPreview.Settings, _ format: LocalFormat
  ) -> [Line] {
    var lines: [Line] = []
    if day.tooSoon > 0 {
      lines.append(
        Line(
          text: settings.earliest == settings.now
            ? "\(starts(day.tooSoon)) of the day are over."
            : "\(starts(day.tooSoon)) are too soon: booking begins at "
              + "\(format.moment(settings.earliest))."))
    }
    if day.tooLate > 0, let latest = settings.latest {
      lines.append(
        Line(
          text: "\(starts(day.tooLate)) are too far ahead: booking ends at "
            + "\(format.moment(latest))."))
    }
    return lines
  }

  /// What look busy hides of the day, and what it hid before where that differs.
  private static func lookBusy(_ dialog: PreviewDialog) -> String? {
    let (now, after) = (dialog.lookBusyNow, dialog.settings.lookBusy)
    let count = dialog.day.starts.count
    guard count > 0, after.isOn || now.isOn else { return nil }
    let before = now.hidden(of: count)
    let text =
      after.isOn
      ? "Look busy (\(after.percentageText)) hides \(dialog.day.hidden) of \(starts(count)); which "
        + "ones is not known."
      : "Look busy is switched off."
    return now == after ? text : text + " As loaded it hides \(before)."
  }

  private static func starts(_ count: Int) -> String { Wording.counted(count, "start") }
  private static func times(_ count: Int) -> String { Wording.counted(count, "time") }

  // MARK: Texts of their own

  /// A day with all its times, to scroll through.
  static func alone(_ dialog: PreviewDialog) -> [Line] {
    day(dialog) + [Line(text: "")]
      + PreviewTimes(dialog.change, dialog.format).all.map {
        Line(text: "\($0.mark.symbol) \($0.text)  \($0.mark.meaning)", role: $0.mark.role)
      }
  }

  /// The moment that everything is counted from.
  static func clock(_ dialog: PreviewDialog) -> Line {
    let now = dialog.settings.now
    return Line(
      text: "It is \(title(of: now.date)), \(dialog.format.fullTime(now.minute)), "
        + (dialog.zone.name.map { "in \($0)." } ?? "by the clock of this machine."), role: .hint)
  }

  /// What the preview takes for granted, and what it does not show.
  static func foundations(_ dialog: PreviewDialog, isShort: Bool = false) -> [Line] {
    func part(_ title: String, _ sentences: [String], _ role: Theme.Role = .text) -> [Line] {
      sentences.isEmpty
        ? []
        : [Line(text: title, role: .heading)]
          + sentences.map { Line(text: "- \($0)", role: role, hanging: 2) } + [Line(text: "")]
    }
    let unused = [unused(dialog.unusedEdits)].compactMap { $0 }
    let remarks = part("Remarks", unused + dialog.remarks.map(\.text))
    var settings = dialog.assumptions
    settings.insert(dialog.zone.assumption, at: min(1, settings.count))
    let granted = governing(dialog) + settings + SlotComparison.assumptions
    if isShort { return remarks + part("Assumptions (a: all)", granted, .hint) }
    return [
      Line(text: now(dialog.week.now, dialog.format, isShort: false)),
      Line(text: "After: by the settings as edited."),
      clock(dialog), Line(text: ""),
    ] + remarks + part("Governing schedules", governing(dialog))
      + part("Assumptions", settings)
      + part("Compared with the service", SlotComparison.assumptions)
  }
}
