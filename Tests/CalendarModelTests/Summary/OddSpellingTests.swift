import JSON
import Testing

@testable import CalendarModel

/// A value in an odd spelling is said by the overview, the form, the review and the preview as what
/// it means: generated for every field and every spelling.
@Suite("Odd spellings")
struct OddSpellingTests {
  /// A value as a loaded calendar may have it, and the value that it means; nil means that it says
  /// nothing, as if the property were absent.
  struct Spelling: Sendable {
    let path: JSONPath
    let field: Field
    let odd: JSONValue
    let meant: JSONValue?
  }

  /// A calendar in which every property has an effect.
  static let calendar = Calendars.full([
    "lookBusyConfig": ["enabled": true, "LookBusyPercentage": 40], "enableRecurring": true,
    "slotBuffer": 10, "preBuffer": 5, "formSubmitType": "RedirectURL", "availabilityType": 1,
    "shouldSendAlertEmailsToAssignedMember": true,
  ])

  /// Where each field stands in the calendar; the first row of lists.
  static let places: [(path: JSONPath, field: Field)] = CalendarSchema.flat.compactMap { entry in
    var path = JSONPath([.key(entry.keys[0])])
    for (depth, key) in entry.keys.enumerated().dropFirst() {
      let above = Array(entry.keys[..<depth])
      if case .list? = CalendarSchema.flat.first(where: { $0.keys == above })?.field.type {
        path = path.appending(0)
      }
      path = path.appending(key)
    }
    return calendar[path.parent] == nil ? nil : (path, entry.field)
  }

  /// The weekly hours and the entries for dates are read strictly, as their rules say, and the
  /// primary member is what the form's button shows.
  static func isReadStrictly(_ path: JSONPath) -> Bool {
    (path.count > 1 && [WeekHours.path.topKey, DateIndex.path.topKey].contains(path.topKey))
      || path.last == .key("isPrimary")
  }

  static let spellings: [Spelling] = places.flatMap { place -> [Spelling] in
    func spelling(_ odd: JSONValue, _ meant: JSONValue?) -> Spelling {
      Spelling(path: place.path, field: place.field, odd: odd, meant: meant)
    }
    // Hours that cannot be read are quoted as they are, with their blanks.
    let isInHours = place.path.components.dropLast().contains(.key("hours"))
    var blanks = (isInHours ? ["", "\n"] : ["", "  ", "\n"]).map { spelling($0, nil) }
    switch place.field.type {
    case .text(.date): return blanks
    case .text, .longText, .list, .object, .choices: break
    case .choice, .number, .toggle: blanks.append(spelling(.null, nil))
    }
    if isReadStrictly(place.path) { return blanks }
    switch place.field.type {
    case .number:
      return blanks
        + [("8", 8), (" 12 ", 12), ("1.5", 1.5), ("0", 0), ("1e1", 10), ("-3", -3)].map {
          spelling($0, $1)
        }
    case .toggle:
      return blanks
        + [("true", true), ("false", false), ("False", false)].map { spelling($0, $1) }
    case .choice(let choices):
      return blanks
        + choices.flatMap { choice in
          choice.otherSpellings.map { spelling(.text($0), choice.value) }
            + (choice.value.number.map { [spelling(.text($0.spelling), choice.value)] } ?? [])
        }
    default: return blanks
    }
  }

  static func with(_ path: JSONPath, _ value: JSONValue?) -> JSONValue {
    var document = Calendars.document(calendar)
    document.set(path, to: value)
    return document.current
  }

  static func lines(_ calendar: JSONValue) -> [String] {
    CalendarSummary(
      calendar: calendar, type: .roundRobin, names: ["u1": "Ana"], today: Calendars.today
    ).lines.map { "\($0.topic.title): \($0.text)" }
  }

  @Test func thereAreManyOfEveryKind() {
    #expect(Self.places.count > 70)
    #expect(Self.spellings.count > 300)
    for meant in [8, true, 1, 0.5, "zoom_conference"] as [JSONValue] {
      #expect(Self.spellings.contains { $0.meant == meant }, "\(meant)")
    }
  }

  @Test func theOverviewSaysWhatIsMeant() {
    for spelling in Self.spellings {
      let odd = Self.lines(Self.with(spelling.path, spelling.odd))
      #expect(
        odd == Self.lines(Self.with(spelling.path, spelling.meant)),
        "\(spelling.path) \(spelling.odd)")
      for line in odd { expectWellSaid(line, spelling) }
    }
  }

  @Test func thePreviewOffersWhatIsMeant() {
    let now = CalendarMoment(Calendars.today, minute: 0)
    func days(_ path: JSONPath, _ value: JSONValue?) -> [String] {
      var calendar = Self.with(path, value).object ?? JSONObject()
      // Both kinds of hours, so that there are starts.
      if path != CalendarKey.availabilityType.path { calendar["availabilityType"] = nil }
      let preview = SlotPreview(calendar: .object(calendar), now: now)
      return preview.days(from: now.date, count: 9).map { "\($0.starts) \($0.hidden) \($0.text)" }
        + preview.remarks.map(\.text)
    }
    for spelling in Self.spellings {
      let odd = days(spelling.path, spelling.odd)
      #expect(odd == days(spelling.path, spelling.meant), "\(spelling.path) \(spelling.odd)")
      for text in odd where !text.hasPrefix("[") { expectWellSaid(text, spelling) }
    }
  }

  /// The form and the review say it in the same words; the review tells both spellings apart.
  @Test func formAndReviewSayWhatIsMeant() {
    for spelling in Self.spellings {
      let words = Wording.value(spelling.odd, of: spelling.field)
      expectWellSaid(words, spelling)
      if let meant = spelling.meant {
        // Another spelling of a number is shown as it is: 1e1.
        if spelling.odd != "1e1" {
          #expect(
            Wording.meaning(spelling.odd, of: spelling.field)
              == Wording.meaning(meant, of: spelling.field), "\(spelling.path) \(spelling.odd)")
        }
        if !areEquivalent(spelling.odd, meant) {
          #expect(words != Wording.value(meant, of: spelling.field))
        }
      }
      var document = Calendars.document(Self.with(spelling.path, spelling.odd))
      document.set(spelling.path, to: "other")
      let review = ReviewLine.all(of: document).map(\.text)
      #expect(!review.isEmpty || spelling.field.isReadOnly, "\(spelling.path)")
      for line in review { expectWellSaid(line, spelling) }
    }
  }

  /// What means nothing is said to mean nothing, by all of them.
  @Test func whatMeansNothingIsSaidAsSuch() {
    let nonsense: [JSONValue] = [
      "nonsense", 17, -1, true, [], [:], ["x"], ["a": 1], [[:]], 1.25, "2026-02-30",
    ]
    for (path, field) in Self.places {
      for value in nonsense {
        let spelling = Spelling(path: path, field: field, odd: value, meant: nil)
        let calendar = Self.with(path, value)
        let words = Wording.value(value, of: field)
        expectWellSaid(words, spelling)
        for line in Self.lines(calendar) { expectWellSaid(line, spelling) }
        let preview = SlotPreview(
          calendar: calendar, now: CalendarMoment(Calendars.today, minute: 0))
        for day in preview.days(from: Calendars.today, count: 3) {
          expectWellSaid(day.text, spelling)
        }
        for remark in preview.remarks { expectWellSaid(remark.text, spelling) }
        // The overview names a value that it cannot understand as the form does.
        if path.count == 1, words.hasSuffix(")"), let line = Self.topics[path.topKey ?? ""] {
          let text = Self.lines(calendar).first { $0.hasPrefix(line + ": ") } ?? ""
          #expect(text.contains(words), "\(path) \(value): \(text)")
        }
      }
    }
  }

  /// The line of the overview that tells of a property.
  static let topics: [String: String] = [
    "isActive": "What", "widgetType": "What", "eventType": "Who",
    "teamMembers": "Who", "openHours": "Week", "availabilities": "Dates",
    "availabilityType": "When", "slotDuration": "How long", "slotInterval": "How long",
    "slotBuffer": "How long", "preBuffer": "How long", "allowBookingAfter": "Limits",
    "allowBookingFor": "Limits", "appoinmentPerSlot": "Limits", "appoinmentPerDay": "Limits",
    "lookBusyConfig": "Look busy", "enableRecurring": "Recurring",
    "formSubmitType": "After booking", "autoConfirm": "Policy", "allowReschedule": "Policy",
    "allowCancellation": "Policy", "shouldSendAlertEmailsToAssignedMember": "Notified",
    "notifications": "Notified",
  ]

  /// No empty word, no two blanks, nothing that is cut off.
  private func expectWellSaid(_ said: String, _ spelling: Spelling) {
    // A text that can be anything is quoted with the blanks that are sent.
    let text = said.replacing("\"  \"", with: "\"\"")
    let isWell =
      !text.isEmpty && text == text.trimmed
      && !["  ", " ,", " ;", ",,", "; ;", ", ,", "()", ": ,", ": ;", " ."].contains(
        where: text.contains)
      && !text.hasSuffix(":") && !text.hasSuffix("→") && !text.contains(": →")
    #expect(isWell, "\(spelling.path) \(spelling.odd): \(text)")
  }

  @Test(
    arguments: [
      ("appoinmentPerDay", "8", "8 (as text)"), ("appoinmentPerDay", "", #""" (no limit)"#),
      ("appoinmentPerDay", "abc", #""abc" (not a number)"#),
      ("slotDuration", " ", #""" (default 30)"#), ("isActive", "true", "yes (as text)"),
      ("isActive", "on", #""on" (neither yes nor no)"#), ("enableRecurring", .null, "null"),
      ("availabilityType", "1", "Date-specific hours only (as text)"),
      ("availabilityType", "2", #""2" (unknown)"#), ("widgetType", "", #""" (empty)"#),
      ("teamMembers[0].priority", "0.5", "Medium (as text)"),
      ("locationConfigurations[0].kind", "google_meet", "Google Meet (as google_meet)"),
      ("locationConfigurations[0].kind", "ms_teams", "MS Teams (as ms_teams)"),
      (
        "availabilities[0].date", "2026-12-24T05:00:00.000Z",
        "2026-12-24 (as 2026-12-24T05:00:00.000Z)"
      ), ("availabilities[0].date", "31.12.2026", #""31.12.2026" (not a date)"#),
      ("openHours", "odd", #""odd" (not understood)"#),
    ] as [(JSONPath, JSONValue, String)])
  func inWords(_ path: JSONPath, _ value: JSONValue, _ words: String) {
    #expect(Wording.value(value, of: CalendarSchema.field(at: path)) == words)
  }

  @Test func aNumberWithItsUnit() {
    func words(_ number: JSONValue?, _ unit: JSONValue?) -> String {
      Wording.value(
        of: .allowBookingAfter,
        in: Calendars.full(["allowBookingAfter": number, "allowBookingAfterUnit": unit]))
    }
    #expect(words(90, "mins") == "90 min")
    #expect(words("2", "days") == "2 days (as text)")
    #expect(words(2, nil) == "2 days")
    #expect(words(2, "years") == #"2 "years" (unknown)"#)
    #expect(words("", "days") == #""" (no limit)"#)
    #expect(words("soon", "days") == #""soon" (not a number)"#)
  }
}
