import CalendarModel
import CalendarWork
import JSON
import TextUI

@testable import CalendarAPI
@testable import Editor

/// An application over a service in memory, which answers every call at once.
struct ListedApp {
  private(set) var app: App
  /// What the service holds, by the id of the calendar.
  var stored: [String: JSONValue] = [:]
  /// The calendars of each location, in order.
  var listed: [String: [String]] = [:]
  /// The locations that answer with an error.
  var failing: [String: ServiceError] = [:]
  /// How the next save of a calendar is answered, instead of being carried out.
  var refusals: [String: ServiceError] = [:]
  /// What somebody else does to a calendar before the next look at it.
  var changes: [String: JSONValue] = [:]
  /// What becomes of calendars of a run, instead of being saved.
  var outcomes: [String: BatchOutcome] = [:]
  /// Whether a run tells of its first calendars only until ``finishRun()``.
  var runsSlowly = false
  /// The run whose end is not told yet, with the calendars that have not ended.
  private var running: (number: Int, order: BatchOrder, left: [Int])?
  /// Whether calls wait until ``answer()``.
  var isSlow = false
  /// What waits for an answer.
  private(set) var waiting: [AppEffect] = []
  /// What was done outside, in order.
  private(set) var effects: [AppEffect] = []
  /// What was saved: the calendar and the body.
  private(set) var saves: [(id: String, body: JSONValue)] = []
  /// What was written to files, by path.
  var files: [String: String] = [:]

  static let north = "location0000000000001"
  static let south = "location0000000000002"

  /// - Parameters:
  ///   - names: the calendars of the first sub-account.
  ///   - others: those of the second.
  init(
    _ names: [String], others: [String] = [], rows: Int = 24, columns: Int = 80,
    isReadOnly: Bool = false, checks: Bool = false, all: Bool = false, wanted: String? = nil
  ) {
    let accounts = [
      Account(
        "north", at: .service("example.com"), locationID: Self.north,
        AccountTerms(isReadOnly: isReadOnly, checksBeforeSaving: checks)),
      Account("south", at: .service("example.com"), locationID: Self.south),
    ].prefix(others.isEmpty ? 1 : 2)
    app = App(
      listing: AccountDirectory(Array(accounts), listed: all ? nil : AccountID("north")),
      wanted: wanted, display: Display(size: Size(rows: rows, columns: columns)), today: today)
    for (location, names) in [(Self.north, names), (Self.south, others)] {
      for name in names {
        let id = Self.id(of: name)
        stored[id] = Self.calendar(name, in: location)
        listed[location, default: []].append(id)
      }
    }
  }

  /// Starts with a calendar that was named by its id, of a sub-account whose location nobody named.
  init(opening name: String, among names: [String]) {
    self.init(names)
    let account = Account("", at: .service("example.com"), locationID: nil)
    app = App(
      CalendarEditor(
        opening: Self.id(of: name), of: account, display: app.display, today: today,
        now: app[.home].now),
      accounts: AccountDirectory([account], listed: account.id))
  }

  static func id(of name: String) -> String {
    "id" + name.lowercased().filter { $0.isASCII && $0.isLetter }
  }

  static func calendar(_ name: String, in location: String) -> JSONValue {
    var calendar = sampleCalendar
    for (key, value) in [
      ("id", id(of: name)), ("name", name), ("locationId", location),
      ("slug", name.lowercased().replacing(" ", with: "-")),
    ] { _ = calendar.update(at: JSONPath([.key(key)])) { $0 = .text(value) } }
    return calendar
  }

  mutating func begin() { run(app.begin()) }

  /// Says everything in lines from now on.
  mutating func speak() { app.change { $0 = Display(spokenWith: .standard) } }

  mutating func send(_ message: AppMessage) { run(app.update(message)) }

  /// Presses keys, and draws after each as the program does.
  mutating func press(_ script: String) {
    for key in keys(script) {
      send(.terminal(.key(key)))
      app.scroll()
    }
  }

  /// Gives the answers that wait.
  mutating func answer() {
    isSlow = false
    let waiting = waiting
    self.waiting = []
    run(waiting)
  }

  var shown: CalendarEditor { app.calendar }
  var list: CalendarListDialog? {
    app[.home].dialogs.compactMap { $0 as? CalendarListDialog }.first
  }

  var screen: String { TestApp(app).screen }

  // MARK: The service

  private mutating func run(_ new: [AppEffect]) {
    effects += new
    for effect in new {
      if isSlow {
        waiting.append(effect)
      } else {
        for message in answers(to: effect) { send(message) }
      }
    }
  }

  private mutating func answers(to effect: AppEffect) -> [AppMessage] {
    switch effect {
    case .list(let account, let location):
      if let error = failing[location] { return [.account(account, .listed(.failure(error)))] }
      let calendars = (listed[location] ?? []).compactMap { stored[$0] }
      guard let listing = CalendarListing(.array(calendars)) else { return [] }
      return [
        .account(account, .listed(.success(listing))),
        .account(
          account,
          .named(SubAccount(id: location, timezone: nil, name: "\(account.name) clinic"))),
      ]
    case .close(let id, _): return [.closed(id)]
    case .calendar(let id, .writeText(let text, let path, let replaces)):
      return [.calendar(id, write(text, path, replaces))]
    case .calendar(let id, let effect): return answers(to: effect, id).map { .calendar(id, $0) }
    case .beginRun(let number, let order):
      return run(number, order, order.plans.indices.filter { order.plans[$0].settled == nil })
    case .goOnWithRun(let number):
      guard let run = app.batch else { return [] }
      outcomes = [:]
      return self.run(
        number, run.order, run.outcomes.indices.filter { run.outcomes[$0] == nil })
    case .stopRun(let number):
      guard let stopped = running.take() else { return [] }
      return stopped.left.map {
        .run(number, .ended($0, .notDone("The run was stopped before its turn.")), at: 3)
      } + [.run(number, .finished(left: stopped.left, id: "run1"), at: 3)]
    case .planMore: return [.planMore]
    case .open, .quit, .endRun: return []
    }
  }

  /// Lets a slow run end.
  mutating func finishRun() {
    guard let rest = running.take() else { return }
    runsSlowly = false
    for message in run(rest.number, rest.order, rest.left) { send(message) }
  }

  private mutating func run(_ number: Int, _ order: BatchOrder, _ items: [Int]) -> [AppMessage] {
    var messages: [AppMessage] = []
    var left: [Int] = []
    for (count, index) in items.enumerated() {
      messages.append(.run(number, .began(index), at: 1))
      if runsSlowly, count == 1 {
        running = (number, order, Array(items[count...]))
        return messages + [.run(number, .ticked, at: 2)]
      }
      let plan = order.plans[index]
      let id = plan.target.calendarID
      let outcome = outcomes[id] ?? BatchOutcome(.saved, "Saved: 1 property.")
      if outcome.kind == .saved {
        for change in plan.changes {
          _ = stored[id]?.update(at: JSONPath([.key(change.key)])) { $0 = change.after ?? .null }
        }
      }
      if !outcome.isFinal { left.append(index) }
      messages.append(.run(number, .ended(index, outcome), at: 2))
    }
    return messages + [.run(number, .finished(left: left, id: "run1"), at: 3)]
  }

  private mutating func answers(to effect: Effect, _ id: CalendarID) -> [Message] {
    guard app.isOpen(id), let calendarID = app[id].source.calendarID else { return [] }
    switch effect {
    case .load(let request):
      if let changed = changes.removeValue(forKey: calendarID) { merge(changed, in: calendarID) }
      guard let calendar = stored[calendarID] else {
        return [.loaded(request, .failure(ServiceError(.notFound)))]
      }
      return [.loaded(request, .success(LoadedCalendar(calendar: calendar, duplicateKeys: [])))]
    case .save(let request, let body):
      if let refusal = refusals.removeValue(forKey: calendarID) {
        return [.saved(request, .failure(refusal))]
      }
      saves.append((calendarID, body))
      merge(body, in: calendarID)
      return [
        .saved(
          request,
          .success(
            SavedCalendar(calendar: stored[calendarID], route: .documented, status: 200)))
      ]
    case .schedules(let request):
      return [.schedules(request.id, .success(ScheduleList(calendarID: request.calendarID)))]
    default: return []
    }
  }

  private mutating func write(_ text: WrittenText, _ path: String, _ replaces: Bool) -> Message {
    if files[path] != nil, !replaces { return .textWritten(text, path: path, .isThere) }
    if path.hasPrefix("/none/") {
      let failure = FileFailure(path: path, reason: "no such folder")
      return .textWritten(text, path: path, .failed(failure))
    }
    files[path] = text.text
    return .textWritten(text, path: path, .done)
  }

  private mutating func merge(_ properties: JSONValue, in id: String) {
    for member in properties.object?.members ?? [] {
      _ = stored[id]?.update(at: JSONPath([.key(member.key)])) { $0 = member.value }
    }
  }

  /// Does an action in what is shown.
  mutating func perform(_ action: ActionID) {
    let id = app.shown
    run(app.address(app.calendar.perform(action), from: id))
  }
}
