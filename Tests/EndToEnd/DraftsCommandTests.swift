import Glibc
import JSON
import Sandbox
import TerminalTesting
import Testing

/// `caledit drafts`: what was left behind, on a shell.
@Suite(.waits, .timeLimit(.minutes(240))) struct DraftsCommandTests {
  /// A program that was thrown out with one change, and its folder.
  private func left(_ prepare: (Sandbox) -> Void = { _ in }) throws -> Program {
    let program = try Program.opened(prepare: prepare)
    try program.changeDuration()
    program.session.signal(SIGTERM)
    #expect(try program.waitForExit() == .status(143))
    return program
  }

  @Test func nothingToList() throws {
    let folder = try Scratch()
    let shell = try Shell("caledit drafts", in: folder)
    #expect(shell.status == .status(0))
    #expect(shell.output == "There are no drafts.\n")
    #expect(folder.files.keys.allSatisfy { !$0.contains("state") }, "looking makes no folder")
  }

  @Test func listsShowsAndDeletes() throws {
    let program = try left()
    let folder = program.folder
    var shell = try Shell("caledit drafts", in: folder)
    #expect(shell.status == .status(0))
    let lines = shell.output.split(separator: "\n")
    #expect(lines.first?.contains("1 property changed") == true)
    #expect(lines.last == "   \(Program.calendarID) at \(program.sandbox?.baseURL ?? "")")

    shell = try Shell("caledit drafts --json", in: folder)
    let drafts = try JSONDocument(parsing: Array(shell.output.utf8)).value["data.drafts"]
    #expect(
      drafts?["[0]"]?.object?.keys == [
        "path", "calendar", "name", "written", "changes", "isOpen", "problem",
      ])
    #expect(drafts?["[0].changes"] == 1)

    for name in ["1", Program.calendarID] {
      shell = try Shell("caledit drafts show \(name)", in: folder)
      #expect(shell.status == .status(0))
      #expect(shell.output.hasSuffix("Slots and limits\n   Slot duration: 30 min → 45 min\n"))
    }

    shell = try Shell("caledit drafts delete 1 </dev/null", in: folder)
    #expect(shell.status == .status(1))
    #expect(shell.error.contains("there is no terminal to ask on; give --yes"))
    shell = try Shell("caledit drafts delete --yes 1", in: folder)
    #expect(shell.status == .status(0))
    #expect(shell.output.hasSuffix("The draft was deleted.\n"))
    #expect(try Shell("caledit drafts", in: folder).output == "There are no drafts.\n")
  }

  @Test func anUnknownDraftIsNamed() throws {
    let program = try left()
    let shell = try Shell("caledit drafts show 7", in: program.folder)
    #expect(shell.status == .status(1))
    #expect(shell.error == "caledit: there is no draft 7; caledit drafts lists them\n")
    let delete = try Shell("caledit drafts delete --yes 1 nothing", in: program.folder)
    #expect(delete.status == .status(1))
    let list = try Shell("caledit drafts", in: program.folder)
    #expect(list.output.contains("1 property changed"), "one wrong name, and nothing is deleted")
  }

  @Test func oneThatIsEditedIsNotDeleted() throws {
    let program = try Program.opened()
    try program.changeDuration()
    try program.session.wait("the draft", seconds: Program.patience) {
      program.folder.files.keys.contains { $0.hasSuffix(".json") && $0.contains("drafts/") }
    }
    let list = try Shell("caledit drafts", in: program.folder)
    #expect(list.output.contains("being edited now"))
    let delete = try Shell("caledit drafts delete --yes 1", in: program.folder)
    #expect(delete.status == .status(1))
    #expect(delete.error.contains(Program.calendarID))
    try program.quitLosingChanges()
  }

  @Test func namesFromOutsideAreHarmless() throws {
    let program = try left { sandbox in
      guard var calendar = sandbox.calendar(Program.calendarID) else { return }
      _ = calendar.update(at: "name") { $0 = .text(HostileTextTests.hostile) }
      sandbox.replaceCalendar(Program.calendarID, with: calendar)
    }
    for command in ["caledit drafts", "caledit drafts show 1"] {
      let shell = try Shell(command, in: program.folder)
      #expect(shell.output.contains("A␛]0;PWNED␇B"))
      let controls = shell.output.unicodeScalars.filter {
        $0.properties.generalCategory == .control && $0 != "\n"
      }
      #expect(controls.isEmpty)
    }
  }
}
