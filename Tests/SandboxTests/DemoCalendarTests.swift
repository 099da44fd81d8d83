import CalendarModel
import JSON
import Testing

@testable import Sandbox

@Suite struct DemoCalendarTests {
  // 1 March 2026.
  static let all = DemoCalendars.all(today: CalendarDate(daysSinceEpoch: 20_513))

  @Test func oneOfEachTypeIsThere() {
    let types = Self.all.compactMap { $0[key: "calendarType"]?.text }
    #expect(
      Set(types) == [
        "round_robin", "service_booking", "class_booking", "collective", "personal", "event",
      ])
    #expect(Self.all.compactMap { $0[key: "id"]?.text } == DemoCalendars.ids)
    #expect(DemoCalendars.ids.allSatisfy { $0.utf8.count == 20 })
    #expect(Self.all[0]["teamMembers"]?.array?.count == 4)
  }

  @Test func datesAreCountedFromToday() {
    #expect(Self.all[0]["availabilities[0].date"] == "2026-03-10T00:00:00.000Z")
    #expect(Self.all[0]["dateUpdated"] == "2026-02-26T14:02:09.554Z")
    #expect(Self.all[0]["alertEmail"] == "desk@lumen-studio.example")
  }

  @Test(arguments: all) func ownDocumentedKeysSentBackAreTaken(calendar: JSONValue) throws {
    let body = documented(calendar)
    #expect(try #require(body.object).count > 20)
    #expect(SandboxValidator.problems(inUpdate: body, of: calendar) == [])
    #expect(SandboxValidator.problems(inUpdate: [:], of: calendar) == [])
  }

  @Test(arguments: all) func sentBackWholeIsRefusedForItsUndocumentedKeys(calendar: JSONValue) {
    let problems = SandboxValidator.problems(inUpdate: calendar, of: calendar)
    #expect(problems.contains("property id should not exist"))
    #expect(problems.contains("property calendarType should not exist"))
    #expect(problems.allSatisfy { $0.hasSuffix(" should not exist") }, "\(problems)")
  }

  @Test func membersAndGroupsAndFormsExist() {
    let users = Set(DemoAccount.users.compactMap { $0[key: "id"]?.text })
    let forms = Set(
      DemoAccount.forms(extra: 0).compactMap { ($0[key: "id"] ?? $0[key: "_id"])?.text })
    let groups = Set(DemoAccount.groups.compactMap { $0[key: "id"]?.text })
    for calendar in Self.all {
      for member in calendar[key: "teamMembers"]?.array ?? [] {
        #expect(users.contains(member[key: "userId"]?.text ?? ""))
      }
      #expect(calendar[key: "formId"].map { forms.contains($0.text ?? "") } ?? true)
      #expect(calendar[key: "groupId"].map { groups.contains($0.text ?? "") } ?? true)
    }
    for id in users.union(forms).union(groups) { #expect(id.utf8.count == 20, "\(id)") }
  }
}
