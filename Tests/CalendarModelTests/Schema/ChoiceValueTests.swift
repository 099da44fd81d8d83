import Foundation
import JSON
import Testing

@testable import CalendarModel

/// The enumerations are the choices, and each value of the service is spelt once.
@Suite("Values with names")
struct ChoiceValueTests {
  /// Each text that a property may hold, and each name of old, once.
  static let values = Set(
    CalendarSchema.flat.flatMap { entry -> [String] in
      guard case .choice(let choices) = entry.field.type else { return [] }
      return choices.flatMap { [$0.value.text].compactMap { $0 } + $0.otherSpellings }
    })

  /// Words that are spelt elsewhere because they are something else there as well: `hours` is a key
  /// of the weekly and date-specific hours, and a word that people type; the others are keys of other
  /// answers of the service, and a word of a sentence.
  static let otherUses: [String: String] = [
    "hours": "", "event": "Document/Lookalike.swift", "email": "Document/Lookalike.swift",
    "new": "Typing/HoursWording+TypedDates.swift",
  ]

  @Test func eachIsSpeltInOnePlace() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/CalendarModel")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".swift") }
    #expect(names.count > 50)
    var places: [String: [String]] = [:]
    for name in names {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      for value in Self.values {
        let count =
          text.split(separator: "\"\(value)\"", omittingEmptySubsequences: false).count - 1
        places[value, default: []] += Array(repeating: name, count: count)
      }
    }
    #expect(Self.values.count > 30)
    for value in Self.values {
      let found = (places[value] ?? []).filter { file in
        Self.otherUses[value].map { !file.hasPrefix($0) } ?? true
      }
      #expect(found.count <= 1, "\(value) in \(found)")
      #expect(found.allSatisfy { $0.hasPrefix("Schema/Choices/") }, "\(value) in \(found)")
    }
  }

  /// What the form offers, what is read and what is compared with are the same.
  @Test func theChoicesAreTheCases() {
    func check<Value: ChoiceValue>(_ type: Value.Type, _ choices: [Choice]) {
      #expect(choices.map(\.value) == Value.allCases.map(\.json))
      for value in Value.allCases {
        #expect(Value(reading: value.json) == value)
        #expect(!value.label.isEmpty)
        for spelling in value.otherSpellings {
          #expect(Value(reading: .text(spelling)) == value)
          #expect(choices.match(.text(spelling)) == nil, "the service does not take it")
        }
        if let number = value.json.number {
          #expect(Value(reading: .text(number.spelling)) == value)
        }
      }
      for odd in ["", " ", "nonsense", 17, true, [], [:], nil] as [JSONValue?] {
        #expect(Value(reading: odd) == nil)
      }
    }
    check(WidgetType.self, Choices.widgetType)
    check(Distribution.self, Choices.eventType)
    check(Priority.self, Choices.priority)
    check(LocationKind.self, Choices.locationKind)
    check(CalendarType.self, CalendarType.choices)
    check(Frequency.self, Choices.frequency)
    check(BookingOption.self, Choices.bookingOption)
    check(OverlapStatus.self, Choices.overlapStatus)
    check(FormSubmitType.self, Choices.formSubmitType)
    check(AvailabilityType.self, Choices.availabilityType)
    check(GuestType.self, Choices.guestType)
    check(NotificationType.self, Choices.notificationType)
    check(TimeUnit.self, TimeUnit.choices)
  }

  @Test func theAvailabilityOfACalendar() {
    #expect(AvailabilityType(in: [:]) == .both)
    #expect(AvailabilityType(in: ["availabilityType": .null]) == .both)
    #expect(AvailabilityType(in: ["availabilityType": "1"]) == .dates)
    #expect(AvailabilityType(in: ["availabilityType": 0.0]) == .weekly)
    #expect(AvailabilityType(in: ["availabilityType": 2]) == nil)
  }

  @Test func keysAreThoseOfTheSchema() {
    for key in CalendarKey.allCases { #expect(CalendarSchema.field(key) != nil, "\(key)") }
    for key in RecurringKey.allCases {
      #expect(ObjectType.recurring.field(key.rawValue) != nil, "\(key)")
    }
  }
}
