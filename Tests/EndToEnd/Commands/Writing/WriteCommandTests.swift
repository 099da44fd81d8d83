import Foundation
import JSON
import NetworkTesting
import Sandbox
import TerminalTesting
import Testing

/// The commands that change calendars, against a server: what they show, what they send, what they end
/// with.
@Suite(.waits, .timeLimit(.minutes(240))) struct WriteCommandTests {
  /// The bodies of the updates that came, by the calendar.
  private func updates(_ place: CommandPlace) -> [String: [JSONValue]] {
    var bodies: [String: [JSONValue]] = [:]
    for request in place.sandbox.requests where request.call?.kind == .save {
      bodies[request.calendarID ?? "", default: []].append(request.json ?? .null)
    }
    return bodies
  }

  private func duration(_ place: CommandPlace, _ id: String) -> Int? {
    place.sandbox.calendar(id)?[key: "slotDuration"]?.int
  }

  // MARK: Nothing without a yes

  @Test func withoutATerminalNothingIsSentWithoutYes() throws {
    let place = try CommandPlace()
    let before = place.sandbox.calendar(place.id(0))
    let shell = try place.run("caledit set \(place.id(0)) slotDuration='55 min'")
    #expect(shell.status == .status(5))
    #expect(shell.output.contains("Slot duration:") && shell.output.contains("→ 55 min"))
    #expect(shell.error.contains("--yes"))
    let answer = try place.json(
      "caledit set \(place.id(0)) slotDuration='55 min' --json", status: 5)
    #expect(answer[key: "problems"]?.array?.first?[key: "status"] == 5)
    for command in ["--dry-run", "-n", "-n --json", "-n --ndjson"] {
      #expect(
        try place.run("caledit set \(place.id(0)) slotDuration=55 \(command)").status == .status(0))
    }
    #expect(updates(place).isEmpty && place.sandbox.calendar(place.id(0)) == before)
  }

  @Test func onATerminalItAsksOnce() throws {
    for (answer, sends) in [("y", true), ("n", false), ("", false)] {
      let place = try CommandPlace()
      let session = try TerminalSession(
        Program.binary, ["set", place.id(0), place.id(1), "slotDuration=55min"],
        environment: place.folder.environment)
      try session.wait(for: "Change 2 calendars? [y/N]", seconds: Program.patience)
      session.type(answer + "\n")
      let exit = try session.waitForExit(seconds: Program.patience)
      #expect(exit == .status(0))
      #expect(updates(place).count == (sends ? 2 : 0))
      #expect(session.text.contains(sends ? "2 saved." : "Nothing was sent."))
    }
  }

  // MARK: What is sent

  /// An update names what is changed and nothing else; a calendar costs a look and an update.
  @Test func onlyTheChangesAreSent() throws {
    let place = try CommandPlace()
    let shell = try place.run(
      "caledit set --profile p0,p1 --filter 'not name contains zzz' slotDuration='55 min' --yes")
    #expect(shell.status == .status(0), "\(shell.error)")
    let sent = updates(place)
    #expect(sent.count == 6)
    for (id, bodies) in sent {
      #expect(bodies.count == 1)
      #expect(
        bodies[0].memberNames
          == ["slotDuration", "slotDurationUnit"].filter(bodies[0].memberNames.contains))
      #expect(bodies[0][key: "slotDuration"] == 55 && duration(place, id) == 55)
    }
    let loads = place.sandbox.requests.count { $0.call?.kind == .load }
    #expect(loads == 6, "one look for each")
    #expect(place.sandbox.misdirectedRequests.isEmpty)
    // Once more changes nothing and sends nothing.
    let again = try place.json(
      "caledit set --profile p0,p1 --filter 'not name contains zzz' slotDuration=55min --yes --json"
    )
    let results = again[key: "data"]?[key: "results"]?.array ?? []
    #expect(results.count == 6 && results.allSatisfy { $0[key: "outcome"] == "unchanged" })
    #expect(updates(place).values.allSatisfy { $0.count == 1 })
  }

  @Test func everySaveIsInTheHistoryAndCanBeRestored() throws {
    let place = try CommandPlace()
    let before = duration(place, place.id(0))
    #expect(
      try place.run("caledit set \(place.id(0)) slotDuration=55 --yes").status == .status(0))
    let history = try place.run("caledit history \(place.id(0))")
    #expect(history.output.contains("Saved: 1 property."))
    let restored = try place.run("caledit restore \(place.id(0)) --yes")
    #expect(restored.status == .status(0), "\(restored.error)")
    #expect(duration(place, place.id(0)) == before)
    // The same once more would make the change again.
    let again = try place.run("caledit restore \(place.id(0)) --yes")
    #expect(again.status == .status(64) && again.error.contains("took back the one before it"))
    #expect(duration(place, place.id(0)) == before)
    #expect(try place.run("caledit restore \(place.id(0)) 1 --yes").status == .status(0))
    #expect(duration(place, place.id(0)) == 55)
    #expect(try place.run("caledit restore \(place.id(0)) 9 --yes").status == .status(1))
    #expect(try place.run("caledit restore \(place.id(1)) --yes").status == .status(1))
  }

  @Test func aFileOfChangesIsWhatDiffWrites() throws {
    let place = try CommandPlace()
    let ids = (place.id(0), place.id(1))
    #expect(
      try place.run(
        "cd \"$TMPDIR\"; caledit export \(ids.0) --output before.json; caledit set \(ids.0) slotDuration=55 "
          + "openHours.sat=closed --yes --hours-anyway; caledit diff before.json \(ids.0) --patch "
          + ">changes.txt; caledit apply changes.txt \(ids.1) --yes --hours-anyway"
      ).status == .status(0))
    #expect(duration(place, ids.1) == 55)
    let wrong = try place.run("echo 'slotDuraton = 5' | caledit apply - \(ids.1) --yes")
    #expect(wrong.status == .status(65))
    #expect(wrong.error.contains("standard input:1: ") && wrong.error.contains("slotDuration"))
    #expect(try place.run("caledit apply nothing.txt \(ids.1)").status == .status(65))
  }

  @Test func copyTakesWhatIsChosen() throws {
    let place = try CommandPlace()
    let (from, to) = (place.id(0), place.id(1))
    place.sandbox.changeCalendar(from, ["slotDuration": 25, "slotInterval": 20])
    let names = try #require(place.sandbox.calendar(to))[key: "name"]
    let shell = try place.run("caledit copy \(from) --to \(to) --only slotDuration --yes")
    #expect(shell.status == .status(0), "\(shell.error)")
    let target = try #require(place.sandbox.calendar(to))
    #expect(target[key: "slotDuration"] == 25 && target[key: "slotInterval"] != 20)
    #expect(target[key: "name"] == names)
    let wrong = try place.run("caledit copy \(from) --to \(to) --only slotz --yes")
    #expect(wrong.status == .status(64) && wrong.error.contains("Did you mean slots"))
    #expect(try place.run("caledit copy \(from) --to \(from) --yes").status == .status(64))
  }

  // MARK: What stops a calendar

  /// Each of the statuses, with a calendar that is done beside it and without.
  @Test func whatCannotBeDoneSaysWhyAndHoldsNoOther() throws {
    typealias Case = (status: Int32, outcome: String, prepare: (Sandbox, String) -> Void)
    let cases: [Case] = [
      (
        3, "refused",
        { $0.inject(.invalid(["slotDuration must be less"]), call: .save, calendar: $1) }
      ),
      (
        4, "conflict",
        { $0.inject(.change(["slotDuration": 90]), call: .load, calendar: $1) }
      ),
      (
        1, "failed",
        {
          $0.inject(.answer(status: 404, body: "{}"), call: .load, calendar: $1)
        }
      ),
    ]
    for (status, outcome, prepare) in cases {
      let place = try CommandPlace()
      let (bad, good) = (place.id(0), place.id(1))
      prepare(place.sandbox, bad)
      let answer = try place.json(
        "caledit set @@ --profile p0 --filter 'not name contains zzz' slotDuration=55min --yes --json"
          .replacingOccurrences(of: "@@ ", with: ""), status: 6)
      let results = answer[key: "data"]?[key: "results"]?.array ?? []
      func result(_ id: String) -> JSONValue? {
        results.first { $0[key: "id"] == .text(id) }?[key: "outcome"]
      }
      #expect(result(bad) == .text(outcome) && result(good) == "saved")
      #expect(duration(place, good) == 55 && duration(place, bad) != 55)
      let alone = try CommandPlace()
      prepare(alone.sandbox, alone.id(0))
      // By its name, so that the plan is of the list and the change comes behind it.
      let shell = try alone.run("caledit set '\(alone.name(0))' slotDuration=55 --yes")
      #expect(shell.status == .status(status), "\(outcome): \(shell.output) \(shell.error)")
    }
  }

  /// A list may be older than the calendars: what is unchanged by the list alone is looked at.
  @Test func aListThatIsOldIsNotBelieved() throws {
    let place = try CommandPlace()
    for id in place.accounts[0].calendarIDs {
      place.sandbox.changeCalendar(id, ["slotDuration": 30])
    }
    func list(_ change: (Int, inout JSONObject) -> Void) -> String {
      let entries = place.accounts[0].calendarIDs.enumerated().map { number, id -> JSONValue in
        guard case .object(var entry)? = place.sandbox.calendar(id) else { return .null }
        change(number, &entry)
        return .object(entry)
      }
      let answer: JSONValue = ["calendars": .array(entries)]
      return answer.printed()
    }
    // Alone, it is loaded.
    let old = list { $1["slotDuration"] = 45 }
    place.sandbox.inject(.answer(status: 200, body: old), call: .list)
    let shell = try place.run("caledit set '\(place.name(0))' slotDuration='45 min' --yes")
    #expect(shell.status == .status(0), "\(shell.output) \(shell.error)")
    #expect(duration(place, place.id(0)) == 45)
    // One that is loaded and is another than by the list makes the whole list doubtful.
    let lacking = list { number, entry in
      entry["slotDuration"] = 45
      if number == 1 { entry["slotDurationUnit"] = nil }
    }
    place.sandbox.inject(.answer(status: 200, body: lacking), call: .list)
    let many = try place.run(
      "caledit set --filter 'not name contains zzz' slotDuration='45 min' --yes")
    #expect(many.status == .status(0), "\(many.output) \(many.error)")
    for id in place.accounts[0].calendarIDs { #expect(duration(place, id) == 45) }
  }

  @Test(arguments: [("--mine", 55), ("--theirs", 90)])
  func conflictsAreDecided(option: String, value: Int) throws {
    let place = try CommandPlace {
      $0.inject(
        .change(["slotDuration": 90]), call: .load,
        calendar: Sandbox.accounts(count: 2, calendars: 3)[0].calendarIDs[0])
    }
    let shell = try place.run("caledit set '\(place.name(0))' slotDuration=55 \(option) --yes")
    #expect(shell.status == .status(0), "\(shell.output) \(shell.error)")
    #expect(duration(place, place.id(0)) == value)
  }

  @Test func rulesStopIt() throws {
    let place = try CommandPlace()
    let id = place.id(0)
    let command = "caledit set \(id) 'notifications:=[{}]' --yes"
    let shell = try place.run(command)
    #expect(shell.status == .status(3) && shell.output.contains("Error: "))
    #expect(updates(place).isEmpty)
    _ = try place.run(command + " --force")
    #expect(updates(place)[id]?.count == 1)
  }

  @Test func aTokenAndAServiceThatDoNotWork() throws {
    let place = try CommandPlace()
    place.sandbox.setTokens(["pit-another"], ofLocation: place.accounts[0].id)
    #expect(
      try place.run("caledit set \(place.id(0)) slotDuration=55 --yes").status == .status(77))
    let closed = try HeldPort()
    let text = try place.folder.read("home/config/caledit/config")
    try place.folder.configure(
      text.replacingOccurrences(
        of: place.sandbox.baseURL, with: "http://127.0.0.1:\(closed.port)"))
    #expect(
      try place.run("caledit set \(place.id(0)) slotDuration=55 --yes").status == .status(69))
    withExtendedLifetime(closed) {}
  }

  @Test func mistakesAreNamedBeforeAnythingIsAsked() throws {
    let place = try CommandPlace()
    for (words, said) in [
      ("slotDuraton=5", "Did you mean slotDuration"), ("slotDuration=hgh", "number"),
      ("", "nothing to change"), ("slotDuration=5 'slot duration=6'", "slot"),
      ("id=5", "cannot change it"),
    ] {
      let shell = try place.run("caledit set \(place.id(0)) \(words) --yes")
      #expect(shell.status == .status(64), "\(words): \(shell.error)")
      #expect(shell.error.lowercased().contains(said.lowercased()), "\(words): \(shell.error)")
    }
    #expect(place.sandbox.requests.isEmpty)
  }

  // MARK: Files

  @Test func filesAreCalendarsToo() throws {
    let place = try CommandPlace()
    let text = #"{"calendar": {"id": "a1", "name": "In a file", "slotDuration": 30, "odd": 1}}"#
    let path = try place.folder.write(text, to: "calendar.json")
    let unasked = try place.run("caledit set \(path) slotDuration=45")
    #expect(unasked.status == .status(5) && unasked.output.contains("→ 45"))
    #expect(try place.folder.read("calendar.json") == text)
    let shell = try place.run("caledit set \(path) slotDuration=45 --yes")
    #expect(shell.status == .status(0), "\(shell.error)")
    #expect(
      try place.folder.read("calendar.json")
        == text.replacingOccurrences(of: "30", with: "45"), "all else stays as it was")
    let piped = try place.run("caledit set - slotDuration=50 <\(path)")
    #expect(piped.status == .status(0) && piped.error.contains("→ 50"))
    #expect(piped.output == text.replacingOccurrences(of: "30", with: "50"))
    #expect(try place.run("caledit set \(path) 'notifications:=[{}]' -y").status == .status(3))
    #expect(
      try place.run("caledit set \(path) \(place.id(0)) slotDuration=45 -y").status == .status(64))
    #expect(place.sandbox.requests.isEmpty)
  }

  /// A number without a unit is not written into files that read it differently.
  @Test func filesWithDifferentUnits() throws {
    let place = try CommandPlace()
    let texts = ["hours", "mins"].map {
      #"{"id": "a", "slotDuration": 1, "slotDurationUnit": "\#($0)"}"#
    }
    let paths = try texts.enumerated().map {
      try place.folder.write($0.element, to: "\($0.offset).json")
    }.joined(separator: " ")
    let shell = try place.run("caledit set \(paths) slotDuration=2 --yes")
    #expect(shell.status == .status(64))
    #expect(shell.error.contains("1 in minutes, 1 in hours"), "\(shell.error)")
    for (number, text) in texts.enumerated() {
      #expect(try place.folder.read("\(number).json") == text)
    }
    #expect(try place.run("caledit set \(paths) slotDuration='50 min' -y").status == .status(0))
  }

  /// The shape of the answer for programs.
  @Test func theAnswerForPrograms() throws {
    let place = try CommandPlace()
    let answer = try place.json("caledit set \(place.id(0)) slotDuration='55 min' --yes --json")
    #expect(answer.memberNames == CommandPlace.envelopeNames)
    let data = try #require(answer[key: "data"])
    #expect(data.memberNames == ["plan", "results"])
    #expect(
      data[key: "plan"]?.array?.first?.memberNames == [
        "profile", "id", "name", "plan", "sentences", "changes", "leftOut", "errors", "warnings",
      ])
    #expect(
      data[key: "results"]?.array?.first?.memberNames == [
        "profile", "id", "name", "outcome", "code", "title", "details",
      ])
    let lines = try place.run("caledit set \(place.id(1)) slotDuration='55 min' --yes --ndjson")
    let kinds = try lines.output.split(separator: "\n").map {
      try JSONDocument(parsing: Array($0.utf8)).value[key: "kind"]?.text
    }
    #expect(kinds == ["plan", "result", "summary"])
  }

  @Test func aReadOnlyProfileSendsNothing() throws {
    let place = try CommandPlace()
    let text = try place.folder.read("home/config/caledit/config")
    try place.folder.configure(
      text.replacingOccurrences(of: "[profile p0]\n", with: "[profile p0]\nread-only = yes\n"))
    let shell = try place.run("caledit set \(place.id(0)) slotDuration=55 --yes")
    #expect(shell.status == .status(3) && shell.output.contains("Read-only"))
    #expect(updates(place).isEmpty)
  }
}
