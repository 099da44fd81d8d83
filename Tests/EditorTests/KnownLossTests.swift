import CalendarModel
import CalendarWork
import JSON
import Testing

@testable import CalendarAPI
@testable import Editor

/// A sub-account that lost what an update did not name: the next save says so before it is sent.
@Suite struct KnownLossTests {
  private let location = "ve9EPM428h8vShlRW1KT"
  private let losing = AccountHabits(sendsUndocumented: false, losesUnnamed: true)
  private let question = "What the update does not name may be lost"

  /// An editor with a change, in a sub-account of which something is known.
  private func edited(_ habits: AccountHabits? = nil) -> TestApp {
    var model = makeModel()
    if let habits { model.habits = habits }
    model.edit("slotDuration", to: 45)
    return model
  }

  private func body(_ effects: [Effect]) -> JSONValue? {
    for case .save(_, let body) in effects { return body }
    return nil
  }

  private func remembered(_ effects: [Effect]) -> [AccountHabits] {
    effects.compactMap { effect in
      if case .rememberHabits(let habits, locationID: location) = effect { habits } else { nil }
    }
  }

  /// Answers the update that is under way: the service holds the calendar without some properties.
  private func answer(_ model: inout TestApp, losing keys: [String] = []) throws -> [Effect] {
    var held = try #require(model.document?.current.object)
    for key in keys { held[key] = nil }
    let saved = SavedCalendar(calendar: .object(held), route: .documented, status: 200)
    var effects = model.update(.saved(try #require(model.request?.id), .success(saved)))
    if let look = model.request?.id {
      effects += model.update(
        .loaded(
          look, .success(LoadedCalendar(calendar: .object(held), duplicateKeys: []))))
    }
    return effects
  }

  @Test func aLossIsRememberedAndSaidBeforeTheNextSave() throws {
    var model = edited()
    #expect(body(model.press("Ctrl-S Ctrl-S"))?.object?.keys == ["slotDuration"])
    let effects = try answer(&model, losing: ["formSubmitThanksMessage"])
    #expect(remembered(effects) == [losing])
    model.press("k")
    model.edit("slotDuration", to: 50)
    model.press("Ctrl-S")
    #expect(model.screen.contains("lost what it did not name"), "\(model.screen)")
    #expect(model.press("Ctrl-S").isEmpty, "nothing is sent before the answer")
    #expect(model.screen.contains(question), "\(model.screen)")
    #expect(model.screen.contains("update = whole"))
    // The changes alone, in spite of it; as nothing is lost, there is nothing to say any more.
    #expect(body(model.press("c"))?.object?.keys == ["slotDuration"])
    let kept = AccountHabits(sendsUndocumented: false, losesUnnamed: false)
    #expect(remembered(try answer(&model)) == [kept])
    model.edit("slotDuration", to: 55)
    model.press("Ctrl-S")
    #expect(!model.screen.contains("lost what it did not name"))
    #expect(body(model.press("Ctrl-S")) != nil)
  }

  @Test func theWholeCalendarIsSentOnceOrAlways() throws {
    for (key, sendsWhole) in [("o", nil), ("w", true)] as [(String, Bool?)] {
      var model = edited(losing)
      let effects = model.press("Ctrl-S Ctrl-S \(key)")
      let sent = try #require(body(effects)?.object?.keys)
      #expect(sent.contains("slotDuration") && sent.contains("formSubmitThanksMessage"))
      #expect(remembered(effects).map(\.sendsWhole) == (sendsWhole == nil ? [] : [true]))
      // That an update of everything lost nothing tells nothing of one that does not name it.
      #expect(remembered(try answer(&model)).isEmpty)
      #expect(model.habits.losesUnnamed == true && model.habits.sendsWhole == sendsWhole)
      model.edit("slotDuration", to: 50)
      model.press("Ctrl-S")
      #expect(model.screen.contains("lost what it did not name") == (sendsWhole == nil))
    }
  }

  @Test func keepingOnSendsNothing() {
    var model = edited(losing)
    #expect(model.press("Ctrl-S Ctrl-S k").isEmpty && model.saves.job == nil)
    #expect(!model.screen.contains(question))
  }

  /// Where each update names everything, or nothing was lost, there is no question.
  @Test(arguments: [
    AccountHabits(sendsUndocumented: false),
    AccountHabits(sendsUndocumented: false, losesUnnamed: false),
    AccountHabits(sendsWhole: true, sendsUndocumented: false, losesUnnamed: true),
  ])
  func otherwiseNothingIsAsked(habits: AccountHabits) {
    var model = edited(habits)
    model.press("Ctrl-S")
    #expect(!model.screen.contains("lost what it did not name"))
    #expect(body(model.press("Ctrl-S")) != nil)
  }

  /// What one calendar has shown counts for the other open ones of the sub-account, and for no other.
  @Test func otherOpenCalendarsOfTheSubAccountKnowIt() throws {
    var app = ListedApp(["Beard Trim", "Kids Haircut"], others: ["Yoga"], all: true)
    app.begin()
    app.press("Enter F2 Down Enter F2 Down Enter")
    var model = TestApp(app.app)
    let ids = model.app.order
    #expect(ids.count == 3)
    _ = model.app.address(
      [.rememberHabits(losing, locationID: ListedApp.north)], from: try #require(ids.first))
    let north = ids.filter {
      model.app[$0].document?.base[.locationId]?.text == ListedApp.north
    }
    #expect(north.count == 2 && north.allSatisfy { model.app[$0].habits == losing })
    #expect(ids.filter { !north.contains($0) }.allSatisfy { model.app[$0].habits != losing })
  }

  /// The plan for many calendars says it, and nothing can be sent.
  @Test func thePlanOfManySaysIt() {
    var app = ListedApp(["Beard Trim", "Kids Haircut"])
    app.begin()
    app.send(.account(AccountID("north"), .habits(losing)))
    app.press("Alt-A Alt-C \"slotDuration=45 min\" Enter")
    let plan = app.shown.dialogs.compactMap { $0 as? BatchPlanDialog }.last?.plan
    #expect(plan?.counts.cannot == 2 && plan?.counts.toChange == 0)
    #expect(app.screen.contains("Not sent: an update in this"), "\(app.screen)")
    app.press("Enter")
    #expect(app.screen.contains("“update = whole” in the profile"), "\(app.screen)")
    app.press("Esc")
    // What becomes known while the plan is shown is in it.
    app.send(.account(AccountID("north"), .habits(AccountHabits(losesUnnamed: false))))
    let now = app.shown.dialogs.compactMap { $0 as? BatchPlanDialog }.last?.plan
    #expect(now?.counts.toChange == 2)
  }
}
