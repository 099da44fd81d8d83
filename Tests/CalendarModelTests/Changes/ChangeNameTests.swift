import JSON
import Testing

@testable import CalendarModel

@Suite("The names of what can be changed")
struct ChangeNameTests {
  /// A row of each list, by which its properties are named.
  private static let rows: [String: String] = [
    "teamMembers": "teamMembers[1]", "locationConfigurations": "locationConfigurations[1]",
    "openHours": "openHours[1]", "availabilities": "availabilities[1]",
    "notifications": "notifications[1]",
    "teamMembers.locationConfigurations": "teamMembers[1].locationConfigurations[1]",
    "openHours.hours": "openHours[1].hours[1]",
    "availabilities.hours": "availabilities[1].hours[1]",
  ]

  /// How a field is named by some word for its last part.
  private static func name(_ place: FieldPlace, _ word: String) -> String {
    let above = place.keys.dropLast().joined(separator: ".")
    return above.isEmpty ? word : (rows[above] ?? above) + "." + word
  }

  static let fields = FieldPlace.all.indices

  @Test(
    "Each field is set by its key and by its label, or refused with a reason", arguments: fields)
  func settable(_ index: Int) throws {
    let place = FieldPlace.all[index]
    for word in [place.field.key, place.field.label, place.field.label.uppercased()] {
      let name = Self.name(place, word)
      do {
        let changes = try CalendarChanges(setting: [name + ":=null"], today: Calendars.today)
        #expect(!place.field.isReadOnly, "\(name)")
        #expect(changes.keys == [place.keys[0]], "\(name)")
        #expect(changes.lines == [Self.name(place, place.field.key) + ":=null"])
        var document = Changing.document()
        try changes.apply(to: &document)
        let path = document.undoSteps.last?.focus
        #expect(path.map { document[$0]?.isNull ?? true } ?? true)
      } catch {
        let isID = place.keys == ["availabilities", "id"]
        #expect(place.field.isReadOnly || isID, "\(name): \(error)")
        #expect(error.message.hasPrefix("The service sets"))
      }
    }
  }

  @Test("Each field can be read by its name", arguments: fields)
  func readable(_ index: Int) throws {
    let place = FieldPlace.all[index]
    let name = Self.name(place, place.field.key)
    let value = try FieldReading.value(
      named: name, in: Changing.document(), today: Calendars.today)
    #expect(value.json != nil, "\(name)")
    #expect(!value.words.isEmpty, "\(name)")
  }

  @Test("Every name that search knows is a place, or says which rows it belongs to")
  func searchNames() throws {
    for name in QueryNames.all {
      guard case .problems = name.subject else {
        do {
          _ = try CalendarChanges(unsetting: [name.text], today: Calendars.today)
        } catch {
          let message = error.message
          #expect(
            message.contains("belongs to a row") || message.contains("name a row")
              || message.hasPrefix("The service sets"), "\(name.text): \(message)")
        }
        continue
      }
    }
  }

  @Test("Completion lists every field that can be set")
  func completions() {
    let all = ChangeNames.completions("")
    for field in CalendarSchema.all {
      #expect(all.contains(field.key) != field.isReadOnly, "\(field.key)")
    }
    #expect(Set(all).count == all.count)
    #expect(ChangeNames.completions("slotD") == ["slotDuration", "slotDurationUnit"])
    #expect(ChangeNames.completions("slot d").contains("slot duration"))
    #expect(ChangeNames.completions("openHours.m") == ["openHours.mon"])
    #expect(
      ChangeNames.completions("teamMembers[x].p") == ["teamMembers[x].priority"])
    #expect(ChangeNames.completions("lookBusyConfig.").count == 2)
    #expect(ChangeNames.completions("nothing like it").isEmpty)
  }

  @Test("Every value that completion offers can be set")
  func values() throws {
    for place in FieldPlace.all where place.keys != ["availabilities", "id"] {
      let name = Self.name(place, place.field.key)
      let values = ChangeNames.values(ofFieldNamed: name)
      switch place.field.type {
      case .toggle, .choice: #expect(values.isEmpty == place.field.isReadOnly, "\(name)")
      default: break
      }
      for value in values {
        var document = Changing.document()
        try CalendarChanges(setting: ["\(name)=\(value)"], today: Calendars.today)
          .apply(to: &document)
      }
    }
    #expect(
      ChangeNames.values(ofFieldNamed: "teamMembers[1].priority") == ["low", "medium", "high"])
    #expect(ChangeNames.values(ofFieldNamed: "nothing").isEmpty)
  }

  static let readings: [(name: String, words: String)] = [
    ("slot duration", "30 min"), ("slotDurationUnit", "minutes"), ("state", "yes"),
    ("openHours.mon", "09:00–17:00"), ("openHours.sat-mon", "Sun, Sat closed; Mon 09:00–17:00"),
    ("openHours", "Sun, Sat closed; Mon–Fri 09:00–17:00"), ("dates.2027-01-04", "10:00–12:30"),
    ("dates.2027-01-05", "unset"), ("teamMembers['Jonas Berg'].priority", "Medium"),
    ("group", "Sales"), ("recurring.count", "4"), ("calendarType", "Round robin"),
    ("look busy.percent", "0"),
  ]

  @Test("Values are read in words", arguments: readings.indices)
  func reading(_ index: Int) throws {
    let (name, words) = Self.readings[index]
    let value = try FieldReading.value(named: name, in: Changing.document(), today: Calendars.today)
    #expect(value.words.lowercased() == words.lowercased(), "\(name)")
  }

  @Test("What no document lists can be read by its key")
  func undocumented() throws {
    let document = Changing.document(Calendars.field)
    #expect(
      try FieldReading.value(named: "stripe", in: document, today: Calendars.today).json == ["a": 1]
    )
  }
}
