import JSON
import Testing

@testable import CalendarModel

@Suite("hours.governed")
struct HoursGovernedTests {
  static let cases: [RuleCase] = [
    .init(
      "openHours", accepts: Calendars.full[key: "openHours"],
      rejects: [Calendars.week([2], Calendars.hour(9, 12))], isGoverned: true),
    .init(
      "availabilities", accepts: Calendars.full[key: "availabilities"],
      rejects: [["date": "2027-02-02T00:00:00.000Z", "hours": []]], isGoverned: true),
    .init(
      "availabilityType", accepts: Calendars.full[key: "availabilityType"], rejects: 0,
      besides: ["field.noEffect"], isGoverned: true),
  ]

  @Test(arguments: cases) func atItsBorder(_ test: RuleCase) { test.check(.hoursGoverned) }

  private func document(_ schedules: ScheduleAnswer) -> CalendarDocument {
    var document = Calendars.document()
    document.schedules = schedules
    document.set("openHours", to: [])
    document.set("availabilityType", to: 1)
    document.set("name", to: "x")
    return document
  }

  /// The warning comes and goes with what is known, and counts like any other.
  @Test func itFollowsTheAnswer() {
    let governed = document(Schedules.answer)
    let free = document(.listed(ScheduleList(calendarID: Schedules.calendarID)))
    #expect(
      Set(governed.problems("hours.governed").map(\.path)) == ["openHours", "availabilityType"])
    #expect(
      governed.validation.counts.warnings == free.validation.counts.warnings + 2)
    #expect(governed.validation.problemsOfChanges.contains { $0.rule == "hours.governed" })
    for answer in [ScheduleAnswer.notAsked, .asking, .unknown(reason: "x")] {
      #expect(document(answer).problems("hours.governed") == [])
      var late = document(answer)
      late.schedules = Schedules.answer
      #expect(late.validation.counts == governed.validation.counts)
      late.schedules = answer
      #expect(late.validation.counts == free.validation.counts)
    }
  }

  @Test func undoTakesItAway() {
    var document = Calendars.document()
    document.schedules = Schedules.answer
    document.set("openHours", to: [])
    #expect(document.problems("hours.governed").count == 1)
    document.undo()
    #expect(document.problems("hours.governed") == [])
    document.redo()
    #expect(document.problems("hours.governed").count == 1)
  }
}
