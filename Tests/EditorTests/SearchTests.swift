import CalendarModel
import JSON
import Testing
import TextUI

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
    // A field that can be edited comes before what switches it on, and before what is read-only.
    ("redirect", "formSubmitRedirectURL"), ("redirect url", "formSubmitRedirectURL"),
    ("formSubmitRedirectURL", "formSubmitRedirectURL"),
    ("location", "teamMembers[0].locationConfigurations[0].location"),
    ("locations", "locationConfigurations"),
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

  /// A field that is called just so, and can be edited, comes first.
  @Test func theFieldWhoseNameIsTypedComesFirst() throws {
    let calendars = [sampleCalendar, ["name": "x", "calendarType": "event"]]
    for calendar in calendars {
      let model = makeModel(calendar)
      var index = SearchIndex()
      index.add(try #require(model.document))
      for label in Set(index.entries.filter { !$0.isSecondary }.map(\.name)) where !label.isEmpty {
        let list = FilterList(index.entries, matching: .fuzzy, query: label)
        let first = index.entries[try #require(list.selected, "\(label)")]
        #expect(first.name == label || first.title == label, "\(label): \(first.title)")
        #expect(!first.isSecondary)
      }
    }
  }

  @Test func eachFieldHasOneLine() throws {
    var index = SearchIndex()
    index.add(try #require(makeModel().document))
    var seen: Set<String> = []
    for entry in index.entries where !entry.alias.isEmpty {
      #expect(seen.insert(entry.title).inserted, "\(entry.title)")
    }
  }

  /// A section whose whole name is typed is found, first where no field is called the same.
  @Test(arguments: Section.allCases) func sectionsAreFound(section: Section) throws {
    var model = makeModel()
    model.press("Ctrl-F \"\(section.title.lowercased())\"")
    let search = try #require(model.dialogs.last as? SearchDialog)
    let target = SearchIndex.Target.section(section)
    let hits = search.list.matches.prefix(3).map { search.targets[$0] }
    #expect(hits.contains(target), "\(hits)")
    let place = try #require(hits.firstIndex(of: target))
    for _ in 0..<place { model.press("Down") }
    model.press("Enter")
    #expect(model.workspace.pages.map(\.kind) == [.section(section)])
    #expect(!model.workspace.isInList)
  }

  @Test func dateHoursAreASection() {
    var model = makeModel()
    model.press("Ctrl-F \"date hours\" Enter")
    #expect(model.workspace.page.kind == .section(.dateHours))
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
