import CalendarAPI
import CalendarModel
import Drafts
import Editor
import Glibc
import JSON
import Terminal
import TextUI

/// Runs the editor on the terminal: waits, updates, draws, and does what the editor asks for.
struct Session {
  private let screen: CursesScreen
  private let loop: EventLoop<Message>
  private var model: Model
  private let file: CalendarFile?
  private let connection: Connection?
  private let calendarID: String
  private var tasks: [Int: Task<Void, Never>] = [:]
  private var nextSecond: ContinuousClock.Instant?

  init(
    screen: CursesScreen, model: Model, file: CalendarFile?, connection: Connection?,
    calendarID: String
  ) throws(TerminalError) {
    self.screen = screen
    self.model = model
    self.file = file
    self.connection = connection
    self.calendarID = calendarID
    loop = try EventLoop(screen: screen)
  }

  /// Edits until the user leaves.
  ///
  /// - Returns: the exit status.
  mutating func run() -> Int32 {
    var grid = Grid(size: model.size, isASCII: model.isASCII)
    var status: Int32?
    for effect in model.begin() { perform(effect, &status) }
    while true {
      model.scroll()
      model.draw(into: &grid)
      screen.show(grid)
      for input in loop.next(deadline: deadline()) {
        switch input {
        case .terminal(let event): take(.terminal(event), &status)
        case .message(let message): take(message, &status)
        case .deadline:
          nextSecond = nextSecond.map { $0 + .seconds(1) }
          take(.secondPassed, &status)
        }
        if let status { return status }
      }
    }
  }

  private mutating func take(_ message: Message, _ status: inout Int32?) {
    for effect in model.update(message) { perform(effect, &status) }
  }

  /// The next full second of the call that is under way; nil, and no waking up, without one.
  private mutating func deadline() -> ContinuousClock.Instant? {
    guard model.request != nil else {
      nextSecond = nil
      return nil
    }
    let moment = nextSecond ?? ContinuousClock.now + .seconds(1)
    nextSecond = moment
    return moment
  }

  // MARK: Effects

  private mutating func perform(_ effect: Effect, _ status: inout Int32?) {
    switch effect {
    case .load(let id):
      call(id) { [calendarID] connection in
        Message.loaded(
          id,
          await result { () throws(ServiceError) in
            try await connection.connected().loadCalendar(id: calendarID)
          })
      }
    case .save(let id, let body):
      call(id) { [calendarID] connection in
        Message.saved(
          id,
          await result { () throws(ServiceError) in
            try await connection.connected().saveCalendar(id: calendarID, body: body)
          })
      }
    case .lookUp(let kind, let location): lookUp(kind, location)
    case .freeSlots(let request): ask(request)
    case .readClock: take(.clock(System.now), &status)
    case .cancel(let id): tasks.removeValue(forKey: id)?.cancel()
    case .writeCalendar(let calendar): take(.written(write(calendar)), &status)
    case .writeBody(let body): take(.written(write(body: body)), &status)
    case .editText(let request):
      take(.edited(request, ExternalEditor.edit(request, on: screen)), &status)
    case .copy(let text):
      do throws(ClipboardError) {
        try screen.copy(text)
      } catch {
        take(.notCopied(CopyFailure(error)), &status)
      }
    case .mouse(let isOn): screen.setMouse(isOn)
    case .suspend: loop.suspend()
    case .repaint: screen.repaint()
    case .quit(let code): status = code
    }
  }

  private mutating func call(
    _ id: Int, _ body: @escaping @Sendable (Connection) async -> Message
  ) {
    guard let connection else { return }
    let mailbox = loop.mailbox
    tasks = [:]  // there is one call at a time, and the one before has been answered
    tasks[id] = Task.detached { mailbox.post(await body(connection)) }
  }

  /// Lists something to choose from; it goes on beside everything else.
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

  /// Asks what bookers are offered; it goes on beside everything else.
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

  private func write(_ calendar: JSONValue) -> Result<FileWritten, FileFailure> {
    guard let file else {
      return .failure(FileFailure(path: "", reason: "there is no file to write to"))
    }
    do {
      try file.write(calendar)
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
      try AtomicFile.write(
        body.printed(JSONLayout(indent: "  ", endsWithNewline: true)), to: path)
      return .success(.body(path: path))
    } catch {
      return .failure(FileFailure(path: path, reason: error.reason))
    }
  }
}

/// What an asynchronous call comes to, as a value.
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
