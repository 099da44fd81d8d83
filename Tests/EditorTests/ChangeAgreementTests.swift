import JSON
import Testing

@testable import CalendarModel
@testable import Editor

/// What is set from the command line is what the form sends for the same typing, and the other way
/// round.
@Suite struct ChangeAgreementTests {
  private static func body(_ argument: String, _ calendar: JSONValue) throws -> JSONValue {
    var document = CalendarDocument(calendar: calendar, today: today)
    try CalendarChanges(setting: [argument], today: today).apply(to: &document)
    return UpdateBody(document).json
  }

  /// The fields that are edited in their own line, rows of the sample included.
  private static let places: [JSONPath] =
    CalendarSchema.all.map { JSONPath([.key($0.key)]) }
    + ["priority", "isPrimary"].map { JSONPath("teamMembers[1]").appending($0) }
    + ["kind", "location"].map {
      JSONPath("teamMembers[0].locationConfigurations[0]").appending($0)
    }
    + ["enabled", "LookBusyPercentage"].map { JSONPath("lookBusyConfig").appending($0) }
    + ["freq", "count", "bookingOption"].map { JSONPath("recurring").appending($0) }

  /// A place as the command names it, rows counted from 1.
  private static func name(_ path: JSONPath) -> String {
    path.components.reduce(into: "") { name, part in
      switch part {
      case .key(let key): name += name.isEmpty ? key : "." + key
      case .index(let index): name += "[\(index + 1)]"
      }
    }
  }

  /// What is typed into a field, and the keys for it.
  private static func typings(_ field: Field, _ path: JSONPath) -> [(text: String, keys: String)] {
    func typed(_ texts: String...) -> [(text: String, keys: String)] {
      texts.map { ($0, "Ctrl-U \"\($0)\"") }
    }
    if path.count == 1, let quantity = QuantityField(field.key) {
      return typed("45", "0.5", "12")
        + quantity.units.filter { _ in !quantity.isUnitFixed }.flatMap {
          typed("2 \($0.plural)", "3\($0.symbol(isOne: false))")
        }
        + typed("1h30", "90 min", "2 weeks").filter {
          (try? quantity.parse($0.text, present: quantity.usualUnit.rawValue)) != nil
            && quantity.unit.key != CalendarKey.allowBookingForUnit.rawValue
        }
    }
    switch field.type {
    case .number: return typed("7", "0.50", "040", "1e1")
    case .text(.emailList): return typed("a@example.com, b@example.com")
    case .text(.date), .text(.meetingPlace), .text(.id): return typed("somewhere")
    case .text: return typed("x", "two words, and more", "é=ü", "#123456")
    case .toggle: return [("yes", "y"), ("no", "n"), ("on", "y"), ("off", "n")]
    case .choice(let choices):
      // Letters choose the first choice that begins with them.
      return choices.compactMap { choice in
        let word = String(choice.label.prefix { $0.isLetter })
        let first = choices.first { $0.label.lowercased().hasPrefix(word.lowercased()) }
        guard first?.label == choice.label, !word.isEmpty else { return nil }
        return (choice.label, "\"\(word)\"")
      }
    default: return []
    }
  }

  @Test("Fields", arguments: places)
  func fields(_ path: JSONPath) throws {
    let field = try #require(CalendarSchema.field(at: path))
    if field.isReadOnly || CalendarSchema.isUnit(field.key) { return }
    let calendar = sampleCalendar.withRule
    for (text, keys) in Self.typings(field, path) {
      var model = makeModel(calendar)
      if path.count > 3 {
        model.open(row: JSONPath(Array(path.components.prefix(2))))
      }
      model.visit(path)
      guard model.focusedItem?.path == path else {
        // It has no line of its own in this calendar.
        continue
      }
      model.press(keys)
      #expect(
        model.body == (try Self.body("\(Self.name(path))=\(text)", calendar)), "\(path) \(text)")
    }
  }

  @Test(
    "Hours of the week",
    arguments: [
      "9-12, 13:30-17", "closed", "24h", "mon-fri 9am-4pm", "weekends 10-12; mon-wed closed",
      "sat, sun 9-12 mon 0-24", "22-24",
    ])
  func week(_ text: String) throws {
    var model = makeModel()
    model.goToEditor(of: WeekHours.path)
    model.syncInput()
    let namesDays = text.first?.isLetter == true && text != "closed"
    model.press("\"\(text)\" Enter")
    let argument = namesDays ? "openHours=\(text)" : "weekly hours.mon=\(text)"
    #expect(model.document?.isModified == true)
    #expect(model.body == (try Self.body(argument, sampleCalendar)), "\(text)")
  }

  @Test(
    "Dates",
    arguments: [
      "2026-12-24..31 closed", "24 dec 9-12", "2027-01-01, 2027-01-06 closed", "31.12. 10-14",
      "tomorrow 9-12, 13-17",
    ])
  func dates(_ text: String) throws {
    var model = makeModel()
    model.goToEditor(of: DateIndex.path)
    model.syncInput()
    model.press("\"\(text)\" Enter")
    #expect(model.document?.isModified == true)
    #expect(model.body == (try Self.body("dates=\(text)", sampleCalendar)), "\(text)")
  }

  @Test(
    "What somebody has done in the editor is said as changes",
    arguments: 1...25 as ClosedRange<UInt64>)
  func sessions(_ seed: UInt64) throws {
    var session = RandomSession(seed: seed)
    for _ in 0..<200 { session.step() }
    guard let document = session.model.document else { return }
    let changes = CalendarChanges(from: document.base, to: document.current, names: document.names)
    let read = try CalendarChanges(file: changes.text, today: today)
    #expect(read == changes)
    var other = CalendarDocument(calendar: document.base, today: today)
    try read.apply(to: &other)
    for field in CalendarSchema.all where !field.isReadOnly {
      let (mine, theirs) = (other.current[key: field.key], document.current[key: field.key])
      #expect(
        ChangeFinder.isSame(mine, theirs, field) || changes.leftOut.contains(field.key),
        "\(field.key) in session \(seed)")
    }
  }
}

extension JSONValue {
  /// The calendar with a rule of recurring bookings.
  fileprivate var withRule: JSONValue {
    guard case .object(var calendar) = self else { return self }
    calendar["recurring"] = ["freq": "WEEKLY", "count": 4]
    return .object(calendar)
  }
}
