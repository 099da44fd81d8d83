import CalendarAPI
import CalendarModel
import JSON

/// Opening the preview, and what comes in while it is open.
extension CalendarEditor {
  /// Shows the slots that bookers are offered, around the date that the line with the focus is
  /// about, or around today.
  mutating func openPreview() -> [Effect] {
    guard document != nil else { return [] }
    document?.close()
    let date = dateOfFocus ?? now.date
    lookUps.slots.forgetFailure()
    guard let dialog = PreviewDialog(self, on: date) else { return [] }
    dialogs.append(dialog)
    let effects = [.readClock] + askForSlots(of: dialog.week.first)
    refreshPreview()
    return effects
  }

  /// What to ask the service for the slots of a week; nothing where that is known or in vain.
  mutating func askForSlots(of week: CalendarDate) -> [Effect] {
    guard !source.isFile, !PreviewWeek.isOver(week, now),
      let request = lookUps.slots.ask(for: week, timezone: zone.name ?? zoneOfCalendar)
    else { return [] }
    return [.freeSlots(request)]
  }

  mutating func finish(
    freeSlots id: Int, _ result: Result<OfferedStarts, ServiceError>
  ) -> [Effect] {
    lookUps.slots.finish(id, result, at: now)
    // Another week may have come into sight while this one was asked for.
    let effects = previewDialog.map { askForSlots(of: $0.week.first) } ?? []
    refreshPreview()
    return effects
  }

  /// Takes in what the clock says; after midnight the weeks begin with another day.
  mutating func take(clock moment: CalendarMoment) -> [Effect] {
    guard moment != now else { return [] }
    let former = today
    now = moment
    if today != former { beginDay(after: former) }
    refreshPreview()
    let effects = previewDialog.map { askForSlots(of: $0.week.first) } ?? []
    if !effects.isEmpty { refreshPreview() }
    return effects
  }

  private var previewDialog: PreviewDialog? { dialogs.first(PreviewDialog.self) }

  /// Makes a preview that is open, also under another dialog, anew.
  mutating func refreshPreview() {
    let editor = self
    dialogs.change(PreviewDialog.self) { $0.refresh(editor) }
  }

  // MARK: From and to the hours

  /// The date that the line with the focus is about: the one chosen in the month, that of a
  /// date-specific entry, or the next one with the weekday of weekly hours; nil for any other line.
  var dateOfFocus: CalendarDate? {
    if let day = focusedItem?.day { return next([day]) }
    if focusedItem?.isMonth == true { return dates.cursor.date }
    guard let path = focusedItem?.path, let document, path.row != nil else { return nil }
    let entry = document[JSONPath(Array(path.components.prefix(2)))]
    switch path.topKey {
    case DateIndex.path.topKey: return path.row.flatMap(document.dateHours.date(ofRow:))
    case WeekHours.path.topKey:
      return next((entry?[member: WeekEntryKey.daysOfTheWeek]?.array ?? []).compactMap(\.int))
    default: return nil
    }
  }

  /// The next date, today included, with one of these weekdays.
  private func next(_ weekdays: [Int]) -> CalendarDate? {
    (0..<7).lazy.map { now.date.adding(days: $0) }.first { weekdays.contains($0.weekday) }
  }

  /// Goes where the hours of a day are edited.
  mutating func goToHours(of day: SlotPreview.Day) {
    switch day.source {
    case .dateEntry, .nothing:
      dates.cursor.unmark()
      dates.cursor.go(to: day.date)
      goToEditor(of: DateIndex.path)
    case .weekly, .schedules:
      goToEditor(of: WeekHours.path)
      if let line = layout.firstLine(where: { $0.day == day.date.weekday }) { focus(line: line) }
    }
  }
}
