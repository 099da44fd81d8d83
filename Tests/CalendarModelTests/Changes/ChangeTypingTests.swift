import JSON
import Testing

@testable import CalendarModel

@Suite("Changes make the edits of the forms")
struct ChangeTypingTests {
  typealias Form = @Sendable (inout CalendarDocument) throws -> Void

  static let hours = [HourRange(open: 540, close: 720), HourRange(open: 780, close: 1020)]

  static let cases: [(String, Form)] = [
    ("slotDuration=45 min", { $0.set("slotDuration", to: 45) }),
    ("slot duration=45 min", { $0.set("slotDuration", to: 45) }),
    ("Slot-Duration=45", { $0.set("slotDuration", to: 45) }),
    ("duration=1h", { $0.set(QuantityField("slotDuration")!, to: Quantity(1, .hours)) }),
    ("buffer=1h", { $0.set("slotBuffer", to: 60) }),
    ("notice=2 weeks", { $0.set(QuantityField("allowBookingAfter")!, to: Quantity(2, .weeks)) }),
    ("slotDurationUnit=hour", { $0.set("slotDurationUnit", to: "hours") }),
    (
      "openHours.mon-fri=9-12, 13-17",
      { $0.setWeekHours(WeekHours.hours(hours, on: 1...5)) }
    ),
    ("openHours[mon,tue]=closed", { $0.setWeekHours([1: [], 2: []]) }),
    ("weekly hours.sat=9-12, 13-17", { $0.setWeekHours([6: hours]) }),
    (
      "openHours=mon-fri 9-12, 13-17; sat closed",
      { $0.setWeekHours(try WeekTyping("mon-fri 9-12, 13-17; sat closed", day: 1).hours) }
    ),
    ("openHours[1].hours=9-12, 13-17", { $0.setWeekHours(WeekHours.hours(hours, on: 1...5)) }),
    (
      "dates=2026-12-24..31 closed",
      {
        $0.setDateHours([], on: (24...31).map { Calendars.date(2026, 12, $0) })
      }
    ),
    (
      "dates=24 dec 9-12, 13-17; 31 dec closed",
      {
        $0.setDateHours(hours, on: [Calendars.date(2026, 12, 24)])
        $0.setDateHours([], on: [Calendars.date(2026, 12, 31)])
      }
    ),
    ("dates.2026-12-24=closed", { $0.setDateHours([], on: [Calendars.date(2026, 12, 24)]) }),
    ("dates.2027-01-04=9-12, 13-17", { $0.setDateHours(hours, on: [Calendars.date(2027, 1, 4)]) }),
    ("dates[4 jan].hours=closed", { $0.setDateHours([], on: [Calendars.date(2027, 1, 4)]) }),
    (
      "date[2027-01-04].date=5 jan 2027",
      {
        $0.set("availabilities[0].date", to: "2027-01-05T00:00:00.000Z")
      }
    ),
    ("dates.2027-01-04.deleted=yes", { $0.set("availabilities[0].deleted", to: true) }),
    ("teamMembers['Jonas Berg'].priority=high", { $0.set("teamMembers[0].priority", to: 1) }),
    ("team members[u1].Priority=Low", { $0.set("teamMembers[0].priority", to: 0) }),
    ("member[1].isPrimary=off", { $0.set("teamMembers[0].isPrimary", to: false) }),
    (
      "teamMembers[\"jonas berg\"].locations[Address].location=Side Street 2",
      { $0.set("teamMembers[0].locationConfigurations[0].location", to: "Side Street 2") }
    ),
    (
      "teamMembers+=Ana Silva",
      { $0.insert(["userId": "u2", "priority": 0.5], into: "teamMembers", at: 1) }
    ),
    ("teamMembers-=Jonas Berg", { $0.removeRow(0, of: "teamMembers") }),
    (
      "locations[1].location=Room 5", { $0.set("locationConfigurations[0].location", to: "Room 5") }
    ),
    (
      "locations[custom].kind=zoom",
      { $0.set("locationConfigurations[0].kind", to: "zoom_conference") }
    ),
    (
      "locationConfigurations+=Google Meet",
      { $0.insert(["kind": "google_conference"], into: "locationConfigurations", at: 1) }
    ),
    (
      "notifications[email].selectedUsers=a@example.com",
      { $0.set("notifications[0].selectedUsers", to: "a@example.com") }
    ),
    ("notifications[1].To guests=on", { $0.set("notifications[0].shouldSendToGuest", to: true) }),
    (
      "lookBusy=40%",
      {
        $0.set("lookBusyConfig.enabled", to: true)
        $0.set("lookBusyConfig.LookBusyPercentage", to: 40)
      }
    ),
    ("look busy.percent=40 %", { $0.set("lookBusyConfig.LookBusyPercentage", to: 40) }),
    ("lookBusy=on", { $0.set("lookBusyConfig.enabled", to: true) }),
    ("percent hidden=5", { $0.set("lookBusyConfig.LookBusyPercentage", to: 5) }),
    (
      "recurring=daily, 8 times",
      {
        $0.set("enableRecurring", to: true)
        $0.set("recurring.freq", to: "DAILY")
        $0.set("recurring.count", to: 8)
      }
    ),
    (
      "repeats=every month",
      {
        $0.set("enableRecurring", to: true)
        $0.set("recurring.freq", to: "MONTHLY")
      }
    ),
    ("recurring.count=3 times", { $0.set("recurring.count", to: 3) }),
    (
      "openHours.tue:=[{\"openHour\":9,\"openMinute\":0,\"closeHour\":12,\"closeMinute\":0}]",
      { $0.setWeekHours([2: [hours[0]]]) }
    ),
    ("dates.2027-01-04.hours:=[]", { $0.set("availabilities[0].hours", to: []) }),
    ("state=draft", { $0.set("isActive", to: false) }),
    ("availability=dates-specific hours only", { _ in throw Changes.no }),
    ("availability=weekly hours only", { $0.set("availabilityType", to: 0) }),
    ("widget layout=neo", { $0.set("widgetType", to: "default") }),
    ("widgetType=default", { $0.set("widgetType", to: "default") }),
    ("group=sales", { _ in }),
    ("group=g2", { $0.set("groupId", to: "g2") }),
    ("description=one\ntwo = 2", { $0.set("description", to: "one\ntwo = 2") }),
    ("notes=", { $0.set("notes", to: "") }),
    ("notes:=null", { $0.set("notes", to: .null) }),
    ("recurring:={\"freq\":\"DAILY\"}", { $0.set("recurring", to: ["freq": "DAILY"]) }),
    ("bookings per slot=4 seats", { $0.set("appoinmentPerSlot", to: 4) }),
  ]

  enum Changes: Error { case no }

  @Test("A typed change sends what the form sends", arguments: cases.indices)
  func sameAsForm(_ index: Int) throws {
    let (argument, form) = Self.cases[index]
    var expected = Changing.document()
    do { try form(&expected) } catch {
      #expect(Changing.mistake(argument) != nil)
      return
    }
    let document = try Changing.applied([argument])
    #expect(document.printed == expected.printed, "\(argument)")
    #expect(UpdateBody(document).json == UpdateBody(expected).json)
  }

  static let unsettings: [(String, Form)] = [
    ("slotDuration", { $0.set(QuantityField("slotDuration")!, to: nil) }),
    ("notes", { $0.set("notes", to: nil) }),
    ("teamMembers['Jonas Berg']", { $0.removeRow(0, of: "teamMembers") }),
    ("teamMembers[u1].priority", { $0.set("teamMembers[0].priority", to: nil) }),
    ("dates.2027-01-04", { $0.deleteDates([Calendars.date(2027, 1, 4)]) }),
    ("dates[a1]", { $0.removeRow(0, of: "availabilities") }),
    ("openHours.mon", { $0.setWeekHours([1: []]) }),
    ("locations[1]", { $0.removeRow(0, of: "locationConfigurations") }),
    ("recurring.count", { $0.set("recurring.count", to: nil) }),
    ("teamMembers[u9]", { _ in }), ("dates.2030-01-01", { _ in }),
  ]

  @Test("Unsetting sends what the form sends", arguments: unsettings.indices)
  func unsetting(_ index: Int) throws {
    let (name, form) = Self.unsettings[index]
    var expected = Changing.document()
    try form(&expected)
    let document = try Changing.applied([], unsetting: [name])
    #expect(document.printed == expected.printed, "\(name)")
    // Twice is once, but for rows by their number.
    if name.contains("[1]") { return }
    #expect(
      try Changing.applied([], unsetting: [name, "pixelId"], to: document).undoSteps.count
        == document.undoSteps.count + 1)
  }

  @Test("All changes are one step, which undo takes back to the letter")
  func oneStep() throws {
    let before = Changing.document(Calendars.field)
    var document = try Changing.applied(
      [
        "duration=45 min", "openHours.mon=9-12", "dates.2027-02-03=9-12", "lookBusy=off",
        "teamMembers[u1].priority=high", "teamMembers-=u2",
      ], to: before)
    #expect(document.undoSteps.count == 1)
    #expect(document.undoSteps[0].title == "Change 5 properties")
    let after = document.current
    document.undo()
    #expect(document.current == before.current)
    document.redo()
    #expect(document.current == after)
  }

  @Test("Keys, hours, and lines are those of the changes")
  func keys() throws {
    let changes = try Changing.set("duration=45 min", "lookBusy=40%", "recurring=weekly")
    #expect(
      changes.keys == [
        "slotDuration", "slotDurationUnit", "lookBusyConfig", "recurring", "enableRecurring",
      ])
    #expect(!changes.setsHours)
    #expect(changes.lines == ["slotDuration=45 min", "lookBusyConfig=40%", "recurring=weekly"])
    #expect(try Changing.set("availability=both").setsHours)
    #expect(try Changing.set("dates=24 dec closed").lines == ["availabilities.2026-12-24=closed"])
    let sum = try changes + Changing.set("look busy=off", "notes=x")
    #expect(
      sum.lines == ["slotDuration=45 min", "recurring=weekly", "lookBusyConfig=off", "notes=x"])
    let days =
      try Changing.set("openHours.mon-fri=9-12", "dates=24..26 dec closed")
      + Changing.set("openHours.wed=closed", "dates.2026-12-25=9-12")
    #expect(
      days.lines == [
        "openHours.mon,tue,thu,fri=9-12", "availabilities.2026-12-24,2026-12-26=closed",
        "openHours.wed=closed", "availabilities.2026-12-25=9-12",
      ])
  }
}
