import CalendarAPI
import CalendarModel
import JSON
import Testing

@testable import Editor

/// F8 and F7: errors first, then warnings.
@Suite struct ProblemWalkTests {
  /// Loaded with a warning in slots; now with an error before and one behind it.
  private func model() -> TestApp {
    var model = makeModel()
    model.change("teamMembers") { $0.set("teamMembers[1].priority", to: 7) }
    model.change("recurring") { $0.set("recurring.count", to: 25) }
    model.change("alertEmail") { $0.set("alertEmail", to: "nobody") }
    return model
  }

  @Test func errorsComeFirst() {
    var model = model()
    let order = [
      "teamMembers[1].priority", "recurring.count", "appoinmentPerDay", "recurring", "alertEmail",
      "teamMembers[1].priority",
    ]
    for path in order {
      model.press("F8")
      #expect(model.focusedPath == path)
    }
    for path in order.dropLast().reversed() {
      model.press("F7")
      #expect(model.focusedPath == path)
    }
  }

  @Test func fromAnywhereItIsTheNextError() {
    var model = model()
    model.visit("slotDuration")
    model.press("F8")
    #expect(model.focusedPath == "recurring.count")
    model.visit("slotDuration")
    model.press("Alt-M")
    #expect(model.focusedPath == "teamMembers[1].priority")
    model.visit("name")
    model.press("F7")
    #expect(model.focusedPath == "recurring.count", "before the first comes the last")
  }

  /// A problem without a line of its own does not hold the walk up.
  @Test func itGoesOnFromWhatHasNoLine() {
    var model = makeModel()
    model.change("teamMembers") {
      $0.set("teamMembers[1]", to: ["userId": "ben", "locationConfigurations": ["x"]])
    }
    var seen: [String?] = []
    for _ in 0..<4 {
      model.press("F8")
      seen.append(model.visited.problemStop?.problem.description)
    }
    #expect(Set(seen).count == 2 && seen[0] == seen[2] && seen[1] == seen[3], "\(seen)")
  }

  @Test func withoutProblemsItSaysSo() {
    var model = makeModel(["name": "x", "calendarType": "event"])
    model.press("F8")
    #expect(model.status?.text == "There are no problems.")
    model.press("F7")
    #expect(model.status?.text == "There are no problems.")
  }
}
