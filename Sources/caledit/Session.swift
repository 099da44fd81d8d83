import CalendarModel
import Editor
import Glibc
import JSON
import Terminal
import TextUI

/// Runs the application on the terminal: waits for input, updates, draws and performs the effects.
struct Session {
  private let screen: CursesScreen
  private let loop: EventLoop<AppMessage>
  private let links: AccountLinks
  private var app: App
  private var grid: Grid
  /// What is to be done outside to begin with; nothing behind that.
  private var first: [AppEffect]
  /// What is done outside for each open calendar.
  private var runners: [CalendarID: CalendarRunner]
  private var clocks = CalendarClocks()
  private var nextSecond: ContinuousClock.Instant?
  private var rest = KeyRest()
  /// What is to be said of the terminal once something is there: loading puts messages away.
  private var notices: [String]
  /// What a signal that ended the program did to the work, in words; nil where it did nothing.
  private(set) var farewell: String?
  /// What was saved for standard output; nil when nothing was.
  private(set) var resultText: String?

  /// Paints the application, and only then opens what waits for the disk: keys that come meanwhile
  /// are read behind that.
  ///
  /// - Parameter source: where the calendar that is shown comes from; nil for the list.
  init(
    screen: CursesScreen, app: App, source: CalendarSource?, links: AccountLinks,
    escapeDelay: EscapeDelay?
  ) throws(TerminalError) {
    // Who sees the first frame may send a signal.
    loop = try EventLoop(screen: screen, escapeDelay: escapeDelay)
    var app = app
    var grid = Grid(size: app.display.size, isASCII: app.display.isASCII)
    first = app.begin()
    app.scroll()
    app.draw(into: &grid)
    screen.show(grid)
    self.screen = screen
    self.links = links
    self.app = app
    self.grid = grid
    notices = screen.notice.map { [$0] } ?? []
    runners = [:]
    if let source { first += open(app.shown, source) }
  }

  /// Opens what is kept of a calendar.
  ///
  /// - Returns: what follows from a failure.
  private mutating func open(_ id: CalendarID, _ source: CalendarSource) -> [AppEffect] {
    let mailbox = loop.mailbox
    let (runner, failure) = CalendarRunner.opening(source) { mailbox.post(.calendar(id, $0)) }
    runners[id] = runner
    app[id].keepsDraft = runner.isKeepingDraft
    return failure.map { app.update(.calendar(id, .draftFailed($0))) } ?? []
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
        if let now = clocks.tick(app.shown) { take(.calendar(app.shown, .clock(now)), &status) }
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
        case .deadline: takeDeadline(&status)
        }
        if let status { return status }
      }
      lookForDrafts(&status)
      forEachRunner { $0.noteDraft($1) }
      for (id, runner) in runners where app[id].keepsDraft != runner.isKeepingDraft {
        app[id].keepsDraft = runner.isKeepingDraft
      }
    }
  }

  private mutating func takeDeadline(_ status: inout Int32?) {
    rest.note(.now)
    forEachRunner { $0.writeDraftIfDue($1) }
    if let moment = screen.answerDeadline, moment <= .now {
      screen.giveUpAsking()
      noteEncoding()
    }
    if let second = nextSecond, second <= .now {
      nextSecond = Repetition.next(after: second, every: .seconds(1))
      for id in app.openIDs where app[id].request != nil {
        take(.calendar(id, .secondPassed), &status)
      }
    }
  }

  /// Takes in a message, and with a calendar completes the record of a save of which nobody saw the
  /// end.
  private mutating func takeIn(_ message: AppMessage, _ status: inout Int32?) {
    guard case .calendar(let id, .loaded(_, .success(let loaded))) = message, app.isOpen(id) else {
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
    if case .zoneFound(.success(let found)) = news { clocks.go(id, by: found) }
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

  /// The next full second of a call that is under way, the moment when a draft is due or keys rest, or
  /// the end of the day by the calendar's clock.
  private mutating func deadline() -> ContinuousClock.Instant? {
    if !app.openIDs.contains(where: { app[$0].request != nil }) {
      nextSecond = nil
    } else if nextSecond == nil {
      nextSecond = .now + .seconds(1)
    }
    let drafts = runners.values.compactMap(\.draftDeadline)
    let moments = [
      nextSecond, clocks[app.shown].endOfDay, screen.answerDeadline, rest.deadline,
    ]
    return (moments.compactMap { $0 } + drafts).min()
  }

  // MARK: Effects

  private mutating func perform(_ effect: AppEffect, _ status: inout Int32?) {
    switch effect {
    case .calendar(let id, let effect): perform(effect, of: id, &status)
    case .open(let id, let account, let calendarID):
      guard let source = links.source(of: calendarID, in: account) else { return }
      for effect in open(id, source) { perform(effect, &status) }
    case .close(let id, let keepsDraft):
      guard runners[id]?.endDraft(app[id], keepsDraft: keepsDraft) != false || !keepsDraft else {
        return
      }
      runners[id]?.close()
      runners[id] = nil
      clocks.forget(id)
      take(.closed(id), &status)
    case .list(let account, let location):
      let mailbox = loop.mailbox
      if let connection = links.connectionToAsk(account) {
        do {
          try screen.released { () throws(Failure) in try connection.readToken() }
        } catch {
          take(.account(account, .listed(.failure(.notReached(error.message)))), &status)
          return
        }
      }
      links.list(account, locationID: location) { mailbox.post(.account(account, $0)) }
    case .quit(let code, let keepsDrafts): quit(code, keepsDrafts, &status)
    }
  }

  private mutating func perform(_ effect: Effect, of id: CalendarID, _ status: inout Int32?) {
    func answer(_ message: Message) -> AppMessage { .calendar(id, message) }
    switch effect {
    case .readClock: take(answer(.clock(clocks[id].now)), &status)
    case .readToken(let request): readToken(request, of: id, &status)
    case .editText(let request):
      // Nothing writes a draft while the external editor runs, which may take hours.
      forEachRunner { $0.flush($1) }
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
    case .quit, .app, .switchMouse, .switchTheme: break  // The application does these itself.
    default:
      guard
        let answers = runners[id]?.perform(effect, app[id], clocks[id].calendarClock)
      else { return }
      for message in answers { take(answer(message), &status) }
    }
  }

  private mutating func quit(_ code: Int32, _ keepsDrafts: Bool, _ status: inout Int32?) {
    var isOnDisk = true
    for id in runners.keys {
      // Nobody has decided yet about a draft that was found.
      let keeps = keepsDrafts || app[id].isDraftUndecided
      if runners[id]?.endDraft(app[id], keepsDraft: keeps) == false, keeps { isOnDisk = false }
    }
    // A user who wants the drafts kept stays, and reads why they cannot be. A signal leaves no choice.
    if code == 0, keepsDrafts, !isOnDisk { return }
    if code != 0 {
      let keepsAll = runners.allSatisfy { id, runner in
        runner.hasDrafts || app[id].unsavedWork == nil
      }
      farewell = words(atTheEnd: isOnDisk && keepsAll)
    }
    resultText = runners.values.lazy.compactMap(\.resultText).first
    for id in runners.keys { runners[id]?.close() }
    status = code
  }

  private func words(atTheEnd isKept: Bool) -> String? {
    let calendars = app.openIDs.map { app[$0] }
    let works = calendars.compactMap(\.unsavedWork)
    guard let first = works.first else { return nil }
    let work = works.count == 1 ? first : "unsaved work in \(works.count) calendars"
    if isKept {
      return works.count == 1
        ? "the draft of \(work) is kept; the next start offers it"
        : "the drafts of \(work) are kept; each is offered when its calendar is opened"
    }
    let why = calendars.lazy.compactMap(\.draftProblem).first.map {
      ": no draft could be written (\($0.reason))"
    }
    return "\(work) lost\(why ?? "")"
  }

  /// Reads the token again.
  ///
  /// A command gets the terminal for that time, as it may ask for something.
  private mutating func readToken(_ request: Int, of id: CalendarID, _ status: inout Int32?) {
    forEachRunner { $0.flush($1) }
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
