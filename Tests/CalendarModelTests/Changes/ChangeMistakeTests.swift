import JSON
import Testing

@testable import CalendarModel

@Suite("Changes that cannot be read or made")
struct ChangeMistakeTests {
  static let cases: [(argument: String, message: String)] = [
    (
      "slotDuraton=30",
      "\"slotDuraton\" is not the name of a field. Did you mean slotDuration"
    ),
    ("teamMembers[1].priority=hgh", "\"hgh\" is not a priority: low, medium, high."),
    ("teamMembers[1].prioritt=high", "Did you mean priority?"),
    ("slotDuration=45 parsecs", "Slot duration: \"parsecs\" is not a unit"),
    ("slotDuration=", "an update cannot take a property away"),
    ("lookBusyConfig.enabled=", "unset lookBusyConfig.enabled takes it away"),
    ("slotDuration", "changes nothing: write FIELD=VALUE."),
    ("=3", "is not the name of a field"),
    ("openHours.mon=25-26", "Weekly hours › Mon: "),
    ("openHours.funday=9-17", "\"funday\" is not a weekday"),
    ("openHours=9-17", "Name the days"),
    ("dates=closed", "Date-specific hours: "), ("dates.2026-02-30=closed", "no day"),
    ("openHours+=mon", "takes no row"), ("openHours.mon.daysOfTheWeek=tue", "has no parts"),
    ("calendarType=event", "The service sets Calendar type"), ("id=c3", "The service sets"),
    ("slotBufferUnit=hours", "The service sets"), ("updated=today", "The service sets"),
    ("dates.2027-01-04.id=x", "The service sets Entry id"),
    ("locations[1].meetingId=x", "stands in answers only"),
    ("teamMembers[1].selected=yes", "is not a property of a team member"),
    ("version:=1", "is not the name of a field"),
    ("priority=high", "write teamMembers[1].priority"),
    ("teamMembers.priority=high", "name a row, as in teamMembers[1].priority"),
    ("teamMembers.1.priority=high", "as in teamMembers[1].priority."),
    ("teamMembers.0.priority=high", "as in teamMembers[1].priority."),
    ("teamMembers.2=Ana", "as in teamMembers[2]."),
    ("teamMembers[1].locationConfigurations.1.kind=zoom", "locationConfigurations[1].kind."),
    ("notifications.1.type=email", "as in notifications[1].type."),
    ("dur=45", "Did you mean slotDuration"),
    (
      "teamMembers['Jonas Brg'].priority=high",
      "There is no team member \"Jonas Brg\" here: Jonas Berg"
    ),
    ("teamMembers[3].priority=high", "There is no team member 3 here; there are 1."),
    ("teamMembers[0].priority=high", "Rows are counted from 1."),
    ("teamMembers+=Ana Silvo", "Did you mean Ana Silva?"),
    ("teamMembers=Ana", "teamMembers+=USER"), ("name[1]=x", "is no list"),
    ("name.first=x", "has no parts"), ("name+=x", "is no list"),
    ("isActive=perhaps", "neither on nor off"), ("appoinmentPerDay=many", "is not a number"),
    ("appoinmentPerDay:=\"8\"", "\"8\" is a text"), ("name:=5", "This must be a text"),
    ("name:=Intro", "is not JSON"), ("recurring:={\"interval\":1}", "is not documented"),
    ("recurring:={\"freq\":\"DAILY\",\"freq\":\"WEEKLY\"}", "stands there twice"),
    ("recurring=every 2 weeks", "An update cannot say every 2 weeks"),
    ("recurring=weekly, daily", "said twice"), ("recurring=sometimes", "is not understood"),
    ("lookBusy=very", "Write on, off, or a percentage"),
    ("notifications[1].selectedUsers=a@b.c, nobody", "is not an e-mail address"),
    ("dates.2026-12-24..26.deleted=yes", "name one date"),
    ("dates.2026-12-24..26:={}", "name one date"),
    ("openHours.mon:=[{\"openHour\":9}]", "cannot be read"),
    ("openHours.mon:=9", "must be a list"),
    ("group=No such group", "Nothing is called"), ("name=a\u{1B}[2Jb", "control character"),
    ("teamMembers[u1.priority=high", "changes nothing"),
    ("teamMembers['u1].priority=high", "changes nothing"),
    ("[", "changes nothing"), ("[=", "changes nothing"), ("a]=1", "is not the name of a field"),
    ("teamMembers[[1]]=1", ""), ("teamMembers[]=1", "counted from 1"),
    ("🦆=1", "is not the name of a field"),
  ]

  @Test("A mistake says what is wrong, and nothing is changed", arguments: cases.indices)
  func mistakes(_ index: Int) {
    let (argument, message) = Self.cases[index]
    let found = Changing.mistake(argument)
    #expect(
      found?.contains(message) == true || message.isEmpty && found != nil,
      "\(argument): \(found ?? "none")")
  }

  @Test("One mistake keeps all other changes from being made")
  func allOrNothing() throws {
    var document = Changing.document()
    let changes = try Changing.set("notes=x", "teamMembers[u9].priority=low")
    #expect(throws: CalendarChanges.Mistake.self) { try changes.apply(to: &document) }
    #expect(document.current == Calendars.full)
  }

  static let twiceTheSame = [
    ["notes=a", "notes=b"], ["openHours.mon-fri=9-12", "openHours.wed=closed"],
    ["dates=24 dec closed", "dates.2026-12-24=9-12"],
    ["lookBusy=40%", "lookBusyConfig.enabled=off"],
    ["openHours:=[]", "openHours.mon=9-12"], ["duration=1h", "slotDurationUnit=mins"],
    ["recurring=weekly", "enableRecurring=off"], ["dates=24 dec closed; 23..25 dec 9-12"],
  ]

  @Test("A place is changed once", arguments: twiceTheSame)
  func twice(_ arguments: [String]) {
    #expect(throws: CalendarChanges.Mistake.self) {
      try CalendarChanges(setting: arguments, today: Calendars.today)
    }
  }

  @Test("One row under two names is changed once")
  func sameRow() throws {
    var document = Changing.document()
    let changes = try Changing.set(
      "teamMembers['Jonas Berg'].priority=high", "teamMembers[1].priority=low")
    #expect(throws: CalendarChanges.Mistake.self) { try changes.apply(to: &document) }
    #expect(document.current == Calendars.full)
  }

  @Test("Several rows that are meant have to be told apart by number")
  func several() throws {
    let calendar = Calendars.full([
      "locationConfigurations": [["kind": "custom", "location": "A"], ["kind": "custom"]]
    ])
    #expect(
      Changing.mistake("locations[custom].location=B", in: Changing.document(calendar))?
        .contains("[1], [2]") == true)
    let document = try Changing.applied(
      ["locations[2].location=B"], to: Changing.document(calendar))
    #expect(document["locationConfigurations[1].location"] == "B")
  }

  static let hostileNames = [
    String(repeating: "a", count: 10_000), String(repeating: "[", count: 10_000),
    String(repeating: "teamMembers[", count: 300),
    "teamMembers[" + String(repeating: "'", count: 999),
    "openHours." + String(repeating: "mon,", count: 2000),
    "a" + String(repeating: "\u{301}", count: 5000),
    "\u{0}", "\u{202E}name", "dates." + String(repeating: ".", count: 500),
    "teamMembers[\"\\ud800\"].priority",
    "teamMembers[99999999999999999999]", "...", "›", "", " ",
  ]

  @Test("Hostile names end in a short sentence without hidden characters", arguments: hostileNames)
  func hostile(_ name: String) {
    for argument in [name, name + "=1", name + ":=1", name + "+=1", "notes=" + name] {
      do {
        var document = Changing.document()
        try CalendarChanges(setting: [argument], today: Calendars.today).apply(to: &document)
      } catch {
        #expect(error.message.count < 2000)
        #expect(!error.message.unicodeScalars.contains(where: ChangeText.isHidden))
      }
      _ = try? CalendarChanges(unsetting: [argument], today: Calendars.today)
      _ = ChangeNames.completions(argument)
      _ = ChangeNames.values(ofFieldNamed: argument)
      _ = try? FieldReading.value(named: argument, in: Changing.document(), today: Calendars.today)
    }
  }

  @Test("Deep JSON is refused or taken, never fatal")
  func deep() {
    let deep = String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000)
    #expect(Changing.mistake("notifications:=" + deep) != nil)
    #expect(Changing.mistake("notifications+:=" + deep) != nil)
  }
}
