import CalendarModel
import JSON
import TextUI

/// The month in which dates are chosen: it is moved in, days are marked, hours are typed onto them.
struct MonthLine: Line {
  enum Command: String, KeyCommand {
    case previousDay, nextDay, previousWeek, nextWeek, previousMonth, nextMonth, today
    case mark, unmark, open
  }

  static let keys = KeyTable<Command>(
    "month", "In the month",
    typing: "Typing sets hours, or dates with hours: 12-24..31 closed",
    [
      KeyBinding(.open, .enter, short: "Open", help: "Opens the entry of the day"),
      KeyBinding(.mark, .space, short: "Mark", help: "Starts or ends a range of days"),
      KeyBinding(.unmark, .escape, short: "Unmark", help: "Ends a range of days"),
      KeyBinding(.previousDay, .left, short: "Day", help: "The previous day"),
      KeyBinding(.nextDay, .right, short: "Day", help: "The next day"),
      KeyBinding(.previousWeek, .up, short: "Week", help: "The previous week"),
      KeyBinding(.nextWeek, .down, short: "Week", help: "The next week"),
      KeyBinding(.previousMonth, .pageUp, short: "Month", help: "The previous month"),
      KeyBinding(.nextMonth, .pageDown, short: "Month", help: "The next month"),
      KeyBinding(.today, .home, short: "Today", help: "Goes to today"),
    ])

  enum TypingCommand: String, KeyCommand { case apply, drop }

  static let typingKeys = KeyTable<TypingCommand>(
    "dates", "While dates are typed",
    [
      KeyBinding(.apply, .enter, short: "Apply", help: "Applies what you typed"),
      KeyBinding(
        .drop, .escape, .control("x"), .control("z"), short: "Discard", help: "Discards the text"),
    ])

  var id: String? { "month" }
  var path: JSONPath? { DateIndex.path }
  var isMonth: Bool { true }

  var keyTables: [AnyKeyTable] { [AnyKeyTable(Self.keys), AnyKeyTable(Self.typingKeys)] }

  func view(_ editor: CalendarEditor, width: Int) -> any LineView { MonthView() }

  func prepareInput(_ editor: inout CalendarEditor) {
    if editor.input?.target == .dates { return }
    editor.input = nil
    _ = editor.resumeUnfinished(at: .dates(editor.dates.cursor.selection), .dates)
  }

  func take(_ key: Key, _ editor: inout CalendarEditor) -> [Effect]? {
    if editor.input?.target == .dates { return take(typing: key, &editor) }
    let command = editor.keymap.command(for: key, in: Self.keys)
    if let command, Self.move(command, &editor) { return [] }
    switch command {
    case .mark:
      if editor.dates.cursor.anchor == nil {
        editor.dates.cursor.mark()
      } else {
        editor.dates.cursor.unmark()
      }
    case .unmark where editor.dates.cursor.anchor != nil: editor.dates.cursor.unmark()
    case .open: editor.openChosenDate()
    default:
      guard let typed = key.typed, typed.isLetter || typed.isNumber else { return nil }
      guard editor.canEditDates else {
        editor.say(
          "The dates are no list; unset them first (\(editor.keymap.word(of: .unset)) on the line above).",
          .problem)
        return []
      }
      editor.input = Input(.dates, String(typed))
      editor.input?.isPending = true
    }
    return []
  }

  /// Moves the cursor.
  ///
  /// - Returns: false for a command that moves nothing.
  private static func move(_ command: Command, _ editor: inout CalendarEditor) -> Bool {
    switch command {
    case .previousDay: editor.dates.cursor.move(days: -1)
    case .nextDay: editor.dates.cursor.move(days: 1)
    case .previousWeek: editor.dates.cursor.move(weeks: -1)
    case .nextWeek: editor.dates.cursor.move(weeks: 1)
    case .previousMonth: editor.dates.cursor.move(months: -1)
    case .nextMonth: editor.dates.cursor.move(months: 1)
    case .today: editor.dates.cursor.go(to: editor.today)
    case .mark, .unmark, .open: return false
    }
    return true
  }

  private func take(typing key: Key, _ editor: inout CalendarEditor) -> [Effect]? {
    guard var typed = editor.input else { return nil }
    switch editor.keymap.command(for: key, in: Self.typingKeys) {
    case .apply:
      if !editor.commitInput() { editor.sayInputProblem() }
      return []
    case .drop:
      editor.dropInput()
      return []
    case nil: break
    }
    if editor.keymap.actions(for: key).contains(.copyDate) { return nil }
    switch editor.keymap.command(for: key, in: Self.keys) {
    case .previousWeek?, .nextWeek?, .previousMonth?, .nextMonth?:
      editor.leaveInput()
      if let command = editor.keymap.command(for: key, in: Self.keys) {
        _ = Self.move(command, &editor)
      }
      return []
    default: break
    }
    guard typed.buffer.handle(key) != .ignored else { return nil }
    editor.input = typed.buffer.isEmpty ? nil : typed
    return []
  }

  func take(pasted text: String, _ editor: inout CalendarEditor) {
    var typed = editor.input ?? Input(.dates, "")
    typed.buffer.insert(text)
    typed.isPending = true
    editor.input = typed.buffer.isEmpty ? nil : typed
  }

  func hints(_ editor: CalendarEditor) -> [KeyHint] {
    editor.input != nil
      ? editor.keymap.hints(.apply, .drop, in: Self.typingKeys)
      : editor.keymap.hints(.open, .mark, in: Self.keys)
  }

  func context(_ document: CalendarDocument, _ editor: CalendarEditor) -> LineContext {
    LineContext(
      facts: "\(DateIndex.path) · \(DateTyping.named(editor.dates.cursor.dates))",
      help: LineContext.governing(document)
        + (document.remarks(on: editor.dates.cursor.date) + [MonthView.help(editor)])
        .joined(separator: " "))
  }

  func words(_ editor: CalendarEditor) -> String {
    let chosen = editor.dates.cursor
    guard let document = editor.document else { return "" }
    return "Chosen date: "
      + (chosen.anchor == nil
        ? document.summary(of: chosen.date) : "\(DateTyping.named(chosen.dates)), marked")
  }

  func remarks(_ editor: CalendarEditor) -> [String] {
    let cursor = editor.dates.cursor
    let place = UnfinishedTexts.Place.dates(cursor.selection)
    let changed = cursor.anchor == nil && editor.document?.isDateChanged(cursor.date) == true
    let governed =
      cursor.anchor == nil && editor.document?.schedules.governs == true
      ? editor.document?.governing.dayText(cursor.date).map { "by schedule \($0)" } : nil
    return (changed ? ["changed"] : []) + [governed].compactMap { $0 }
      + editor.remarks(onTextAt: place, isTyped: editor.input?.target == .dates)
  }

  func invitation(_ editor: CalendarEditor) -> LineInvitation { .typing }

  func take(typed text: String, _ editor: inout CalendarEditor) -> [Effect] {
    guard editor.canEditDates else {
      editor.say("The dates are no list; unset them first.", .problem)
      return []
    }
    editor.take(typed: text, as: .dates)
    return []
  }
}
