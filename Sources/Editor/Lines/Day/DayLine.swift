import CalendarModel
import JSON
import TextUI

/// A weekday of the weekly hours: hours are typed onto it, or onto days that the text names.
///
/// They are taken over when the line is left.
struct DayLine: Line {
  enum Command: String, KeyCommand { case apply, drop, undoTyping }

  static let keys = KeyTable<Command>(
    "day", "On a weekday", typing: "Typing sets the hours: 9-12, 13-17, closed, mon-fri 9-17",
    [
      KeyBinding(.apply, .enter, short: "Apply", help: "Applies the hours, goes to the next line"),
      KeyBinding(.drop, .escape, short: "Discard", help: "Discards the text"),
      KeyBinding(.undoTyping, .control("z"), short: "Discard", help: "Discards the text"),
    ])

  /// 0 is Sunday.
  private let weekday: Int

  init(_ weekday: Int) { self.weekday = weekday }

  var keyTables: [AnyKeyTable] { [AnyKeyTable(Self.keys)] }
  var id: String? { "day \(weekday)" }
  var path: JSONPath? { WeekHours.path }
  var day: Int? { weekday }

  func view(_ editor: CalendarEditor, width: Int) -> any LineView {
    DayView(weekday, editor, width: width)
  }

  func prepareInput(_ editor: inout CalendarEditor) {
    if let input = editor.input, input.target == .day(weekday), !input.isFresh { return }
    if editor.resumeUnfinished(at: .day(weekday), .day(weekday)) { return }
    let ranges = editor.layout.week?.now[weekday].ranges ?? []
    editor.input = Input(.day(weekday), HoursText.short(ranges, in: editor.format), isFresh: true)
  }

  func take(_ key: Key, _ editor: inout CalendarEditor) -> [Effect]? {
    guard var typed = editor.input, typed.target == .day(weekday) else { return nil }
    guard editor.layout.week?.now.isEditable == true else {
      guard key.typed != nil else { return nil }
      editor.say("The weekly hours are not a list; see the warning below.", .problem)
      return []
    }
    switch editor.keymap.command(for: key, in: Self.keys) {
    case .apply:
      if editor.commitInput() { editor.moveFocus(by: 1) } else { editor.sayInputProblem() }
      return []
    case .drop where !typed.isFresh, .undoTyping where typed.isPending:
      editor.dropInput()
      return []
    default: break
    }
    // What no hours have in them are commands.
    if editor.keymap.isBound(key, toOneOf: Self.commands) { return nil }
    if key.typed != nil, typed.isFresh { typed.buffer = TextBuffer() }
    switch typed.buffer.handle(key) {
    case .ignored: return nil
    case .edited: typed.isPending = true
    case .moved: break
    }
    typed.isFresh = false
    editor.input = typed
    return []
  }

  /// The actions whose keys could be typed, and are not part of hours.
  private static let commands: Set<ActionID> = [
    .copyHours, .hoursEarlier, .hoursLater, .search, .help,
  ]

  func take(pasted text: String, _ editor: inout CalendarEditor) {
    guard var typed = editor.input else { return }
    editor.document?.close()
    if typed.isFresh { typed.buffer = TextBuffer() }
    typed.buffer.insert(text)
    typed.isFresh = false
    typed.isPending = true
    editor.input = typed
  }

  func hints(_ editor: CalendarEditor) -> [KeyHint] {
    if editor.input?.isFresh == false { return editor.keymap.hints(.apply, .drop, in: Self.keys) }
    let shift = [ActionID.hoursEarlier, .hoursLater].compactMap { id in
      Actions.byID[id].flatMap { editor.keymap.keys(of: $0).first }
    }
    return shift.isEmpty ? [] : [KeyHint(shift, "Shift")]
  }

  func context(_ document: CalendarDocument, _ editor: CalendarEditor) -> LineContext {
    if let typed = editor.input, typed.isPending,
      let problem = editor.problem(of: typed.buffer.text, at: .day(weekday))
    {
      return LineContext(
        facts: "\(WeekHours.path) · \(Wording.weekday(weekday))",
        help: problem.message(in: editor.format))
    }
    if let reading = readingWithoutRoom(editor) {
      return LineContext(
        facts: "\(WeekHours.path) · \(Wording.weekday(weekday))", help: reading)
    }
    return LineContext(
      facts: "\(WeekHours.path) · \(Wording.weekday(weekday))",
      help: LineContext.governing(document)
        + "Type hours as in \(HoursText.short(HoursText.example, in: editor.format)), or closed, or "
        + "24h, or with days: mon-fri 9-\(editor.format.shortTime(1020)). They take"
        + " the place of the old ones\(editor.display.isSpoken ? "." : "; End edits those.")")
  }

  /// What the hours that are being typed mean, where the line has no room for it.
  private func readingWithoutRoom(_ editor: CalendarEditor) -> String? {
    guard let typed = editor.input, typed.isPending,
      let typing = try? WeekTyping(typed.buffer.text, day: weekday),
      let reading = DayView.reading(typing, editor)
    else { return nil }
    let width = FormView.room(editor).columns
    return DayColumns(width: width).hasRoom(for: reading, behind: typed.buffer.text, width: width)
      ? nil : reading
  }

  func valueToCopy(_ editor: CalendarEditor) -> (text: String, name: String)? {
    guard let hours = editor.layout.week?.now[weekday].ranges else { return nil }
    return (HoursText.short(hours, in: editor.format), "the hours of \(Wording.weekday(weekday))")
  }

  func words(_ editor: CalendarEditor) -> String {
    let ranges = editor.layout.week?.now[weekday].ranges ?? []
    return "\(Wording.weekday(weekday)): \(HoursText.format(ranges, in: editor.format))"
  }

  func remarks(_ editor: CalendarEditor) -> [String] {
    guard let week = editor.layout.week else { return [] }
    let before = HoursText.format(week.loaded[weekday].ranges, in: editor.format)
    return (week.isChanged(weekday) ? ["changed, was \(before)"] : [])
      + week.now[weekday].oddities(in: editor.format).map {
        FieldState.Note(severity: .warning, text: $0).inWords
      }
      + editor.remarks(onTextAt: .day(weekday), isTyped: editor.input?.target == .day(weekday))
  }

  func invitation(_ editor: CalendarEditor) -> LineInvitation { .typing }

  func take(typed text: String, _ editor: inout CalendarEditor) -> [Effect] {
    guard editor.layout.week?.now.isEditable == true else {
      editor.say("The weekly hours are not a list; see the warning below.", .problem)
      return []
    }
    editor.take(typed: text, as: .day(weekday))
    return []
  }
}

/// A weekday as a picture, where nothing is typed.
struct DayPictureLine: Line {
  private let weekday: Int

  init(_ weekday: Int) { self.weekday = weekday }

  var isForEyesOnly: Bool { true }

  func view(_ editor: CalendarEditor, width: Int) -> any LineView {
    DayView(weekday, editor, width: width)
  }

  func words(_ editor: CalendarEditor) -> String { DayLine(weekday).words(editor) }
  func remarks(_ editor: CalendarEditor) -> [String] { [] }
  func invitation(_ editor: CalendarEditor) -> LineInvitation { .none }
}

/// The hours over the bars of the days.
struct ScaleLine: Line {
  var isForEyesOnly: Bool { true }
  func view(_ editor: CalendarEditor, width: Int) -> any LineView { ScaleView(width: width) }
  func words(_ editor: CalendarEditor) -> String { "Hours of the day" }
  func remarks(_ editor: CalendarEditor) -> [String] { [] }
  func invitation(_ editor: CalendarEditor) -> LineInvitation { .none }
}

extension LineContext {
  /// What governs the hours, as the beginning of a help; empty where nothing does.
  static func governing(_ document: CalendarDocument) -> String {
    guard case .listed(let list) = document.schedules else { return "" }
    switch list.governing.count {
    case 0: return ""
    case 1: return "A schedule governs. "
    case let count: return "\(count) schedules govern. "
    }
  }
}
