import Foundation
import Glibc
import JSON
import Sandbox
import TerminalTesting
import Testing

/// What is not saved outlives the program, whatever ends it.
@Suite(.waits, .timeLimit(.minutes(240))) struct DraftTests {
  @Test func afterAKillItIsRecoveredAndSaved() throws {
    let place = try DraftPlace()
    var program = try place.startWithDraft()
    program.session.signal(SIGKILL)
    #expect(try program.waitForExit() == .signal(SIGKILL))

    program = try place.start()
    try program.wait(for: "There is a draft")
    try program.wait(for: "1 changed property")
    program.session.type("d")
    try program.wait(for: "Slot duration: 30 min → 45 min")
    program.session.press(.escape)
    try program.wait(for: "Recover it")
    program.session.type("r")
    try program.wait(forChanges: 1)
    try program.wait(for: "Recovered: 1 changed property.")
    program.session.control("z")
    try program.wait(forChanges: 0)
    program.session.control("y")
    try program.wait(forChanges: 1)
    try program.save(properties: 1)
    #expect(place.sandbox.calendar(Program.calendarID)?["slotDuration"] == 45)
    try program.session.wait("no draft", seconds: Program.patience) { place.files.isEmpty }
    try program.quit()
    #expect(place.files.isEmpty)
  }

  @Test func whoLeavesCanKeepIt() throws {
    let place = try DraftPlace()
    var program = try place.start()
    try program.changeDuration()
    program.session.control("q")
    try program.wait(for: "Quit and keep the draft")
    program.session.type("d")
    #expect(try program.waitForExit() == .status(0))
    #expect(program.session.isRestored)
    #expect(place.texts.first?.contains(#""slotDuration":45"#) == true)
    program = try place.start()
    try program.wait(for: "There is a draft")
    program.session.type("r")
    try program.wait(forChanges: 1)
    try program.quitLosingChanges()
    #expect(place.files.isEmpty)
  }

  /// The disk breaks in the moment of leaving: who wants to go on later must not go.
  @Test func whoCannotKeepItStays() throws {
    let place = try DraftPlace()
    let program = try place.startWithDraft()
    try #require(rename(place.drafts, place.folder.path("away")) == 0)
    try place.folder.write("", to: "home/state/caledit/drafts")
    program.session.control("q")
    try program.wait(for: "Quit and keep the draft")
    program.session.type("d")
    try program.wait(for: "no draft: ")
    program.session.control("q")
    try program.wait(for: "Quit and discard the changes")
    #expect(!program.session.text.contains("keep the draft"))
    program.session.type("q")
    #expect(try program.waitForExit() == .status(0))
  }

  /// The edit and the keys of the quit come in one piece: what is given up is in no draft.
  @Test func whoLosesTheChangesInOneGoLosesThem() throws {
    let place = try DraftPlace()
    for hasDraft in [false, true] {
      let program = try place.start()
      if hasDraft {
        try program.changeDuration(to: 40)
        try place.waitForDraft(of: program, holding: #""slotDuration":40"#)
      } else {
        try program.goTo("slotDuration")
      }
      program.session.send(Array("\u{15}45\u{11}q".utf8))
      #expect(try program.waitForExit() == .status(0))
      #expect(place.folder.draftNames == [])
    }
  }

  /// While nobody has decided, every way out leaves the draft for the next start.
  @Test(arguments: ["Ctrl-Q", "Ctrl-C", "\"d\" Ctrl-Q", "\"x\" Ctrl-Q", "F1 Ctrl-Q"])
  func whoLeavesWithoutADecisionKeepsIt(keys: String) throws {
    let place = try DraftPlace()
    try place.leaveDraft()
    let texts = place.texts
    for _ in 0..<2 {
      let program = try place.start()
      try program.wait(for: "There is a draft")
      if keys.hasPrefix("F1") { program.session.press(.function(1)) }
      _ = try program.strokes(keys.replacing("F1 ", with: ""))
      #expect(try program.waitForExit() == .status(0))
      #expect(place.texts == texts)
      #expect(place.folder.draftNames.count == 1, "without a lock")
    }
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func aSignalWritesItAtOnce(number: Int32) throws {
    let place = try DraftPlace()
    var program = try place.start()
    try program.changeDuration()
    program.session.signal(number)
    #expect(try program.waitForExit() == .status(128 + number))
    #expect(place.files.count == 1)
    program = try place.start()
    try program.wait(for: "There is a draft")
    program.session.type("xx")
    try program.wait(for: "The draft is discarded.")
    try program.session.wait("no draft", seconds: Program.patience) { place.files.isEmpty }
    try program.quit()
  }

  @Test func aLostTerminalWritesIt() throws {
    let place = try DraftPlace()
    let program = try place.start()
    try program.changeDuration()
    program.session.closeMaster()
    #expect(try program.waitForExit() == .status(129))
    #expect(place.files.count == 1)
  }

  @Test func nobodyElseCanReadItAndItHoldsNoToken() throws {
    let place = try DraftPlace()
    let program = try place.startWithDraft()
    #expect(Scratch.mode(place.folder.path("home/state/caledit")) == 0o700)
    #expect(Scratch.mode(place.drafts) == 0o700)
    let file = try #require(place.files.first)
    #expect(Scratch.mode(place.drafts + "/" + file) == 0o600)
    let text = try String(contentsOfFile: place.drafts + "/" + file, encoding: .utf8)
    #expect(!text.contains(Program.token))
    try program.quitLosingChanges()
    #expect(place.files.isEmpty, "who chose to lose the changes is not asked again")
  }

  @Test func anUndoneEditLeavesNoDraft() throws {
    let place = try DraftPlace()
    let program = try place.startWithDraft()
    program.session.control("z")
    try program.wait(forChanges: 0)
    try program.session.wait("no draft", seconds: Program.patience) { place.files.isEmpty }
    try program.quit()
  }

  @Test func aSecondEditorKeepsNoDraft() throws {
    let place = try DraftPlace()
    let first = try place.startWithDraft()
    let second = try place.start()
    try second.wait(forSentence: "This one keeps no draft.")
    try second.changeDuration(to: 50)
    try second.quitLosingChanges()
    #expect(place.files.count == 1, "that of the first is not touched")
    try first.quitLosingChanges()
  }

  @Test func aBrokenDraftIsKeptAsideAndReported() throws {
    let place = try DraftPlace()
    var program = try place.startWithDraft()
    program.session.signal(SIGKILL)
    _ = try program.waitForExit()
    let file = try #require(place.files.first)
    try "not a draft".write(
      toFile: place.drafts + "/" + file, atomically: true, encoding: .utf8)
    program = try place.start()
    try program.wait(forSentence: "A draft cannot be used")
    #expect(place.files.isEmpty)
    let kept = try FileManager.default.contentsOfDirectory(atPath: place.drafts)
    #expect(kept.contains { $0.contains("unreadable") })
    try program.quit()
  }

  @Test func somebodyElsesChangeIsPutTogetherWithTheDraft() throws {
    let place = try DraftPlace()
    var program = try place.start()
    try program.changeDuration()
    program.session.signal(SIGTERM)
    _ = try program.waitForExit()
    var calendar = try #require(place.sandbox.calendar(Program.calendarID))
    _ = calendar.update(at: "slotDuration") { $0 = 60 }
    place.sandbox.replaceCalendar(Program.calendarID, with: calendar)
    program = try place.start()
    try program.wait(for: "There is a draft")
    program.session.type("r")
    try program.wait(for: "theirs  60")
    program.session.type("m")
    program.session.control("s")
    try program.wait(forChanges: 1)
    try program.quitLosingChanges()
  }

  @Test func aDiskThatFailsIsReportedAndStopsNothing() throws {
    let place = try DraftPlace()
    // Where the state folder belongs stands a file.
    try place.folder.write("", to: "home/state")
    let program = try place.start()
    try program.wait(for: "no draft")
    try program.changeDuration()
    try program.save(properties: 1)
    try program.quit()
  }
}
