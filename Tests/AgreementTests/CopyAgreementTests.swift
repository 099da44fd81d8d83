import CalendarModel
import JSON
import Sandbox
import Testing

/// Settings that are copied from any calendar to any other are taken by a strict service.
@Suite struct CopyAgreementTests {
  private static let today = CalendarDate(year: 2026, month: 11, day: 22)

  /// The sound calendars of the demo: of every type, some of each.
  private static let calendars: [JSONValue] = Sandbox.demoAccounts().flatMap(\.calendars)
    .filter { calendar in
      !Sandbox.demoFaultyCalendarIDs.contains(calendar[.id]?.text ?? "")
    }

  private static func types(_ calendars: [JSONValue]) -> Set<CalendarType> {
    Set(calendars.compactMap { CalendarType(reading: $0[.calendarType]) })
  }

  @Test(arguments: CalendarType.allCases, CalendarType.allCases)
  func everyPairOfTypes(from: CalendarType, to: CalendarType) throws {
    let today = try #require(Self.today)
    #expect(Self.types(Self.calendars) == Set(CalendarType.allCases))
    func ofType(_ type: CalendarType) -> [JSONValue] {
      Self.calendars.filter { CalendarType(reading: $0[.calendarType]) == type }
    }
    var changed = 0
    for source in ofType(from).prefix(4) {
      for target in ofType(to).prefix(4) where source[.id] != target[.id] {
        for dates in CopyChoices.Dates.allCases {
          for var choices in [CopyChoices.usual, .everything] {
            choices.dates = dates
            var document = CalendarDocument(calendar: target, today: today)
            let report = CopyPlan(from: source, choices: choices).apply(to: &document)
            changed += report.changed.count
            let problems = SandboxValidator.problems(
              inUpdate: UpdateBody(document).json, of: target)
            #expect(problems.isEmpty, "\(source[.name] ?? .null) → \(target[.name] ?? .null)")
            document.undo()
            #expect(document.current == document.base)
          }
        }
      }
    }
    #expect(changed > 0)
  }
}
