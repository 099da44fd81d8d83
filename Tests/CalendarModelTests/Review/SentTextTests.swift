import JSON
import Testing

@testable import CalendarModel

/// What the plan shows of texts and choices.
@Suite("Texts and choices in the review")
struct SentTextTests {
  /// What is typed for a field of the full calendar, and the line of the plan.
  static let cases: [(argument: String, line: String)] = [
    ("name=   ", "Name: \"Intro call\" → \"   \""), ("name=", "Name: \"Intro call\" → \"\""),
    ("name= a  b ", "Name: \"Intro call\" → \" a  b \""),
    ("name=a\nb", "Name: \"Intro call\" → \"a\u{240A}b\""),
    ("name=a\n\n", "Name: \"Intro call\" → \"a\u{240A}\u{240A}\""),
    ("name=\n", "Name: \"Intro call\" → \"\u{240A}\""),
  ]

  @Test(arguments: cases.indices)
  func asTheyAreSent(_ index: Int) throws {
    let (argument, line) = Self.cases[index]
    let document = try Changing.applied([argument])
    #expect(ReviewLine.all(of: document).map(\.text) == [line])
    #expect(document.undoSteps.last?.title.contains("\n") == false)
  }

  /// A choice is said by its label in the review, the title of the step and `get`, however long its
  /// value is.
  @Test func choicesInWords() throws {
    for field in CalendarSchema.all where !field.isReadOnly {
      guard case .choice(let choices) = field.type, !CalendarSchema.isUnit(field.key) else {
        continue
      }
      for old in choices {
        for new in choices where !new.value.isEquivalent(to: old.value) {
          var document = Calendars.document(Calendars.full([field.key: old.value]))
          document.set(JSONPath([.key(field.key)]), to: new.value)
          let words = "\(field.label): \(old.label) → \(new.label)"
          #expect(ReviewLine.all(of: document).map(\.text) == [words])
          #expect(document.undoSteps.last?.title == words)
        }
      }
    }
  }

  /// The unit that counts stands with a number whose unit no update can give.
  @Test(arguments: [
    (JSONValue?.none, "unset → 120 min"), (.some(.null), "unset → 120 min"),
    (.some("mins"), "unset → 120 min"), (.some("hours"), "unset → 2 h"),
  ])
  func fixedUnits(_ unit: JSONValue?, _ words: String) throws {
    let calendar = Calendars.full(["slotBuffer": nil, "slotBufferUnit": unit])
    let document = try Changing.applied(["slotBuffer=2 h"], to: Changing.document(calendar))
    #expect(ReviewLine.all(of: document).map(\.text) == ["Buffer after: \(words)"])
  }
}
