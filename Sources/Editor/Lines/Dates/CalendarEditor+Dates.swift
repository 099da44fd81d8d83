import CalendarModel
import JSON
import TextUI

/// What is done with the chosen dates.
extension CalendarEditor {
  /// Whether the month and its entries have the focus.
  var isOnDates: Bool {
    guard layout.monthLine != nil, let item = focusedItem else { return false }
    return item.isMonth || item.row?.list == DateIndex.path
  }

  /// Opens the entry of the chosen day as a form.
  mutating func openChosenDate() {
    guard let document else { return }
    let date = dates.cursor.date
    let row =
      document.dateHours.effectiveRow(on: date)
      ?? document.dateHours.rows(on: date).first
    guard let row else {
      let hours = HoursText.short(HoursText.shortExample, in: format)
      say("Type hours for \(date), as in \(hours), or closed.")
      return
    }
    open(row: DateIndex.path.appending(row))
  }

  /// Goes to the next day that has an entry, or to the one before.
  mutating func stepDate(forward: Bool) {
    guard let document, let line = layout.monthLine else { return }
    guard let date = document.dateHours.day(from: dates.cursor.date, forward: forward) else {
      say(
        forward ? "No later date has an entry." : "No earlier date has an entry.")
      return
    }
    dates.cursor.go(to: date)
    if let row = document.dateHours.rows(on: date).first, focusedItem?.row != nil {
      reveal(DateIndex.path.appending(row))
      focus(line: layout.index(of: DateIndex.path.appending(row)) ?? line)
    }
  }

  /// Takes the entries of the chosen days away; one that is deleted already comes back.
  mutating func deleteChosenDates() {
    let chosen = dates.cursor.dates
    guard let document, chosen.count <= DateCommand.dateLimit else {
      say("\(chosen.count) days are marked; mark at most \(DateCommand.dateLimit).", .problem)
      return
    }
    let rows = chosen.flatMap(document.dateHours.rows(on:))
    let deleted = rows.filter {
      document[DateIndex.path.appending($0)].map(ObjectType.availability.isDeleted) == true
    }
    guard !rows.isEmpty else {
      say(chosen.count == 1 ? "This day has no entry." : "These days have no entries.", .problem)
      return
    }
    guard deleted.count == rows.count else {
      change(DateIndex.path) { $0.deleteDates(chosen) }
      dates.cursor.unmark()
      say("\(self.document?.undoSteps.last?.shownTitle ?? "").")
      return
    }
    guard deleted.count == 1 else {
      say("A save will delete these dates; type hours to keep them.")
      return
    }
    change(DateIndex.path) { $0.removeRow(deleted[0], of: DateIndex.path) }
    say("\(self.document?.undoSteps.last?.shownTitle ?? "").")
  }

  /// Deletes the entry with the focus; the next one in the list has the focus then.
  mutating func deleteDate(inRow row: Int) {
    let line = workspace.page.focus
    change(DateIndex.path) { $0.removeRow(row, of: DateIndex.path) }
    focus(line: layout.focusable(from: min(line, layout.count - 1), step: -1) ?? 0)
  }

  /// Whether the chosen dates, or the entry with the focus, differ from what was loaded.
  var isChosenDateChanged: Bool {
    guard let document else { return false }
    if let row = focusedItem?.row, document.dateHours.date(ofRow: row.index) == nil {
      return document.isChanged(DateIndex.path.appending(row.index))
    }
    return dates.cursor.dates.prefix(DateCommand.dateLimit).contains(where: document.isDateChanged)
  }

  /// Puts the chosen dates, or the entry with the focus, back to what was loaded.
  mutating func resetChosenDates() {
    let chosen = Array(dates.cursor.dates.prefix(DateCommand.dateLimit))
    let line = workspace.page.focus
    if let row = focusedItem?.row, document?.dateHours.date(ofRow: row.index) == nil {
      change(DateIndex.path) { $0.reset(DateIndex.path.appending(row.index)) }
    } else {
      change(DateIndex.path) { $0.resetDates(chosen) }
    }
    focus(line: layout.focusable(from: min(line, layout.count - 1), step: -1) ?? 0)
  }

  // MARK: Prompts

  /// The date whose hours are copied: that of the row with the focus, or the chosen one.
  private var copiedDate: CalendarDate? {
    guard let document, let item = focusedItem else { return nil }
    return item.row.map { document.dateHours.date(ofRow: $0.index) } ?? dates.cursor.date
  }

  /// Asks for the dates that get the hours of the chosen one.
  mutating func promptForCopies() {
    guard let document, let source = copiedDate else {
      say("This entry has no date; open it and write one.", .problem)
      return
    }
    switch document.dateState(of: source) {
    case .closed, .open: break
    case .none, .deleted:
      say("\(source) has no hours of its own to copy.", .problem)
      return
    }
    dialogs.append(PromptDialog(.copies(of: source), in: self))
  }

  /// Asks for dates with their hours; at first the chosen day stands there when it has none.
  mutating func promptForDates() {
    guard canEditDates, let document else {
      say("The date-specific hours are not a list; unset them first.", .problem)
      return
    }
    let date = dates.cursor.date
    let isFree = document.dateHours.rows(on: date).isEmpty
    dialogs.append(PromptDialog(.dates, text: isFree ? "\(date) closed" : "", in: self))
  }
}
