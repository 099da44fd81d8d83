import CalendarAPI
import CalendarModel
import CalendarWork
import Editor
import JSON
import State

/// Where an open calendar comes from, and what is needed to work on it.
struct CalendarSource {
  /// The file as it was read last; nil for a calendar of the service.
  var file: CalendarFile?
  /// How the service is reached; nil for a file.
  let connection: Connection?
  let calendarID: String
  /// What its draft is filed under; nil where none is kept.
  let draft: DraftSource?
}

/// Does outside what one open calendar wants: calls, files, drafts, records of saves.
struct CalendarRunner {
  private(set) var source: CalendarSource
  /// Tells the calendar something; works on any thread.
  let post: @Sendable (Message) -> Void
  private var tasks: [Int: Task<Void, Never>] = [:]
  private var drafts: DraftKeeper?
  /// The records of the saves; nil where none are kept.
  private(set) var history: HistoryKeeper?
  /// Why saves get no record; nil where they get one, and where none is due.
  private(set) var historyProblem: FileFailure?
  /// What is being saved, and what this session has saved lately, on record or not.
  private var sending: (before: JSONValue, sent: JSONValue)?
  private var ownSaves: [RecentSaves.Save] = []
  private(set) var hasLookedForDraft = false
  /// What was saved for standard output; nil when nothing was.
  private(set) var resultText: String?

  private init(_ source: CalendarSource, post: @escaping @Sendable (Message) -> Void) {
    self.source = source
    self.post = post
  }

  /// Opens the drafts and the history of a calendar.
  ///
  /// Where that fails, the editor runs without them and says so.
  static func opening(
    _ source: CalendarSource, post: @escaping @Sendable (Message) -> Void
  ) -> (runner: CalendarRunner, failure: FileFailure?) {
    var runner = CalendarRunner(source, post: post)
    guard let place = source.draft else { return (runner, nil) }
    let isOfService = if case .service = place { true } else { false }
    do throws(FileError) {
      let path = try StateFolder.standardPath(environment: System.environment)
      let folder = try StateFolder(making: path)
      if case .service(let base, let id) = place {
        runner.history = HistoryKeeper(base, calendarID: id, in: folder)
        runner.historyProblem = runner.history?.problem
      }
      let connection = source.connection
      runner.drafts = try DraftKeeper(
        source: place, in: folder, without: { connection?.secret }
      ) { post(.draftFailed($0)) }
    } catch {
      if isOfService, runner.history == nil { runner.historyProblem = FileFailure(error) }
      return (runner, FileFailure(error))
    }
    return (runner, nil)
  }

  // MARK: Drafts

  var hasDrafts: Bool { drafts != nil }
  var isKeepingDraft: Bool { drafts?.isWriting == true }
  /// When the draft is to be written next; nil when nothing is to be written.
  var draftDeadline: ContinuousClock.Instant? { drafts?.deadline }

  mutating func flush(_ calendar: CalendarEditor) { drafts?.flush(calendar) }
  mutating func writeDraftIfDue(_ calendar: CalendarEditor) { drafts?.writeIfDue(calendar) }
  mutating func noteDraft(_ calendar: CalendarEditor) { drafts?.note(calendar) }
  mutating func noteEditing(_ path: String?) { drafts?.noteEditing(path) }
  mutating func note(isDraftFailing isFailing: Bool) { drafts?.note(isFailing: isFailing) }

  /// Ends with the draft; false when it could not be kept.
  mutating func endDraft(_ calendar: CalendarEditor, keepsDraft: Bool) -> Bool {
    drafts?.end(calendar, keepsDraft: keepsDraft) ?? true
  }

  mutating func close() {
    drafts?.close()
    history?.close()
  }

  /// What was left of an earlier run.
  struct Found {
    var notes: [(title: String, details: [String])] = []
    var draft: Message?
  }

  /// Looks once for what an earlier run left of the calendar.
  mutating func lookForDraft() -> Found? {
    guard !hasLookedForDraft else { return nil }
    hasLookedForDraft = true
    var found = Found()
    if let notice = drafts?.notice { found.notes.append((notice, [])) }
    if let path = drafts?.takeLeftEditing() {
      found.notes.append(
        (
          "A text was open in an external editor when caledit ended. No draft holds it.",
          ["The text that the editor saved is in \(path)."]
        ))
    }
    switch drafts?.find() {
    case .draft(let draft, let age)?: found.draft = .draftFound(draft, age: age)
    case .unusable(let why, let path)?:
      found.notes.append(("A draft cannot be used. It was renamed and kept.", [why, path]))
    case .newer(let why, let path)?:
      found.notes.append(
        (
          "A newer caledit has left a draft of this calendar. It stays, and no other is kept now.",
          [why, path]
        ))
    case .nothing?, nil: break
    }
    return found
  }

  // MARK: Effects

  /// Does what an open calendar wants.
  ///
  /// - Returns: what there is to tell it at once; nil when the effect is none of a calendar.
  mutating func perform(
    _ effect: Effect, _ calendar: CalendarEditor, _ clock: CalendarClock
  ) -> [Message]? {
    switch effect {
    case .discardDraft: drafts?.discard()
    case .load(let request): load(request)
    case .save(let request, let body): save(request, body, calendar)
    case .saveEnded(let after, let outcome, let notes, let mayArrive):
      noteSaved(after)
      let failure = history?.complete(
        after: after, outcome: outcome, notes: notes, mayArrive: mayArrive)
      return failure.map { [.historyFailed($0)] } ?? []
    case .listHistory: listHistory(clock)
    case .readHistory(let save): readHistory(save)
    case .lookUpZone(let location, let named): lookUpZone(location, named)
    case .lookUp(let kind, let location): lookUp(kind, location)
    case .freeSlots(let request): ask(request)
    case .schedules(let request): ask(request)
    case .wait(let request, let seconds):
      call(request) { _ in
        try? await Task.sleep(for: .seconds(seconds))
        return .waited(request)
      }
    case .recallHabits(let location):
      return source.connection.map { [.habits($0.habits(of: location))] } ?? []
    case .rememberHabits(let habits, let location):
      source.connection?.remember(habits, of: location)
    case .useToken(let request, let token): use(token, request)
    case .cancel(let request): tasks.removeValue(forKey: request)?.cancel()
    case .readFile(let purpose): return [.fileRead(purpose, readFile())]
    case .writeCalendar(let value):
      drafts?.flush(calendar)
      return [.written(write(value))]
    case .writeBody(let body):
      drafts?.flush(calendar)
      return [.written(write(body: body, to: calendar.source.output))]
    case .readClock, .readToken, .editText, .copy, .writeText, .mouse, .switchMouse, .switchTheme,
      .suspend,
      .repaint, .quit, .app:
      return nil
    }
    return []
  }

  /// Runs a call in the background; it can be cancelled by its number.
  mutating func call(_ request: Int, _ body: @escaping @Sendable (Connection) async -> Message) {
    guard let connection = source.connection else { return }
    tasks = [:]  // one call runs at a time, and the last one has been answered
    tasks[request] = Task.detached { [post] in post(await body(connection)) }
  }

  /// Reads the token again from where it came.
  func readTokenAgain() throws(Failure) -> Token {
    guard let tokens = source.connection?.tokenSource else {
      throw Failure("the sandbox has a token of its own")
    }
    return try tokens.readAgain()
  }

  /// Uses another token from now on.
  mutating func use(_ token: Token, _ request: Int) {
    call(request) { connection in
      await connection.renew(token)
      return .tokenRead(request, failure: nil)
    }
  }

  /// Before the PUT everything is on disk: the draft, and the record of the save.
  private mutating func save(_ request: Int, _ body: JSONValue, _ calendar: CalendarEditor) {
    drafts?.flush(calendar)
    let (before, names) = (calendar.document?.base ?? [:], calendar.document?.names ?? [:])
    sending = (before, body)
    call(request) { [post, history, historyProblem, id = source.calendarID] connection in
      let secret = connection.secret
      let failure =
        history.map { $0.begin(before: before, sent: body, names: names, without: secret) }
        ?? historyProblem
      if let failure { post(.historyFailed(failure)) }
      return .saved(
        request,
        await result { () throws(ServiceError) in
          try await connection.connected().saveCalendar(id: id, body: body)
        })
    }
  }

  private mutating func noteSaved(_ after: JSONValue?) {
    guard let sending = sending.take(), let after else { return }
    ownSaves.removeAll { System.seconds - $0.seconds >= RecentSaves.longest }
    ownSaves.append(
      RecentSaves.Save(
        before: sending.before, sent: sending.sent, after: after, at: System.seconds))
  }

  /// What was saved from this machine a moment ago.
  var recentSaves: RecentSaves {
    RecentSaves(ownSaves + (history?.recentOfOthers ?? []), at: System.seconds)
  }

  /// Completes the record of a save of which nobody saw the end, where a loaded calendar shows it.
  func settle(seeing loaded: JSONValue, _ calendar: CalendarEditor) -> SettledSave? {
    history?.settle(
      seeing: loaded, names: calendar.document?.names ?? [:],
      without: source.connection?.secret)
  }

  // MARK: Files

  /// Reads the file again; the next write keeps what stands around the calendar now.
  private mutating func readFile() -> Result<JSONValue, FileFailure> {
    guard let known = source.file else {
      return .failure(FileFailure(path: "", reason: "There is no file to read."))
    }
    do {
      let file = try CalendarFile(again: known)
      source.file = file
      return .success(file.calendar)
    } catch {
      return .failure(FileFailure(path: known.path, reason: error.message))
    }
  }

  private mutating func write(_ calendar: JSONValue) -> Result<FileWritten, FileFailure> {
    guard let file = source.file else { return .failure(Self.noFile) }
    let text = file.text(with: calendar)
    let written = FileWritten.calendar(path: file.path, calendar)
    if file.path == CalendarFile.standardInput {
      resultText = text
      return .success(written)
    }
    return Self.write(text, to: file.path, written)
  }

  private func write(body: JSONValue, to path: String?) -> Result<FileWritten, FileFailure> {
    guard let path else { return .failure(Self.noFile) }
    let text = body.printed(JSONLayout(indent: "  ", endsWithNewline: true))
    return Self.write(text, to: path, .body(path: path))
  }

  private static let noFile = FileFailure(path: "", reason: "there is no file to write to")

  private static func write(
    _ text: String, to path: String, _ written: FileWritten
  ) -> Result<FileWritten, FileFailure> {
    do {
      try AtomicFile.replace(path, with: text)
      return .success(written)
    } catch {
      return .failure(FileFailure(path: path, reason: error.reason))
    }
  }
}
