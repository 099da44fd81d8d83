import CalendarModel
import JSON
import Testing

/// Types, choices and limits of every field, generated from the schema.
@Suite("Values of every field")
struct ValueTests {
  struct Place: Sendable, CustomTestStringConvertible {
    let path: JSONPath
    let field: Field
    var testDescription: String { path.description }

    /// Every field that can be sent, at its place in the full calendar.
    static let all: [Place] = CalendarSchema.all.filter { !$0.isReadOnly }
      .flatMap { places(of: $0, at: JSONPath([.key($0.key)])) }

    private static func places(of field: Field, at path: JSONPath) -> [Place] {
      var inner = path
      if case .list = field.type { inner = path.appending(0) }
      return [Place(path: path, field: field)]
        + (field.objectType?.fields ?? []).flatMap { places(of: $0, at: inner.appending($0.key)) }
    }
  }

  static let kinds: [JSONValue] = [true, 7, "x", [], [:]]

  @Test func fullCalendarHasNoProblem() {
    let document = Calendars.document()
    #expect(document.validation.problems(under: .root) == [])
    #expect(document.validation.modifiedKeys.isEmpty)
    for place in Place.all { #expect(document[place.path] != nil, "\(place.path)") }
    #expect(Place.all.count == Property.all.count)
  }

  @Test(arguments: Place.all)
  func wrongTypesAreErrors(_ place: Place) {
    var document = Calendars.document()
    var wrong = 0
    for value in Self.kinds {
      let isRight =
        switch (place.field.type, value) {
        case (.text, .string), (.longText, .string), (.number, .number), (.toggle, .bool),
          (.choices, .array), (.list, .array), (.object, .object):
          true
        default: false
        }
      document.set(place.path, to: value)
      let problems = document.validation.problems(at: place.path)
      let rule = if case .choice = place.field.type { "value.choice" } else { "value.type" }
      if isRight {
        #expect(!problems.contains { $0.rule == rule }, "\(value)")
      } else {
        #expect(problems.contains { $0.rule == rule && $0.severity == .error }, "\(value)")
        wrong += 1
      }
    }
    #expect(wrong >= 4)
  }

  @Test(arguments: Place.all)
  func nullIsAProblemOnlyWhereSomethingIsRequired(_ place: Place) {
    for value in [JSONValue.null, nil] {
      var document = Calendars.document()
      document.set(place.path, to: value)
      let problems = document.validation.problems(at: place.path)
      #expect(problems.contains { $0.rule == "object.required" } == place.field.isRequired)
      #expect(!problems.contains { $0.rule == "value.type" || $0.rule == "value.choice" })
    }
  }

  @Test(arguments: Place.all)
  func choicesAreTheDocumentedOnes(_ place: Place) {
    guard case .choice(let choices) = place.field.type else { return }
    var document = Calendars.document()
    for choice in choices {
      document.set(place.path, to: choice.value)
      #expect(document.problems("value.choice") == [], "\(choice.value)")
    }
    for value: JSONValue in ["", "Default", "MINS", "custom ", 2, -1, 0.25, "0.5"] {
      document.set(place.path, to: value)
      #expect(document.problems("value.choice").map(\.path) == [place.path], "\(value)")
      #expect(document.problems("value.choice").first?.severity == .error)
    }
  }

  /// Numbers count by value, not by spelling.
  @Test func choicesOfNumbersAreCompared() {
    var document = Calendars.document()
    for spelling in ["0.50", "5e-1", "1.0", "0.0", "-0"] {
      document.set("teamMembers[0].priority", to: .number(JSONNumber(spelling)!))
      #expect(document.problems("value.choice") == [], "\(spelling)")
    }
  }

  @Test(arguments: Place.all)
  func limitsOfNumbers(_ place: Place) {
    guard case .number(let limits) = place.field.type else { return }
    var document = Calendars.document()
    func rules(_ spelling: String) -> Set<String> {
      document.set(place.path, to: .number(JSONNumber(spelling)!))
      return Set(document.validation.problems(at: place.path).map(\.rule))
        .subtracting(["slots.tooLong", "slots.intervalTooLong", "hour.order", "field.noEffect"])
    }
    if let allowed = limits.allowed {
      #expect(rules("\(allowed.lowerBound)") == [])
      #expect(rules("\(allowed.upperBound)") == [])
      #expect(rules("\(allowed.upperBound).0") == [])
      #expect(rules("\(allowed.lowerBound - 1)") == ["value.range"])
      #expect(rules("\(allowed.upperBound + 1)") == ["value.range"])
      #expect(rules("\(allowed.upperBound).5") == ["value.range", "value.whole"])
      #expect(rules("0.5") == ["value.whole"])
      #expect(rules("1e400") == ["value.finite"])
    }
    if let most = limits.most {
      #expect(rules("\(most)") == [])
      #expect(rules("\(most + 1)") == ["value.most"])
      #expect(rules("1.5") == ["value.whole"])
    }
    if let sensible = limits.sensible {
      #expect(rules("\(sensible.lowerBound)") == [])
      #expect(rules("\(sensible.upperBound)") == [])
      #expect(rules("\(sensible.lowerBound - 1)") == ["value.sensible"])
      if limits.most == nil {
        #expect(rules("\(sensible.upperBound + 1)") == ["value.sensible"])
      }
    }
    #expect(limits.allowed != nil || limits.most != nil || limits.sensible != nil)
  }

  @Test(arguments: Place.all)
  func rowsAreObjects(_ place: Place) {
    guard case .list = place.field.type else { return }
    var document = Calendars.document()
    document.set(place.path, to: ["x", 1, .null, []])
    let found = document.problems("value.type")
    #expect(found.map(\.path) == (0..<4).map { place.path.appending($0) })
    #expect(found.allSatisfy { $0.severity == .error })
  }
}
