import CalendarModel
import TextUI

/// The numbers of the week: offered now, after saving, gained, lost, and hidden by look busy.
struct PreviewTable {
  struct Cell {
    let text: String
    let width: Int
    var role: Theme.Role?
  }

  private let dialog: PreviewDialog
  private let showsHidden: Bool

  init(_ dialog: PreviewDialog, isNarrow: Bool) {
    self.dialog = dialog
    showsHidden = dialog.settings.lookBusy.isOn && !isNarrow
  }

  /// How many columns the numbers take.
  var width: Int { titles.reduce(0) { $0 + $1.width } }

  var titles: [Cell] { cells("now", "after", "gained", "lost", hidden: "hidden", isTitle: true) }

  func cells(_ index: Int) -> [Cell] {
    let day = dialog.week.comparison.days[index]
    return cells(
      day.now.count, day.after.count, day.gained.count, day.lost.count,
      hidden: dialog.week.days[index].hidden)
  }

  var total: [Cell] {
    let week = dialog.week.comparison
    return cells(
      week.now, week.after, week.gained, week.lost,
      hidden: dialog.week.days.reduce(0) { $0 + $1.hidden })
  }

  private func cells(_ now: Int, _ after: Int, _ gained: Int, _ lost: Int, hidden: Int) -> [Cell] {
    cells(
      "\(now)", "\(after)", gained == 0 ? "" : "+\(gained)", lost == 0 ? "" : "-\(lost)",
      hidden: "\(hidden)", isTitle: false)
  }

  private func cells(
    _ now: String, _ after: String, _ gained: String, _ lost: String, hidden: String, isTitle: Bool
  ) -> [Cell] {
    let cells = [
      Cell(text: now, width: 5), Cell(text: after, width: 6),
      Cell(text: gained, width: 7, role: isTitle ? nil : .changed),
      Cell(text: lost, width: 5, role: isTitle ? nil : .error),
    ]
    return showsHidden ? cells + [Cell(text: hidden, width: 7)] : cells
  }
}
