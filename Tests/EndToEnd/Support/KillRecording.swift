import CalendarAPI
import CalendarModel
import CalendarTransport
import Editor
import JSON
import Sandbox
import TextUI

/// What the script leads to, stroke by stroke, by the editor's own update function against a sandbox.
struct KillRecording: Sendable {
  /// The calendar as the user has it, without what the service alone decides; before the first
  /// stroke, and after each.
  private(set) var states: [JSONValue] = []
  /// Lines of the screen that a stroke changes, by their rows; the program has taken it in when it shows them.
  private(set) var changedLines: [[Int: String]] = []
  /// The stroke that sends.
  private(set) var saveStroke = 0

  private var model: CalendarEditor
  private var lines: [String] = []
  private let service: CalendarService

  init(strokes: [KillScript.Stroke], today: CalendarDate) async throws {
    let sandbox = try await Sandbox.start()
    let transport = HTTPTransport(TransportConfiguration())
    let base = try BaseURL(sandbox.baseURL)
    service = CalendarService(
      baseURL: base, token: try Token(Program.token), transport: transport)
    model = CalendarEditor(
      source: Source(.service(calendarID: Program.calendarID, origin: base.host)),
      display: Display(size: Size(rows: 24, columns: 80)), today: today)
    try await perform(model.begin())
    note()
    for (index, stroke) in strokes.enumerated() {
      let event: TerminalEvent =
        switch stroke {
        case .key(let key): .key(key)
        case .paste(let text): .paste(text)
        }
      let effects = model.update(.terminal(event))
      if model.request != nil { saveStroke = index }
      try await perform(effects)
      note()
    }
    await transport.shutdown()
    await sandbox.stop()
  }

  /// Does what the program would do, and lets the editor know.
  private mutating func perform(_ effects: [Effect]) async throws {
    for effect in effects {
      let message: Message
      switch effect {
      case .load(let id):
        message = .loaded(id, .success(try await service.loadCalendar(id: Program.calendarID)))
      case .save(let id, let body):
        message = .saved(
          id, .success(try await service.saveCalendar(id: Program.calendarID, body: body)))
      case .lookUp(let kind, let location):
        let found = try await service.list(kind, locationID: location)
        message = .lookedUp(kind, .success(found))
      case .lookUpZone(let location, _):
        guard let name = try await service.location(id: location).name else { continue }
        message = .accountNamed(name)
      case .schedules(let request):
        do throws(ServiceError) {
          let list = try await service.schedules(
            locationID: request.locationID, calendarID: request.calendarID,
            userIDs: request.userIDs)
          message = .schedules(request.id, .success(list))
        } catch {
          message = .schedules(request.id, .failure(error))
        }
      default: continue
      }
      try await perform(model.update(message))
    }
  }

  private mutating func note() {
    let document = model.draft?.current ?? model.document?.current ?? .null
    states.append(document.asEdited)
    model.scroll()
    var grid = Grid(size: model.size)
    model.draw(into: &grid)
    let new = grid.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
    let changed = new.indices.filter { !lines.indices.contains($0) || lines[$0] != new[$0] }
    // A few of them do: reading the screen is what the test spends its time on.
    let few = changed.count > 4 ? Array(changed.prefix(2) + changed.suffix(2)) : changed
    changedLines.append(Dictionary(uniqueKeysWithValues: few.map { ($0, new[$0]) }))
    lines = new
  }
}

extension JSONValue {
  /// The properties that an update can change.
  var asEdited: JSONValue {
    .object(
      JSONObject(
        CalendarSchema.all.compactMap { property in
          guard !property.isReadOnly, let value = self[key: property.key] else { return nil }
          return .init(key: property.key, value: value)
        }))
  }
}
