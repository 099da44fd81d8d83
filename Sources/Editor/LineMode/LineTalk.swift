import CalendarModel
import TextUI

/// Line mode: hears what is typed, line by line, and says in words what the application shows.
///
/// It changes nothing itself: what it has heard comes out as steps, and the application is asked again
/// after each what it shows. Where the screen has a place, line mode has a number or a name.
package struct LineTalk: Sendable {
  /// What is to be done with a line that was heard.
  package enum Step: Sendable {
    case say([String])
    case send(AppMessage)
    /// Hear another line, after what the steps before it have led to.
    case hear(String)
  }

  /// What was shown when it was said last.
  var told: Told
  /// What is still to be said of something long.
  var rest: [String] = []
  /// The line whose new value is asked for, by its id.
  var question: String?
  /// Whether the lines of a form are said when it is shown next.
  var listsForm = true
  /// Lines that came while a call was under way.
  private var held: [String] = []
  /// The calendars whose lines were said when they came.
  var greeted: Set<CalendarID> = []
  /// Whether it was said how to answer the question for a value.
  var hasExplained = false

  /// Whether somebody typed something since news were said last that is answered by them.
  var hasHeard = false
  /// What is said after the news of what was just typed.
  var afterthoughts: [String] = []
  /// What dialogs said that are still open under others, so that they are not said whole again.
  var heardDialogs: [DialogStack.ID: DialogSpeech] = [:]
  /// The first line that was not done, as nothing here is meant by it; why, in a sentence.
  package internal(set) var firstRefusal: String?
  /// What was shown at the Ctrl-C before, where nothing was heard since.
  private var interrupted: Interruption?

  package init() { told = Told() }

  /// How many lines of a list are said at once.
  static let page = 20
  /// How many lines of an overview are said that nobody asked for.
  static let glance = 6

  // MARK: Hearing

  /// Hears a line.
  ///
  /// - Returns: what is to be done, in order.
  package mutating func hear(_ line: String, _ app: App) -> [Step] {
    interrupted = nil
    return noted(heard(Self.cleaned(line), app)).map { step in
      if case .say(let lines) = step { .say(lines.map(\.asSpoken)) } else { step }
    }
  }

  /// Takes note of what the steps lead to: an answer to what was typed.
  private mutating func noted(_ steps: [Step]) -> [Step] {
    let isSent = steps.contains { if case .send = $0 { true } else { false } }
    // A sentence about what was just done is said again when it is true again.
    if isSent { told.status = nil }
    hasHeard = hasHeard || isSent
    return steps
  }

  private mutating func heard(_ line: String, _ app: App) -> [Step] {
    let word = line.spokenForm
    if app.calendar.request != nil { return hear(line, duringCallOf: app) }
    if word == "more" || word == "m", !isTyping(app) { return [.say(sayMore())] }
    rest = []
    if let dialog = app.calendar.dialogs.last { return hear(line, in: dialog, app) }
    return hear(line, inForm: app)
  }

  /// What Ctrl-C met: the dialog and the call.
  private struct Interruption: Equatable {
    var dialog: DialogStack.ID?
    var request: Int?
  }

  /// Hears Ctrl-C: it takes back what is being asked or done; where it has nothing to take back, or
  /// could not, the next one ends the program, which keeps the drafts.
  package mutating func interrupt(_ app: App) -> [Step] {
    let now = Interruption(
      dialog: app.calendar.dialogs.top?.id, request: app.calendar.request?.id)
    let isSecond = interrupted == now
    interrupted = now
    if isSecond { return [.send(.terminal(.terminate(signal: Self.interruption)))] }
    if app.calendar.request != nil { return noted(key(.cancel, in: CallKeys.table, app)) }
    if let dialog = app.calendar.dialogs.last, !dialog.isHome {
      return noted(leave(dialog, app))
    }
    let again = "Ctrl-C once more ends and keeps the drafts; \("quit".inQuotes) asks first."
    defer { question = nil }
    return [.say([question == nil ? again : "No value is asked for any more. \(again)"])]
  }

  /// The number of SIGINT.
  private static let interruption: Int32 = 2

  /// What came while a call was under way, to be heard now that none is.
  package mutating func takeHeld(_ app: App) -> [Step] {
    guard app.calendar.request == nil, !held.isEmpty else { return [] }
    let lines = held
    held = []
    guard app.calendar.dialogs.isEmpty, app.calendar.banner?.kind != .error else {
      return [.say(["What you typed meanwhile was discarded; deal with this first."])]
    }
    return lines.map { .hear($0) }
  }

  /// Whether a line is a text here, and no command without a full stop before it.
  func isTyping(_ app: App) -> Bool {
    guard let dialog = app.calendar.dialogs.last else { return question != nil }
    switch dialog.speech(app.calendar).typing {
    case .lines, .secret: return true
    case .none, .narrows, .answers: return false
    }
  }

  private mutating func hear(_ line: String, duringCallOf app: App) -> [Step] {
    switch line.spokenForm {
    case "":
      return [.say(["\(app.calendar.request?.title ?? ""), \(app.calendar.request?.clock ?? "")."])]
    case "cancel", "stop", "esc", "back", "b":
      return key(.cancel, in: CallKeys.table, app)
    case "quit", "q", "exit": return [.send(.line(LineOrder(.act(.quit))))]
    case let word:
      if case .action(let id)? = LineTarget.named(word, in: app.calendar).first,
        [.listCalendars, .openCalendars, .previousCalendar, .nextCalendar, .calendarBefore]
          .contains(id)
      {
        return [.send(.line(LineOrder(.act(id))))]
      }
      held.append(line)
      return [.say(["This waits until the call has ended; \("cancel".inQuotes) cancels it."])]
    }
  }

  /// The key of a command as a step.
  func key<Command>(
    _ command: Command, in table: KeyTable<Command>, _ app: App
  ) -> [Step] {
    app.calendar.keymap.keys(of: command, in: table).first.map { [.send(.terminal(.key($0)))] }
      ?? []
  }

  /// A line without what a terminal puts between its letters: the arrows of somebody who is used to
  /// them, and other control characters.
  private static func cleaned(_ line: String) -> String {
    var kept = String.UnicodeScalarView()
    var isInSequence = false
    for scalar in line.unicodeScalars {
      if isInSequence {
        // A control sequence ends with a letter or a tilde.
        if scalar != "[", scalar != "O", (0x40...0x7E).contains(scalar.value) {
          isInSequence = false
        }
      } else if scalar == "\u{1B}" {
        isInSequence = true
      } else if scalar == "\t" || scalar.properties.generalCategory != .control {
        kept.append(scalar)
      }
    }
    return String(kept)
  }

  /// Says that a line is not done.
  ///
  /// - Parameters:
  ///   - reason: a sentence.
  ///   - more: what is said beside it.
  ///   - words: the sentence where nobody sees what was asked; nil where the reason is enough.
  mutating func refuse(
    _ reason: String, _ more: [String] = [], saying words: String? = nil
  ) -> [Step] {
    if firstRefusal == nil { firstRefusal = (words ?? reason).asSpoken }
    return [.say([reason] + more)]
  }

  /// What is asked and not answered yet, where an end of the input leaves something undone; nil where
  /// nothing is.
  package func openQuestion(_ app: App) -> String? {
    if let dialog = app.calendar.dialogs.last(where: { $0.isQuestion }) {
      return dialog.speech(app.calendar).title.asSpoken
    }
    guard app.calendar.dialogs.isEmpty, let question, let line = app.calendar.focusedItem,
      line.id == question
    else { return nil }
    return line.words(app.calendar).asSpoken
  }

  // MARK: Asking

  /// What stands before the cursor while a line is waited for.
  package func prompt(_ app: App) -> String {
    let calendar = app.calendar
    if let dialog = calendar.dialogs.last {
      switch dialog.speech(calendar).typing {
      case .secret: return "token (not shown)> "
      case .lines: return "text> "
      case .answers(let name): return "\(name.lowercased())> "
      case .none, .narrows: return "answer> "
      }
    }
    guard let question, let line = calendar.focusedItem, line.id == question else {
      return "caledit> "
    }
    let words = line.words(calendar)
    guard let colon = words.firstIndex(of: ":") else { return "\(words.asSpoken): " }
    let value = words[words.index(after: colon)...]
    return "\(words[..<colon]) (\(String(value).trimmedBlanks)): ".asSpoken
  }

  /// Whether a call is under way, so that nothing is asked.
  package func isBusy(_ app: App) -> Bool { app.calendar.request != nil }

  /// Whether nobody may see what is typed.
  package func isSecret(_ app: App) -> Bool {
    guard app.calendar.request == nil, let dialog = app.calendar.dialogs.last else { return false }
    return dialog.speech(app.calendar).typing == .secret
  }

  // MARK: Long lists

  /// As many lines as are said at once; the rest waits for "more".
  ///
  /// - Parameters:
  ///   - last: what is said behind them, however many they are.
  ///   - page: how many are said; a few more are no reason to stop.
  mutating func said(
    _ lines: [String], then last: [String] = [], page: Int = page
  ) -> [String] {
    guard lines.count > page + page / 4 else {
      rest = []
      return lines + last
    }
    rest = Array(lines.dropFirst(page))
    return lines.prefix(page)
      + ["\(Wording.counted(rest.count, "line")) to come; \("more".inQuotes) says them."] + last
  }

  private mutating func sayMore() -> [String] {
    rest.isEmpty ? ["There is nothing more."] : said(rest)
  }
}
