import CalendarModel
import JSON
import Manual
import Testing
import TextUI

@testable import Editor
@testable import caledit

/// What the manual says can be typed is read as it says, by what reads it in the forms.
@Suite struct TypedExampleTests {
  private let today = CalendarDate(daysSinceEpoch: 20_786)

  /// Readers try an example on any day of the week.
  private static let days = (0..<7).map { CalendarDate(daysSinceEpoch: 20_786 + $0) }

  private func read(
    _ text: String, at place: TypedExample.Place, on today: CalendarDate
  ) throws {
    switch place {
    case .week: _ = try WeekTyping(text, day: 1)
    case .dates:
      _ = try DateTyping(
        text, chosen: today...CalendarDate(daysSinceEpoch: today.daysSinceEpoch + 13), today: today)
    case .length:
      let field = try #require(
        QuantityField(text == "48 hours" ? "allowBookingFor" : "slotDuration"))
      _ = try field.parse(text, present: "mins")
    case .lookBusy: _ = try LookBusyTyping(text)
    case .recurrence: _ = try RecurrenceTyping(text)
    case .filter:
      let query = CalendarQuery(text, today: today)
      #expect(!query.parts.isEmpty)
      for part in query.parts {
        let isWord = part.text.hasPrefix("name") || !part.text.contains(" ")
        #expect(part.kind == .condition || isWord && part.kind == .words, "\(part)")
      }
    }
  }

  @Test(arguments: TypedExample.all, days)
  func isRead(example: TypedExample, today: CalendarDate) throws {
    try read(example.text, at: example.place, on: today)
  }

  /// What the README says can be typed in a form, and as a condition.
  @Test(arguments: days) func isReadAsInTheReadme(today: CalendarDate) throws {
    let lines = try Readme().lines
    func codes(_ text: some StringProtocol) -> [String] {
      String(text).matches(of: #/`([^`]+)`/#).map { String($0.1) }
    }
    func point(_ title: String) -> [String] {
      let rest = lines.drop { !$0.hasPrefix("- **\(title)**") }
      let others = rest.dropFirst().prefix { $0.hasPrefix("  ") }
      return codes((rest.prefix(1) + others).joined(separator: " "))
    }
    let dates = point("Date-specific hours").filter { $0.contains(" ") }
    #expect(dates.count > 2)
    for text in dates { try read(text, at: .dates, on: today) }
    let week = point("Weekly hours").filter { $0.contains(#/\d-\d|closed/#) }
    #expect(week.count > 2)
    for text in week { try read(text, at: .week, on: today) }
    let table = lines.drop { $0 != "| typed | finds |" }.dropFirst(2).prefix { $0.hasPrefix("|") }
    #expect(table.count > 4)
    for row in table {
      let typed = row.split(separator: "|").first ?? ""
      for text in codes(typed) { try read(text, at: .filter, on: today) }
    }
  }

  /// Where the manual says that a form takes it, the form takes it: typed key by key it changes the
  /// calendar, and nothing is wrong with it.
  @Test(arguments: TypedExample.all, days)
  func theFormTakesIt(example: TypedExample, today: CalendarDate) throws {
    let path: JSONPath
    switch example.place {
    case .week: path = WeekHours.path
    case .dates: path = DateIndex.path
    case .length: path = example.text == "48 hours" ? "allowBookingFor" : "slotDuration"
    case .lookBusy where example.text.hasSuffix("%"): path = "lookBusyConfig.LookBusyPercentage"
    // The manual says that these are fields of their own in a form.
    case .lookBusy, .recurrence: return
    case .filter: return
    }
    var editor = CalendarEditor(
      source: Source(.service(calendarID: "x", origin: "example.com")),
      display: Display(size: Size(rows: 40, columns: 120)), today: today)
    editor.open([
      "id": "x", "name": "Studio", "slotDuration": 20, "slotDurationUnit": "mins",
      "allowBookingFor": 9, "allowBookingForUnit": "days", "openHours": [], "availabilities": [],
      "lookBusyConfig": ["enabled": true, "LookBusyPercentage": 5],
    ])
    editor.goToEditor(of: path)
    if path.count > 1 { editor.go(to: path) }
    editor.syncInput()
    // Two weeks are marked, for what is said of a run.
    let before: [Key] = example.place == .dates ? [.space, .down, .down] : []
    for key in before { _ = editor.update(.terminal(.key(key))) }
    for key in example.text { _ = editor.update(.terminal(.key(.character(key)))) }
    _ = editor.update(.terminal(.key(.enter)))
    #expect(editor.unfinished.isEmpty && editor.input?.isPending != true, "\(editor.input as Any)")
    #expect(editor.errorCount == 0, "\(editor.document?.validation.problems(under: .root) ?? [])")
    // A day that is closed already, and a date that only goes there, change nothing.
    let isClosing = example.text.contains("closed") && path == WeekHours.path
    let isIdle = isClosing || example.text == "19/12"
    #expect(editor.document?.isModified == !isIdle, "\(example.text)")
  }

  /// What stands beside it: `closed` beside `9-12`.
  @Test(arguments: TypedExample.all, days)
  func asIsWhatStandsBeside(example: TypedExample, today: CalendarDate) throws {
    for span in example.meaning.spans where span.kind == .literal && !span.text.hasSuffix("…") {
      if example.place != .filter || span.text.contains(" ") {
        try read(span.text, at: example.place, on: today)
      }
    }
  }

  @Test func everyPlaceHasExamples() {
    for place in TypedExample.Place.allCases { #expect(!TypedExample.all(in: place).isEmpty) }
  }

  @Test func whatCouldBeTwoDatesIsRefused() {
    #expect(throws: HoursError.self) {
      try DateTyping("12/11", chosen: today...today, today: today)
    }
  }

  @Test func hoursOfAFieldThatTakesDays() throws {
    let field = try #require(QuantityField("allowBookingFor"))
    #expect(try field.parse("48 hours", present: "days").description == "2 days")
  }
}
