import JSON
import Testing

@testable import CalendarModel

@Suite("Typed rules of recurring bookings")
struct RecurrenceTypingTests {
  @Test("What a rule is called is read as that rule")
  func sentences() throws {
    for frequency in Frequency.allCases {
      for count in [1, 2, 8, 24] {
        for option in BookingOption.allCases {
          for overlap in OverlapStatus.allCases {
            let rule = RecurringKey.object([
              .freq: frequency.json, .count: .integer(count), .bookingOption: option.json,
              .bookingOverlapDefaultStatus: overlap.json,
            ])
            let typing = try RecurrenceTyping(RecurrenceSentence.rule(rule))
            #expect(typing.frequency == frequency)
            #expect(typing.count == count)
            #expect(typing.option == option)
            #expect(typing.overlap == overlap)
            #expect(try RecurrenceTyping(typing.text) == typing)
          }
        }
      }
    }
  }

  static let typed: [(text: String, canonical: String)] = [
    ("weekly, 8 times", "weekly, 8 times"), ("Weekly 8 times", "weekly, 8 times"),
    ("every week; 8x", "weekly, 8 times"), ("each 1 day", "daily"), ("8", "8 times"),
    ("off", "off"), ("no", "off"), ("on", "on"), ("skip it", "skip"), ("twice", "2 times"),
    ("monthly, book next, overlaps new", "monthly, book the next one, overlaps are new"),
  ]

  @Test("Typed texts have one meaning", arguments: typed.indices)
  func texts(_ index: Int) throws {
    let (text, canonical) = Self.typed[index]
    #expect(try RecurrenceTyping(text).text == canonical)
  }

  @Test(
    "What is no rule is refused",
    arguments: [
      "", ",", "every 2 weeks", "every", "weekly, weekly", "8, 9", "every blue moon", "-3",
    ])
  func refused(_ text: String) {
    #expect(throws: RecurrenceTyping.Mistake.self) { try RecurrenceTyping(text) }
  }
}
