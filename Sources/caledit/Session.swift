import Editor
import Glibc
import JSON
import Terminal
import TextUI

/// Runs the application on the terminal: waits for input, updates, draws and performs the effects.
struct Session {
  private let screen: CursesScreen
  private let loop: EventLoop<AppMessage>
  private var app: App
  private var grid: Grid
  /// What is to be done outside to begin with; nothing behind that.
  private var first: [AppEffect]
  /// What is done outside for each open calendar.
  private var runners: [CalendarID: CalendarRunner]
  private var nextSecond: ContinuousClock.Instant?
  private var clock: WallClock
  private var rest = KeyRest()
  /// What is to be said of the terminal once a calendar is there: loading it puts messages away.
  private var notices: [String]
  /// What a signal that ended the program did to the work, in words; nil where it did nothing.
  private(set) var farewell: String?
  /// What was saved for standard output; nil when nothing was.
  private(set) var resultText: String?

  /// Paints the calendar, and only then opens what waits for the disk: keys that come meanwhile are
  /// read behind that.
  init(
    screen: CursesScreen, calendar: CalendarEditor, outside: CalendarSource, clock: WallClock,
    escapeDelay: EscapeDelay?
  ) throws(TerminalError) {
    // Who sees the first frame may send a signal.
    loop = try EventLoop(screen: screen, escapeDelay: escapeDelay)
    var app = App(calendar)
    var grid = Grid(size: app.display.size, isASCII: app.display.isASCII)
    first = app.begin()
    app.scroll()
    app.draw(into: &grid)
    screen.show(grid)
    self.screen = screen
    self.clock = clock
    self.grid = grid
    notices = screen.notice.map { [$0] } ?? []
    let (id, mailbox) = (app.shown, loop.mailbox)
    let (runner, failure) = CalendarRunner.opening(outside) { mailbox.post(.calendar(id, $0)) }
    runners = [id: runner]
    app.calendar.keepsDraft = runner.isKeepingDraft
    self.app = app
    if let failure { first += self.app.update(.calendar(id, .draftFailed(failure))) }
  }

  /// Edits until the user leaves.
  ///
  /// - Returns: the exit status.
  mutating func run() -> Int32 {
    var status: Int32?
    for effect in first { perform(effect, &status) }
    first = []
    lookForDrafts(&status)
    while true {
      app.scroll(explains: rest.explains)
      app.draw(into: &grid)
      screen.show(grid)
      for input in loop.next(deadline: deadline()) {
        if let now = clock.tick() { take(.calendar(app.shown, .clock(now)), &status) }
        switch input {
        case .terminal(let event):
          if event.isKey { rest.noteKeys(at: .now) }
          take(.terminal(event), &status)
        case .message(let message):
          if case .calendar(let id, let news) = message { note(news, of: id) }
          takeIn(message, &status)
        case .canShow: break
        case .encodingKnown: noteEncoding()
        case .stopRequest:
          forEachRunner { $0.flush($1) }
          loop.stop()
        case .deadline:
          rest.note(.now)
          forEachRunner { $0.writeDraftIfDue($1) }
          if let moment = screen.answerDeadline, moment <= .now {
            screen.giveUpAsking()
            noteEncoding()
          }
          if let second = nextSecond, second <= .now {
            nextSecond = Repetition.next(after: second, every: .seconds(1))
            take(.calendar(app.shown, .secondPassed), &status)
          }
        }
        if let status { return status }
      }
      lookForDrafts(&status)
      forEachRunner { $0.noteDraft($1) }
      for (id, runner) in runners { app[id].keepsDraft = runner.isKeepingDraft }
    }
  }

  /// Takes in a message, and with a calendar completes the record of a save of which nobody saw the
  /// end.
  private mutating func takeIn(_ message: AppMessage, _ status: inout Int32?) {
    guard case .calendar(let id, .loaded(_, .success(let loaded))) = message else {
      take(message, &status)
      return
    }
    // A save that follows begins a record of its own; one that is given up leaves its own behind.
    let before = runners[id]?.settle(seeing: loaded.calendar, app[id])
    take(message, &status)
    if let found = before ?? runners[id]?.settle(seeing: loaded.calendar, app[id]) {
      take(
        .calendar(id, .saveSettled(found.sentence, isSaved: found.isSaved)), &status)
    }
  }

  /// Takes note of what concerns more than the calendar that is told.
  private mutating func note(_ news: Message, of id: CalendarID) {
    if case .draftFailed(let why) = news { runners[id]?.note(isDraftFailing: why != nil) }
    if case .zoneFound(.success(let found)) = news { clock.go(by: found) }
  }

  /// Draws with more than ASCII where the terminal takes it, or says why not.
  private mutating func noteEncoding() {
    app.show(inASCII: !screen.isUTF8)
    guard let notice = screen.encodingNotice else { return }
    if app.calendar.document == nil { notices.append(notice) } else { app.calendar.note(notice) }
  }

  private mutating func take(_ message: AppMessage, _ status: inout Int32?) {
    for effect in app.update(message) { perform(effect, &status) }
  }

  private mutating func forEachRunner(_ body: (inout CalendarRunner, CalendarEditor) -> Void) {
    // Taken out, so that neither they nor the calendars are copied with every key.
    var all: [CalendarID: CalendarRunner] = [:]
    swap(&all, &runners)
    var index = all.startIndex
    while index < all.endIndex {
      app[all.keys[index]].look { body(&all.values[index], $0) }
      all.formIndex(after: &index)
    }
    swap(&all, &runners)
  }

  /// Looks for drafts once the calendars are there to compare them with.
  private mutating func lookForDrafts(_ status: inout Int32?) {
    guard runners.values.contains(where: { !$0.hasLookedForDraft }) else { return }
    for id in runners.keys where app[id].document != nil {
      guard let found = runners[id]?.lookForDraft() else { continue }
      for notice in notices { app[id].note(notice) }
      notices = []
      for note in found.notes { app[id].note(note.title, details: note.details) }
      if let draft = found.draft { take(.calendar(id, draft), &status) }
    }
  }

  /// The next full second of the call that is under way, the moment when a draft is due, or the end
  /// of the day by the calendar's clock.
  private mutating func deadline() -> ContinuousClock.Instant? {
    if app.calendar.request == nil {
      nextSecond = nil
    } else if nextSecond == nil {
      nextSecond = .now + .seconds(1)
    }
    let drafts = runners.values.compactMap(\.draftDeadline)
    return
      ([nextSecond, clock.endOfDay, screen.answerDeadline, rest.deadline].compactMap { $0 } + drafts)
      .min()
  }

  // MARK: Effects

  private mutating func perform(_ effect: AppEffect, _ status: inout Int32?) {
    let id = effect.calendar
    func answer(_ message: Message) -> AppMessage { .calendar(id, message) }
    switch effect.effect {
    case .readClock: take(answer(.clock(clock.now)), &status)
    case .readToken(let request): readToken(request, of: id, &status)
    case .editText(let request):
      // Nothing writes the draft while the external editor runs, which may take hours.
      runners[id]?.flush(app[id])
      let result = ExternalEditor.edit(request, on: screen) { runners[id]?.noteEditing($0) }
      if case .failure(let failure) = result, case .interrupted = failure {
        // The screen is closed by now.
        TerminalOutput.error.line("caledit: \(failure.message)")
      }
      take(answer(.edited(request, result)), &status)
    case .copy(let text):
      do throws(ClipboardError) {
        try screen.copy(text)
      } catch {
        take(answer(.notCopied(CopyFailure(error))), &status)
      }
    case .mouse(let isOn): screen.setMouse(isOn)
    case .suspend:
      forEachRunner { $0.flush($1) }
      loop.suspend()
    case .repaint: screen.repaint()
    case .quit(let code, let keepsDraft): quit(code, keepsDraft, &status)
    case .switchMouse, .switchTheme: break  // The application does these itself.
    default:
      guard let answers = runners[id]?.perform(effect.effect, app[id], clock.calendarClock) else {
        return
      }
      for message in answers { take(answer(message), &status) }
    }
  }

  private mutating func quit(_ code: Int32, _ keepsDraft: Bool, _ status: inout Int32?) {
    let id = app.shown
    let isOnDisk = runners[id]?.endDraft(app[id], keepsDraft: keepsDraft) ?? true
    // A user who wants the draft kept stays, and reads why it cannot be. A signal leaves no choice.
    if code == 0, keepsDraft, !isOnDisk { return }
    if code != 0 { farewell = words(atTheEnd: runners[id]?.hasDrafts == true && isOnDisk) }
    resultText = runners[id]?.resultText
    runners[id]?.close()
    status = code
  }

  private func words(atTheEnd isKept: Bool) -> String? {
    guard let work = app.calendar.unsavedWork else { return nil }
    if isKept { return "the draft of \(work) is kept; the next start offers it" }
    let why = app.calendar.draftProblem.map { ": no draft could be written (\($0.reason))" } ?? ""
    return "\(work) lost\(why)"
  }

  /// Reads the token again.
  ///
  /// A command gets the terminal for that time, as it may ask for something.
  private mutating func readToken(_ request: Int, of id: CalendarID, _ status: inout Int32?) {
    runners[id]?.flush(app[id])
    do {
      let token = try screen.released { () throws(Failure) in
        try runners[id]?.readTokenAgain()
      }
      if let token { runners[id]?.use(token, request) }
    } catch {
      take(.calendar(id, .tokenRead(request, failure: error.message)), &status)
    }
  }
}

extension CopyFailure {
  fileprivate init(_ error: ClipboardError) {
    self =
      switch error {
      case .terminalCannot(let name): .terminalCannot(name)
      case .tooLong(let bytes, let limit): .tooLong(bytes: bytes, limit: limit)
      }
  }
}
