import CalendarAPI
import CalendarModel
import Editor
import Glibc
import JSON
import State
import Terminal
import TextUI

/// Runs the editor on the terminal: waits for input, updates, draws and performs the effects.
struct Session {
  private let screen: CursesScreen
  private let loop: EventLoop<Message>
  private var model: Model
  /// The file as it was read last.
  private var file: CalendarFile?
  private let connection: Connection?
  private let calendarID: String
  private var tasks: [Int: Task<Void, Never>] = [:]
  private var nextSecond: ContinuousClock.Instant?
  private var clock: WallClock
  private var drafts: DraftKeeper?
  /// The records of the saves; nil where none are kept.
  private var history: HistoryKeeper?
  private var hasLookedForDraft = false
  /// What a signal that ended the program did to the work, in words; nil where it did nothing.
  private(set) var farewell: String?
  /// What was saved for standard output; nil when nothing was.
  private(set) var resultText: String?

  init(
    screen: CursesScreen, model: Model, file: CalendarFile?, connection: Connection?,
    calendarID: String, draftSource: DraftSource?, clock: WallClock
  ) throws(TerminalError) {
    self.screen = screen
    self.model = model
    self.file = file
    self.connection = connection
    self.calendarID = calendarID
    self.clock = clock
    loop = try EventLoop(screen: screen)
    drafts = draftSource.flatMap { openDrafts($0) }
    self.model.keepsDraft = drafts?.isWriting == true
  }

  /// Opens the drafts.
  ///
  /// Where that fails, the editor runs without them and says so.
  private mutating func openDrafts(_ source: DraftSource) -> DraftKeeper? {
    let mailbox = loop.mailbox
    do throws(FileError) {
      let path = try StateFolder.standardPath(environment: System.environment)
      let folder = try StateFolder(making: path)
      if case .service(let base, let id) = source {
        history = HistoryKeeper(base, calendarID: id, in: folder)
      }
      let keeper = try DraftKeeper(source: source, in: folder) {
        mailbox.post(.draftFailed($0))
      }
      return keeper
    } catch {
      _ = model.update(.draftFailed(FileFailure(error)))
      return nil
    }
  }

  /// Looks for a draft once the calendar is there to compare it with.
  private mutating func lookForDraft(_ status: inout Int32?) {
    guard !hasLookedForDraft, model.document != nil else { return }
    hasLookedForDraft = true
    if let notice = drafts?.notice { model.note(notice) }
    if let path = drafts?.takeLeftEditing() {
      model.note(
        "A text was open in an external editor when caledit ended. No draft holds it.",
        details: ["What the editor saved of it is in \(path)."])
    }
    switch drafts?.find() {
    case .draft(let draft, let age)?: take(.draftFound(draft, age: age), &status)
    case .unusable(let why, let path)?:
      model.note("A draft cannot be used. It was renamed and kept.", details: [why, path])
    case .nothing?, nil: break
    }
  }

  /// Edits until the user leaves.
  ///
  /// - Returns: the exit status.
  mutating func run() -> Int32 {
    var grid = Grid(size: model.size, isASCII: model.isASCII)
    var status: Int32?
    for effect in model.begin() { perform(effect, &status) }
    lookForDraft(&status)
    while true {
      model.scroll()
      model.draw(into: &grid)
      screen.show(grid)
      for input in loop.next(deadline: deadline()) {
        if let now = clock.tick() { take(.clock(now), &status) }
        switch input {
        case .terminal(let event): take(.terminal(event), &status)
        case .message(let message):
          if case .draftFailed(let why) = message { drafts?.note(isFailing: why != nil) }
          if case .zoneFound(.success(let found)) = message { clock.go(by: found) }
          take(message, &status)
        case .canShow: break
        case .stopRequest:
          drafts?.flush(model)
          loop.stop()
        case .deadline:
          drafts?.writeIfDue(model)
          if let second = nextSecond, second <= .now {
            nextSecond = second + .seconds(1)
            take(.secondPassed, &status)
          }
        }
        if let status { return status }
      }
      lookForDraft(&status)
      drafts?.note(model)
      model.keepsDraft = drafts?.isWriting == true
    }
  }

  private mutating func take(_ message: Message, _ status: inout Int32?) {
    for effect in model.update(message) { perform(effect, &status) }
  }

  /// The next full second of the call that is under way, the moment when the draft is due, or the end
  /// of the day by the calendar's clock.
  private mutating func deadline() -> ContinuousClock.Instant? {
    if model.request == nil {
      nextSecond = nil
    } else if nextSecond == nil {
      nextSecond = .now + .seconds(1)
    }
    return [nextSecond, drafts?.deadline, clock.endOfDay].compactMap { $0 }.min()
  }

  // MARK: Effects

  private mutating func perform(_ effect: Effect, _ status: inout Int32?) {
    switch effect {
    case .discardDraft: drafts?.discard()
    case .load(let id):
      call(id) { [calendarID] connection in
        Message.loaded(
          id,
          await result { () throws(ServiceError) in
            try await connection.connected().loadCalendar(id: calendarID)
          })
      }
    case .save(let id, let body):
      drafts?.flush(model)
      let (mailbox, history) = (loop.mailbox, history)
      let (before, names) = (model.document?.base ?? [:], model.document?.names ?? [:])
      call(id) { [calendarID] connection in
        let secret = await connection.secret
        if let failure = history?.begin(before: before, sent: body, names: names, without: secret) {
          mailbox.post(.historyFailed(failure))
        }
        return Message.saved(
          id,
          await result { () throws(ServiceError) in
            try await connection.connected().saveCalendar(id: calendarID, body: body)
          })
      }
    case .saveEnded(let after, let outcome):
      if let failure = history?.complete(after: after, outcome: outcome) {
        take(.historyFailed(failure), &status)
      }
    case .listHistory: listHistory()
    case .readHistory(let save): readHistory(save)
    case .lookUpZone(let location, let named): lookUpZone(location, named)
    case .lookUp(let kind, let location): lookUp(kind, location)
    case .freeSlots(let request): ask(request)
    case .schedules(let request): ask(request)
    case .readClock: take(.clock(clock.now), &status)
    case .readToken(let id): readToken(id, &status)
    case .wait(let id, let seconds):
      call(id) { _ in
        try? await Task.sleep(for: .seconds(seconds))
        return .waited(id)
      }
    case .recallHabits(let location):
      if let connection { take(.habits(connection.habits(of: location)), &status) }
    case .rememberHabits(let habits, let location): connection?.remember(habits, of: location)
    case .useToken(let id, let token):
      call(id) { connection in
        await connection.renew(token)
        return .tokenRead(id, failure: nil)
      }
    case .cancel(let id): tasks.removeValue(forKey: id)?.cancel()
    case .readFile(let purpose): take(.fileRead(purpose, readFile()), &status)
    case .writeCalendar(let calendar):
      drafts?.flush(model)
      take(.written(write(calendar)), &status)
    case .writeBody(let body):
      drafts?.flush(model)
      take(.written(write(body: body)), &status)
    case .editText(let request):
      // Nothing writes the draft while the external editor runs, which may take hours.
      drafts?.flush(model)
      let result = ExternalEditor.edit(request, on: screen) { drafts?.noteEditing($0) }
      if case .failure(let failure) = result, case .interrupted = failure {
        // The screen is closed by now.
        TerminalOutput.error.line("caledit: \(failure.message)")
      }
      take(.edited(request, result), &status)
    case .copy(let text):
      do throws(ClipboardError) {
        try screen.copy(text)
      } catch {
        take(.notCopied(CopyFailure(error)), &status)
      }
    case .mouse(let isOn): screen.setMouse(isOn)
    case .suspend:
      drafts?.flush(model)
      loop.suspend()
    case .repaint: screen.repaint()
    case .quit(let code, let keepsDraft):
      let isOnDisk = drafts?.end(model, keepsDraft: keepsDraft) ?? true
      // A user who wants the draft kept stays, and reads why it cannot be. A signal leaves no
      // choice.
      if code == 0, keepsDraft, !isOnDisk { return }
      if code != 0 { farewell = words(atTheEnd: drafts != nil && isOnDisk) }
      drafts?.close()
      history?.close()
      status = code
    }
  }

  private func words(atTheEnd isKept: Bool) -> String? {
    guard let work = model.unsavedWork else { return nil }
    if isKept { return "the draft of \(work) is kept; the next start offers it" }
    let why = model.draftProblem.map { ": no draft could be written (\($0.reason))" } ?? ""
    return "\(work) lost\(why)"
  }

  /// Reads the token again.
  ///
  /// A command gets the terminal for that time, as it may ask for something.
  private mutating func readToken(_ id: Int, _ status: inout Int32?) {
    guard let source = connection?.tokenSource else {
      take(.tokenRead(id, failure: "the sandbox has a token of its own"), &status)
      return
    }
    drafts?.flush(model)
    do {
      let token = try screen.released { () throws(Failure) in try source.readAgain() }
      call(id) { connection in
        await connection.renew(token)
        return .tokenRead(id, failure: nil)
      }
    } catch {
      take(.tokenRead(id, failure: error.message), &status)
    }
  }

  private mutating func call(
    _ id: Int, _ body: @escaping @Sendable (Connection) async -> Message
  ) {
    guard let connection else { return }
    let mailbox = loop.mailbox
    tasks = [:]  // one call runs at a time, and the last one has been answered
    tasks[id] = Task.detached { mailbox.post(await body(connection)) }
  }

  /// Lists something to choose from, in the background.
  private func lookUp(_ kind: LookUp, _ location: String) {
    guard let connection else { return }
    let mailbox = loop.mailbox
    Task.detached {
      let found = await result { () throws(ServiceError) in
        let service = try await connection.connected()
        return switch kind {
        case .users: try await service.users(locationID: location)
        case .groups: try await service.groups(locationID: location)
        case .forms: try await service.forms(locationID: location)
        }
      }
      mailbox.post(.lookedUp(kind, found))
    }
  }

  /// Finds the clock of a sub-account's time zone, in the background.
  ///
  /// - Parameter named: the zone that counts where the service does not say one.
  private func lookUpZone(_ location: String, _ named: String?) {
    guard let connection else { return }
    let mailbox = loop.mailbox
    Task.detached {
      let found = await result { () throws(ServiceError) in
        try await connection.connected().location(id: location)
      }
      mailbox.post(.zoneFound(ZoneData.clock(found, orNamed: named)))
    }
  }

  // MARK: The history

  /// Lists the saves on record, in the background.
  private func listHistory() {
    let (mailbox, history, clock) = (loop.mailbox, history, clock.calendarClock)
    Task.detached { mailbox.post(.historyListed(history?.list(clock) ?? [])) }
  }

  /// Reads the record of a save, in the background.
  private func readHistory(_ save: PastSave) {
    guard let history else { return }
    let mailbox = loop.mailbox
    Task.detached { mailbox.post(.historyRead(save, history.read(save.id))) }
  }

  /// Asks what bookers are offered, in the background.
  private func ask(_ request: FreeSlotsRequest) {
    guard let connection else { return }
    let mailbox = loop.mailbox
    Task.detached { [calendarID] in
      let found = await result { () throws(ServiceError) in
        try await connection.connected().freeSlots(
          calendarID: calendarID, from: request.from, to: request.to, timezone: request.timezone)
      }
      mailbox.post(.freeSlots(request.id, found))
    }
  }

  /// Asks whose schedules govern the calendar, in the background, and reads their time zones.
  private func ask(_ request: ScheduleRequest) {
    guard let connection else { return }
    let mailbox = loop.mailbox
    Task.detached {
      let found = await result { () throws(ServiceError) in
        var list = try await connection.connected().schedules(
          locationID: request.locationID, calendarID: request.calendarID,
          userIDs: request.userIDs)
        for name in list.zoneNames.union(request.timezone.map { [$0] } ?? []) {
          list.zones[name] = ZoneData.zone(named: name)
        }
        return list
      }
      mailbox.post(.schedules(request.id, found))
    }
  }

  /// Reads the file again; the next write keeps what stands around the calendar now.
  private mutating func readFile() -> Result<JSONValue, FileFailure> {
    guard let known = file else {
      return .failure(FileFailure(path: "", reason: "There is no file to read."))
    }
    do {
      let file = try CalendarFile(again: known)
      self.file = file
      return .success(file.calendar)
    } catch {
      return .failure(FileFailure(path: known.path, reason: error.message))
    }
  }

  private mutating func write(_ calendar: JSONValue) -> Result<FileWritten, FileFailure> {
    guard let file else {
      return .failure(FileFailure(path: "", reason: "there is no file to write to"))
    }
    let text = file.text(with: calendar)
    if file.path == CalendarFile.standardInput {
      resultText = text
      return .success(.calendar(path: file.path, calendar))
    }
    do {
      try AtomicFile.replace(file.path, with: text)
      return .success(.calendar(path: file.path, calendar))
    } catch {
      return .failure(FileFailure(path: file.path, reason: error.reason))
    }
  }

  private func write(body: JSONValue) -> Result<FileWritten, FileFailure> {
    guard let path = model.source.output else {
      return .failure(FileFailure(path: "", reason: "there is no file to write to"))
    }
    do {
      try AtomicFile.replace(
        path, with: body.printed(JSONLayout(indent: "  ", endsWithNewline: true)))
      return .success(.body(path: path))
    } catch {
      return .failure(FileFailure(path: path, reason: error.reason))
    }
  }
}

/// The result of an asynchronous call, as a value.
private func result<Success: Sendable>(
  _ body: () async throws(ServiceError) -> Success
) async -> Result<Success, ServiceError> {
  do {
    return .success(try await body())
  } catch {
    return .failure(error)
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
