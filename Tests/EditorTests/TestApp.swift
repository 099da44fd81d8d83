import CalendarModel
import CalendarWork
import JSON
import TextUI

@testable import CalendarAPI
@testable import Editor

/// A calendar with something in every section.
let sampleCalendar: JSONValue = [
  "id": "ocQHyuzHvysMo5N5VsXc",
  "locationId": "ve9EPM428h8vShlRW1KT",
  "name": "Consultation",
  "description": "First line\nsecond line",
  "isActive": true,
  "calendarType": "round_robin",
  "slug": "consultation",
  "widgetType": "classic",
  "eventTitle": "{{contact.name}}",
  "eventColor": "#039be5",
  "eventType": "RoundRobin_OptimizeForAvailability",
  "teamMembers": [
    [
      "userId": "ana", "priority": 0.5, "isPrimary": true,
      "locationConfigurations": [["kind": "physical", "location": "Main Street 1"]],
      "selected": true,
    ],
    ["userId": "ben", "priority": 1],
  ],
  "slotDuration": 30,
  "slotDurationUnit": "mins",
  "slotInterval": 30,
  "slotIntervalUnit": "mins",
  "slotBuffer": 10,
  "slotBufferUnit": "mins",
  "appoinmentPerDay": "8",
  "availabilityType": nil_,
  "openHours": [
    [
      "daysOfTheWeek": [1, 2, 3, 4, 5],
      "hours": [["openHour": 9, "openMinute": 0, "closeHour": 17, "closeMinute": 0]],
    ]
  ],
  "availabilities": [
    ["date": "2026-12-24T00:00:00.000Z", "hours": [], "id": "a1"],
    ["date": "2026-12-31T00:00:00.000Z", "hours": [], "id": "a2"],
  ],
  "lookBusyConfig": ["enabled": false, "LookBusyPercentage": 0],
  "enableRecurring": false,
  "autoConfirm": true,
  "formSubmitType": "ThankYouMessage",
  "formSubmitThanksMessage": "Thank you!",
  "notes": "",
  "dateUpdated": "2026-10-01T10:00:00.000Z",
]

private let nil_ = JSONValue.null

let today = CalendarDate(year: 2026, month: 11, day: 22)!

/// An editor with a loaded calendar.
func makeModel(
  _ calendar: JSONValue = sampleCalendar, rows: Int = 24, columns: Int = 80,
  isASCII: Bool = false, checksBeforeSaving: Bool = false,
  isAsking: Bool = false, version: APIVersion = .dated, format: LocalFormat = .standard
) -> TestApp {
  var model = TestApp(
    source: Source(.service(calendarID: "ocQHyuzHvysMo5N5VsXc", origin: "example.com")),
    size: Size(rows: rows, columns: columns), isASCII: isASCII,
    checksBeforeSaving: checksBeforeSaving, version: version, today: today, format: format)
  model.habits = AccountHabits(sendsUndocumented: false)
  _ = model.begin()
  _ = model.update(.loaded(1, .success(LoadedCalendar(calendar: calendar, duplicateKeys: []))))
  // Nobody answers the question for schedules here, and hours would wait for it.
  if !isAsking, model.document?.schedules == .asking { model.document?.schedules = .notAsked }
  return model
}

/// An application with one calendar, which answers like that calendar.
@dynamicMemberLookup
struct TestApp: Sendable {
  var app: App
  /// What line mode has asked for outside.
  var sent: [AppEffect] = []

  init(
    source: Source, size: Size, theme: Theme = .standard, isASCII: Bool = false,
    mouse: Bool = false, checksBeforeSaving: Bool = true, updates: UpdateSetting = .auto,
    version: APIVersion = .dated, today: CalendarDate, now: CalendarMoment? = nil,
    format: LocalFormat = .standard
  ) {
    app = App(
      CalendarEditor(
        source: source,
        display: Display(
          size: size, theme: theme, isASCII: isASCII, mouse: mouse, format: format),
        AccountTerms(checksBeforeSaving: checksBeforeSaving, updates: updates, version: version),
        today: today, now: now))
  }

  init(_ app: App) { self.app = app }

  var calendar: CalendarEditor {
    get { app.calendar }
    _modify { yield &app.calendar }
  }

  subscript<Value>(dynamicMember member: KeyPath<CalendarEditor, Value>) -> Value {
    app.calendar[keyPath: member]
  }

  subscript<Value>(dynamicMember member: WritableKeyPath<CalendarEditor, Value>) -> Value {
    get { app.calendar[keyPath: member] }
    _modify { yield &app.calendar[keyPath: member] }
  }

  mutating func begin() -> [Effect] { app.begin().compactMap(\.calendarEffect) }

  mutating func update(_ message: Message) -> [Effect] {
    let addressed: AppMessage =
      if case .terminal(let event) = message { .terminal(event) } else {
        .calendar(app.shown, message)
      }
    return app.update(addressed).compactMap(\.calendarEffect)
  }

  // MARK: What the calendar does without a key

  mutating func syncInput() { calendar.syncInput() }
  mutating func enterForm() { calendar.enterForm() }
  mutating func lookUpAll() -> [Effect] { calendar.lookUpAll() }
  mutating func focus(line: Int) { calendar.focus(line: line) }
  mutating func go(to path: JSONPath) { calendar.go(to: path) }
  mutating func goToEditor(of path: JSONPath) { calendar.goToEditor(of: path) }
  mutating func say(_ text: String) { calendar.say(text) }
  mutating func note(_ title: String, details: [String] = []) {
    calendar.note(title, details: details)
  }
  mutating func open(_ value: JSONValue, duplicateKeys: [JSONPath] = []) {
    calendar.open(value, duplicateKeys: duplicateKeys)
  }
  mutating func open(row path: JSONPath) { calendar.open(row: path) }
  mutating func edit(_ path: JSONPath, to value: JSONValue?) { calendar.edit(path, to: value) }
  mutating func change(_ path: JSONPath, _ body: (inout CalendarDocument) -> Void) {
    calendar.change(path, body)
  }
  mutating func perform(_ id: ActionID, asked: Bool = false) -> [Effect] {
    app.address(calendar.perform(id, asked: asked), from: app.shown)
      .compactMap(\.calendarEffect)
  }
  func updateBody(of document: CalendarDocument) -> UpdateBody {
    calendar.updateBody(of: document)
  }

  mutating func scroll() { app.scroll() }
  /// Draws as the program does: what stands where is found before.
  func draw(into grid: inout Grid) {
    var copy = app
    copy.scroll()
    copy.draw(into: &grid)
  }
}

extension TestApp {
  /// Presses keys and returns what was asked for.
  @discardableResult
  mutating func press(_ script: String) -> [Effect] {
    keys(script).flatMap { key -> [Effect] in
      let effects = update(.terminal(.key(key)))
      scroll()
      return effects
    }
  }

  /// The screen in one line as if nothing were wrapped or framed.
  var flat: String {
    screen.split { $0 == " " || $0 == "\n" || $0 == "│" }.joined(separator: " ")
  }

  /// The screen as text.
  var screen: String {
    var grid = Grid(size: app.display.size, isASCII: app.display.isASCII)
    draw(into: &grid)
    return grid.text
  }

  /// The screen without colours.
  func plainGrid(boxes: Bool, isASCII: Bool = false) -> Grid {
    var model = self
    let size = model.size
    model.app.change { $0 = Display(size: size, theme: .mono, isASCII: isASCII, boxes: boxes) }
    var grid = Grid(size: size, isASCII: isASCII)
    model.draw(into: &grid)
    return grid
  }

  var body: JSONValue { calendar.document.map { updateBody(of: $0).json } ?? .null }

  /// Goes to a field.
  mutating func visit(_ path: JSONPath) {
    go(to: path)
    syncInput()
    scroll()
  }
}

extension CalendarEditor {
  /// The path of the field or row that has the focus.
  var focusedPath: String? { focusedItem?.path?.description }
}

extension [Effect] {
  /// These effects but for the end of the record of a save.
  var butTheRecord: [Effect] { filter { if case .saveEnded = $0 { false } else { true } } }
}

extension AppEffect {
  /// What a calendar wants; quitting counts as that of the calendar that asked for it.
  var calendarEffect: Effect? {
    switch self {
    case .calendar(_, let effect): effect
    case .quit(let status, let keepsDrafts): .quit(status: status, keepsDraft: keepsDrafts)
    case .open, .close, .list, .beginRun, .stopRun, .goOnWithRun, .endRun, .planMore: nil
    }
  }
}
