import CalendarModel
import Foundation
import JSON
import Sandbox
import TerminalTesting
import Testing

/// What a person needs to know who changes many calendars at once: what is lost, what has no effect,
/// what is left, and which run is gone on with.
@Suite(.waits, .timeLimit(.minutes(240))) struct ManyCalendarTests {
  private static let all = "--filter 'not name contains zzz'"

  private func saves(_ place: CommandPlace) -> [String: Int] {
    place.sandbox.requests.reduce(into: [:]) { counts, request in
      if request.call?.kind == .save { counts[request.calendarID ?? "", default: 0] += 1 }
    }
  }

  private func configure(_ place: CommandPlace, _ change: (String) -> String) throws {
    try place.folder.configure(change(try place.folder.read("home/config/caledit/config")))
  }

  // MARK: What is lost

  /// One calendar of each sub-account goes alone, and none behind one that lost properties: neither in
  /// the run nor in one that goes on with it.
  @Test func anAccountThatReplacesLosesOneCalendar() throws {
    var options = SandboxOptions()
    options.put = .replace
    let place = try CommandPlace(Sandbox.accounts(count: 2, calendars: 8), options: options)
    let before = place.accounts[0].calendarIDs.map(place.sandbox.calendar)
    let shell = try place.run(
      "caledit set --all-profiles \(Self.all) slotDuration=55min --yes", seconds: 120)
    #expect(shell.status == .status(1), "nothing is as wanted: \(shell.error)")
    let sent = place.accounts.map { $0.calendarIDs.filter { saves(place)[$0] != nil } }
    #expect(sent.map(\.count) == [1, 1] && saves(place).values.allSatisfy { $0 == 1 })
    for words in [
      "2 calendars lost properties.", "“update = whole”", "caledit restore ID", "14 calendars left",
    ] {
      #expect(shell.output.contains(words), "\(words): \(shell.output)")
    }
    let again = try place.run("caledit set --resume --yes", seconds: 120)
    #expect(again.status != .status(0) && again.output.contains("“update = whole”"))
    #expect(saves(place).count == 2, "it is in the journal what the account does")
    // A run of its own, a dry one, and one of a single calendar know it as well.
    for (command, status) in [
      ("set --all-profiles \(Self.all) slotInterval=25min --yes", 3),
      ("set --all-profiles \(Self.all) slotInterval=25min -n", 3),
      ("set \(place.id(1)) slotInterval=25min --yes", 3),
      ("restore \(sent[0][0]) --yes", 3),
    ] {
      let new = try place.run("caledit \(command)", seconds: 120)
      #expect(new.status == .status(Int32(status)), "\(command): \(new.error)")
      for words in ["lost what it did not name", "“update = whole”", "--update whole"] {
        #expect(new.output.contains(words), "\(command): \(new.output)")
      }
    }
    #expect(saves(place).count == 2, "nothing is sent that would lose the rest")
    try configure(place) { "update = whole\n" + $0 }
    let whole = try place.run("caledit set --resume --yes", seconds: 120)
    #expect(!whole.output.contains("lost properties"), "\(whole.output) \(whole.error)")
    let ids = place.accounts.flatMap(\.calendarIDs)
    let done = ids.filter { place.sandbox.calendar($0)?[key: "slotDuration"] == 55 }
    // The hours of one are governed by a schedule: with them it may lose that, without them the hours.
    #expect(done.count == 15 && whole.output.contains("13 saved otherwise, 1 refused."))
    #expect(whole.output.contains("a schedule governs the hours, and an update without them would"))
    // What is refused for keys inside of rows is sent again without them.
    #expect(saves(place).count == 15 && sent.allSatisfy { saves(place)[$0[0]] == 1 })
    let lost = try #require(place.accounts[0].calendarIDs.firstIndex(of: sent[0][0]))
    let back = try place.run("caledit restore \(place.id(lost)) --yes")
    #expect(back.output.contains("Saved: "), "\(back.output) \(back.error)")
    let now = place.sandbox.calendar(place.id(lost))
    for key in ["slotDuration", "slotInterval", "description"] {
      #expect(now?[key: key] == before[lost]?[key: key], "\(key)")
    }
  }

  /// A loss is known until an update that somebody wanted in spite of it loses nothing.
  @Test func aLossIsForgottenWhereNothingIsLostAnyMore() throws {
    let place = try CommandPlace()
    place.sandbox.replaceSchedules(with: [])
    try place.folder.remember(
      #"{"\#(place.sandbox.baseURL)":{"\#(place.accounts[0].id)":{"losesUnnamed":true}}}"#)
    let command = "caledit set \(Self.all)"
    #expect(try place.run("\(command) slotDuration=55min --yes").status == .status(3))
    let json = try place.json("\(command) slotDuration=55min --yes --json", status: 3)
    let plan = json[key: "data"]?[key: "plan"]?.array ?? []
    #expect(plan.count == 3 && plan.allSatisfy { $0[key: "reason"] == "loses-unnamed" })
    #expect(saves(place).isEmpty)
    // Another sub-account is another matter.
    #expect(
      try place.run("\(command) --profile p1 slotDuration=55min --yes").status == .status(0))
    let whole = try place.run("\(command) slotDuration=55min --yes --update whole")
    #expect(
      place.accounts[0].calendarIDs.allSatisfy {
        place.sandbox.calendar($0)?[key: "slotDuration"] == 55
      }, "\(whole.output) \(whole.error)")
    #expect(try place.run("\(command) slotDuration=50min --yes").status == .status(3))
    let risked = try place.run("\(command) slotDuration=50min --yes --update changed")
    #expect(risked.status == .status(0), "\(risked.output) \(risked.error)")
    #expect(try place.run("\(command) slotDuration=45min --yes").status == .status(0))
    let habits = try JSONDocument(parsing: Array(try place.folder.habits.utf8)).value
    let known = habits[key: place.sandbox.baseURL]?[key: place.accounts[0].id]
    #expect(known?[key: "losesUnnamed"] == false, "\(habits)")
  }

  /// Who wants changes alone in spite of a loss loses one calendar of each sub-account again, and no
  /// more.
  @Test func aLossThatIsRiskedStopsTheRunAgain() throws {
    var options = SandboxOptions()
    options.put = .replace
    let place = try CommandPlace(Sandbox.accounts(count: 1, calendars: 4), options: options)
    let first = try place.run("caledit set \(place.id(0)) slotDuration=55min --yes")
    #expect(first.status == .status(1), "\(first.output)")
    let risked = try place.run(
      "caledit set \(place.id(1)) \(place.id(2)) slotDuration=55min --yes --update changed")
    #expect(risked.output.contains("1 calendar lost properties."), "\(risked.output)")
    #expect(saves(place).count == 2)
    let whole = try place.run("caledit set --resume --yes --update whole", seconds: 120)
    #expect(!whole.output.contains("lost properties"), "\(whole.output) \(whole.error)")
    #expect(saves(place).count == 3)
  }

  /// What the editor has seen counts for commands, without a profile as well.
  @Test func aLossIsKnownWithoutALocation() throws {
    var options = SandboxOptions()
    options.put = .replace
    let place = try CommandPlace(Sandbox.accounts(count: 1, calendars: 3), options: options)
    try place.folder.configure("")
    let reach =
      "--base-url \(place.sandbox.baseURL) --token-file \(place.folder.path("token0")) --yes"
    #expect(
      try place.run("caledit set \(place.id(0)) slotDuration=55min \(reach)").status
        == .status(1))
    let again = try place.run("caledit set \(place.id(1)) slotDuration=55min \(reach)")
    #expect(again.status == .status(3), "\(again.output) \(again.error)")
    #expect(saves(place) == [place.id(0): 1])
  }

  /// Before the whole calendar is sent, the plan names the keys in rows that the service may lose.
  @Test func undocumentedKeysInRowsAreNamedBefore() throws {
    var options = SandboxOptions()
    (options.put, options.undocumented) = (.replace, .refuse)
    let place = try CommandPlace(Sandbox.accounts(count: 1, calendars: 8), options: options)
    for id in place.accounts[0].calendarIDs {
      let team = place.sandbox.calendar(id)?[key: "teamMembers"]?.array ?? []
      let selected = team.map { row -> JSONValue in
        guard case .object(var object) = row else { return row }
        object["selected"] = true
        return .object(object)
      }
      if !team.isEmpty { place.sandbox.changeCalendar(id, ["teamMembers": .array(selected)]) }
    }
    let command = "caledit set \(Self.all) slotDuration=55min --update whole"
    let plan = try place.run("\(command) -n")
    #expect(plan.output.contains("Team members › selected"), "\(plan.output)")
    #expect(plan.output.contains("it may lose them"))
    let json = try place.json("\(command) -n --json")
    #expect(
      json[key: "data"]?[key: "plan"]?.array?.contains { plan in
        plan[key: "warnings"]?.array?.contains { $0.text?.contains("› selected") == true } == true
      } == true)
    let shell = try place.run("\(command) --yes", seconds: 120)
    #expect(shell.output.contains("Team members › selected: gone in "), "\(shell.output)")
  }

  /// A run is put back in all its calendars; what was changed since stays.
  @Test func aRunIsPutBack() throws {
    let place = try CommandPlace()
    let ids = place.accounts.flatMap(\.calendarIDs)
    let before = ids.map { place.sandbox.calendar($0)?[key: "slotDuration"] }
    let command = "caledit set --all-profiles \(Self.all) slotDuration='55 min' --yes"
    #expect(try place.run(command).status == .status(0))
    place.sandbox.changeCalendar(ids[1], ["notes": "later"])
    let plan = try place.json("caledit restore --run 1 -n --json")
    #expect(plan[key: "data"]?[key: "plan"]?.array?.count == ids.count)
    let shell = try place.run("caledit restore --run 1 --yes")
    #expect(shell.status == .status(0), "\(shell.output) \(shell.error)")
    #expect(ids.map { place.sandbox.calendar($0)?[key: "slotDuration"] } == before)
    #expect(place.sandbox.calendar(ids[1])?[key: "notes"] == "later")
    let twice = try place.run("caledit restore --run 1 --yes")
    #expect(twice.status == .status(64) && twice.error.contains("run 1 is itself a restore"))
    #expect(ids.map { place.sandbox.calendar($0)?[key: "slotDuration"] } == before)
    #expect(try place.run("caledit restore --run 99 --yes").status == .status(1))
    for wrong in ["restore \(ids[0]) --run 1", "set \(ids[0]) slotDuration=5 --run 1"] {
      #expect(try place.run("caledit \(wrong) --yes").status == .status(64))
    }
  }

  /// A run is put back where it was made: not at another address, nor in another sub-account.
  @Test func aRunIsPutBackWhereItWasMade() throws {
    let place = try CommandPlace()
    let elsewhere = try CommandPlace()
    let id = place.id(0)
    let before = place.sandbox.calendar(id)?[key: "slotDuration"]
    #expect(try place.run("caledit set \(id) slotDuration='55 min' --yes").status == .status(0))
    elsewhere.sandbox.changeCalendar(id, ["slotDuration": 55])
    let token = "--token-file \(place.folder.path("token0"))"
    for (options, said) in [
      ("--base-url \(elsewhere.sandbox.baseURL) \(token)", "--base-url \(place.sandbox.baseURL)"),
      ("--location \(place.accounts[1].id) \(token)", "--location \(place.accounts[0].id)"),
    ] {
      for end in ["-n", "--yes"] {
        let shell = try place.run("caledit restore --run 1 \(options) \(end)")
        #expect(shell.status == .status(64), "\(shell.output) \(shell.error)")
        #expect(shell.error.contains("of another sub-account than this command"))
        #expect(shell.error.contains("Give \(said)"), "\(shell.error)")
      }
    }
    #expect(saves(elsewhere).isEmpty && saves(place) == [id: 1])
    #expect(try place.run("caledit restore --run 1 --yes").status == .status(0))
    #expect(place.sandbox.calendar(id)?[key: "slotDuration"] == before)
  }

  /// A run that was made without a location is put back by a profile that has one.
  @Test func aRunWithoutALocationIsPutBack() throws {
    let place = try CommandPlace()
    let (id, configuration) = (place.id(0), try place.folder.read("home/config/caledit/config"))
    let before = place.sandbox.calendar(id)?[key: "slotDuration"]
    try place.folder.configure("")
    let reach = "--base-url \(place.sandbox.baseURL) --token-file \(place.folder.path("token0"))"
    let shell = try place.run("caledit set \(id) slotDuration='55 min' --yes \(reach)")
    #expect(shell.status == .status(0), "\(shell.output) \(shell.error)")
    try place.folder.configure(configuration)
    let back = try place.run("caledit restore --run 1 --yes")
    #expect(back.status == .status(0), "\(back.output) \(back.error)")
    #expect(place.sandbox.calendar(id)?[key: "slotDuration"] == before)
  }

  /// What comes of a variable that is not set names no run and no calendars.
  @Test func anEmptyTextMeansNothing() throws {
    let place = try CommandPlace()
    for value in ["55", "50"] {
      let set = "caledit set --all-profiles \(Self.all) slotDuration='\(value) min' --yes"
      #expect(try place.run(set).status == .status(0))
    }
    let sent = saves(place)
    for (words, said) in [
      ("restore --run ''", "no run is named"), ("set --resume --run ''", "no run is named"),
      // The ids of both begin with the century.
      ("restore --run 20", "the ids of 2 runs begin with 20"),
      ("set --all-profiles --filter '' notes=x", "it would take every calendar"),
      ("set --all-profiles --filter ' , ' notes=x", "it would take every calendar"),
      ("unset --all-profiles --filter '' notes", "it would take every calendar"),
      ("set --all-profiles --filter ' or ' notes=x", "it would take every calendar"),
      ("set --all-profiles --filter '\"\"' notes=x", "A text in it is empty"),
      ("set --all-profiles --filter 'not ' notes=x", "Nothing stands behind \"not\""),
      ("set --all-profiles --filter 'draft or' notes=x", "before or behind \"or\""),
      ("copy \(place.id(0)) --filter ''", "it would take every calendar"),
    ] {
      let shell = try place.run("caledit \(words) --yes")
      #expect(shell.status == .status(64), "\(words): \(shell.error)")
      #expect(shell.error.contains(said), "\(words): \(shell.error)")
    }
    #expect(saves(place) == sent)
  }

  /// A calendar that was put back before is as it was, and no conflict; also where the run gave it a
  /// list that it had not.
  @Test func whatWasPutBackBeforeIsNoConflict() throws {
    let place = try CommandPlace { sandbox in
      for account in Sandbox.accounts(count: 2, calendars: 3) {
        for id in account.calendarIDs {
          guard case .object(var calendar)? = sandbox.calendar(id) else { continue }
          calendar["availabilities"] = nil
          sandbox.replaceCalendar(id, with: .object(calendar))
        }
      }
    }
    let change = "slotDuration=55min dates='2031-12-24..26 closed' availabilityType=both"
    let run = try place.run(
      "caledit set \(Self.all) \(change) --hours-anyway --yes")
    #expect(run.status == .status(0), "\(run.output) \(run.error)")
    #expect(
      try place.run("caledit restore \(place.id(1)) --hours-anyway --yes").status == .status(0))
    let sent = saves(place)
    let shell = try place.run("caledit restore --run 2 --yes")
    #expect(shell.status == .status(0), "\(shell.output) \(shell.error)")
    #expect(saves(place)[place.id(1)] == sent[place.id(1)], "there was nothing to send")
    #expect(shell.output.contains("2 saved, 1 unchanged."), "\(shell.output)")
    let again = try place.run("caledit restore --run 3 --yes")
    #expect(again.status == .status(0), "\(again.error)")
    #expect(again.output.contains("0 calendars to change, 3 unchanged"), "\(again.output)")
  }

  /// Hours that the run sent though a schedule governed them are put back as well; those that were put
  /// under a schedule since are left out, and the plan says which and how to send them.
  @Test(arguments: [true, false])
  func hoursUnderASchedule(areSent: Bool) throws {
    let place = try CommandPlace()
    place.sandbox.replaceSchedules(with: [])
    let id = place.id(0)
    func govern() {
      place.sandbox.replaceSchedules(with: [
        [
          "id": "s1", "name": "Working hours", "userId": "ana", "timezone": "Europe/Berlin",
          "locationId": .text(place.accounts[0].id), "calendarIds": [.text(id)], "rules": [],
        ]
      ])
    }
    // A day may come back in another entry of the week.
    func hours() -> [[HourRange]] {
      WeekHours(place.sandbox.calendar(id)?[key: "openHours"]).days.map(\.ranges)
    }
    let before = hours()
    if areSent { govern() }
    let run = try place.run(
      "caledit set \(id) openHours.mon-fri=10-11 slotDuration=55min --yes"
        + (areSent ? " --hours-anyway" : ""))
    #expect(run.status == .status(0), "\(run.output) \(run.error)")
    #expect(hours() != before)
    govern()
    let shell = try place.run("caledit restore --run 1 --yes")
    if areSent {
      #expect(shell.status == .status(0), "\(shell.output) \(shell.error)")
      #expect(shell.output.contains("Warning: The update has Weekly hours, but these hours govern"))
      #expect(hours() == before)
    } else {
      #expect(shell.status == .status(3), "\(shell.output) \(shell.error)")
      #expect(shell.output.contains("Weekly hours: left out"))
      #expect(hours() != before)
      #expect(shell.output.contains("--hours-anyway sends the hours all the same."))
      let back = try place.run("caledit restore --run 2 --hours-anyway --yes")
      #expect(back.status == .status(0), "\(back.output) \(back.error)")
      #expect(hours() == before, "\(back.output)")
    }
  }

  // MARK: What is passed over

  @Test func aSectionThatIsNotKnownStopsAllProfiles() throws {
    let place = try CommandPlace()
    try configure(place) { $0 + "[profil bravo]\nlocation = b1\n" }
    let line = try place.folder.read("home/config/caledit/config").split(separator: "\n").count - 1
    for command in ["list", "set \(Self.all) slotDuration=55min --yes"] {
      let shell = try place.run("caledit \(command) --all-profiles")
      #expect(shell.status == .status(1), "\(shell.error)")
      #expect(shell.error.contains("config:\(line): ") && shell.error.contains("profil bravo"))
    }
    #expect(place.sandbox.requests.isEmpty)
    // Whose the address was meant to be, nobody can tell.
    #expect(try place.run("caledit list --profile p0,p1").status == .status(1))
  }

  @Test func aDryRunEndsAsTheRunWould() throws {
    let place = try CommandPlace()
    try configure(place) {
      $0.replacingOccurrences(of: "[profile p1]\n", with: "[profile p1]\nread-only = yes\n")
    }
    func plan(_ profiles: String, _ status: Int32) throws {
      _ = try place.json(
        "caledit set --profile \(profiles) \(Self.all) slotDuration=55min -n --json", status: status
      )
    }
    try plan("p0,p1", 6)
    try plan("p1", 3)
    try plan("p0", 0)
    #expect(saves(place).isEmpty)
  }

  // MARK: What has no effect

  @Test func whatHasNoEffectIsCounted() throws {
    let place = try CommandPlace()
    place.sandbox.changeCalendar(place.id(0), ["availabilityType": 0])
    let command =
      "caledit set \(place.id(0)) \(place.id(1)) dates='2031-12-24..26 closed' --hours-anyway"
    let shell = try place.run(command + " --yes")
    #expect(shell.status == .status(0), "\(shell.error)")
    #expect(shell.output.contains("1 of these stays as it was for bookers: "), "\(shell.output)")
    let said = shell.output.components(separatedBy: "no effect").count - 1
    #expect(said == 4, "with the calendar and at the end, of the plan and of the results")
    let again = try place.run(command + " -n")
    #expect(again.output.contains("0 calendars to change, 2 unchanged."), "\(again.output)")
    #expect(again.output.contains("1 of these stays as it is for bookers: "), "\(again.output)")
    #expect(again.output.contains("Warning: "))
    let results = try place.json(command + " --yes --json")[key: "data"]?[key: "results"]?.array
    #expect(results?.count { $0[key: "warnings"]?.array?.count == 1 } == 1)
  }

  @Test func aNumberWithoutAUnitIsRefusedWhereUnitsDiffer() throws {
    let place = try CommandPlace()
    place.sandbox.changeCalendar(place.id(0), ["slotDuration": 2.5, "slotDurationUnit": "hours"])
    place.sandbox.changeCalendar(place.id(1), ["slotDuration": 30, "slotDurationUnit": "mins"])
    let command = "caledit set '\(place.name(0))' '\(place.name(1))'"
    for end in ["--yes", "-n"] {
      let shell = try place.run("\(command) slotDuration=45 \(end)")
      #expect(shell.status == .status(64), "\(shell.output)")
      #expect(shell.error.contains("1 in minutes, 1 in hours"), "\(shell.error)")
    }
    #expect(saves(place).isEmpty)
    #expect(try place.run("\(command) slotDuration='45 min' --yes").status == .status(0))
  }

  // MARK: Which run

  /// Leaves a run unfinished: its only calendar cannot be looked at once.
  private func fail(
    _ place: CommandPlace, _ calendar: Int, _ change: String, _ options: String = ""
  )
    throws
  {
    place.sandbox.inject(
      .answer(status: 404, body: "{}"), call: .load, calendar: place.id(calendar))
    let shell = try place.run("caledit set '\(place.name(calendar))' \(change) --yes \(options)")
    #expect(shell.status == .status(1), "\(shell.output) \(shell.error)")
  }

  @Test func resumeChoosesItsOwnRun() throws {
    let place = try CommandPlace()
    try fail(place, 0, "slotDuration=55")
    try fail(place, 1, "slotInterval=20")
    let runs = try place.run("caledit runs")
    #expect(runs.output.contains("'\(place.name(0))' (Slot duration: 55)"), "\(runs.output)")
    let list = try place.json("caledit runs --json")[key: "data"]?[key: "runs"]?.array
    #expect(
      list?.last?[key: "command"]?.text == "set '\(place.name(0))' (Slot duration: 55)"
        && list?.last?[key: "refused"] == 0 && list?.last?[key: "left"] == 1)
    let both = try place.run("caledit set --resume --yes")
    #expect(both.status == .status(64) && both.error.contains("2 runs are unfinished"))
    #expect(both.error.contains(place.name(0)) && both.error.contains(place.name(1)))
    let copy = try place.run("caledit copy --resume --yes")
    #expect(copy.status == .status(1) && copy.error.contains("no unfinished run fits"))
    #expect(try place.run("caledit set --profile p1 --resume --yes").status == .status(1))
    let second = try place.run("caledit set '\(place.name(1))' --resume --yes")
    #expect(second.status == .status(0), "\(second.error)")
    #expect(saves(place) == [place.id(1): 1])
    let other = try place.run("caledit set slotDuration=50 --resume --yes")
    #expect(other.status == .status(64), "\(other.error)")
    #expect(
      other.error.contains("Slot duration: 55") && other.error.contains("Slot duration: 50"))
    #expect(saves(place).count == 1)
    let own = try place.run("caledit set slotDuration=55 --resume --yes")
    #expect(own.status == .status(0), "\(own.error)")
    #expect(saves(place) == [place.id(0): 1, place.id(1): 1])
    #expect(try place.run("caledit set --resume --yes").error.contains("no run is unfinished"))
  }

  @Test func aRunWithALocationSaysThatItIsNeeded() throws {
    let place = try CommandPlace()
    try place.folder.configure("")
    let token = place.folder.path("token0")
    let reach = "--base-url \(place.sandbox.baseURL) --token-file \(token)"
    let location = "--location \(place.accounts[0].id)"
    try fail(place, 0, "slotDuration=55", "\(reach) \(location)")
    let without = try place.run("caledit set --resume --yes \(reach)")
    #expect(without.status == .status(64) && without.error.contains("Give \(location)."))
    let with = try place.run("caledit set --resume --yes \(reach) \(location)")
    #expect(with.status == .status(0), "\(with.output) \(with.error)")
    #expect(saves(place) == [place.id(0): 1])
  }
}
