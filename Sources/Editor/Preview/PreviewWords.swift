import CalendarModel

/// The preview in words: the week day by day, then the chosen day with its times.
enum PreviewWords {
  static func lines(_ dialog: PreviewDialog, _ editor: CalendarEditor) -> [String] {
    let table = PreviewTable(dialog, isNarrow: false)
    let titles = table.titles.map(\.text)
    func numbers(_ cells: [PreviewTable.Cell]) -> String {
      zip(titles, cells).filter { !$1.text.isEmpty }.map { "\($0) \($1.text)" }
        .joined(separator: "  ")
    }
    let days = dialog.week.days.enumerated().map { index, day in
      let mark = index == dialog.selection ? "\(editor.symbols.focus) " : ""
      let hours = PreviewText.open(day, dialog.format)
      return "\(mark)\(day.date.shortWeekdayName) \(day.date)  \(hours)  "
        + numbers(table.cells(index))
    }
    return [
      "Preview \(dialog.week.first) to \(dialog.week.last)", PreviewText.clock(dialog).text,
      editor.status?.text ?? PreviewText.now(dialog).text,
    ] + [PreviewText.draft(dialog)?.text].compactMap { $0 }
      + ["Day  Open  \(titles.joined(separator: "  "))"] + days
      + ["Week  " + numbers(table.total)]
      + (PreviewText.alone(dialog) + PreviewText.foundations(dialog)).map(\.text)
      .filter { !$0.isEmpty }
  }
}
