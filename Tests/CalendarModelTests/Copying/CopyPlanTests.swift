import JSON
import Testing

@testable import CalendarModel

@Suite("Choosing what is copied") struct CopyChoicesTests {
  @Test func everyEditableFieldIsOneChoice() {
    let fields = Section.allCases.flatMap { CopyChoices.fields(in: $0) }
    #expect(Set(fields.map(\.key)).count == fields.count)
    let units = QuantityField.all.filter { !$0.isUnitFixed }.map(\.unit.key)
    let editable = CalendarSchema.all.filter { !$0.isReadOnly }.map(\.key)
    #expect(Set(fields.map(\.key)).union(units) == Set(editable))
  }

  @Test func whatIsACalendarsOwnIsLeftOut() {
    let usual = CopyChoices.usual
    for key: CalendarKey in [.name, .slug, .widgetSlug, .groupId, .teamMembers, .alertEmail] {
      #expect(!usual.isChosen(key.rawValue), "\(key)")
    }
    for key: CalendarKey in [.slotDuration, .openHours, .availabilities, .lookBusyConfig] {
      #expect(usual.isChosen(key.rawValue), "\(key)")
    }
    for key in CopyChoices.own { #expect(CalendarSchema.field(key)?.isReadOnly == false) }
    #expect(usual.dates == .add)
  }

  @Test func sectionsAndFields() {
    var choices = CopyChoices(["slotDurationUnit", "id", "slotBufferUnit", "version", "nonsense"])
    #expect(choices.keys == ["slotDuration", "slotBuffer"])
    #expect(choices.extent(of: .slots) == .some)
    choices.choose(.slots)
    #expect(choices.extent(of: .slots) == .all)
    choices.choose("slotIntervalUnit", false)
    #expect(!choices.isChosen("slotInterval"))
    choices.choose(.slots, false)
    #expect(choices.keys.isEmpty)
    #expect(CopyChoices.everything.extent(of: .general) == .all)
    #expect(CopyChoices.usual.extent(of: .team) == .some)
  }
}

@Suite("Copying settings") struct CopyPlanTests {
  private static func target(_ changes: [String: JSONValue?] = [:]) -> CalendarDocument {
    Calendars.document(Calendars.full(changes))
  }

  private func copied(
    _ source: [String: JSONValue?], to target: CalendarDocument, only keys: String...,
    dates: CopyChoices.Dates = .add
  ) -> (document: CalendarDocument, report: CopyReport) {
    var choices = CopyChoices(keys)
    choices.dates = dates
    var document = target
    let report = CopyPlan(from: Calendars.full(source), choices: choices).apply(to: &document)
    return (document, report)
  }

  @Test func oneStepWithATitle() {
    let source: [String: JSONValue?] = ["slotDuration": 45, "notes": "Other", "name": "Long talk"]
    let (document, report) = copied(source, to: Self.target(), only: "slotDuration", "notes")
    #expect(document.undoSteps.count == 1)
    #expect(document.undoSteps[0].title == "Copy 2 settings from Long talk")
    #expect(report.headline == "2 settings change")
    #expect(
      report.sentences == [
        "Slot duration: 30 min → 45 min", "Notes: \"Bring coffee\" → \"Other\"",
      ])
    let one = copied(source, to: Self.target(), only: "slotDuration")
    #expect(one.document.undoSteps[0].title == "Copy slot duration from Long talk")
    #expect(one.document["notes"] == "Bring coffee")
    let none = copied([:], to: Self.target(), only: "slotDuration", "notes")
    #expect(none.document.undoSteps.isEmpty)
    #expect(none.report.headline == "Nothing differs")
    #expect(none.report.lines.map(\.outcome) == [.same, .same])
  }

  @Test func theReportLeavesTheTargetAlone() {
    let target = Self.target()
    let plan = CopyPlan(from: Calendars.full(["slotDuration": 45]), choices: .everything)
    let report = plan.report(for: target)
    #expect(report.changed.map(\.key) == ["slotDuration"])
    #expect(target.undoSteps.isEmpty)
    #expect(!target.isModified)
  }

  @Test func editsOfTheSourceCount() {
    var source = Self.target()
    source.set("slotDuration", to: 50)
    var document = Self.target()
    CopyPlan(from: source).apply(to: &document)
    #expect(document["slotDuration"] == 50)
  }

  @Test func nullIsAValueAndAbsentIsNone() {
    let null = copied(
      ["notes": .null, "availabilityType": .null], to: Self.target(["availabilityType": 0]),
      only: "notes", "availabilityType")
    #expect(null.document["notes"] == .null)
    #expect(null.document["availabilityType"] == .null)
    let absent = copied(["notes": nil], to: Self.target(), only: "notes")
    #expect(absent.document["notes"] == "Bring coffee")
    #expect(absent.report.skipped.count == 1)
    let both = copied(["notes": nil], to: Self.target(["notes": nil]), only: "notes")
    #expect(both.report.lines.map(\.outcome) == [.same])
  }

  // MARK: Numbers with units

  @Test func aNumberKeepsItsMeaning() {
    let hours = Self.target(["slotDuration": 2, "slotDurationUnit": "hours"])
    // The source says no unit, which is minutes.
    let bare = copied(["slotDurationUnit": nil], to: hours, only: "slotDuration")
    #expect(bare.document["slotDuration"] == 30)
    #expect(bare.document["slotDurationUnit"] == "mins")
    let same = copied(["slotDuration": 120], to: hours, only: "slotDuration")
    #expect(same.document["slotDurationUnit"] == "mins")
    #expect(same.document["slotDuration"] == 120)
    // The unit of the buffer behind cannot be sent.
    let fixed = copied(
      ["slotBuffer": 90], to: Self.target(["slotBufferUnit": "hours"]), only: "slotBuffer")
    #expect(fixed.document["slotBuffer"] == 1.5)
    #expect(fixed.document["slotBufferUnit"] == "hours")
    let odd = copied(
      ["slotBuffer": 10], to: Self.target(["slotBufferUnit": "hours"]), only: "slotBuffer")
    #expect(odd.report.skipped.first?.reason.contains("cannot be changed") == true)
    #expect(odd.document.undoSteps.isEmpty)
    let unknown = copied(
      ["slotBuffer": 10, "slotBufferUnit": "fortnights"], to: Self.target(), only: "slotBuffer")
    #expect(unknown.report.skipped.first?.reason.contains("fortnights") == true)
  }

  // MARK: The team

  @Test func membersAreMatchedByUser() throws {
    let target = Self.target([
      "teamMembers": [
        [
          "userId": "u1", "priority": 0.5, "isPrimary": true, "selected": true,
          "locationConfigurations": [
            ["kind": "zoom_conference", "meetingId": "m1", "location": ""]
          ],
        ],
        ["userId": "u3", "isZoomAdded": "true"],
      ]
    ])
    let (document, report) = copied(
      [
        "teamMembers": [
          ["userId": "u2", "priority": 1, "isPrimary": true, "selected": false],
          [
            "userId": "u1", "priority": 0, "meetingLocation": "x",
            "locationConfigurations": [["kind": "zoom_conference", "meetingId": "other"]],
          ],
        ]
      ], to: target, only: "teamMembers")
    let rows = try #require(document["teamMembers"]?.array)
    #expect(rows.map { $0[key: "userId"] } == ["u2", "u1"])
    #expect(rows[0][key: "selected"] == nil)
    #expect(rows[1][key: "selected"] == true)
    #expect(rows[1][key: "meetingLocation"] == nil)
    #expect(rows[1][key: "priority"] == 0)
    #expect(rows[1][key: "isPrimary"] == nil)
    #expect(rows[1]["locationConfigurations[0].meetingId"] == "m1")
    #expect(rows[1]["locationConfigurations[0].location"] == nil)
    #expect(report.changed.count == 1)
  }

  /// What the service keeps of a Zoom meeting means nothing for an address.
  @Test func anotherKindOfPlaceKeepsNothing() {
    let zoom: JSONValue = [
      ["userId": "u1", "locationConfigurations": [["kind": "zoom_conference", "meetingId": "m1"]]]
    ]
    let (document, _) = copied([:], to: Self.target(["teamMembers": zoom]), only: "teamMembers")
    #expect(document["teamMembers[0].locationConfigurations[0].meetingId"] == nil)
    #expect(document["teamMembers[0].locationConfigurations[0].kind"] == "physical")
  }

  // MARK: Hours

  @Test func weeksAreCopiedByDay() throws {
    let monday = Calendars.week([1], Calendars.hour(9, 12)).setting("_id", "e1")
    let target = Self.target([
      "openHours": [monday, Calendars.week([2], Calendars.hour(9, 17))]
    ])
    let source: JSONValue = [
      Calendars.week([1], Calendars.hour(9, 12)).setting("_id", "other"),
      Calendars.week([3], Calendars.hour(9, 17)),
    ]
    let (document, report) = copied(["openHours": source], to: target, only: "openHours")
    #expect(document.weekHours.text == "Mon 09:00–12:00; Wed 09:00–17:00")
    #expect(document["openHours[0]"] == monday)
    #expect(report.sentences.count == 2)
    // Other entries that say the same are no difference.
    let split: JSONValue = [
      Calendars.week([2], Calendars.hour(9, 17)), Calendars.week([1], Calendars.hour(9, 12)),
    ]
    #expect(copied(["openHours": split], to: target, only: "openHours").report.changed.isEmpty)
    let odd = copied(
      ["openHours": [Calendars.week([1], Calendars.hour(22, 6))]], to: target, only: "openHours")
    #expect(odd.report.skipped.count == 1)
    let closed = copied(["openHours": []], to: target, only: "openHours").document
    #expect(closed.weekHours.isClosed)
  }

  private static func date(_ text: String, _ hours: JSONValue..., id: String? = nil) -> JSONValue {
    let row: JSONValue = ["date": .text("\(text)T00:00:00.000Z"), "hours": .array(hours)]
    return id.map { row.setting("id", .text($0)) } ?? row
  }

  private static let sourceDates: JSONValue = [
    date("2026-01-01", id: "s0"), date("2026-12-24", id: "s1"),
    date("2026-12-25", Calendars.hour(9, 12), id: "s2"), date("2026-12-31", id: "s3"),
  ]

  private static let targetDates: JSONValue = [
    date("2026-02-02", id: "t0"), date("2026-12-25", Calendars.hour(10, 11), id: "t1"),
    date("2027-01-06", id: "t2"), date("2027-01-07"),
    date("2026-12-31", Calendars.hour(9, 10), id: "t3").setting("deleted", true),
  ]

  @Test(arguments: CopyChoices.Dates.allCases)
  func datesKeepTheIdsOfTheTarget(_ dates: CopyChoices.Dates) {
    let (document, report) = copied(
      ["availabilities": Self.sourceDates], to: Self.target(["availabilities": Self.targetDates]),
      only: "availabilities", dates: dates)
    let rows = document["availabilities"]?.array ?? []
    func row(_ date: String) -> JSONValue? {
      rows.first { $0[key: "date"]?.text?.hasPrefix(date) == true }
    }
    #expect(row("2026-12-25")?.serviceID == "t1")
    #expect(DateEntry(row("2026-12-25") ?? .null).ranges == [HourRange(open: 540, close: 720)])
    #expect(row("2026-12-24")?.serviceID == nil)
    #expect(row("2026-12-24")?[key: "hours"] == [])
    #expect(row("2026-12-31")?.serviceID == "t3")
    #expect(row("2026-12-31").map(DateEntry.isDeleted) == false)
    // What has passed stays on either side.
    #expect(row("2026-01-01") == nil)
    #expect(row("2026-02-02").map(DateEntry.isDeleted) == false)
    #expect(row("2027-01-06").map(DateEntry.isDeleted) == (dates == .replace))
    #expect((row("2027-01-07") == nil) == (dates == .replace))
    #expect(report.lines[0].warnings == ["1 date of the source has passed and is left out."])
    let ids = rows.compactMap(\.serviceID)
    #expect(!ids.contains { $0.hasPrefix("s") })
  }

  @Test func oneBrokenDateDoesNotHoldTheOthers() {
    let broken = Self.date("2026-12-26", ["openHour": 99], id: "x")
    let (document, report) = copied(
      ["availabilities": .array((Self.sourceDates.array ?? []) + [broken, ["hours": []]])],
      to: Self.target(), only: "availabilities", dates: .replace)
    #expect(document.dateState(of: Calendars.date(2026, 12, 24)) == .closed)
    #expect(document.dateState(of: Calendars.date(2026, 12, 26)) == .none)
    #expect(report.lines[0].warnings.count == 3)
    let none = copied(
      ["availabilities": Self.sourceDates], to: Self.target(["availabilities": nil]),
      only: "availabilities")
    #expect(none.document["availabilities"]?.array?.count == 3)
  }

  @Test func objectsKeepWhatNoDocumentLists() {
    let (document, _) = copied(
      ["recurring": ["freq": "DAILY", "count": 2, "weekDays": ["MO"]]],
      to: Self.target(["recurring": ["freq": "WEEKLY", "bookingOption": "skip", "interval": 1]]),
      only: "recurring")
    #expect(document["recurring"] == ["freq": "DAILY", "interval": 1, "count": 2])
  }

  // MARK: What is not copied

  static let broken: [(String, JSONValue, String)] = [
    ("appoinmentPerDay", "8" as JSONValue, "is a text"),
    ("slotDurationUnit", "days", "is not one of"),
    ("guestType", "x", "is not one of"), ("autoConfirm", "yes", "must be yes or no"),
    ("recurring", ["count": 99], "24"), ("openHours", "9-5", "a list"),
    ("availabilities", "none", "a list"), ("notifications", [["type": "email"]], "is required"),
    ("teamMembers", [["priority": 1]], "is required"),
  ]

  @Test(arguments: broken.indices)
  func brokenValuesStay(_ index: Int) {
    let (key, value, reason) = Self.broken[index]
    let target = Self.target([
      "slotDuration": 45, "guestType": "collect_detail", "autoConfirm": false,
    ])
    let (document, report) = copied([key: value], to: target, only: key)
    #expect(document.undoSteps.isEmpty)
    #expect(report.skipped.first?.reason.contains(reason) == true, "\(report.sentences)")
  }

  @Test func idsOfAnotherSubAccountMeanNothing() {
    let (document, report) = copied(
      [
        "locationId": "l2", "groupId": "g9", "formId": "f9", "pixelId": "p9",
        "teamMembers": [["userId": "u9"]],
      ], to: Self.target(), only: "groupId", "formId", "pixelId", "teamMembers")
    #expect(report.skipped.map(\.line.key) == ["groupId", "formId"])
    #expect(document["pixelId"] == "p9")
    #expect(report.lines.first { $0.key == "teamMembers" }?.warnings.count == 1)
  }

  @Test func hostileSources() {
    for source: JSONValue in [.null, 7, "x", [], [:], ["id": 3, "name": "\u{1B}[2J"]] {
      var document = Self.target()
      let report = CopyPlan(from: source, choices: .everything).apply(to: &document)
      #expect(report.lines.count == CopyChoices.everything.keys.count)
      #expect(document.undoSteps.count == (report.changed.isEmpty ? 0 : 1))
    }
  }
}
