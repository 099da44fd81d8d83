import CalendarModel
import Foundation
import JSON
import Sandbox
import TerminalTesting
import Testing

/// `show`, `get`, `preview`, `diff`, `validate`, `history`, `export`: what they say, and the JSON of each.
@Suite(.waits, .timeLimit(.minutes(240))) struct ReadingCommandTests {
  private static let beard = "--demo 'Beard Trim'"

  private func demo(
    _ arguments: String, status: Int32 = 0, in folder: Scratch? = nil
  ) throws -> Shell {
    let shell = try Shell("caledit \(arguments)", in: folder ?? Scratch())
    #expect(shell.status == .status(status), "\(arguments): \(shell.error)")
    expectHarmless(shell.output, arguments)
    return shell
  }

  private func data(
    _ arguments: String, status: Int32 = 0, in folder: Scratch? = nil
  ) throws -> JSONValue {
    let shell = try demo("\(arguments) --json", status: status, in: folder)
    let value = try JSONDocument(parsing: Array(shell.output.utf8)).value
    #expect(value[key: "status"]?.int == Int(status))
    return value[key: "data"] ?? .null
  }

  @Test func show() throws {
    let shell = try demo("show \(Self.beard)")
    #expect(
      shell.output.hasPrefix("Beard Trim\n2obAw9OQ55KwxwnCRsia, Lumen Studio, Europe/Berlin\n"))
    #expect(
      shell.output.contains("\nWeek           Tue–Fri 09:00–12:00, 13:00–18:00; Sat 10:00–16:00\n"))
    #expect(shell.output.contains("\nWho            Jonas Berg (primary), Mei Tanaka;"))
    let governed = try demo("show --demo 'Bridal Trial'")
    #expect(governed.output.contains("\nGoverned by    "))
    let wrong = try demo("show --demo 'Oral Surgery Board'")
    #expect(wrong.output.contains("\n1 problem\nerror  Team members  A collective"))

    let data = try data("show \(Self.beard)")
    let calendar = try #require(data["calendars[0]"])
    #expect(
      calendar.memberNames == [
        "profile", "id", "name", "timeZone", "facts", "governedBy", "problems",
      ])
    #expect(calendar["facts[0]"]?.memberNames == ["topic", "title", "text", "field"])
    #expect(calendar["facts[0].topic"] == "what" && calendar["timeZone"] == "Europe/Berlin")
  }

  @Test func get() throws {
    #expect(try demo("get \(Self.beard) slotDuration").output == "20 min\n")
    #expect(
      try demo("get \(Self.beard) slotDuration openHours 'Slot interval'").output == """
        slotDuration = 20 min
        openHours = Sun, Mon closed; Tue–Fri 09:00–12:00, 13:00–18:00; Sat 10:00–16:00
        slotInterval = 20 min

        """)
    #expect(try demo("get \(Self.beard) pixelId").output == "unset\n")
    #expect(try demo("get \(Self.beard)").output.contains("\nautoConfirm = yes\n"))
    let wrong = try demo("get \(Self.beard) slotDuraton", status: 64)
    #expect(wrong.error.contains("Did you mean slotDuration?") && wrong.output.isEmpty)

    let fields = try data("get \(Self.beard) slotDuration pixelId")
    #expect(fields.memberNames == ["profile", "id", "name", "fields"])
    #expect(
      fields["fields[0]"]
        == [
          "field": "slotDuration", "label": "Slot duration", "isSet": true, "value": 20,
          "words": "20 min",
        ])
    #expect(fields["fields[1].isSet"] == false && fields["fields[1].value"] == .null)
    let whole = try data("get \(Self.beard)")
    #expect(whole.memberNames == ["profile", "id", "name", "calendar"])
    #expect(whole["calendar.slotDuration"] == 20)
  }

  /// A line for each calendar of a group, a filter or a list, and an envelope as other verbs have.
  @Test func getOfMany() throws {
    let lines = try demo("get --demo @Studio slotDuration 'Slot interval'").output.split(
      separator: "\n")
    #expect(lines.count > 3 && lines[0].hasPrefix("Calendar "))
    #expect(lines[0].hasSuffix("slotDuration  Slot interval"), "\(lines[0])")
    #expect(lines.contains { $0.hasPrefix("Beard Trim ") && $0.hasSuffix("20 min        20 min") })
    // The shape goes by what is asked, and not by how many are found.
    let one = try demo("get --demo --filter 'name contains beard' slotDuration").output
    #expect(one.split(separator: "\n").count == 2, "\(one)")
    let some = try data("get --demo --filter 'name contains beard' slotDuration pixelId")
    #expect(some["calendars[0]"]?.memberNames == ["profile", "id", "name", "fields"])
    #expect(some["calendars[0].fields[0].value"] == 20 && some["calendars[1]"] == nil)
    #expect(some["calendars[0].fields[1].isSet"] == false)
    #expect(try demo("get --demo @Studio", status: 64).error.contains("no field is named"))
    let wrong = try demo("get --demo @Studio slotDuraton", status: 64)
    #expect(wrong.error.contains("Did you mean slotDuration?") && wrong.output.isEmpty)
  }

  @Test func preview() throws {
    let shell = try demo("preview \(Self.beard) --week 2028-12-18")
    let lines = shell.output.split(separator: "\n")
    #expect(lines.count == 10 && lines[0] == "Beard Trim")
    #expect(lines[1].hasPrefix("By the settings, times in Europe/Berlin. It is "))
    #expect(lines[3].hasPrefix("Mon 2028-12-18       0  "))
    let data = try data("preview \(Self.beard)")
    #expect(
      data.memberNames == ["profile", "id", "name", "timeZone", "now", "source", "notes", "days"])
    let days = try #require(data[key: "days"]?.array)
    #expect(days.count == 7)
    #expect(
      days[0].memberNames == [
        "date", "weekday", "starts", "open", "hidden", "tooSoon", "tooLate", "reason",
      ])
    let tuesday = days.first { $0[key: "weekday"] == "Tuesday" }
    #expect(tuesday?["starts[23]"] != nil || tuesday?[key: "tooSoon"] != 0)
    let offered = try self.data("preview \(Self.beard) --offered")
    #expect(offered[key: "source"] == "service")
    #expect(offered["days[6]"]?[key: "starts"] == days[6][key: "starts"])
    #expect(try demo("preview \(Self.beard) --week soon", status: 64).error.contains("--week: "))
    let folder = try Scratch()
    try folder.write(SampleFile.bare, to: "home/a.json")
    #expect(try demo("preview ~/a.json --offered", status: 64, in: folder).output.isEmpty)
    #expect(try demo("preview ~/a.json", in: folder).output.contains("the clock of this machine"))
  }

  @Test func diff() throws {
    #expect(try demo("diff \(Self.beard) 'Beard Trim'").output.isEmpty)
    let shell = try demo("diff \(Self.beard) 'Bridal Trial'", status: 1)
    #expect(shell.output.contains("\nSlots and limits\n  Slot duration: 20 min → 2 h\n"))
    #expect(shell.output.contains("  + Team members › Amira Haddad, primary\n"))
    let data = try data("diff \(Self.beard) 'Bridal Trial'", status: 1)
    #expect(data.memberNames == ["from", "to", "isSame", "differences"])
    #expect(data["from"]?.memberNames == ["profile", "id", "name"] && data["isSame"] == false)
    #expect(data["differences[0]"]?.memberNames == ["section", "path", "text"])
    #expect(try self.data("diff \(Self.beard) 'Beard Trim'")["differences"] == [])
    for words in [
      "diff \(Self.beard) no-such-calendar", "diff \(Self.beard) missing.json",
      "diff \(Self.beard) - </dev/null",
    ] {
      #expect(try demo(words, status: 2).output.isEmpty)
    }
    _ = try demo("diff \(Self.beard)", status: 64)
    _ = try demo("diff - - </dev/null", status: 64)
  }

  /// A patch is exact, and begins as one.
  @Test func patch() throws {
    let folder = try Scratch()
    let text = "a\u{202E}b\u{1B}[2J"
    try folder.write(SampleFile.bare, to: "home/a.json")
    try folder.write(
      SampleFile.bare.replacing("\"slotDuration\": 3e1", with: "\"slotDuration\": 45").replacing(
        "\"name\": \"O\\u2019Connor", with: "\"notes\": \"a\u{202E}b\\u001b[2J\", \"name\": \"X"),
      to: "home/b.json")
    let shell = try Shell("caledit diff ~/a.json ~/b.json --patch", in: folder)
    #expect(shell.status == .status(1) && shell.output.hasPrefix("# caledit changes 1\n"))
    #expect(shell.output.contains("\nslotDuration=45 min\n"))
    #expect(!shell.output.contains("\u{1B}"))
    let changes = try CalendarChanges(
      file: shell.output, today: .init(daysSinceEpoch: 0))
    var document = CalendarDocument(
      calendar: try JSONDocument(parsing: Array(SampleFile.bare.utf8)).value,
      today: .init(daysSinceEpoch: 0))
    try changes.apply(to: &document)
    #expect(document.current[key: "notes"]?.text == text)
    #expect(
      try demo("diff ~/a.json ~/a.json --patch", in: folder).output == "# caledit changes 1\n")
  }

  @Test func diffOfFiles() throws {
    let folder = try Scratch()
    try folder.write(SampleFile.bare, to: "home/a.json")
    try folder.write(
      SampleFile.bare.replacing("\"slotDuration\": 3e1", with: "\"slotDuration\": 30"),
      to: "home/same.json")
    try folder.write(
      SampleFile.bare.replacing("\"slotDuration\": 3e1", with: "\"slotDuration\": 45"),
      to: "home/b.json")
    #expect(try demo("diff ~/a.json ~/same.json", in: folder).output.isEmpty)
    let shell = try demo("diff ~/a.json - <~/b.json", status: 1, in: folder)
    #expect(shell.output == "Slots and limits\n  Slot duration: 30 min → 45 min\n")
  }

  @Test func validate() throws {
    #expect(try demo("validate \(Self.beard)").output == "Nothing is wrong.\n")
    let wrong = try demo("validate --demo 'Oral Surgery Board'", status: 1)
    #expect(wrong.output.hasSuffix("\n1 error, 0 warnings.\n"))
    let warned = "validate --demo 'DIY Plumbing Night'"
    #expect(try demo(warned).output.hasSuffix("0 errors, 1 warning.\n"))
    #expect(try demo("\(warned) --strict", status: 1).output.contains("warning"))
    _ = try demo("validate missing.json", status: 2)
    _ = try demo("validate", status: 64)
    let folder = try Scratch()
    try folder.write("{\"slotDuration\": ", to: "home/a.json")
    #expect(try demo("validate ~/a.json", status: 2, in: folder).error.contains("a.json:1:"))
    let many = try demo("validate --demo @Plumbing 'Oral Surgery Board'", status: 1)
    #expect(many.output.contains("\n\nOral Surgery Board  2hFYfnZqZrrUDr4L3LkV\nerror"))

    let data = try data("validate --demo 'Oral Surgery Board'", status: 1)
    #expect(
      data["calendars[0]"]?.memberNames == [
        "profile", "id", "name", "isValid", "errors", "warnings", "problems",
      ])
    #expect(
      data["calendars[0].problems[0]"]?.memberNames == [
        "severity", "rule", "path", "place", "message",
      ])
  }

  @Test func history() throws {
    #expect(try demo("history").output == "No save is on record.\n")
    #expect(try demo("history x", status: 1).error.contains("no save of “x” is on record"))
    let place = try CommandPlace()
    let id = place.id(0)
    func studio(_ minutes: Int) -> JSONValue {
      [
        "id": .text(id), "name": "Studio", "slotDuration": .integer(minutes),
        "slotDurationUnit": "mins",
      ]
    }
    try place.record(id, before: studio(30), sent: ["slotDuration": 45], after: studio(45))
    try place.record(
      place.id(1), before: ["name": "Other", "notes": "a"], sent: ["notes": "b"], after: nil,
      outcome: "unknown")
    func run(_ arguments: String, status: Int32 = 0) throws -> Shell {
      let shell = try place.run("caledit history \(arguments)")
      #expect(shell.status == .status(status), "\(shell.error)")
      return shell
    }
    let all = try run("").output.split(separator: "\n")
    #expect(all.count == 3 && all[1].contains("Other") && all[2].contains("Studio"))
    for word in [id, "studio", "https://app.gohighlevel.com/x/calendars/\(id)"] {
      let lines = try run(word).output.split(separator: "\n")
      #expect(lines.count == 2 && lines[1].hasPrefix("  1  "))
      #expect(lines[1].hasSuffix("somebody  saved    Slot duration: 30 min → 45 min"))
    }
    let one = try run("studio 1").output
    #expect(one.contains("Before the save → after it\n  Slot duration: 30 min → 45 min\n"))
    let other = try run("other 1").output
    #expect(other.contains("is not known") && other.contains("Before the save → as it was sent"))
    #expect(try run("studio 2", status: 1).error.contains("there is no save “2”"))
    #expect(try run("studoi", status: 1).error.contains("did you mean “Studio”?"))
    #expect(place.sandbox.requests.isEmpty)

    let json = try place.json("caledit history --json")
    #expect(
      json["data.saves[0]"]?.memberNames == [
        "entry", "begun", "id", "name", "baseURL", "who", "outcome", "changes", "changeCount",
      ])
    let entry = try #require(json["data.saves[1].entry"]?.text)
    let whole = try place.json("caledit history studio \(entry) --json")
    #expect(whole["data.differences"] == ["Slot duration: 30 min → 45 min"])
    #expect(
      whole["data"]?.memberNames.suffix(6) == [
        "differences", "otherwise", "notes", "before", "sent", "after",
      ])
  }

  /// The saves of one id at two addresses are listed apart, and neither is taken for the other.
  @Test func historyWhoseOnlyRecordIsDamaged() throws {
    let place = try CommandPlace()
    let id = place.id(0)
    try place.record(id, before: ["id": .text(id), "name": "A"], sent: ["name": "B"], after: nil)
    let damage = "f=$(find \"$XDG_STATE_HOME\" ~ -path '*history*' -name '*.json' | head -1); "
    for text in ["", "{", #"{\"caledit\":1}"#, String(repeating: "x", count: 10_000), "\u{1B}[31m"]
    {
      let shell = try place.run(
        "\(damage) printf '%s' '\(text)' >\"$f\"; caledit history \(id)")
      #expect(shell.status == .status(65), "\(text.prefix(10)): \(shell.output) \(shell.error)")
      #expect(shell.error.contains("no save of “\(id)” is on record that can be read"))
      #expect(shell.error.contains("/history/") && shell.error.contains(".json: It"))
      expectHarmless(shell.error, "a damaged record")
    }
  }

  @Test func historyAtTwoAddresses() throws {
    let (place, other) = (try CommandPlace(), try CommandPlace())
    let id = place.id(0)
    for (number, base) in [place.sandbox.baseURL, other.sandbox.baseURL].enumerated() {
      let name = JSONValue.text("Studio \(number)")
      try place.record(
        id, before: ["id": .text(id), "name": name, "slotDuration": 30],
        sent: ["slotDuration": 45], after: ["id": .text(id), "name": name, "slotDuration": 45],
        at: base)
    }
    let both = try place.run("caledit history \(id)")
    #expect(both.status == .status(0), "\(both.error)")
    for base in [place.sandbox.baseURL, other.sandbox.baseURL] {
      #expect(both.output.contains("At \(base)\n"), "\(both.output)")
    }
    #expect(both.output.count { $0 == "\n" } == 6)
    let unclear = try place.run("caledit history \(id) 1")
    #expect(unclear.status == .status(64) && unclear.error.contains("--base-url chooses one"))
    #expect(unclear.error.contains(other.sandbox.baseURL))
    let one = try place.run("caledit history \(id) 1 --base-url \(other.sandbox.baseURL)")
    #expect(one.output.hasPrefix("Studio 1\n"), "\(one.output) \(one.error)")
    let json = try place.json("caledit history \(id) --json")
    #expect(json["data.saves"]?.array?.count == 2)
    let entry = try #require(json["data.saves[1].entry"]?.text)
    #expect(try place.run("caledit history \(id) \(entry)").status == .status(0))
    #expect(try place.run("caledit history --base-url nonsense://x").status == .status(64))
  }

  /// Times say which zone they are in, also where the clocks have changed since.
  @Test func historySaysItsZone() throws {
    let place = try CommandPlace()
    try place.record(
      place.id(0), before: ["name": "Studio", "notes": "a"], sent: ["notes": "b"], after: nil)
    for (zone, said) in [
      ("UTC", "(UTC)"), ("<+0530>-5:30", "(UTC+05:30)"), ("NST3:30", "(UTC-03:30)"),
    ] {
      let list = try place.run("caledit history", environment: ["TZ": zone])
      #expect(list.output.contains("When \(said)"), "\(list.output)")
      let one = try place.run("caledit history studio 1", environment: ["TZ": zone])
      #expect(one.output.contains(" \(said.dropFirst().dropLast())  somebody"), "\(one.output)")
    }
  }

  @Test func export() throws {
    let folder = try Scratch()
    let whole = try demo("export \(Self.beard)", in: folder)
    #expect(try JSONDocument(parsing: Array(whole.output.utf8)).value[key: "name"] == "Beard Trim")
    _ = try demo("export \(Self.beard) --output ~/one.json", in: folder)
    #expect(try folder.read("home/one.json") == whole.output)
    let again = try demo("export \(Self.beard) --output ~/one.json", status: 1, in: folder)
    #expect(again.error.contains("is there already; --overwrite replaces it"))
    _ = try demo("export \(Self.beard) --output ~/one.json --overwrite", in: folder)
    // Others read a new file only where the user lets them.
    let umask = "umask 027; caledit export \(Self.beard) --output ~/strict.json"
    #expect(try Shell(umask, in: folder).status == .status(0))
    var status = stat()
    #expect(stat(folder.path("home/strict.json"), &status) == 0)
    #expect(status.st_mode & 0o777 == 0o640)
    // What is exported is a calendar, the same one.
    #expect(try demo("diff \(Self.beard) ~/one.json", in: folder).output.isEmpty)

    let some = "export --demo @Plumbing"
    #expect(try demo(some, status: 64, in: folder).error.contains("give --output DIR"))
    #expect(try demo("\(some) --output ~/one.json", status: 64, in: folder).output.isEmpty)
    let files = try demo("\(some) --output ~/all", in: folder).output.split(separator: "\n")
    #expect(files.count > 2)
    for file in files {
      #expect(file.wholeMatch(of: /.*\/all\/[a-z0-9-]+-[A-Za-z0-9]{20}\.json/) != nil, "\(file)")
      #expect(FileManager.default.fileExists(atPath: String(file)))
    }
    // Some are there, others are not.
    try FileManager.default.removeItem(atPath: String(files[0]))
    let rest = try demo("\(some) --output ~/all", status: 6, in: folder)
    #expect(rest.output == "\(files[0])\n")
    let data = try data("\(some) --output ~/json", in: folder)
    #expect(data["files[0]"]?.memberNames == ["profile", "id", "name", "path"])
    _ = try demo("export \(Self.beard) --json", status: 64, in: folder)
    _ = try demo("export \(Self.beard) --output ~/no/such/file.json", status: 1, in: folder)
  }

  /// No verb lets a text of the service reach the terminal as a command, or breaks by its size.
  @Test(arguments: [
    HostileTextTests.hostile, String(repeating: "名前 ", count: 3_000), "שלום \u{202E}abc",
    "../../etc/x",
    "-rf", "$(touch pwned)",
  ])
  func hostileNames(text: String) throws {
    let place = try CommandPlace { sandbox in
      let id = Sandbox.accounts(count: 2, calendars: 3)[0].calendarIDs[0]
      sandbox.changeCalendar(
        id,
        [
          "name": .text(text), "slug": .text(text), "notes": .text(text),
          "description": .text(text),
        ])
    }
    let id = place.id(0)
    try place.record(
      id, before: ["id": .text(id), "name": .text(text)], sent: ["name": "x"], after: nil)
    for command in [
      "list", "show \(id)", "get \(id)", "get \(id) name", "preview \(id)", "validate \(id)",
      "diff \(id) \(place.id(1))", "history", "history \(id) 1", "export \(id) --output ~/out/",
      "show 'no such one'",
    ] {
      let shell = try place.run("caledit \(command)")
      #expect([.status(0), .status(1)].contains(shell.status), "\(command): \(shell.error)")
      expectHarmless(shell.output, command)
      expectHarmless(shell.error, command)
      for format in ["--json", "--ndjson"] {
        let shell = try place.run(
          "caledit \(command) \(format) --overwrite 2>/dev/null || caledit \(command) \(format)")
        for line in shell.output.split(separator: "\n") {
          #expect((try? JSONDocument(parsing: Array(line.utf8))) != nil, "\(command) \(format)")
          expectHarmless(String(line), command)
        }
      }
    }
    let files = place.folder.files.keys.filter { $0.contains("/out/") && $0.hasSuffix(".json") }
    #expect(files.count == 1 && files[0].hasSuffix("\(id).json"), "\(files)")
  }
}
