import CalendarModel
import TextUI

/// The sentences of the preview about schedules.
extension PreviewText {
  /// Why changed hours change nothing; nil where none are changed in vain.
  static func unused(_ keys: [CalendarKey]) -> String? {
    guard !keys.isEmpty else { return nil }
    let labels = keys.map { CalendarSchema.field($0)?.label ?? $0.rawValue }
    return
      "Your changes of \(labels.joined(separator: ", ")) have no effect here: the preview "
      + "assumes that schedules govern."
  }

  /// How many schedules govern, before other words; empty where none does.
  static func who(_ dialog: PreviewDialog) -> String {
    let count = dialog.governing.schedules.count
    return count == 0 ? "" : count == 1 ? "a schedule; " : "\(count) schedules; "
  }

  /// Whose schedules are open when on the chosen day, where more than one governs.
  static func schedules(_ dialog: PreviewDialog) -> [Line] {
    guard dialog.governing.schedules.count > 1,
      let text = dialog.governing.dayText(dialog.day.date, shown: 6)
    else { return [] }
    return [Line(text: text, role: .hint)]
  }

  /// Each schedule with its time zone, its week and its dates.
  static func governing(_ dialog: PreviewDialog) -> [String] {
    let governing = dialog.governing
    return governing.schedules.map { schedule in
      let dates = schedule.datesText(from: dialog.settings.now.date, in: dialog.format)
      return "\(governing.title(of: schedule)), \(schedule.zoneText): "
        + schedule.week.text(in: dialog.format) + (dates.isEmpty ? "." : "; \(dates).")
    } + governing.remarks
  }
}
