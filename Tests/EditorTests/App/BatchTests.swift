import CalendarModel
import CalendarWork
import JSON
import Testing
import TextUI

@testable import CalendarAPI
@testable import Editor

/// Changing many calendars, from the marks in the list to the results.
@Suite struct BatchTests {
  private let names = ["Beard Trim", "Bridal Trial", "Kids Haircut", "Morning Yoga"]

  private func listed(others: [String] = [], isReadOnly: Bool = false) -> ListedApp {
    var app = ListedApp(names, others: others, isReadOnly: isReadOnly, all: !others.isEmpty)
    app.begin()
    return app
  }

  private func plan(_ app: ListedApp) -> BatchPlan? {
    app.shown.dialogs.compactMap { $0 as? BatchPlanDialog }.last?.plan
  }

  private func run(_ app: ListedApp) -> BatchRunDialog? {
    app.shown.dialogs.last as? BatchRunDialog
  }

  private func duration(_ app: ListedApp, _ name: String) -> JSONValue? {
    app.stored[ListedApp.id(of: name)]?[key: "slotDuration"]
  }

  private func governing(_ id: String) -> ScheduleList {
    var list = ScheduleList(calendarID: id)
    list.add([
      [
        "id": "schedule1", "name": "Ana’s hours", "userId": "ana", "timezone": "Europe/Berlin",
        "calendarIds": [.text(id)], "rules": [],
      ]
    ])
    return list
  }

  // MARK: Ways in

  @Test func theMarkedCalendarsAreChanged() {
    var app = listed()
    app.press("Ins Ins Alt-C \"slotDuration=45 min\"")
    #expect(app.screen.contains("What to change in 2 calendars"))
    #expect(app.screen.contains("= Slot duration: 45 min"))
    app.press("Enter")
    #expect(plan(app)?.counts.toChange == 2)
    #expect(app.effects.allSatisfy { if case .beginRun = $0 { false } else { true } })
    app.press("Ctrl-S")
    #expect(app.screen.contains("Change 2 calendars?"))
    #expect(app.list?.content.marks.count == 2, "the marks stay until the run is done")
    app.press("c")
    #expect(duration(app, "Beard Trim") == 45 && duration(app, "Bridal Trial") == 45)
    #expect(duration(app, "Kids Haircut") == 30)
    #expect(run(app)?.run.isOver == true)
    #expect(app.list?.content.marks.isEmpty == true)
    app.press("Esc")
    #expect(app.shown.dialogs.last is CalendarListDialog)
    app.press("Alt-Q")
    #expect(run(app)?.run.isOver == true, "the results can be shown again")
    app.press("Esc Alt-C \"slotDuration=50 min\" Enter Ctrl-S c")
    #expect(app.effects.contains(.endRun(1)))
    #expect(app.app.batch?.number == 2)
  }

  /// 2 hours and 2 minutes are not the same wish.
  @Test func aNumberWithoutAUnitMustMeanTheSame() {
    var app = ListedApp(names)
    for (key, value) in [("slotDuration", 1 as JSONValue), ("slotDurationUnit", "hours")] {
      _ = app.stored["idbeardtrim"]?.update(at: JSONPath([.key(key)])) { $0 = value }
    }
    app.begin()
    app.press("Alt-A Alt-C \"slotDuration=2\" Enter")
    #expect(app.screen.contains("the calendars have it in different units"))
    app.press("Ctrl-S")
    #expect(app.screen.contains("3 in minutes, 1 in"))
    #expect(app.screen.contains("slotDuration='45 min'"), "what to type")
    #expect(app.saves.isEmpty)
    // It may also be meant for those that have the same unit.
    app.press("Esc Space")
    #expect(plan(app)?.ambiguities == [])
    app.press("Ctrl-S")
    #expect(app.screen.contains("Change 3 calendars?"))
    app.press("k Home Space Ctrl-S")
    #expect(app.screen.contains("Which unit?"))
  }

  @Test func withoutMarksTheSelectedOneIsChanged() {
    var app = listed()
    app.press("Down Alt-C \"slotDuration=45 min\" Enter")
    #expect(plan(app)?.targets.map(\.title) == ["Bridal Trial"])
  }

  @Test func allThatAreFoundAreMarkedWithOneKey() {
    var app = listed()
    app.press("Alt-A")
    #expect(app.list?.content.marks.count == 4)
    app.press("Alt-A")
    #expect(app.list?.content.marks.isEmpty == true)
    app.press("\"r\" Alt-A Esc")
    let marked = app.list?.content.markedPlaces.count ?? 0
    #expect(marked > 0 && marked < 5)
  }

  /// A marked calendar that the list does not show is changed with the others.
  @Test func marksOutsideOfWhatIsFoundCount() {
    var app = listed()
    app.press("Ins \"yoga\" Ins Alt-C \"slotDuration=45 min\" Enter")
    #expect(Set(plan(app)?.targets.map(\.title) ?? []) == ["Beard Trim", "Morning Yoga"])
  }

  @Test func aMistakeNamesTheNearestAndPlansNothing() {
    var app = listed()
    app.press("Alt-C \"slotDurtion=45\" Enter")
    #expect(app.screen.contains("slotDuration"))
    #expect(plan(app) == nil && app.shown.dialogs.last is PromptDialog)
    app.press("Esc")
    #expect(app.shown.dialogs.last is CalendarListDialog)
  }

  /// What is called nearly so is no id.
  @Test func aGroupThatTheSubAccountDoesNotHaveIsNoID() {
    var app = listed()
    let studio = LookUpResult(id: "grpQ7xT2mB9wLk4Zr8sD", name: "Studio")
    app.send(.account(AccountID("north"), .lookedUp(.groups, [studio])))
    app.press("Alt-A Alt-C \"group=studoi\" Enter")
    #expect(plan(app)?.counts.toChange == 0)
    #expect(app.screen.contains("Studio") || plan(app)?.plans.first?.settled?.code == .mistake)
    app.press("Esc Alt-A Alt-A Alt-C \"group=studio\" Enter")
    let plans = plan(app)?.plans ?? []
    #expect(plans.count == 4)
    #expect(plans.allSatisfy { $0.changes.map(\.after) == ["grpQ7xT2mB9wLk4Zr8sD"] })
  }

  @Test func linesOfAPasteAreSeveralChanges() {
    var app = listed()
    app.press("Alt-C")
    app.send(
      .terminal(.paste("# caledit changes 1\nslotDuration=45 min\nunset notes\n")))
    app.press("Enter")
    #expect(plan(app)?.sentences == ["Slot duration: 45 min", "Notes: unset"])
  }

  @Test func theChangesOfAnOpenCalendarAreForOthers() {
    var app = listed()
    app.press("Down Ins Home Enter Ctrl-F \"slotDuration\" Enter \"45\" Alt-I")
    #expect(app.screen.contains("Apply 1 change to which calendars?"))
    #expect(app.screen.contains("[x] Bridal Trial"), "what is marked in the list is marked here")
    #expect(!app.screen.contains("] Beard Trim"))
    app.press("\"kids\" Alt-A Enter")
    #expect(plan(app)?.targets.map(\.title) == ["Bridal Trial", "Kids Haircut"])
    app.press("Ctrl-S c")
    #expect(duration(app, "Kids Haircut") == 45)
    #expect(duration(app, "Beard Trim") == 30, "those of the calendar itself are not saved by it")
    app.press("Esc")
    #expect(app.shown.title == "Beard Trim" && app.shown.hasUnsavedWork)
  }

  /// What a run left undone stays marked in the list for its rest, and for nothing else.
  @Test func marksAreOfOneUse() {
    var app = listed()
    app.runsSlowly = true
    app.press("Alt-A Alt-C \"slotDuration=45 min\" Enter Ctrl-S c")
    app.press("Esc s")
    app.runsSlowly = false
    let left = app.list?.content.marks ?? []
    #expect(!left.isEmpty && app.list?.content.usedMarks.isSuperset(of: left) == true)
    // A mark that is made anew is one of its own.
    var content = app.list?.content
    if let first = left.first {
      content?.toggleMark(first)
      content?.toggleMark(first)
      #expect(content?.usedMarks.contains(first) == false && content?.marks.contains(first) == true)
    }
    app.press("Esc Home Enter Ctrl-F \"slotDuration\" Enter \"50\" Alt-I")
    #expect(app.screen.contains("to which calendars?"), "\(app.screen)")
    #expect(!app.screen.contains("[x]"))
  }

  /// What is marked from the start stands first, so that it is seen.
  @Test func marksAreInSight() throws {
    var app = listed()
    app.press("Down Down Down Ins Home Enter Ctrl-F \"slotDuration\" Enter \"45\" Alt-I")
    let rows = app.screen.split(separator: "\n").filter { $0.contains("[x]") || $0.contains("[ ]") }
    #expect(try #require(rows.first).contains("[x] Morning Yoga"), "\(app.screen)")
  }

  @Test func withoutChangesThereIsNothingToApply() {
    var app = listed()
    app.press("Enter Alt-I")
    #expect(app.screen.contains("There are no changes."))
    app.press("Ctrl-F \"openHours\" Enter \"7-\" Enter Alt-I")
    #expect(!(app.shown.dialogs.last is CopyPartnersDialog), "a text that cannot be read")
  }

  // MARK: The plan

  @Test func rowsAreTakenOutAndPutBack() {
    var app = listed()
    app.press("Alt-A Alt-C \"slotDuration=45 min\" Enter Space")
    #expect(plan(app)?.counts.words == "3 to change, 1 taken out")
    app.press("Home Del")
    #expect(plan(app)?.counts.words == "4 to change")
    app.press("End Space Ctrl-S c")
    #expect(duration(app, "Morning Yoga") == 30)
    #expect(duration(app, "Kids Haircut") == 45)
  }

  @Test func whatCannotBeChangedIsSaidAndNotAsked() {
    var app = listed(isReadOnly: true)
    app.press("Alt-C \"slotDuration=45 min\" Enter")
    #expect(app.screen.contains("Read-only: nothing is sent."))
    app.press("Ctrl-S")
    #expect(plan(app) != nil && !(app.shown.dialogs.last is ConfirmDialog))
    #expect(app.screen.contains("There is nothing to change in these calendars."))
    app.press("Esc Alt-C \"slotDuration=30 min\" Enter")
    #expect(plan(app)?.counts.words == "0 to change, 1 unchanged")
  }

  @Test func aCalendarOfAnotherSubAccountIsRefused() {
    var app = ListedApp(names)
    app.stored["idbeardtrim"] = ListedApp.calendar("Beard Trim", in: ListedApp.south)
    app.begin()
    app.press("Alt-A Alt-C \"slotDuration=45 min\" Enter")
    #expect(plan(app)?.counts.cannot == 1)
    #expect(app.screen.contains("another sub-account"))
  }

  @Test func aBrokenRuleStopsUnlessItIsForced() {
    var app = listed()
    app.press("Alt-C \"teamMembers:=[]\" Enter")
    #expect(plan(app)?.counts.cannot == 1)
    app.press("f")
    #expect(plan(app)?.counts.toChange == 1)
    app.press("Ctrl-S")
    #expect(app.screen.contains("Values that break rules are sent."))
  }

  @Test func whatIsDecidedAboutConflictsGoesWithTheOrder() {
    var app = listed()
    app.press("Alt-C \"slotDuration=45 min\" Enter c")
    #expect(app.screen.contains("the planned value is saved"))
    app.press("h f")
    #expect(plan(app)?.policy == BatchPolicy(conflicts: .mine), "neither matters here")
    app.press("Ctrl-S c")
    let orders = app.effects.compactMap { effect -> BatchOrder? in
      if case .beginRun(_, let order) = effect { order } else { nil }
    }
    #expect(orders.map(\.policy.conflicts) == [.mine])
  }

  @Test func hoursUnderAScheduleAreLeftOutUnlessSomebodyWantsThem() {
    var app = listed()
    app.send(.account(AccountID("north"), .schedules(governing("idbeardtrim"))))
    app.press("Alt-C \"openHours.mon=closed; slotDuration=45 min\" Enter")
    #expect(plan(app)?.plans.first?.keysKeptOut == ["openHours"])
    #expect(app.screen.contains("hours under a schedule: left out"))
    app.press("Ctrl-S")
    #expect(app.screen.contains("Hours are left out of 1 calendar"))
    app.press("k")
    app.press("h")
    #expect(plan(app)?.plans.first?.keysKeptOut == [])
  }

  /// Without the schedules nobody knows whether the hours count, and the plan says so.
  @Test func schedulesThatHaveNotComeAreSaid() {
    var app = listed()
    app.press("Alt-C \"openHours.mon=closed\" Enter")
    #expect(plan(app)?.plans.first?.warnings.contains { $0.contains("schedule") } == true)
    app.send(.account(AccountID("north"), .schedules(ScheduleList(calendarID: "x"))))
    #expect(plan(app)?.plans.first?.warnings.contains { $0.contains("schedule") } == false)
  }

  /// What becomes known while the plan is shown is in it; what was taken out stays out.
  @Test func thePlanLearns() {
    var app = listed()
    app.press("Alt-A Alt-C \"openHours.mon=closed\" Enter Space")
    app.send(.account(AccountID("north"), .schedules(governing("idbridaltrial"))))
    #expect(plan(app)?.counts.takenOut == 1)
    #expect(plan(app)?.plans[1].settled?.code == .governed)
  }

  @Test func anOpenCalendarWithChangesIsNamed() {
    var app = listed()
    app.press("Enter Ctrl-F \"slug\" Enter \"x\" F2 Alt-C \"slotDuration=45 min\" Enter")
    #expect(app.screen.contains("open with changes of its own"))
    app.press("Enter")
    #expect(app.screen.contains("They stay there as they are"))
  }

  // MARK: The run

  @Test func itIsStoppedAfterAQuestion() {
    var app = listed()
    app.runsSlowly = true
    app.press("Alt-A Alt-C \"slotDuration=45 min\" Enter Ctrl-S c")
    #expect(app.screen.contains("1/4") && app.screen.contains("under way"))
    app.press("Esc")
    #expect(app.screen.contains("Stop the run?"))
    app.press("k")
    #expect(app.app.batch?.state == .running)
    app.press("Esc s")
    #expect(app.effects.contains(.stopRun(1)))
    #expect(run(app)?.run.isOver == true)
    #expect(app.screen.contains("1 saved, 3 not done"))
    #expect(app.list?.content.marks.count == 3, "what is not done stays marked")
    app.runsSlowly = false
    app.press("g")
    #expect(app.screen.contains("4 saved"))
    #expect(app.list?.content.marks.isEmpty == true)
  }

  @Test func othersAreWorkedOnMeanwhile() {
    var app = listed()
    app.runsSlowly = true
    app.press("Ins Ins Alt-C \"slotDuration=45 min\" Enter Ctrl-S c F2")
    #expect(app.shown.dialogs.last is CalendarListDialog)
    app.press("End Enter")
    #expect(app.shown.title == "Morning Yoga")
    #expect(app.screen.contains("run 1/2"))
    app.press("Ctrl-F \"slug\" Enter \"x\"")
    app.finishRun()
    #expect(app.screen.contains("The run has ended: 2 saved. Alt-Q shows it"))
    #expect(!app.screen.contains("run 1/2"))
    app.press("Alt-Q")
    #expect(run(app)?.run.isOver == true)
  }

  @Test func oneRunGoesAtATime() {
    var app = listed()
    app.runsSlowly = true
    app.press("Ins Ins Alt-C \"slotDuration=45 min\" Enter Ctrl-S c F2 Alt-C \"notes=x\" Enter")
    #expect(plan(app) == nil)
    #expect(app.screen.contains("A run is under way"))
  }

  @Test func quittingAsksAndStopsFirst() {
    var app = listed()
    app.runsSlowly = true
    app.press("Ins Ins Alt-C \"slotDuration=45 min\" Enter Ctrl-S c Ctrl-Q")
    #expect(app.screen.contains("Quit while calendars are changed?"))
    #expect(!app.effects.contains { if case .quit = $0 { true } else { false } })
    app.press("s")
    let last = app.effects.suffix(2)
    #expect(app.effects.contains(.stopRun(1)))
    #expect(last.contains(.quit(status: 0, keepsDrafts: true)))
  }

  @Test func aRunThatCannotBeginSaysWhy() {
    var app = listed()
    app.isSlow = true
    app.press("Alt-C \"slotDuration=45 min\" Enter Ctrl-S c")
    app.send(.run(1, .failed("Nothing was sent: the disk is full."), at: 0))
    #expect(app.screen.contains("the disk is full"))
    #expect(run(app)?.run.isOver == true)
    app.press("Esc")
    #expect(app.shown.dialogs.last is CalendarListDialog)
  }

  @Test func newsOfAnotherRunIsForNobody() {
    var app = listed()
    app.send(.run(7, .ended(3, BatchOutcome(.saved, "Saved.")), at: 1))
    app.press("Alt-C \"slotDuration=45 min\" Enter Ctrl-S c")
    app.send(.run(1, .ended(30, BatchOutcome(.saved, "Saved.")), at: 1))
    #expect(app.app.batch?.tally.done == 1)
  }

  // MARK: The results

  private func mixed() -> ListedApp {
    var app = listed()
    app.outcomes = [
      "idkidshaircut": BatchOutcome(
        .conflict, "Others changed the same since.", details: ["Slot duration: now 60 min"]),
      "idmorningyoga": BatchOutcome(.notReached, "The service cannot be reached."),
    ]
    app.press("Alt-A Alt-C \"slotDuration=45 min\" Enter Ctrl-S c")
    return app
  }

  @Test func whatIsNotAsWantedComesFirst() {
    var app = mixed()
    #expect(
      run(app).map { $0.run.shownOrder.map { names[$0] } }
        == ["Kids Haircut", "Morning Yoga", "Beard Trim", "Bridal Trial"])
    #expect(app.screen.contains("2 saved, 1 in conflict, 1 failed"))
    app.press("Space")
    #expect(app.screen.contains("now 60 min") && app.screen.contains("What was planned"))
    app.press("Esc Enter")
    #expect(app.shown.title == "Kids Haircut")
    #expect(app.shown.focusedPath == "slotDuration")
    app.press("Alt-T")
    #expect(run(app) != nil)
  }

  @Test func theReportGoesToTheClipboardAndToAFile() {
    var app = mixed()
    app.press("c")
    let copied = app.effects.compactMap { effect -> String? in
      if case .calendar(_, .copy(let text)) = effect { text } else { nil }
    }
    #expect(copied.first?.contains("Kids Haircut, idkidshaircut: Others changed") == true)
    app.files["/tmp/report"] = "old"
    app.press("w \"/tmp/report\" Enter")
    #expect(app.screen.contains("Replace the file?"))
  }

  /// A calendar that is open without changes shows what was saved; one with changes keeps them.
  @Test func openCalendarsAreLoadedAgain() {
    var app = listed()
    app.press("Enter F2 Down Enter Ctrl-F \"slug\" Enter \"x\" F2")
    app.press("Alt-A Alt-C \"slotDuration=45 min\" Enter Ctrl-S c")
    let first = app.app.order[0]
    let second = app.app.order[1]
    #expect(app.app[first].document?.current[key: "slotDuration"] == 45)
    #expect(app.app[second].document?.current[key: "slotDuration"] == 30)
    #expect(app.app[second].hasUnsavedWork)
  }

  // MARK: Files of changes

  @Test func theReviewWritesItsChanges() throws {
    var app = listed()
    app.press("Enter Ctrl-F \"slotDuration\" Enter \"45\" Ctrl-S w")
    let id = app.app.shown
    app.press("\"/none/x\" Enter")
    #expect(app.screen.contains("not written"))
    app.press("w \"/tmp/changes\" Enter")
    #expect(app.screen.contains("The changes are written to /tmp/changes."))
    let text = try #require(app.files["/tmp/changes"])
    #expect(try CalendarChanges(file: text, today: today).lines == ["slotDuration=45 min"])
    app.files["/tmp/changes"] = "old"
    app.press("w \"/tmp/changes\" Enter k")
    #expect(app.files["/tmp/changes"] == "old")
    app.press("w \"/tmp/changes\" Enter r")
    #expect(app.files["/tmp/changes"] == text)
    #expect(app.app.shown == id && app.shown.dialogs.last is ReviewDialog)
  }

  // MARK: Hostile

  @Test func hostileNamesAreShownWhole() {
    var app = ListedApp(["a\u{1B}[31mb\u{202E}c", "d\ne", String(repeating: "x", count: 10_000)])
    app.begin()
    app.press("Alt-A Alt-C \"slotDuration=45 min\" Enter")
    #expect(!app.screen.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    app.press("Enter Esc Ctrl-S c")
    #expect(!app.screen.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    #expect(app.app.batch?.report.unicodeScalars.contains { $0 == "\u{1B}" } == false)
  }
}
