import CalendarModel
import CalendarWork
import Editor
import Glibc
import JSON
import Terminal
import TextUI

/// The application with what is done outside for it: calls, files, drafts, clocks.
///
/// A front end shows the application and tells it what somebody does; all the rest is here.
struct AppDriver<Front: FrontEnd> {
  let front: Front
  private let links: AccountLinks
  var app: App
  /// What is to be done outside to begin with; nothing behind that.
  private var first: [AppEffect]
  /// What is done outside for each open calendar.
  private var runners: [CalendarID: CalendarRunner] = [:]
  /// The runs that change many calendars, by their number.
  private var batches: [Int: EditorRun] = [:]
  private var clocks = CalendarClocks()
  private var nextSecond: ContinuousClock.Instant?
  /// What is to be said of the terminal once something is there: loading puts messages away.
  private var notices: [String]
  /// What was asked for and is not answered.
  private(set) var awaited = AwaitedAnswers()
  /// The exit status, once the program ends.
  var status: Int32?
  /// What a signal that ended the program did to the work, in words; nil where it did nothing.
  private(set) var farewell: String?
  /// Which drafts were kept as the user wanted it, in words; nil where there are none.
  private(set) var keptDrafts: String?
  /// What was saved for standard output; nil when nothing was.
  private(set) var resultText: String?

  /// - Parameter notices: what is to be said of the terminal.
  init(_ app: App, links: AccountLinks, front: Front, notices: [String]) {
    self.front = front
    self.links = links
    self.app = app
    self.notices = notices
    first = []
    first = self.app.begin()
  }

  // MARK: The start

  /// Opens what is kept of the calendar that is shown first, where there is one.
  mutating func openFirst(_ source: CalendarSource?) {
    if let source { first += open(app.shown, source) }
  }

  /// Does what is to be done first.
  mutating func start() {
    for effect in first { perform(effect) }
    first = []
    lookForDrafts()
  }

  /// Opens what is kept of a calendar.
  ///
  /// - Returns: what follows from a failure.
  private mutating func open(_ id: CalendarID, _ source: CalendarSource) -> [AppEffect] {
    let mailbox = front.mailbox
    let (runner, failure) = CalendarRunner.opening(source) { mailbox.post(.calendar(id, $0)) }
    runners[id] = runner
    app[id].draftStatus.isKept = runner.isKeepingDraft
    app[id].records.problem = runner.historyProblem
    return failure.map { app.update(.calendar(id, .draftFailed($0))) } ?? []
  }

  // MARK: Messages

  /// Tells the application something, and does what it wants done.
  mutating func take(_ message: AppMessage) {
    for effect in app.update(message) { perform(effect) }
  }

  /// Takes in a message of another thread, and with a calendar completes the record of a save of
  /// which nobody saw the end.
  mutating func takeIn(_ message: AppMessage) {
    awaited.note(message)
    if case .calendar(let id, let news) = message { note(news, of: id) }
    guard case .calendar(let id, .loaded(_, .success(let loaded))) = message, app.isOpen(id) else {
      take(message)
      return
    }
    // A save that follows begins a record of its own; one that is given up leaves its own behind.
    let before = runners[id]?.settle(seeing: loaded.calendar, app[id])
    app[id].records.recent = runners[id]?.recentSaves ?? RecentSaves()
    take(message)
    if let found = before ?? runners[id]?.settle(seeing: loaded.calendar, app[id]) {
      take(.calendar(id, .saveSettled(found.sentence, isSaved: found.isSaved)))
    }
  }

  /// Takes note of what concerns more than the calendar that is told.
  private mutating func note(_ news: Message, of id: CalendarID) {
    if case .draftFailed(let why) = news { runners[id]?.note(isDraftFailing: why != nil) }
    if case .zoneFound(.success(let found)) = news { clocks.go(id, by: found) }
  }

  /// Says something of the terminal, as soon as a calendar is there.
  mutating func note(_ notice: String) {
    if app.calendar.document == nil { notices.append(notice) } else { app.calendar.note(notice) }
  }

  // MARK: Time

  /// Tells the calendar that is shown what time it is, when another minute has begun.
  mutating func tick() {
    if let now = clocks.tick(app.shown) { take(.calendar(app.shown, .clock(now))) }
  }

  /// Writes the drafts that are due, and counts the seconds of calls.
  mutating func takeDeadline() {
    forEachRunner { $0.writeDraftIfDue($1) }
    if let second = nextSecond, second <= .now {
      nextSecond = Repetition.next(after: second, every: .seconds(1))
      for id in app.openIDs where app.isCalling(id) { take(.calendar(id, .secondPassed)) }
    }
  }

  /// The next full second of a call that is under way, the moment when a draft is due, or the end of
  /// the day by the calendar's clock.
  mutating func deadline() -> ContinuousClock.Instant? {
    if !app.hasCalls() {
      nextSecond = nil
    } else if nextSecond == nil {
      nextSecond = .now + .seconds(1)
    }
    var moment = Deadline.earlier(nextSecond, clocks[app.shown].endOfDay)
    lookAtRunners { _, runner in moment = Deadline.earlier(moment, runner.draftDeadline) }
    return moment
  }

  /// Whether a call of the calendar that is shown is under way.
  var isCalling: Bool { mutating get { app.isCalling(app.shown) } }

  /// Whether a call or a question is under way.
  var isWaiting: Bool {
    mutating get { !awaited.isEmpty || app.hasCalls() }
  }

  // MARK: Drafts

  /// Writes every draft now.
  mutating func flush() { forEachRunner { $0.flush($1) } }

  /// After messages: looks for drafts of calendars that have come, and notes what has changed.
  mutating func settle() {
    lookForDrafts()
    forEachRunner {
      $0.noteDraft($1)
      $1.note(keepsDraft: $0.isKeepingDraft)
    }
  }

  /// Looks at each runner in its place.
  private mutating func lookAtRunners(_ body: (CalendarID, inout CalendarRunner) -> Void) {
    var index = runners.startIndex
    while index < runners.endIndex {
      body(runners.keys[index], &runners.values[index])
      runners.formIndex(after: &index)
    }
  }

  /// Gives each runner its calendar.
  private mutating func forEachRunner(
    _ body: (inout CalendarRunner, inout CalendarEditor) -> Void
  ) {
    // Taken out, so that neither they nor the calendars are copied with every key.
    var all = [CalendarID: CalendarRunner]()
    swap(&all, &runners)
    var index = all.startIndex
    while index < all.endIndex {
      let id = all.keys[index]
      body(&all.values[index], &app[id])
      all.formIndex(after: &index)
    }
    swap(&all, &runners)
  }

  /// Looks for drafts once the calendars are there to compare them with.
  private mutating func lookForDrafts() {
    var areAllKnown = true
    lookAtRunners { areAllKnown = areAllKnown && $1.hasLookedForDraft }
    if areAllKnown { return }
    for id in runners.keys where app[id].document != nil {
      guard let found = runners[id]?.lookForDraft() else { continue }
      for notice in notices { app[id].note(notice) }
      notices = []
      for note in found.notes { app[id].note(note.title, details: note.details) }
      if let draft = found.draft { take(.calendar(id, draft)) }
    }
  }

  // MARK: Effects

  private mutating func perform(_ effect: AppEffect) {
    awaited.note(effect)
    switch effect {
    case .calendar(let id, let effect): perform(effect, of: id)
    case .open(let id, let account, let calendarID):
      guard let source = links.source(of: calendarID, in: account) else { return }
      for effect in open(id, source) { perform(effect) }
    case .close(let id, let keepsDraft):
      guard runners[id]?.endDraft(app[id], keepsDraft: keepsDraft) != false || !keepsDraft else {
        return
      }
      runners[id]?.close()
      runners[id] = nil
      clocks.forget(id)
      take(.closed(id))
    case .list(let account, let location):
      let mailbox = front.mailbox
      if let connection = links.connectionToAsk(account) {
        do {
          try front.released { () throws(Failure) in try connection.readToken() }
        } catch {
          takeIn(.account(account, .listed(.failure(.notReached(error.message)))))
          return
        }
      }
      links.list(account, locationID: location) { mailbox.post(.account(account, $0)) }
    case .beginRun(let number, let order):
      let mailbox = front.mailbox
      let run = EditorRun(order, links) { mailbox.post(.run(number, $0, at: $1)) }
      batches[number] = run
      run.begin()
    case .stopRun(let number): batches[number]?.stop()
    case .goOnWithRun(let number): batches[number]?.goOn()
    case .endRun(let number): batches.removeValue(forKey: number)?.end()
    case .planMore: front.mailbox.post(.planMore)
    case .quit(let code, let keepsDrafts): quit(code, keepsDrafts)
    }
  }

  private mutating func perform(_ effect: Effect, of id: CalendarID) {
    func answer(_ message: Message) -> AppMessage { .calendar(id, message) }
    switch effect {
    case .readClock: take(answer(.clock(clocks[id].now)))
    case .readToken(let request): readToken(request, of: id)
    case .editText(let request):
      // Nothing writes a draft while the external editor runs, which may take hours.
      forEachRunner { $0.flush($1) }
      let result = ExternalEditor.edit(request, on: front) { runners[id]?.noteEditing($0) }
      if case .failure(let failure) = result, case .interrupted = failure {
        // The screen is closed by now.
        TerminalOutput.error.line("caledit: \(failure.message)")
      }
      take(answer(.edited(request, result)))
    case .copy(let text):
      do throws(ClipboardError) {
        try front.copy(text)
      } catch {
        take(answer(.notCopied(CopyFailure(error))))
      }
    case .writeText(let text, let path, let replaces):
      take(answer(.textWritten(text, path: path, TextFile.write(text, path, replaces))))
    case .mouse(let isOn): front.setMouse(isOn)
    case .suspend:
      forEachRunner { $0.flush($1) }
      front.suspend()
    case .repaint: front.repaint()
    case .quit, .app, .switchMouse, .switchTheme: break  // The application does these itself.
    default:
      guard
        let answers = runners[id]?.perform(effect, app[id], clocks[id].calendarClock)
      else { return }
      for message in answers { take(answer(message)) }
    }
  }

  private mutating func quit(_ code: Int32, _ keepsDrafts: Bool) {
    var isOnDisk = true
    for id in runners.keys {
      // Nobody has decided yet about a draft that was found.
      let keeps = keepsDrafts || app[id].draftStatus.isUndecided
      if runners[id]?.endDraft(app[id], keepsDraft: keeps) == false, keeps { isOnDisk = false }
    }
    // A user who wants the drafts kept stays, and reads why they cannot be. A signal leaves no choice.
    if code == 0, keepsDrafts, !isOnDisk { return }
    if code != 0 {
      let keepsAll = runners.allSatisfy { id, runner in
        runner.hasDrafts || app[id].unsavedWork == nil
      }
      farewell = words(atTheEnd: isOnDisk && keepsAll)
    } else if keepsDrafts {
      keptDrafts = words(atTheEnd: true)
    }
    resultText = runners.values.lazy.compactMap(\.resultText).first
    for id in runners.keys { runners[id]?.close() }
    // What is on its way stands in the journal, and can be looked for.
    for run in batches.values { run.end() }
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
    let why = calendars.lazy.compactMap(\.draftStatus.problem).first.map {
      ": no draft could be written (\($0.reason))"
    }
    return "\(work) lost\(why ?? "")"
  }

  /// Reads the token again.
  ///
  /// A command gets the terminal for that time, as it may ask for something.
  private mutating func readToken(_ request: Int, of id: CalendarID) {
    forEachRunner { $0.flush($1) }
    do {
      let token = try front.released { () throws(Failure) in
        try runners[id]?.readTokenAgain()
      }
      if let token { runners[id]?.use(token, request) }
    } catch {
      take(.calendar(id, .tokenRead(request, failure: error.message)))
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
