import JSON
import Sandbox
import TerminalTesting
import Testing

/// How commands are told which calendars are meant.
@Suite(.waits, .timeLimit(.minutes(240))) struct CalendarFinderTests {
  /// The name of the calendar that a word means.
  private func name(_ word: String, _ place: CommandPlace, _ options: String = "") throws -> String
  {
    let shell = try place.run("caledit get \(word) name \(options)")
    #expect(shell.status == .status(0), "\(word): \(shell.error)")
    return String(shell.output.dropLast())
  }

  @Test func byEverythingThatNamesOne() throws {
    let place = try CommandPlace()
    let (id, name) = (place.id(1), place.name(1))
    let slug = try #require(place.accounts[0].calendars[1][key: "slug"]?.text)
    for word in [
      id, "'\(name)'", "'\(name.uppercased())'", slug, "' \(id) '",
      "https://app.gohighlevel.com/v2/location/x/calendars/\(id)",
      "https://example.com/widget/bookings/\(slug)",
    ] {
      #expect(try self.name(word, place) == name, "\(word)")
    }
    #expect(
      try self.name("'\(place.name(2, of: 1))'", place, "--all-profiles") == place.name(2, of: 1))
    #expect(try self.name(place.id(2, of: 1), place, "--all-profiles") == place.name(2, of: 1))
    #expect(place.sandbox.misdirectedRequests.isEmpty)
  }

  /// An id in the only sub-account needs no list.
  @Test func anIDIsOneRequest() throws {
    let place = try CommandPlace()
    let shell = try place.run(
      "caledit export \(place.id(0)) >/dev/null; caledit get \(place.id(0)) --json")
    #expect(shell.status == .status(0))
    #expect(place.sandbox.requests.map { $0.call?.kind } == [.load, .load])
  }

  @Test func severalOfOneName() throws {
    let place = try CommandPlace { sandbox in
      for account in Sandbox.accounts(count: 2, calendars: 3) {
        sandbox.changeCalendar(account.calendarIDs[0], ["name": "Twin"])
      }
    }
    let shell = try place.run("caledit show twin --all-profiles")
    #expect(shell.status == .status(1) && shell.output.isEmpty)
    #expect(shell.error.contains("“twin” means 2 calendars"))
    for number in 0...1 {
      #expect(shell.error.contains("\(place.id(0, of: number))  Twin  (p\(number))"))
    }
    #expect(try name("twin", place) == "Twin")
  }

  @Test func noneOfThatName() throws {
    let place = try CommandPlace { sandbox in
      let id = Sandbox.accounts(count: 2, calendars: 3)[0].calendarIDs[0]
      sandbox.changeCalendar(id, ["name": "Consultation"])
    }
    let near = try place.run("caledit show Consultatoin")
    #expect(near.status == .status(1))
    #expect(near.error.contains("did you mean:") && near.error.contains("Consultation  (p0)"))
    let far = try place.run("caledit show 'qqq zzz xxx'")
    #expect(far.status == .status(1) && far.error.contains("caledit list shows what there is"))
    let both = try place.run("caledit show 'qqq one' 'qqq two'")
    #expect(both.error.contains("qqq one") && both.error.contains("qqq two"))
    let id = try place.run("caledit show aaaaBBBBcccc11112222")
    #expect(id.status == .status(1) && id.output.isEmpty, "\(id.error)")
    let long = String(repeating: "x", count: 10_000)
    #expect(try place.run("caledit show \(long)").status == .status(1))
  }

  @Test(
    arguments: [
      ("''", 64), ("pit-0000", 64), ("https://example.com/nothing/here", 64), ("missing.json", 65),
      ("./missing", 65), ("/", 65), ("- </dev/null", 65), ("- -", 64), ("@nothing", 1),
      ("--from missing", 65), ("--from /dev/null", 65), ("", 64), ("--filter 'duration > x'", 64),
      ("--filter 'name nothing-like-it'", 1), ("--profile other x", 1),
    ] as [(String, Int32)])
  func whatCannotBeFound(words: String, status: Int32) throws {
    let place = try CommandPlace()
    let shell = try place.run("caledit show \(words)")
    #expect(shell.status == .status(status), "\(words): \(shell.error)")
    #expect(shell.output.isEmpty && shell.error.hasPrefix("caledit: "))
  }

  @Test func groups() throws {
    let folder = try Scratch()
    for word in ["@Plumbing", "@plumbing"] {
      let shell = try Shell("caledit show --demo \(word) --ndjson", in: folder)
      #expect(shell.status == .status(0))
      let listed = try Shell("caledit list --demo --filter 'group plumbing' --ndjson", in: folder)
      let count = { (text: String) in text.split(separator: "\n").count }
      #expect(count(shell.output) == count(listed.output) && count(shell.output) > 2)
    }
    let wrong = try Shell("caledit show --demo @plumbin", in: folder)
    #expect(wrong.status == .status(1) && wrong.error.contains("did you mean @Plumbing?"))
  }

  /// Of those that are named, the ones that fit.
  @Test func wordsAndAFilter() throws {
    let folder = try Scratch()
    let shell = try Shell(
      "caledit show --demo @Plumbing --filter 'type class' --ndjson", in: folder)
    let lines = shell.output.split(separator: "\n")
    #expect(lines.count == 2 && lines[0].contains("DIY Plumbing Night"))
  }

  @Test func lists() throws {
    let place = try CommandPlace()
    let expected = [place.name(2), place.name(0)].sorted()
    func names(_ command: String) throws -> [String] {
      let shell = try place.run(command)
      #expect(shell.status == .status(0), "\(shell.error)")
      return try shell.output.split(separator: "\n").dropLast().map {
        try JSONDocument(parsing: Array($0.utf8)).value[key: "name"]?.text ?? ""
      }.sorted()
    }
    let lines = "# those two\n\n\(place.id(2))\n  \(place.name(0))  \n\(place.id(2))\n"
    try place.folder.write(lines, to: "home/list")
    #expect(try names("caledit show --ndjson --from ~/list") == expected)
    #expect(try names("cat ~/list | caledit show --ndjson --from -") == expected)
    let json = #"["\#(place.id(2))", {"id": "\#(place.id(0))", "name": "other"}]"#
    try place.folder.write(json, to: "home/list")
    #expect(try names("caledit show --ndjson --from ~/list") == expected)
    for format in ["--json", "--ndjson"] {
      #expect(
        try names(
          "caledit list \(format) --all-profiles | caledit show --ndjson --all-profiles --from -"
        ).count
          == 6)
    }
    try place.folder.write("{\"id\": ", to: "home/list")
    let broken = try place.run("caledit show --from ~/list")
    #expect(broken.status == .status(65) && broken.error.contains("list:1:"), "\(broken.error)")
  }

  /// A calendar of another sub-account than the one that its token is used for.
  @Test func foreign() throws {
    let place = try CommandPlace { sandbox in
      let accounts = Sandbox.accounts(count: 2, calendars: 3)
      sandbox.changeCalendar(
        accounts[0].calendarIDs[0], ["locationId": .text(accounts[1].id)])
    }
    let shell = try place.run("caledit show \(place.id(0)) --all-profiles --json")
    #expect(shell.status == .status(3), "\(shell.error)")
    #expect(shell.error.contains("p0 (\(place.accounts[0].id))"), "\(shell.error)")
    #expect(shell.error.contains("p1 (\(place.accounts[1].id))"), "\(shell.error)")
  }

  @Test func files() throws {
    let folder = try Scratch()
    try folder.write(SampleFile.bare, to: "home/calendar.json")
    for command in [
      "caledit get ~/calendar.json name", "cd ~; caledit get calendar.json name",
      "caledit get - name <~/calendar.json",
    ] {
      let shell = try Shell(command, in: folder)
      #expect(shell.status == .status(0) && shell.output == "O’Connor & Søn\n", "\(shell.error)")
    }
    // Nothing is needed for a file: no profile, no token, no folder for what is kept.
    #expect(folder.files.keys.allSatisfy { !$0.contains("state") })
  }
}
