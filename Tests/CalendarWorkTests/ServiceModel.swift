import CalendarModel
import JSON

@testable import CalendarAPI
@testable import CalendarWork

/// A service in a few lines: what it makes of an update, and what it answers.
struct ServiceModel {
  /// What becomes of what an update does not name.
  enum Put: CaseIterable { case merge, replace }
  /// What the answer to an update holds.
  enum Answer: CaseIterable { case full, short, echo }
  /// What becomes of hours that are sent.
  enum Hours: CaseIterable { case calendar, ignored }

  var held: JSONValue
  var put = Put.merge
  var answer = Answer.full
  var hours = Hours.calendar
  /// The properties that every update loses.
  var loses: [String] = []
  /// What it lists of schedules.
  var schedules = ScheduleList(calendarID: "c1")
  /// What looks show before they show what is held.
  var older: [JSONValue] = []
  /// What was waited for.
  private(set) var waited: [SaveRequest] = []
  /// What was asked of it, in order.
  private(set) var requests: [String] = []

  init(_ held: JSONValue) { self.held = held }

  /// Runs a job to its end or its next stop.
  mutating func run(_ job: inout SaveJob, from step: SaveJob.Step? = nil) -> SaveJob.Step {
    var step = step ?? job.begin()
    for _ in 0..<20 {
      guard case .request(let request) = step else { return step }
      switch request {
      case .check, .look:
        requests.append(request == .check ? "check" : "look")
        let shown = older.isEmpty ? held : older.removeFirst()
        step = job.loaded(.success(LoadedCalendar(calendar: shown)))
      case .put(let body):
        requests.append("put")
        store(body)
        step = job.saved(
          .success(SavedCalendar(calendar: answered(body), route: .documented, status: 200)))
      case .write(let calendar): step = job.written(.success(calendar))
      case .schedules:
        requests.append("schedules")
        step = job.schedules(.success(schedules))
      case .wait, .pause:
        waited.append(request)
        step = job.timeIsOver()
      }
    }
    return step
  }

  /// What the service makes of an update.
  mutating func store(_ body: JSONValue) {
    guard case .object(let old) = held else { return }
    var new = old
    if put == .replace {
      for field in CalendarSchema.all where !field.isReadOnly { new[field.key] = nil }
    }
    for key in loses { new[key] = nil }
    for member in body.object?.members ?? [] {
      let isHours = [CalendarKey.openHours, .availabilities].map(\.rawValue).contains(member.key)
      if isHours, hours == .ignored {
        new[member.key] = old[member.key]
        continue
      }
      new[member.key] = Self.stored(member.value)
    }
    held = .object(new)
  }

  /// Dates get ids, and deleted ones go.
  private static func stored(_ value: JSONValue) -> JSONValue {
    guard case .array(let rows) = value else { return value }
    return .array(
      rows.enumerated().compactMap { index, row in
        guard case .object(var object) = row, object["date"] != nil else { return row }
        if object["deleted"] == true { return nil }
        object["deleted"] = nil
        if object["id"] == nil { object["id"] = .text("new\(index)") }
        return .object(object)
      })
  }

  private func answered(_ body: JSONValue) -> JSONValue {
    switch answer {
    case .full: return held
    case .short, .echo:
      var object = answer == .echo ? body.object ?? JSONObject() : JSONObject()
      for key in ["id", "locationId", "name"] where object[key] == nil {
        object[key] = held[key: key]
      }
      return .object(object)
    }
  }
}

/// A calendar with something of every kind, rows with undocumented keys among it.
let calendarOfTests: JSONValue = [
  "id": "c1", "locationId": "l1", "name": "Consultation", "description": "One hour",
  "calendarType": "round_robin", "slotDuration": 30, "slotDurationUnit": "mins",
  "teamMembers": [
    ["userId": "ana", "priority": 0.5, "isPrimary": true, "selected": true, "zoomOauthId": "z1"],
    ["userId": "ben", "priority": 1, "selected": true],
  ],
  "openHours": [
    [
      "daysOfTheWeek": [1, 2, 3, 4, 5],
      "hours": [["openHour": 9, "openMinute": 0, "closeHour": 17, "closeMinute": 0]],
    ]
  ],
  "availabilities": [["id": "a1", "date": "2030-12-24T00:00:00.000Z", "hours": []]],
  "lookBusyConfig": ["enabled": true, "LookBusyPercentage": 20],
  "formSubmitRedirectURL": "https://example.com", "notes": "n", "dateUpdated": "2026-10-01",
]

let todayOfTests = CalendarDate(daysSinceEpoch: 20_786)

func documentOfTests(_ calendar: JSONValue = calendarOfTests) -> CalendarDocument {
  CalendarDocument(calendar: calendar, today: todayOfTests)
}
