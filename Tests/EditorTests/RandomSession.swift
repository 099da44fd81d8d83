import CalendarModel
import CalendarWork
import JSON
import TextUI

@testable import CalendarAPI
@testable import Editor

/// A person, a terminal and a service that do anything at all, the same for the same seed.
struct RandomSession {
  private(set) var model: TestApp
  /// What undo leads back to; nil where a calendar of somebody else came in between.
  private(set) var start: JSONValue?
  var values: RandomCalendars
  /// Whether nobody else changes the calendar: undo leads back to its beginning then.
  private let isAlone: Bool
  /// Keys that are still to be pressed.
  var script: [Key] = []
  private var lastEdit: EditRequest?
  private var lastSlots = 0
  private var lastSchedules = 0
  /// What the file is read again for.
  private var reading: FileReading?
  private var writing: JSONValue?
  /// Whether the saves are to be listed, and which one is to be read.
  private var isListing = false
  private var readingSave: PastSave?
  var lastKey = Key.tab
  private var grid = Grid(size: Size(rows: 1, columns: 1))
  private var drafts: [DocumentDraft] = []
  /// What has happened so far, in this session and those before it.
  var tally = RandomTally()
  // swift-format-ignore: NeverUseForceTry
  private static let token = try! Token("a-secret-that-is-long-enough")

  init(seed: UInt64) {
    values = RandomCalendars(seed: seed)
    isAlone = seed % 2 == 0
    let kinds: [Source.Kind] = [
      .service(calendarID: "c1", origin: "example.com"), .demo(calendarID: "c1"),
      .service(calendarID: "c1", origin: "example.com"), .file(path: "/tmp/c.json"),
    ]
    let source = Source(values.pick(kinds), output: values.chance(6) ? "/tmp/out.json" : nil)
    model = TestApp(
      source: source, size: Size(rows: 24, columns: 80), isASCII: values.chance(3),
      mouse: values.chance(2), checksBeforeSaving: values.chance(2), today: today)
    model.draftStatus.isKept = seed % 3 != 0
    let calendar = values.calendar()
    if source.isFile {
      model.open(calendar)
    } else {
      _ = model.begin()
      send(.loaded(1, .success(LoadedCalendar(calendar: calendar))))
    }
    start = model.document?.current
  }

  /// Lets something happen, and looks at the screen now and then.
  mutating func step() {
    send(message())
    if values.chance(30) {
      model.scroll()
      model.draw(into: &grid)
    }
  }

  private mutating func send(_ message: Message) {
    tally.note(message, model)
    let before = model.document
    let isChoosing = model.dialogs.contains { $0 is DraftDialog || $0 is ConflictDialog }
    for effect in model.update(message) {
      if case .editText(let request) = effect { lastEdit = request }
      if case .freeSlots(let request) = effect { lastSlots = request.id }
      if case .schedules(let request) = effect { lastSchedules = request.id }
      if case .readFile(let purpose) = effect { reading = purpose }
      if case .writeCalendar(let calendar) = effect { writing = calendar }
      if case .listHistory = effect { isListing = true }
      if case .readHistory(let save) = effect { readingSave = save }
    }
    if values.chance(8) { model.scroll() }
    guard let after = model.document, after.revision != before?.revision else { return }
    if after.undoSteps.isEmpty, after.redoSteps.isEmpty {
      start = after.current
    } else if isChoosing || message.bringsCalendar {
      start = nil
    }
  }

  // MARK: What happens

  private mutating func message() -> Message {
    if let request = model.request, !values.chance(3) { return answer(to: request) }
    if let purpose = reading.take() { return fileRead(purpose) }
    if let calendar = writing.take(), !values.chance(3) {
      return .written(.success(.calendar(path: "/tmp/c.json", calendar)))
    }
    if isListing {
      isListing = false
      return .historyListed(saves())
    }
    if let save = readingSave.take(), !values.chance(3) { return historyRead(save) }
    switch Int.random(in: 0..<100, using: &values.random) {
    case 0..<78:
      if values.chance(25) {
        return .terminal(.fastKey(key()))
      }
      return .terminal(.key(key()))
    case 78..<82: return .terminal(.paste(values.text()))
    case 82..<85: return .terminal(.resize(size()))
    case 85..<91: return .terminal(.mouse(mouse()))
    case 91:
      return .terminal(
        values.pick([
          .resumed, .hangUp, .terminate(signal: 15), .pasting(bytes: 9),
          .pasteCut(kept: 1, lost: 2),
        ]))
    case 92: return lookedUp()
    case 93: return values.chance(3) ? schedules() : freeSlots()
    case 94 where !isAlone && values.chance(4): return draft()
    case 95: return edited()
    case 96 where values.chance(4):
      return values.chance(3) ? .accountNamed(values.text()) : zone()
    case 96:
      let date = today.adding(days: Int.random(in: -3...400, using: &values.random))
      return .clock(
        CalendarMoment(date, minute: Int.random(in: 0..<1440, using: &values.random)))
    case 97:
      return values.chance(2)
        ? .secondPassed
        : .habits(
          AccountHabits(
            sendsWhole: values.pick([nil, true, false]),
            sendsUndocumented: values.pick([nil, true, false])))
    case 98: return written()
    case 94: return edited()
    default:
      // Answers that nobody waits for, or waits for no longer.
      let id = Int.random(in: -1...(model.calls.lastID + 1), using: &values.random)
      return answer(to: Request(id: id, kind: values.pick([.load, .check, .save, .token])))
    }
  }

  private mutating func size() -> Size {
    if values.chance(3) {
      return values.pick([Size(rows: 24, columns: 80), Size(rows: 1, columns: 1)])
    }
    let small = values.chance(4)
    return Size(
      rows: Int.random(in: (small ? 1 : 12)...60, using: &values.random),
      columns: Int.random(in: (small ? 1 : 40)...200, using: &values.random))
  }

  private mutating func mouse() -> MouseEvent {
    MouseEvent(
      kind: values.pick([.press, .press, .press, .wheelUp, .wheelDown]),
      position: Position(
        row: Int.random(in: -1...model.size.rows, using: &values.random),
        column: Int.random(in: -1...model.size.columns, using: &values.random)))
  }

  // MARK: What the service says

  /// The calendar as the service may hold it now: as it was, as it is here, or as others made it.
  private mutating func held() -> JSONValue {
    guard let document = model.document else { return values.calendar() }
    if isAlone { return document.base }
    switch Int.random(in: 0..<4, using: &values.random) {
    case 0: return document.base
    case 1: return document.current
    case 2: return values.mutated(document.base)
    default: return values.chance(3) ? values.calendar() : values.mutated(document.current)
    }
  }

  private mutating func answer(to request: Request) -> Message {
    let error = values.chance(3) ? failure() : nil
    switch request.kind {
    case .load, .merge, .check, .confirm:
      return .loaded(
        request.id, error.map { .failure($0) } ?? .success(LoadedCalendar(calendar: held())))
    case .save:
      let calendar = values.chance(4) ? nil : held()
      return .saved(
        request.id,
        error.map { .failure($0) }
          ?? .success(SavedCalendar(calendar: calendar, route: .documented, status: 200)))
    case .schedules: return schedules()
    case .token: return .tokenRead(request.id, failure: error?.title)
    case .wait, .pause: return .waited(request.id)
    }
  }

  private mutating func failure() -> ServiceError {
    let kinds: [ServiceError.Kind] = [
      .badRequest, .unauthorized, .forbidden, .notFound, .noSuchRoute, .invalid,
      .rateLimited(retryAfterSeconds: 2), .rateLimited(retryAfterSeconds: nil),
      .redirected(location: values.text()), .server(status: 502), .unexpected(status: 299),
      .unreadable(why: values.text()), .unusableID(values.text()),
      .transport(.hostNotFound(host: values.text())), .transport(.timedOut(seconds: 30)),
    ]
    let messages = [
      "openHours.0.hours.0.openHour must not be less than 0", "property foo should not exist",
      "teamMembers.99.userId should not be empty", "slotDuration must be a number", values.text(),
    ]
    let body: JSONValue = [
      "message": [.text(values.pick(messages)), .text(values.pick(messages))]
    ]
    return ServiceError(
      HTTPResponse(status: 422, headers: [], body: Array(body.printed().utf8)),
      kind: values.pick(kinds), token: Self.token, mayHaveBeenSaved: values.chance(2))
  }

  private mutating func lookedUp() -> Message {
    let results = (0..<Int.random(in: 0...5, using: &values.random)).map { _ in
      LookUpResult(id: values.pick(["ana", "ben", "u1", values.text()]), name: values.text())
    }
    return .lookedUp(
      values.pick(LookUp.allCases), values.chance(4) ? .failure(failure()) : .success(results))
  }

  private mutating func freeSlots() -> Message {
    let days = (0..<5).map { day in
      JSONObject.Member(
        key: values.chance(4) ? values.text() : today.adding(days: day).description,
        value: ["slots": ["2026-11-23T09:00:00+01:00", .text(values.text())]])
    }
    return .freeSlots(
      lastSlots - (values.chance(4) ? 1 : 0),
      values.chance(4)
        ? .failure(failure()) : PreviewTests.offered(.object(JSONObject(days))))
  }

  /// Schedules of members and of others, some of which cannot be read; or a refusal.
  private mutating func schedules() -> Message {
    var list = ScheduleList(calendarID: values.pick(["c1", values.text()]))
    for number in 0..<Int.random(in: 0...8, using: &values.random) {
      list.add([
        values.chance(5)
          ? .text(values.text())
          : [
            "id": .text("s\(number)"), "name": .text(values.text()),
            "userId": .text(values.pick(["ana", "ben", "u1", values.text()])),
            "timezone": .text(values.pick(["Europe/Berlin", values.text()])),
            "calendarIds": [.text(list.calendarID)],
            "rules": [
              ["type": "wday", "day": .text(values.pick(["monday", "SUN", values.text()]))],
              [
                "type": "date", "date": .text(today.adding(days: number).description),
                "intervals": [["from": "09:00", "to": .text(values.pick(["17:00", "x"]))]],
              ],
            ],
          ]
      ])
    }
    return .schedules(
      lastSchedules - (values.chance(4) ? 1 : 0),
      values.chance(4) ? .failure(failure()) : .success(list))
  }

  /// A draft of an earlier moment of this session, or of another calendar.
  private mutating func draft() -> Message {
    if let draft = model.draft, values.chance(2) { drafts.append(draft) }
    guard !drafts.isEmpty, !values.chance(4) else {
      let other = CalendarDocument(calendar: values.calendar(), today: today)
      return .draftFound(DocumentDraft(other, focus: "teamMembers[7].userId"), age: "a day ago")
    }
    return .draftFound(values.pick(drafts), age: "now")
  }

  // MARK: What comes from the machine

  private mutating func edited() -> Message {
    guard let request = lastEdit else {
      return .draftFailed(values.chance(2) ? FileFailure(path: "d", reason: "full") : nil)
    }
    if values.chance(5) { return .edited(request, .failure(.fileGone(command: "vi"))) }
    var text = request.text
    if values.chance(3) {
      text = values.text()
    } else if let json = try? JSONDocument(parsing: text).value {
      text = values.mutated(json).printed(.readable)
    } else {
      text += values.text()
    }
    return .edited(request, .success(text))
  }

  private mutating func written() -> Message {
    switch Int.random(in: 0..<6, using: &values.random) {
    case 4: fileRead(values.pick(FileReading.allCases))
    case 0: .notCopied(.terminalCannot("dumb"))
    case 1: .written(.success(.body(path: "/tmp/out.json")))
    case 2: .written(.success(.calendar(path: "/tmp/c.json", held())))
    case 3 where values.chance(2):
      .historyFailed(FileFailure(path: "/tmp/history", reason: values.text()))
    case 3: .written(.failure(FileFailure(path: "/tmp/c.json", reason: "full")))
    default: .draftFailed(values.chance(2) ? FileFailure(path: "d", reason: "full") : nil)
    }
  }

  private mutating func zone() -> Message {
    .zoneFound(
      values.chance(2)
        ? .failure(ZoneFailure(values.text()))
        : .success(CalendarClock(zone: values.text(), .fixed(3600))))
  }

  private mutating func saves() -> [PastSave] {
    (0..<Int.random(in: 0...40, using: &values.random)).map { number in
      PastSave(
        id: "\(number)", when: values.text(), who: values.text(), outcome: values.text(),
        changes: [values.text()], changeCount: number,
        problem: values.chance(5) ? values.text() : nil)
    }
  }

  private mutating func historyRead(_ save: PastSave) -> Message {
    if values.chance(5) {
      return .historyRead(save, .failure(FileFailure(path: save.id, reason: values.text())))
    }
    let calendar = model.document?.base ?? [:]
    return .historyRead(
      save,
      .success(
        PastSave.Contents(
          before: values.mutated(calendar), sent: values.mutated(calendar),
          after: values.chance(3) ? nil : values.mutated(calendar),
          withheld: values.chance(4) ? ["teamMembers"] : [])))
  }

  private mutating func fileRead(_ purpose: FileReading) -> Message {
    .fileRead(
      purpose,
      values.chance(6)
        ? .failure(FileFailure(path: "/tmp/c.json", reason: "gone")) : .success(held()))
  }
}

extension Message {
  /// Whether it can bring a calendar that somebody else has changed.
  fileprivate var bringsCalendar: Bool {
    switch self {
    case .loaded, .saved, .written, .fileRead, .draftFound: true
    default: false
    }
  }
}
