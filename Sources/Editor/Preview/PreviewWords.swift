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

  /// The same for line mode: days that can be chosen, and the times of the chosen one.
  static func speech(_ dialog: PreviewDialog, _ editor: CalendarEditor) -> DialogSpeech {
    let table = PreviewTable(dialog, isNarrow: false)
    let titles = table.titles.map(\.text)
    func numbers(_ cells: [PreviewTable.Cell]) -> String {
      zip(titles, cells).filter { !$1.text.isEmpty }.map { "\($1.text) \($0)" }
        .joined(separator: ", ")
    }
    let head = [
      PreviewText.clock(dialog).text, PreviewText.now(dialog).text,
      PreviewText.draft(dialog)?.text ?? "",
      "Each day: when it is open, and how many start times are offered now and after a save.",
    ]
    let days: [DialogSpeech.Item] = dialog.week.days.enumerated().map { index, day in
      .choice(
        "\(day.date.shortWeekdayName) \(day.date): "
          + open(day, dialog) + "; "
          + numbers(table.cells(index)), spot: index, isSelected: index == dialog.selection)
    }
    return DialogSpeech(
      "Preview \(dialog.week.first) to \(dialog.week.last)",
      .texts(head) + days
        + .texts(["The week: \(numbers(table.total))."] + PreviewText.day(dialog).map(\.text)))
  }

  /// When a day is open, without the full stop of a sentence.
  private static func open(_ day: SlotPreview.Day, _ dialog: PreviewDialog) -> String {
    let text = PreviewText.open(day, dialog.format)
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}
