import CalendarAPI
import CalendarModel
import JSON

/// Asking whose schedules govern the calendar, and what the answer does.
extension CalendarEditor {
  /// What to ask the service for the schedules of the calendar; nothing where there is no service.
  mutating func askForSchedules() -> [Effect] {
    guard let document, let calendarID = scheduledCalendarID else { return [] }
    guard let location = document.current[.locationId]?.text, !location.isEmpty else {
      schedules.note(unknown: "the calendar does not name its sub-account")
      showSchedules()
      return []
    }
    let request = schedules.ask(
      locationID: location, calendarID: calendarID,
      userIDs: GoverningSchedules.users(of: document.base), timezone: calendarZone)
    showSchedules()
    return [.schedules(request)]
  }

  /// The calendar that the service knows; nil for one in a file.
  private var scheduledCalendarID: String? {
    switch source.kind {
    case .file: nil
    case .service(let id, _), .demo(let id): document?.base[.id]?.text ?? id
    }
  }

  /// The name of the calendar's time zone; nil where it is not known.
  private var calendarZone: String? { zone.name ?? zoneOfCalendar }

  mutating func finish(
    schedules id: Int, _ result: Result<ScheduleList, ServiceError>
  ) -> [Effect] {
    guard schedules.finish(id, result) else { return [] }
    showSchedules()
    guard request?.kind == .schedules else { return [] }
    request = nil
    return withJob { $0.schedules(result) }
  }

  /// Shows what is known of the schedules in the form and in a preview that is open.
  private mutating func showSchedules() {
    keepingFocus { editor in
      if case .listed(let list) = editor.schedules.answer, editor.document?.zone == nil,
        let name = editor.calendarZone
      {
        editor.document?.zone = NamedZone(name: name, offsets: list.zones[name])
      }
      let answer = editor.schedules.answer
      editor.document?.schedules = answer
    }
    refreshPreview()
  }

  /// Does something that adds lines to the form or takes some away, and stays on the same line.
  private mutating func keepingFocus(_ change: (inout CalendarEditor) -> Void) {
    let focused = layout[workspace.page.focus]
    change(&self)
    guard let focused, let line = line(like: focused) else {
      repairFocus()
      return
    }
    workspace.page.focus = line
  }

  /// The line that shows the same thing as one of an earlier layout.
  private func line(like item: FormItem) -> Int? {
    switch item {
    case .field(_, let path, _): layout.index(of: path)
    case .row(_, let list, let index, _): layout.index(of: list.appending(index))
    case .day(let day): layout.firstLine { $0.day == day }
    case .month: layout.monthLine
    case .past: layout.firstLine { if case .past = $0 { true } else { false } }
    case .add(_, let list, _):
      layout.firstLine { if case .add(_, list, _) = $0 { true } else { false } }
    case .link(let link):
      layout.firstLine { if case .link(link) = $0 { true } else { false } }
    case .schedule(let line):
      layout.firstLine { if case .schedule(line) = $0 { true } else { false } }
    case .heading, .note, .columns, .scale, .picture, .pictureOf: nil
    }
  }
}
