import Foundation
import Glibc
import Sandbox
import TerminalTesting
import Testing

@testable import caledit

/// The disk that drafts are on: when it fails, what stands on it already, and who else writes to
/// it.
@Suite(.waits, .timeLimit(.minutes(240))) struct DraftDiskTests {
  // MARK: Failing

  /// The folder is gone, and a file in its place; then it is back, and nothing has to be typed for
  /// the draft to be written after all.
  @Test func aDiskThatWorksAgainGetsTheDraft() throws {
    let place = try DraftPlace()
    let program = try place.startWithDraft()
    try #require(rename(place.drafts, place.folder.path("away")) == 0)
    try place.folder.write("", to: "home/state/caledit/drafts")
    program.session.type("0")
    try program.wait(for: "no draft: ")
    #expect(program.title.contains("1 changed"))
    // It stops nothing.
    try program.goTo("name")
    program.session.type("!")
    try program.wait(forChanges: 2)
    #expect(program.title.contains("no draft: "))
    // The draft of this is tried in vain as well; it shows nowhere.
    program.session.settle(milliseconds: 800)

    // It tries again by itself, and would make the folder anew.
    program.session.signal(SIGSTOP)
    try program.session.wait("a stop") { Processes.state(program.session.pid) == "T" }
    try #require(unlink(place.drafts) == 0)
    try #require(rename(place.folder.path("away"), place.drafts) == 0)
    program.session.signal(SIGCONT)
    try program.wait(forNo: "no draft: ")
    #expect(place.texts.first?.contains(#""slotDuration":450"#) == true)
    program.session.signal(SIGTERM)
    #expect(try program.waitForExit() == .status(143))
    #expect(place.files.count == 1)
    try program.wait(forSentence: "the draft of 2 changed properties is kept")
  }

  /// All of the state folder is gone: it is made again.
  @Test func aFolderThatIsRemoved() throws {
    let place = try DraftPlace()
    let program = try place.startWithDraft()
    try FileManager.default.removeItem(atPath: place.folder.state)
    program.session.type("0")
    try place.waitForDraft(of: program, holding: #""slotDuration":450"#)
    #expect(!program.title.contains("no draft"))
    #expect(Scratch.mode(place.drafts) == 0o700)
    try program.quitLosingChanges()
  }

  /// As a full disk does it: what is written stays, and what is larger does not fit.
  @Test func aFileThatMayNotGrow() throws {
    let place = try DraftPlace()
    let session = try TerminalSession(
      "/bin/bash", ["-c", "ulimit -f 48; exec \"$0\" \"$@\"", Program.binary] + place.arguments,
      environment: place.folder.environment.merging(["HIGHLEVEL_TOKEN": Program.token]) { $1 })
    let patience = Program.patience
    try session.wait(for: "unchanged", seconds: patience)
    session.control("f")
    session.type("notes")
    session.press(.enter)
    try session.wait(for: " notes · ", seconds: patience)
    session.press(.enter)
    session.type("before")
    try session.wait(for: "1 changed", seconds: patience)
    try place.waitForDraft(in: session, holding: "before")
    session.paste(String(repeating: "much text ", count: 8000))
    try session.wait(for: "no draft: ", seconds: patience)
    #expect(place.texts.first?.contains("before") == true, "the draft of before stays")
    #expect(place.folder.draftNames.count == 2, "with its lock, and nothing is left beside it")
    session.control("z")
    session.type("!")
    try session.wait(forNo: "no draft: ", seconds: patience)
    try place.waitForDraft(in: session, holding: "before!")
    #expect(place.texts.first?.contains("much text") == false)
    session.paste(String(repeating: "much text ", count: 8000))
    try session.wait(for: "no draft: ", seconds: patience)
    session.signal(SIGTERM)
    #expect(try session.waitForExit(seconds: patience) == .status(143))
    #expect(session.isRestored)
    #expect(place.texts.first?.contains("before!") == true)
    #expect(session.text.contains("lost: no draft could be written (File too large)"))
  }

  // MARK: What is there already

  /// Kept to the byte, and reported; and the next draft is written beside it.
  @Test(arguments: ["truncated", "empty", "foreign", "huge", "other", "link"])
  func whatCannotBeUsed(kind: String) throws {
    let place = try DraftPlace()
    try place.leaveDraft()
    let path = place.drafts + "/" + (try #require(place.files.first))
    let sound = try String(contentsOfFile: path, encoding: .utf8)
    var text: String?
    switch kind {
    case "truncated": text = String(sound.prefix(sound.count / 2))
    case "empty": text = ""
    case "foreign": text = #"{"name": "My notes", "version": 1}"#
    case "other": text = sound.replacing(Program.calendarID, with: "another")
    case "huge": truncate(path, 200 << 20)
    default:
      try place.folder.write("mine", to: "mine")
      unlink(path)
      symlink(place.folder.path("mine"), path)
    }
    if let text { try text.write(toFile: path, atomically: true, encoding: .utf8) }

    let program = try place.start()
    try program.wait(forSentence: "A draft cannot be used")
    #expect(program.hasChanges(0))
    let aside = path + ".unreadable-1"
    switch kind {
    case "huge":
      #expect(
        (try? FileManager.default.attributesOfItem(atPath: aside)[.size]) as? Int == 200 << 20)
    case "link": #expect(try place.folder.read("mine") == "mine")
    default: #expect(try String(contentsOfFile: aside, encoding: .utf8) == text)
    }
    try program.changeDuration(to: 50)
    try place.waitForDraft(of: program, holding: #""slotDuration":50"#)
    program.session.signal(SIGTERM)
    _ = try program.waitForExit()
    #expect(FileManager.default.fileExists(atPath: aside))
  }

  /// The draft of a newer version is that version's: it stays, and this session keeps none.
  @Test func whatANewerVersionHasLeft() throws {
    let place = try DraftPlace()
    try place.leaveDraft()
    let path = place.drafts + "/" + (try #require(place.files.first))
    let text = try String(contentsOfFile: path, encoding: .utf8)
      .replacing(#""version":1"#, with: #""version":99"#)
      .replacing(#""program":"\#(Caledit.version)""#, with: #""program":"9.8.7""#)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let program = try place.start()
    try program.wait(forSentence: "A newer caledit has left a draft of this calendar")
    try program.wait(forSentence: "It was written by a newer caledit (9.8.7)")
    #expect(program.hasChanges(0))
    try program.changeDuration(to: 50)
    try program.wait(for: "no draft: a newer caledit left")
    try program.save()
    try program.wait(for: "Saved: 1 property")
    try program.quit()
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    #expect(place.files == [path.split(separator: "/").last.map(String.init) ?? ""])
    #expect(!place.folder.draftNames.contains { $0.contains("unreadable") })
  }

  /// A kill in the middle of writing leaves a part of a draft, and its lock.
  @Test func whatAKillLeavesIsNoHindrance() throws {
    let place = try DraftPlace()
    try place.leaveDraft()
    let file = try #require(place.files.first)
    let path = place.drafts + "/" + file
    let sound = try String(contentsOfFile: path, encoding: .utf8)
    try String(sound.prefix(100)).write(
      toFile: path + ".aB3xYz", atomically: false, encoding: .utf8)
    #expect(place.folder.draftNames.contains(file + ".lock"), "the lock of the dead is there")
    let program = try place.start()
    try program.wait(for: "There is a draft")
    #expect(Set(place.folder.draftNames) == [file, file + ".lock"])
    program.session.type("r")
    try program.wait(for: "Recovered: 1 changed property.")
    try program.quitLosingChanges()
    #expect(place.files == [])
  }

  // MARK: Before a save

  /// The edit and the keys that send it come in one piece; the draft is there before the request.
  @Test func theDraftIsWrittenBeforeTheSave() throws {
    let place = try DraftPlace()
    let program = try place.start(["--no-check"])
    // With a draft on disk, none is due.
    try program.changeDuration(to: 40)
    try place.waitForDraft(of: program, holding: #""slotDuration":40"#)
    place.sandbox.inject(.delay(milliseconds: 600_000), method: "PUT")
    program.session.send(Array("\u{15}45\u{13}\u{13}".utf8))
    try program.session.wait("the save", seconds: Program.patience) {
      place.sandbox.requests.contains { $0.method == "PUT" }
    }
    #expect(place.texts.first?.contains(#""slotDuration":45"#) == true)
    program.session.signal(SIGKILL)
    _ = try program.waitForExit()
    let next = try place.start()
    try next.wait(for: "There is a draft")
    next.session.type("r")
    try next.wait(forChanges: 1)
    try next.quitLosingChanges()
  }

  // MARK: Two editors

  /// The first is killed; the second neither takes its draft over nor writes over it.
  @Test func theFirstOfTwoIsKilled() throws {
    let place = try DraftPlace()
    let first = try place.startWithDraft()
    let second = try place.start(["--no-check"])
    try second.wait(forSentence: "This one keeps no draft.")
    first.session.signal(SIGKILL)
    _ = try first.waitForExit()
    try second.goTo("name")
    second.session.type("!")
    try second.wait(forChanges: 1)
    try second.save(properties: 1)
    try second.quit()
    #expect(place.texts.first?.contains(#""slotDuration":45"#) == true)

    let third = try place.start()
    try third.wait(for: "There is a draft")
    try third.wait(for: "The calendar has changed since; recovering merges both.")
    third.session.type("r")
    try third.wait(forChanges: 1)
    try third.goTo("name")
    #expect(third.session.text.contains("!"), "and what the second saved is kept")
    try third.quitLosingChanges()
  }

  @Test func theFirstOfTwoEnds() throws {
    let place = try DraftPlace()
    let first = try place.start()
    let second = try place.start()
    try second.wait(forSentence: "This one keeps no draft.")
    try second.escape(from: "This one keeps no draft.")
    try second.wait(for: "no draft: another caledit edits it")
    try second.changeDuration()
    #expect(place.files == [])
    try first.quit()
    // It goes on where the first has left off, without a key.
    try second.wait(forNo: "no draft: ")
    try place.waitForDraft(of: second, holding: #""slotDuration":45"#)
    second.session.signal(SIGTERM)
    #expect(try second.waitForExit() == .status(143))
    let third = try place.start()
    try third.wait(for: "There is a draft")
    third.session.type("xx")
    try third.wait(for: "The draft is discarded.")
    try third.quit()
    #expect(place.files == [])
  }

  // MARK: The editor of the user

  /// What an editor had saved when the program was killed is in no draft, but told at the next
  /// start.
  @Test func whatWasInAnEditor() throws {
    let place = try DraftPlace()
    let editor = try place.folder.write(
      "#!/bin/sh\nprintf 'nearly done' > \"$1\"; kill -9 $PPID\n", to: "editor", mode: 0o700)
    let program = try place.start(environment: ["EDITOR": editor])
    try program.goTo("description")
    program.session.alt("e")
    #expect(try program.waitForExit() == .signal(SIGKILL))
    let next = try place.start()
    try next.wait(forSentence: "A text was open in an external editor when caledit ended.")
    let file = try #require(place.folder.files.first { $0.key.hasSuffix("/description.txt") })
    try next.session.wait("the path", seconds: Program.patience) {
      next.flatText.filter { $0 != " " }.contains(file.key)
    }
    #expect(file.value == Data("nearly done".utf8))
    try next.quit()
    // It is told once.
    let third = try place.start()
    #expect(!third.flatText.contains("external editor"))
    try third.quit()
  }
}
