import CalendarModel
import JSON
import Testing

/// The rule of recurring bookings in words.
@Suite("Recurrence sentence")
struct RecurrenceSentenceTests {
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
      ("YEARLY", "Frequency \"YEARLY\" (unknown)"), (1, "Frequency 1 (unknown)"),
    ]
    let counts: [(JSONValue?, String)] = [
      (8, "8 times"), (1, "once"), (8.0, "8 times"), ("8", "8 times"), (0, "0 times"),
      (2.5, "2.5 times"), (30, "30 times (at most 24 are allowed)"),
      (nil, "number of times not set"), (.null, "number of times not set"),
      ("many", "number of times \"many\" (not a number)"),
      (true, "number of times yes (not a number)"),
    ]
    let options: [(JSONValue?, String)] = [
      ("skip", "if a slot is taken, skip it"),
      ("continue", "if a slot is taken, book it anyway"),
      ("book_next", "if a slot is taken, book the next one"),
      (nil, "what happens if a slot is taken is not set"),
      ("wait", "if a slot is taken: \"wait\" (unknown)"),
    ]
    let statuses: [(JSONValue?, String)] = [
      ("confirmed", "overlaps are confirmed"),
      ("new", "overlaps stay new until somebody confirms them"),
      (.null, "status of overlaps not set"), (3, "status of overlaps: 3 (unknown)"),
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
      (
        "true", true,
        "Weekly, 8 times; if a slot is taken, book the next one; overlaps are confirmed"
      ),
      ("False", false, "Off"), ("", false, "Off"), (false, false, "Off"), (.null, false, "Off"),
      (nil, false, "Off"),
      ("yes", false, "Neither on nor off: \"yes\" (neither yes nor no)"),
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
        "also set: interval, weekDays"))
  }
}
