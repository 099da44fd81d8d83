import CalendarModel
import JSON
import Testing

@testable import CalendarAPI
@testable import Editor

/// Finding fields, values and rows.
@Suite struct SearchTests {
  @Test(arguments: [
    ("slotDuration", "slotDuration"), ("Thank you!", "formSubmitThanksMessage"),
    ("#039be5", "eventColor"), ("Main Street", "teamMembers[0].locationConfigurations[0]"),
    ("ben", "teamMembers[1]"), ("2026-12-31", "availabilities[1]"),
    ("teamMembers.priority", "teamMembers[0].priority"),
  ])
  func finds(_ typed: String, _ path: String) {
    var model = makeModel()
    model.press("Ctrl-F \"\(typed)\" Enter")
    #expect(model.focusedPath == path)
  }

  /// Words that people use, and what they mean by them.
  @Test(arguments: [
    ("inactive", "isActive"), ("lunch", "openHours"), ("holiday", "availabilities"),
    ("limit", "appoinmentPerDay"), ("timezone", "locationId"), ("reminder", "notifications"),
    ("bufer aftr", "slotBuffer"), ("lkbsy", "lookBusyConfig.enabled"),
    // What switches the address on comes before it; by its key the field itself is found.
    ("redirect", "formSubmitType"), ("redirect url", "formSubmitType"),
    ("formSubmitRedirectURL", "formSubmitRedirectURL"),
    ("locations", "teamMembers[0].locationConfigurations"),
  ])
  func knowsTheWord(_ typed: String, _ path: String) {
    var model = makeModel()
    model.press("Ctrl-F \"\(typed)\" Enter")
    #expect(model.focusedPath == path)
  }

  @Test func everyWeekdayIsFound() {
    for day in 0..<7 {
      var model = makeModel()
      model.press("Ctrl-F \"\(Wording.weekday(day).lowercased())\" Enter")
      #expect(model.focusedItem?.day == day)
    }
  }

  /// What a calendar of the type has no use for comes last.
  @Test func anEventCalendarHasItsOwnLocations() {
    var calendar = sampleCalendar
    _ = calendar.update(at: "calendarType") { $0 = "event" }
    var model = makeModel(calendar)
    model.press("Ctrl-F \"locations\" Enter")
    #expect(model.focusedPath == "locationConfigurations")
  }

  @Test func anAddressThatIsSwitchedOnIsFoundAtOnce() {
    var calendar = sampleCalendar
    _ = calendar.update(at: "formSubmitType") { $0 = "RedirectURL" }
    var model = makeModel(calendar)
    model.press("Ctrl-F \"redirect url\" Enter")
    #expect(model.focusedPath == "formSubmitRedirectURL")
  }

  @Test func synonymsAreThoseOfFields() {
    for key in SearchSynonyms.keys { #expect(CalendarSchema.field(key) != nil, "\(key)") }
  }

  @Test func membersAreFoundByTheirNames() {
    var model = makeModel()
    _ = model.update(
      .lookedUp(
        .users, .success([LookUpResult(id: "ben", name: "Benedikt Ferro", detail: "b@x.org")])))
    model.press("Ctrl-F \"ferro\" Enter")
    #expect(model.focusedPath == "teamMembers[1]")
  }

  @Test func aFieldOfRowsThatAreNotThereLeadsToTheList() {
    var model = makeModel()
    model.press("Ctrl-F \"notifications.selectedUsers\" Enter")
    #expect(model.focusedPath == "notifications")
  }
}
