import CalendarModel
import CalendarWork
import JSON
import Testing

@testable import CalendarAPI
@testable import Editor

/// Questions of saving: what they say is complete, and Enter loses nothing.
@Suite struct SaveQuestionTests {
  /// A calendar whose rows have keys of every kind.
  private func edited(_ habits: AccountHabits = AccountHabits()) -> TestApp {
    var calendar = sampleCalendar
    _ = calendar.update(at: "teamMembers[0].locationConfigurations") {
      $0 = [["kind": "physical", "location": "Main Street 1", "meetingId": "m1"]]
    }
    var model = makeModel(calendar)
    model.habits = habits
    model.change("teamMembers") { $0.set("teamMembers[1].priority", to: 0) }
    return model
  }

  private func answer(_ model: TestApp) -> String? {
    model.dialogs.last?.words(model.calendar).first { $0.hasPrefix(model.symbols.focus) }
  }

  /// Whatever is left out stands in the review, with what can be done about it; each key once.
  @Test(arguments: [nil, false, true] as [Bool?]) func theReviewSaysWhatIsNotSent(sends: Bool?)
    throws
  {
    var model = edited(AccountHabits(sendsUndocumented: sends))
    let body = model.updateBody(of: try #require(model.document))
    model.press("Ctrl-S")
    let words = try #require(model.dialogs.last?.words(model.calendar))
    for path in body.leftOut + body.kept {
      #expect(words.count { $0.contains(path.keys.last ?? "?") } == 1, "\(path): \(words)")
    }
    let never = Set(body.leftOut).subtracting(body.undocumented)
    #expect(!never.isEmpty)
    #expect(words.contains { $0.hasPrefix("Never sent") })
    #expect(words.contains { $0.contains("the save asks whether to send") } == (sends == nil))
    #expect(words.contains { $0.contains("will not be sent") } == (sends == false))
    #expect(words.contains { $0.contains("will be sent") } == (sends == true))
  }

  @Test func theQuestionNamesWhatIsLostWithEitherAnswer() {
    var model = edited()
    model.press("Ctrl-S Ctrl-S")
    #expect(model.screen.contains("Send undocumented keys?"), "\(model.screen)")
    #expect(model.screen.contains("meetingId"), "\(model.screen)")
    #expect(answer(model)?.contains("Keep editing") == true)
    // Where nothing can be lost by sending, that is the default.
    var other = makeModel()
    other.habits = AccountHabits()
    other.change("teamMembers") { $0.set("teamMembers[1].priority", to: 0) }
    other.press("Ctrl-S Ctrl-S")
    #expect(answer(other)?.contains("Send them") == true)
  }

  /// Leaving hours out is the default only where the service keeps what an update does not name.
  @Test(arguments: [(false, UpdateSetting.auto), (true, .auto), (false, .whole), (true, .whole)])
  func hoursUnderASchedule(loses: Bool, updates: UpdateSetting) {
    var model = TestApp(
      source: Source(.service(calendarID: "ocQHyuzHvysMo5N5VsXc", origin: "example.com")),
      size: .init(rows: 24, columns: 80), checksBeforeSaving: false, updates: updates, today: today)
    _ = model.begin()
    _ = model.update(
      .loaded(1, .success(LoadedCalendar(calendar: sampleCalendar, duplicateKeys: []))))
    model.habits = AccountHabits(sendsWhole: loses ? true : nil, sendsUndocumented: false)
    var list = ScheduleList(calendarID: "ocQHyuzHvysMo5N5VsXc")
    list.add([
      [
        "id": "s1", "name": "Hours", "userId": "ana", "timezone": "Europe/Berlin",
        "calendarIds": ["ocQHyuzHvysMo5N5VsXc"], "rules": [],
      ]
    ])
    model.document?.schedules = .listed(list)
    model.change(WeekHours.path) { _ = $0.setWeekHours([1: []]) }
    model.press("Ctrl-S Ctrl-S")
    let mayLose = loses || updates == .whole
    #expect(model.screen.contains("Leave the hours out"), "\(model.screen)")
    #expect(model.screen.contains("will be lost") == mayLose, "\(model.screen)")
    #expect(answer(model)?.contains(mayLose ? "Keep editing" : "Leave the hours out") == true)
  }
}
