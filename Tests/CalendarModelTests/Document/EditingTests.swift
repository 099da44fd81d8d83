import CalendarModel
import JSON
import Testing

@Suite("Edits")
struct EditingTests {
  @Test func absentNullAndValueAreThreeStates() {
    var document = Calendars.document(Calendars.parse(#"{"name":"x"}"#))
    document.set("availabilityType", to: .null)
    #expect(document["availabilityType"] == .null)
    #expect(document.validation.modifiedKeys == ["availabilityType"])
    document.set("availabilityType", to: 0)
    #expect(document.printed == #"{"name":"x","availabilityType":0}"#)
    document.set("availabilityType", to: nil)
    #expect(document.printed == #"{"name":"x"}"#)
    #expect(!document.isModified)
    #expect(document.undoSteps.count == 3)
  }

  @Test func nothingToChangeIsNoStep() {
    var document = Calendars.document()
    document.set("name", to: "Intro call")
    document.set("version", to: nil)
    document.set("name.first", to: 1)
    document.set("teamMembers[7].userId", to: "u")
    document.set("teamMembers[0]", to: nil)
    document.set("teamMembers.userId", to: "u")
    document.removeRow(7, of: "teamMembers")
    document.moveRow(0, of: "teamMembers", to: 3)
    document.moveRow(0, of: "teamMembers", to: 0)
    document.duplicateRow(9, of: "teamMembers")
    document.reset("name")
    document.reset(.general)
    document.resetAll()
    #expect(document.insert([:], into: "name", at: 0) == nil)
    #expect(document.insert([:], into: "teamMembers", at: 5) == nil)
    #expect(document.undoSteps.isEmpty)
    #expect(document.current == Calendars.full)
  }

  @Test func objectsAreMadeAndTakenAway() {
    var document = Calendars.document(Calendars.parse(#"{"name":"x"}"#))
    document.set("recurring.count", to: 3)
    #expect(document.printed == #"{"name":"x","recurring":{"count":3}}"#)
    document.set("recurring.freq", to: "DAILY")
    document.set("recurring.count", to: nil)
    #expect(document.printed == #"{"name":"x","recurring":{"freq":"DAILY"}}"#)
    document.set("recurring.freq", to: nil)
    #expect(document.printed == #"{"name":"x"}"#)
    #expect(!document.isModified)
  }

  @Test func nullBecomesAnObjectAndNullAgain() {
    var document = Calendars.document(Calendars.parse(#"{"recurring":null,"name":"x"}"#))
    document.set("recurring.count", to: 3)
    #expect(document.printed == #"{"recurring":{"count":3},"name":"x"}"#)
    document.set("recurring.count", to: nil)
    #expect(document.printed == #"{"recurring":null,"name":"x"}"#)
    #expect(!document.isModified)
  }

  @Test func loadedObjectsStayWhenTheyAreEmpty() {
    var document = Calendars.document(Calendars.parse(#"{"recurring":{"count":3}}"#))
    document.set("recurring.count", to: nil)
    #expect(document.printed == #"{"recurring":{}}"#)
    document = Calendars.document(Calendars.parse(#"{"recurring":{}}"#))
    document.set("recurring.count", to: 1)
    document.set("recurring.count", to: nil)
    #expect(document.printed == #"{"recurring":{}}"#)
  }

  @Test func unknownMembersStay() {
    var document = Calendars.document(Calendars.field)
    document.set("recurring.count", to: 5)
    #expect(document["recurring.weekDays[0]"] == "MO")
    document.set("teamMembers[0].priority", to: 1)
    #expect(document["teamMembers[0].selected"] == true)
    #expect(document["stripe.a"] == 1)
  }

  // MARK: Rows

  @Test func listsAreMadeAndTakenAway() {
    for loaded in ["{}", #"{"teamMembers":null}"#] {
      var document = Calendars.document(Calendars.parse(loaded))
      #expect(document.insert(["userId": "u1"], into: "teamMembers", at: 4) == "teamMembers[0]")
      #expect(document.printed == #"{"teamMembers":[{"userId":"u1"}]}"#)
      document.insert(["userId": "u0"], into: "teamMembers", at: 0)
      #expect(document["teamMembers[0].userId"] == "u0")
      document.removeRow(1, of: "teamMembers")
      document.removeRow(0, of: "teamMembers")
      #expect(document.printed == loaded)
      #expect(!document.isModified)
    }
  }

  @Test func loadedListsStayWhenTheyAreEmpty() {
    var document = Calendars.document()
    document.removeRow(0, of: "teamMembers")
    #expect(document["teamMembers"] == [])
    // No hours at all means closed, which is something else than no statement.
    document.insert(["date": "", "hours": []], into: "availabilities", at: 1)
    document.insert(Calendars.hour(9, 10), into: "availabilities[1].hours", at: 0)
    document.removeRow(0, of: "availabilities[1].hours")
    #expect(document["availabilities[1].hours"] == [])
  }

  @Test func rowsMove() {
    var document = Calendars.document(
      Calendars.full(["teamMembers": .array(["a", "b", "c", "d"].map { Calendars.member($0) })]))
    func order() -> [String?] {
      (document["teamMembers"]?.array ?? []).map { $0[key: "userId"]?.text }
    }
    document.moveRow(0, of: "teamMembers", to: 2)
    #expect(order() == ["b", "c", "a", "d"])
    #expect(document.undoSteps.last?.focus == "teamMembers[2]")
    document.moveRow(3, of: "teamMembers", to: 0)
    #expect(order() == ["d", "b", "c", "a"])
    document.undo()
    document.undo()
    #expect(order() == ["a", "b", "c", "d"])
    #expect(!document.isModified)
  }

  @Test func copiesAreNewRows() {
    var document = Calendars.document(Calendars.field)
    #expect(document.duplicateRow(0, of: "availabilities") == "availabilities[1]")
    #expect(
      document["availabilities[1]"]?.printed()
        == #"{"date":"2027-02-01T00:00:00.000Z","hours":[]}"#)
    document.duplicateRow(3, of: "availabilities")
    #expect(document["availabilities[4].id"] == nil)
    #expect(document["availabilities[4].deleted"] == false)
  }

  @Test func nestedRows() {
    var document = Calendars.document(Calendars.field)
    let path = document.insert(
      ["kind": "booker"], into: "teamMembers[1].locationConfigurations", at: 0)
    #expect(path == "teamMembers[1].locationConfigurations[0]")
    #expect(document["teamMembers[1].locationConfigurations[0].kind"] == "booker")
    document.undo()
    #expect(document.stored == Calendars.field)
  }

  // MARK: Dates

  @Test func datesTheServiceKnowsAreMarked() {
    var document = Calendars.document(Calendars.field)
    document.removeRow(0, of: "availabilities")
    #expect(document["availabilities"]?.array?.count == 3)
    #expect(document["availabilities[0].deleted"] == true)
    #expect(document.undoSteps.last?.title.hasPrefix("Delete date 2027-02-01") == true)
    document.removeRow(0, of: "availabilities")
    #expect(document["availabilities[0].deleted"] == nil)
    #expect(document.undoSteps.last?.title.hasPrefix("Restore date 2027-02-01") == true)
    #expect(!document.isModified)
  }

  @Test func restoringADateIsNoChange() {
    var document = Calendars.document(Calendars.field)
    document.removeRow(2, of: "availabilities")
    document.removeRow(2, of: "availabilities")
    #expect(document["availabilities[2].deleted"] == false)
    #expect(!document.isModified)
    document.moveRow(2, of: "availabilities", to: 0)
    document.removeRow(0, of: "availabilities")
    document.removeRow(0, of: "availabilities")
    #expect(document["availabilities[0].deleted"] == false)
  }

  @Test func datesThatWereNeverSavedGo() {
    var document = Calendars.document(Calendars.field)
    document.removeRow(1, of: "availabilities")
    #expect(document["availabilities"]?.array?.count == 2)
    document.insert(["date": "", "hours": []], into: "availabilities", at: 0)
    document.removeRow(0, of: "availabilities")
    #expect(document["availabilities"]?.array?.count == 2)
  }

  // MARK: Resetting

  @Test func resettingOneProperty() {
    var document = Calendars.document()
    document.set("name", to: nil)
    document.set("lookBusyConfig.enabled", to: true)
    document.set("slug", to: "other")
    document.reset("name")
    document.reset("lookBusyConfig.enabled")
    #expect(document.validation.modifiedKeys == ["slug"])
    #expect(document.loaded("slug") == "intro")
    document.undo()
    #expect(document["lookBusyConfig.enabled"] == true)
    #expect(document.undoSteps.last?.title == "Reset name")
  }

  @Test func resettingTakesMadeObjectsAway() {
    var document = Calendars.document(Calendars.parse(#"{"name":"x"}"#))
    document.set("recurring.count", to: 3)
    document.reset("recurring.count")
    #expect(document.printed == #"{"name":"x"}"#)
  }

  @Test func resettingASectionIsOneStep() {
    var document = Calendars.document()
    document.set("slotDuration", to: 45)
    document.set("slotBuffer", to: nil)
    document.set("name", to: "x")
    document.reset(.slots)
    #expect(document.validation.modifiedKeys == ["name"])
    #expect(document.undoSteps.count == 4)
    #expect(document.undoSteps.last?.title == "Reset Slots and limits")
    document.undo()
    #expect(document.validation.modifiedKeys == ["name", "slotDuration", "slotBuffer"])
  }

  @Test func resettingEverything() {
    var document = Calendars.document()
    for key in ["name", "teamMembers", "recurring", "openHours"] {
      document.set(JSONPath([.key(key)]), to: .null)
    }
    document.resetAll()
    #expect(!document.isModified)
    #expect(document.current.isEquivalent(to: Calendars.full))
    document.undo()
    #expect(document.validation.modifiedKeys.count == 4)
  }

  @Test(arguments: [.null, 3, "x", [], [["a": 1]]] as [JSONValue])
  func whatIsNoObjectIsTakenAsAnEmptyOne(_ value: JSONValue) {
    var document = Calendars.document(value)
    #expect(document.current == [:])
    document.set("name", to: "x")
    #expect(document.printed == #"{"name":"x"}"#)
    document.adopt(saved: value)
    #expect(document.base == [:])
    #expect(document.current == [:])
  }
}
