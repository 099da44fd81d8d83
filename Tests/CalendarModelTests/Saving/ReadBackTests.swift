import CalendarModel
import JSON
import Testing

/// Settings read back in words: recurrence, look busy, kinds of locations.
@Suite("Read back")
struct ReadBackTests {
  static func rule(
    _ freq: JSONValue?, _ count: JSONValue?, _ option: JSONValue?, _ status: JSONValue?
  ) -> JSONValue {
    var rule = JSONObject()
    rule["freq"] = freq
    rule["count"] = count
    rule["bookingOption"] = option
    rule["bookingOverlapDefaultStatus"] = status
    return .object(rule)
  }

  @Test func everyCombinationOfARule() {
    let frequencies: [(JSONValue?, String)] = [
      ("DAILY", "Daily"), ("WEEKLY", "Weekly"), ("MONTHLY", "Monthly"),
      (nil, "Frequency not set"), (.null, "Frequency not set"), ("", "Frequency not set"),
      ("YEARLY", "Unknown frequency \"YEARLY\""), (1, "Unknown frequency 1"),
    ]
    let counts: [(JSONValue?, String)] = [
      (8, "8 times"), (1, "once"), (8.0, "8 times"), ("8", "8 times"), (0, "0 times"),
      (2.5, "2.5 times"), (30, "30 times (24 at most are taken)"),
      (nil, "number of times not set"), (.null, "number of times not set"),
      ("many", "number of times not understood: \"many\""),
      (true, "number of times not understood: yes"),
    ]
    let options: [(JSONValue?, String)] = [
      ("skip", "if a slot is taken, skip it"),
      ("continue", "if a slot is taken, book it all the same"),
      ("book_next", "if a slot is taken, book the next one"),
      (nil, "what happens if a slot is taken is not set"),
      ("wait", "if a slot is taken, unknown: \"wait\""),
    ]
    let statuses: [(JSONValue?, String)] = [
      ("confirmed", "overlaps are confirmed"),
      ("new", "overlaps are new until somebody confirms them"),
      (.null, "status of overlaps not set"), (3, "unknown status of overlaps: 3"),
    ]
    for (freq, a) in frequencies {
      for (count, b) in counts {
        for (option, c) in options {
          for (status, d) in statuses {
            let rule = Self.rule(freq, count, option, status)
            #expect(RecurrenceSentence.rule(rule) == "\(a), \(b); \(c); \(d)")
          }
        }
      }
    }
  }

  @Test func everyChoiceOfTheSchemaIsKnown() throws {
    for key in ["bookingOption", "bookingOverlapDefaultStatus", "freq"] {
      let field = try #require(CalendarSchema.field(at: JSONPath("recurring.\(key)")))
      guard case .choice(let choices) = field.type else { continue }
      for choice in choices {
        let text = RecurrenceSentence.rule(
          .object(JSONObject([.init(key: key, value: choice.value)])))
        #expect(!text.lowercased().contains("unknown"), "\(text)")
      }
    }
  }

  @Test(
    arguments: [
      (
        true, true, "Weekly, 8 times; if a slot is taken, book the next one; overlaps are confirmed"
      ),
      (false, false, "Off"), (.null, false, "Off"), (nil, false, "Off"),
      ("yes", false, "The switch is \"yes\", which is neither yes nor no"),
    ] as [(JSONValue?, Bool, String)])
  func theSwitch(_ value: JSONValue?, _ isOn: Bool, _ text: String) {
    let rule = Self.rule("WEEKLY", 8, "book_next", "confirmed")
    let sentence = RecurrenceSentence(
      calendar: Calendars.full(["enableRecurring": value, "recurring": rule]))
    #expect(sentence.isOn == isOn)
    #expect(sentence.text == text)
    #expect(sentence.rule.hasPrefix("Weekly, 8 times"))
  }

  @Test func rulesThatAreNone() {
    #expect(RecurrenceSentence.rule(nil) == "No rule")
    #expect(RecurrenceSentence.rule(.null) == "No rule")
    #expect(RecurrenceSentence.rule([]) == "The rule is a list")
    #expect(
      RecurrenceSentence.rule(Calendars.field[key: "recurring"]).hasSuffix(
        "besides: interval, weekDays"))
  }

  // MARK: Look busy

  @Test(arguments: [
    (40, 18, 7), (0, 18, 0), (100, 18, 18), (150, 18, 18), (-5, 18, 0), (50, 1, 1), (49, 1, 0),
    (50, 3, 2), (33.3, 3, 1), (70, 5, 4), (10, 0, 0), (29, 50, 15),
  ])
  func hiddenSlots(_ percentage: Double, _ count: Int, _ hidden: Int) {
    let effect = LookBusyEffect(isOn: true, percentage: percentage)
    #expect(effect.hidden(of: count) == hidden)
    #expect(LookBusyEffect(isOn: false, percentage: percentage).hidden(of: count) == 0)
  }

  @Test func moreHidesNotFewer() {
    for count in 0...60 {
      var last = 0
      for percentage in stride(from: 0.0, through: 100, by: 0.5) {
        let hidden = LookBusyEffect(isOn: true, percentage: percentage).hidden(of: count)
        #expect(hidden >= last && hidden <= count)
        last = hidden
      }
      #expect(last == count)
    }
  }

  @Test func lookBusyInWords() {
    func effect(_ text: String) -> LookBusyEffect { LookBusyEffect(config: Calendars.parse(text)) }
    let on = effect(#"{"enabled": true, "LookBusyPercentage": 40}"#)
    #expect(on.text(of: 18) == "7 of 18 slots hidden")
    #expect(on.text(of: 1) == "0 of 1 slot hidden")
    #expect(on.percentageText == "40 %")
    #expect(
      effect(#"{"enabled": false, "LookBusyPercentage": 40}"#).text(of: 18)
        == "off, all 18 slots shown")
    #expect(effect(#"{"enabled": true}"#).text(of: 18) == "on, but no percentage is set")
    #expect(effect(#"{"enabled": true, "LookBusyPercentage": "12.5"}"#).percentageText == "12.5 %")
    #expect(!LookBusyEffect(config: nil).isOn)
    #expect(!effect("3").isOn)
  }

  // MARK: Locations

  @Test func kindsAreThoseOfTheSchema() throws {
    let field = try #require(CalendarSchema.field(at: "locationConfigurations.kind"))
    guard case .choice(let choices) = field.type else { return }
    #expect(
      Set(LocationKind.allCases.map { JSONValue.text($0.rawValue) }) == Set(choices.map(\.value)))
    for kind in LocationKind.allCases { #expect(kind.label != kind.rawValue) }
  }

  @Test func labelsByKind() {
    let labels = LocationKind.allCases.map { $0.place.label }
    #expect(labels == ["Text", nil, nil, "Phone number", "Phone number", "Address", "Text", nil])
    #expect(MeetingPlace(kind: "custom", location: "Room 4") == .text)
    #expect(MeetingPlace(kind: "custom", location: " HTTPS://x") == .link)
    #expect(MeetingPlace(kind: "zoom", location: nil) == .link)
    #expect(MeetingPlace(kind: "other", location: "www.example.com") == .link)
    #expect(MeetingPlace(kind: nil, location: nil) == .text)
    #expect(MeetingPlace(kind: "physical", location: "https://x") == .address)
  }

  /// A kind is unsupported exactly where the rules complain of it.
  @Test func supportAgreesWithTheRules() {
    for type in CalendarType.allCases {
      for kind in LocationKind.allCases {
        let document = Calendars.document(
          Calendars.full([
            "calendarType": .text(type.rawValue),
            "locationConfigurations": [["kind": .text(kind.rawValue)]],
          ]))
        let isRefused = !document.problems("location.conferenceInEvent").isEmpty
        #expect((kind.reasonUnsupported(in: type) != nil) == isRefused, "\(type) \(kind)")
        let withPlace = Calendars.document(
          Calendars.full([
            "locationConfigurations": [["kind": .text(kind.rawValue), "location": "x"]]
          ]))
        #expect(
          (kind.place == .notApplicable)
            == !withPlace.problems("location.notApplicable").isEmpty)
      }
    }
    #expect(LocationKind.zoomConference.reasonUnsupported(in: nil) == nil)
    #expect(LocationKind.reasonUnknown(for: nil) != nil)
    #expect(LocationKind.reasonUnknown(for: .event) == nil)
  }

  @Test func warningsAboutPlaces() {
    #expect(MeetingPlace.phoneNumber.warning(for: "+1 445 555 0132") == nil)
    #expect(MeetingPlace.phoneNumber.warning(for: "call me") != nil)
    #expect(MeetingPlace.link.warning(for: "https://example.com/a") == nil)
    #expect(MeetingPlace.link.warning(for: "www.example.com") != nil)
    #expect(MeetingPlace.address.warning(for: "anything") == nil)
    #expect(MeetingPlace.notApplicable.warning(for: "x") != nil)
    for place in MeetingPlace.allCases { #expect(place.warning(for: "  ") == nil) }
  }
}
