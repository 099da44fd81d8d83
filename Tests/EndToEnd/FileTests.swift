import Foundation
import JSON
import TerminalTesting
import Testing

/// A calendar in a file.
@Suite(.waits, .timeLimit(.minutes(240))) struct FileTests {
  /// Laid out as no program would do it by itself: other keys, spellings, escapes, tabs.
  static let text = """
    {
    \t"exported": 1e1,
    \t"calendar": {
    \t\t"zebra": {
    \t\t\t"b": 0.50,
    \t\t\t"a": 9007199254740993
    \t\t},
    \t\t"name": "Caf\\u00e9 \\/ Bar",
    \t\t"calendarType": "event",
    \t\t"slotDuration": 30.0,
    \t\t"slotDurationUnit": "mins",
    \t\t"slotInterval": 3e1,
    \t\t"autoConfirm": true,
    \t\t"description": null
    \t},
    \t"note": "kept"
    }

    """

  private func open(
    _ name: String = "calendar.json", in folder: Scratch, _ arguments: [String] = []
  ) throws -> Program {
    let program = try Program(["--file", folder.path(name)] + arguments, folder: folder)
    try program.waitUntilLoaded()
    return program
  }

  @Test func everythingElseIsKept() throws {
    let folder = try Scratch()
    try folder.write(Self.text, to: "calendar.json", mode: 0o640)
    let program = try open(in: folder)
    try program.changeDuration()
    try program.save()
    try program.wait(forSentence: "Written to ")
    #expect(program.hasChanges(0))
    let wanted = Self.text.replacing("\"slotDuration\": 30.0", with: "\"slotDuration\": 45")
    #expect(try folder.read("calendar.json") == wanted)
    var status = stat()
    #expect(stat(folder.path("calendar.json"), &status) == 0 && status.st_mode & 0o777 == 0o640)
    try program.quit()
    #expect(folder.files.keys.filter { $0.contains("json") } == ["calendar.json"])
  }

  @Test func aBareObject() throws {
    let folder = try Scratch()
    try folder.write("{\n  \"name\": \"Bare\",\n  \"slotDuration\": 30\n}", to: "calendar.json")
    let program = try open(in: folder)
    try program.changeDuration()
    try program.save()
    try program.wait(forSentence: "Written to ")
    #expect(
      try folder.read("calendar.json") == "{\n  \"name\": \"Bare\",\n  \"slotDuration\": 45\n}")
    try program.quit()
  }

  @Test func onlyTheUpdateBody() throws {
    let folder = try Scratch()
    try folder.write(Self.text, to: "calendar.json")
    let program = try open(in: folder, ["--output", folder.path("body.json")])
    try program.changeDuration()
    try program.save()
    try program.wait(forSentence: "The update body is written to ")
    #expect(try folder.read("body.json") == "{\n  \"slotDuration\": 45\n}\n")
    #expect(try folder.read("calendar.json") == Self.text)
    #expect(program.hasChanges(1))
    try program.quitLosingChanges()
  }

  @Test func aLinkStaysALink() throws {
    let folder = try Scratch()
    try folder.write(Self.text, to: "real.json")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("calendar.json"), withDestinationPath: "real.json")
    let program = try open(in: folder)
    try program.changeDuration()
    try program.save()
    try program.wait(forSentence: "Written to ")
    let target = try FileManager.default.destinationOfSymbolicLink(
      atPath: folder.path("calendar.json"))
    #expect(target == "real.json")
    #expect(try folder.read("real.json").contains("\"slotDuration\": 45,"))
    try program.quit()
  }

  /// What somebody else wrote meanwhile is taken over, with what stands around the calendar.
  @Test func somebodyElseWritesToo() throws {
    let folder = try Scratch()
    try folder.write(Self.text, to: "calendar.json")
    let program = try open(in: folder)
    try program.changeDuration()
    let theirs = Self.text.replacing("30.0", with: "30.0,\n\t\t\"slotBuffer\": 5")
      .replacing("\"kept\"", with: "\"theirs\"")
    try folder.write(theirs, to: "calendar.json")
    try program.save()
    try program.wait(forSentence: "Changed by somebody else meanwhile: ")
    let written = try folder.read("calendar.json")
    #expect(written.contains("\"slotDuration\": 45,\n\t\t\"slotBuffer\": 5,"))
    #expect(written.contains("\"note\": \"theirs\""))
    // And the same value is asked for.
    try program.changeDuration(to: 50)
    try folder.write(written.replacing("45", with: "60"), to: "calendar.json")
    try program.save()
    try program.wait(for: "mine    50")
    #expect(try folder.read("calendar.json").contains("\"slotDuration\": 60,"))
    program.session.type("m")
    program.session.control("s")
    try program.wait(forSentence: "Written to ")
    #expect(try folder.read("calendar.json").contains("\"slotDuration\": 50,"))
    try program.quit()
  }

  @Test func anOutputThatIsTheFileItself() throws {
    let folder = try Scratch()
    try folder.write(Self.text, to: "calendar.json")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link.json"), withDestinationPath: "calendar.json")
    let result = try Shell(
      "caledit --file '\(folder.path("calendar.json"))' --output '\(folder.path("link.json"))'",
      in: folder)
    #expect(result.status == .status(64))
    #expect(result.error.contains("--output names the file that is edited"))
    #expect(try folder.read("calendar.json") == Self.text)
  }

  @Test func anOutputThatIsNoFile() throws {
    let folder = try Scratch()
    try folder.write(Self.text, to: "calendar.json")
    #expect(mkfifo(folder.path("pipe"), 0o600) == 0)
    let result = try Shell(
      "caledit --file '\(folder.path("calendar.json"))' --output '\(folder.path("pipe"))'",
      in: folder)
    #expect(result.status == .status(1))
    #expect(result.error.contains("/pipe: it is not a regular file"))
    var status = stat()
    #expect(stat(folder.path("pipe"), &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
  }

  /// The folder is gone: the edit stays, and is written when the folder is back.
  @Test func aFolderThatIsGone() throws {
    let folder = try Scratch()
    let files = FileManager.default
    try files.createDirectory(atPath: folder.path("in"), withIntermediateDirectories: false)
    try folder.write(Self.text, to: "in/calendar.json")
    let program = try open("in/calendar.json", in: folder)
    try program.changeDuration()
    try folder.remove("in")
    try program.save()
    try program.wait(for: "Write anyway")
    program.session.type("s")
    try program.wait(forSentence: "could not be written: there is no folder")
    try program.wait(forSentence: "Your changes are still here")
    #expect(program.hasChanges(1))
    try files.createDirectory(atPath: folder.path("in"), withIntermediateDirectories: false)
    try program.save()
    try program.wait(for: "Write anyway")
    program.session.type("s")
    try program.wait(forSentence: "Written to ")
    #expect(try folder.read("in/calendar.json").contains("\"slotDuration\": 45,"))
    try program.quit()
  }

  @Test func aKeyThatStandsTwice() throws {
    let folder = try Scratch()
    try folder.write(
      "{\n  \"slotDuration\": 10,\n  \"slotDuration\": 20,\n  \"name\": \"Twice\"\n}\n",
      to: "calendar.json")
    let program = try open(in: folder)
    try program.wait(forSentence: "A key occurs twice: slotDuration.")
    try program.goTo("slotDuration")
    try program.wait(forSentence: "Slot duration 20")
    program.session.type("5")
    try program.wait(forSentence: "Slot duration 5")
    try program.save()
    try program.wait(forSentence: "Written to ")
    let wanted = "{\n  \"slotDuration\": 10,\n  \"slotDuration\": 5,\n  \"name\": \"Twice\"\n}\n"
    let written = try folder.read("calendar.json")
    #expect(written == wanted)
    try program.quit()
  }

  @Test(arguments: [
    ("{\n  \"a\": 1,\n  \"b\": tru\n}", ":3:8"), ("", ": the file is empty"),
    (" \r\n\t", ": the file is empty"), ("{}", "looks like an empty object"),
    ("[1, 2]", "looks like a list, and its first element is a number"),
    (#"{"users": [{"id": "a", "name": "Ana"}]}"#, "looks like a list of users"),
    (#"{"statusCode": 404, "message": "Not found"}"#, "an error of the service (404): Not found"),
    (#"{"calendar": null}"#, "looks like an object whose \"calendar\" is null"),
    ("{\"name\": \"\u{1}\"}", ":1:"),
  ])
  func whatIsNoCalendar(text: String, says: String) throws {
    let folder = try Scratch()
    let path = try folder.write(text, to: "calendar.json")
    let program = try Program(["--file", path], folder: folder, columns: 200)
    #expect(try program.waitForExit() == .status(65))
    #expect(program.flatText.contains("caledit: \(path)"))
    #expect(program.flatText.contains(says))
    #expect(!program.session.rawOutput.contains(0x1B), "before the screen opens")
    #expect(program.session.isRestored)
    #expect(try folder.read("calendar.json") == text)
  }

  // MARK: Lists of calendars

  private static let list = """
    { "calendars": [
      {"id": "intro", "name": "Intro call", "slotDuration": 30},
      {"id": "yoga",  "name": "Yoga",       "slotDuration": 60 }
    ] }
    """

  @Test func aListOffersItsCalendars() throws {
    let folder = try Scratch()
    let path = try folder.write(Self.list, to: "list.json")
    for (choice, says) in [
      ("", "it holds 2 calendars"), ("other", "none of its 2 calendars is other"),
    ] {
      let result = try Shell("caledit --file '\(path)' \(choice)", in: folder)
      #expect(result.status == .status(65))
      #expect(result.error.hasPrefix("caledit: \(path): \(says)"))
      #expect(
        result.error.hasSuffix("  1  intro  Intro call\n  2  yoga   Yoga\n"), "\(result.error)")
    }
    let single = try folder.write(#"{"id": "c1", "name": "A"}"#, to: "one.json")
    let other = try Shell("caledit --file '\(single)' c2", in: folder)
    #expect(other.error == "caledit: \(single): it holds the calendar c1, not c2\n")
  }

  /// The chosen one is edited, and written back in its place.
  @Test(arguments: ["yoga", "2"])
  func oneOfAListIsEdited(choice: String) throws {
    let folder = try Scratch()
    try folder.write(Self.list, to: "list.json")
    let program = try open("list.json", in: folder, [choice])
    #expect(program.session.text.contains("Yoga"))
    try program.changeDuration()
    // Somebody else puts another one in front meanwhile.
    let theirs = Self.list.replacing("[", with: #"[{"id": "new", "name": "New"},"#)
    try folder.write(theirs, to: "list.json")
    try program.save()
    try program.wait(forSentence: "Written to ")
    #expect(try folder.read("list.json") == theirs.replacing("60 }", with: "45 }"))
    try program.quit()
    // Its draft is its own.
    let next = try open("list.json", in: folder, ["yoga"])
    try next.changeDuration(to: 50)
    next.session.signal(SIGTERM)
    _ = try next.waitForExit()
    let intro = try open("list.json", in: folder, ["intro"])
    intro.session.settle()
    #expect(!intro.session.text.contains("There is a draft"))
    try intro.quit()
    let yoga = try open("list.json", in: folder, ["yoga"])
    try yoga.wait(for: "There is a draft")
    yoga.session.type("xx")
    try yoga.wait(for: "The draft is discarded.")
    try yoga.quit()
  }

  // MARK: The text of the file

  /// Line ends, indentation, spaces and blank lines are those of the file, but for what changes.
  @Test(arguments: [
    "{\r\n  \"name\": \"A\",\r\n\r\n  \"slotDuration\": 30\r\n}\r\n",
    "{\n\t\"name\" : \"A\",\n\t\"slotDuration\" : 30\n}",
    "{\"name\":\"A\",\"slotDuration\":30}", "{ \"name\": \"A\", \"slotDuration\": 30 }\n",
    "\u{FEFF}{\n    \"name\": \"A\", \"slotDuration\":\n    30}\n\n",
  ])
  func theTextAroundAChangeIsKept(text: String) throws {
    let folder = try Scratch()
    try folder.write(text, to: "calendar.json")
    let program = try open(in: folder)
    try program.changeDuration()
    try program.save()
    try program.wait(forSentence: "Written to ")
    #expect(try folder.read("calendar.json") == text.replacing("30", with: "45"))
    try program.quit()
  }

  // MARK: Files that cannot be written

  /// It is said before anybody has worked for nothing; with another output the file only is read.
  @Test(arguments: ["file", "folder"])
  func whatCannotBeWritten(what: String) throws {
    let folder = try Scratch()
    try FileManager.default.createDirectory(
      atPath: folder.path("in"), withIntermediateDirectories: false)
    let path = try folder.write(
      Self.text, to: "in/calendar.json", mode: what == "file" ? 0o444 : 0o644)
    if what == "folder" { chmod(folder.path("in"), 0o555) }
    defer { chmod(folder.path("in"), 0o755) }
    let result = try Shell("caledit --file '\(path)'", in: folder)
    #expect(result.status == .status(1))
    #expect(result.error.contains("write-protected"), "\(result.error)")
    #expect(result.error.contains("--output"), "what to do")
    #expect(try folder.read("in/calendar.json") == Self.text)
    let program = try open("in/calendar.json", in: folder, ["--output", folder.path("body.json")])
    try program.quit()
  }

  /// The permission goes while the file is edited.
  @Test func aFileThatIsProtectedMeanwhile() throws {
    let folder = try Scratch()
    let path = try folder.write(Self.text, to: "calendar.json")
    let program = try open(in: folder)
    try program.changeDuration()
    chmod(path, 0o444)
    try program.save()
    try program.wait(forSentence: "could not be written: it is write-protected")
    #expect(program.hasChanges(1))
    #expect(try folder.read("calendar.json") == Self.text)
    chmod(path, 0o644)
    try program.save()
    try program.wait(forSentence: "Written to ")
    try program.quit()
  }

  @Test func anOutputIntoAMissingFolder() throws {
    let folder = try Scratch()
    let path = try folder.write(Self.text, to: "calendar.json")
    let result = try Shell(
      "caledit --file '\(path)' --output '\(folder.path)/none/body.json'", in: folder)
    #expect(result.status == .status(1))
    #expect(
      result.error
        == "caledit: --output \(folder.path)/none/body.json: there is no folder \(folder.path)/none; "
        + "make it first\n")
  }

  @Test func aMissingFile() throws {
    let folder = try Scratch()
    let program = try Program(["--file", folder.path("none.json")], folder: folder, columns: 200)
    #expect(try program.waitForExit() == .status(65))
    #expect(program.flatText.contains("none.json: No such file or directory"))
    #expect(!program.session.rawOutput.contains(0x1B))
    #expect(program.session.isRestored)
  }
}
