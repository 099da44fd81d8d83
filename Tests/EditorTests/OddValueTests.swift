import CalendarModel
import JSON
import Testing

@testable import Editor

/// The form says a value in an odd spelling in the same words as the review and the overview.
@Suite struct OddValueTests {
  static let fields = CalendarSchema.all.filter { field in
    switch field.type {
    case .number, .choice, .toggle: true
    default: false
    }
  }

  static let values: [JSONValue] = [
    "8", "", " ", "abc", "true", "False", 17, "mins", "1", "0.5", [], ["a": 1],
  ]

  @Test func theFormUsesTheWords() throws {
    #expect(Self.fields.count > 25)
    for field in Self.fields {
      for value in Self.values {
        guard var calendar = sampleCalendar.object else { continue }
        calendar[field.key] = value
        // A unit is shown behind its number.
        if let number = CalendarSchema.all.first(where: { $0.unitKey == field.key }) {
          calendar[number.key] = 30
        }
        let words = Wording.value(value, of: field)
        let expected =
          if case .toggle = field.type, let isOn = value.bool { isOn ? "yes" : "no" } else { words }
        // The line with the focus may show what is typed, so the focus goes to the next one.
        let lines = ["Down", "Up"].flatMap { key in
          var model = makeModel(.object(calendar), rows: 60, columns: 120)
          model.visit(JSONPath([.key(field.key)]))
          model.press(key)
          return model.screen.split(separator: "\n").filter { $0.contains(field.label.prefix(12)) }
        }
        #expect(
          lines.contains { $0.contains(expected) }, "\(field.key) \(value): \(expected) \(lines)")
        #expect(!lines.isEmpty)
      }
    }
  }
}
