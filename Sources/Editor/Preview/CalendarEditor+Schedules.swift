import CalendarAPI
import CalendarModel
import JSON

/// Asking whose schedules govern the calendar, and what the answer does.
extension CalendarEditor {
  /// What to ask the service for the schedules of the calendar; nothing where there is no service.
  mutating func askForSchedules() -> [Effect] {
    guard let document, let calendarID = scheduledCalendarID else { return [] }
    guard let location = document.current[.locationId]?.text, !location.isEmpty else {
      lookUps.schedules.note(unknown: "the calendar does not name its sub-account")
      showSchedules()
      return []
    }
    let request = lookUps.schedules.ask(
      locationID: location, calendarID: calendarID,
      userIDs: GoverningSchedules.users(of: document.base), timezone: calendarZone)
    showSchedules()
    return [.schedules(request)]
  }

  /// The calendar that the service knows; nil for one in a file.
  private var scheduledCalendarID: String? {
    source.calendarID.map { document?.base[.id]?.text ?? $0 }
  }

  /// The name of the calendar's time zone; nil where it is not known.
  private var calendarZone: String? { zone.name ?? zoneOfCalendar }

  mutating func finish(
    schedules id: Int, _ result: Result<ScheduleList, ServiceError>
  ) -> [Effect] {
    guard lookUps.schedules.finish(id, result) else { return [] }
    showSchedules()
    guard request?.kind == .schedules else { return [] }
    request = nil
    return withJob { $0.schedules(result) }
  }

  /// Shows what is known of the schedules in the form and in a preview that is open.
  private mutating func showSchedules() {
    keepingFocus { editor in
      if case .listed(let list) = editor.lookUps.schedules.answer, editor.document?.zone == nil,
        let name = editor.calendarZone
      {
        editor.document?.zone = NamedZone(name: name, offsets: list.zones[name])
      }
      let answer = editor.lookUps.schedules.answer
      editor.document?.schedules = answer
    }
    refreshPreview()
  }

  /// Does something that adds lines to the form or takes some away, and stays on the same line.
  private mutating func keepingFocus(_ change: (inout CalendarEditor) -> Void) {
    let focused = layout[workspace.page.focus]
    change(&self)
    guard let id = focused?.id, let line = layout.line(withID: id) else {
      repairFocus()
      return
    }
    workspace.page.focus = line
  }
}
