import TerminalTesting
import Testing

@testable import caledit

/// `caledit help` and `caledit manual`, on a shell.
@Suite(.waits, .timeLimit(.minutes(240))) struct HelpCommandTests {
  @Test func topics() throws {
    let folder = try Scratch()
    let overview = try Shell("caledit help", in: folder)
    #expect(overview.status == .status(0) && overview.error == "")
    for name in CommandEntry.verbs.map(\.name) + CaleditManual.topics.map(\.name) {
      #expect(overview.output.contains("\n  \(name) "), "\(name)")
      let page = try Shell("caledit help \(name)", in: folder)
      #expect(page.status == .status(0) && page.output.hasPrefix("NAME\n    caledit"), "\(name)")
      #expect(page.output.split(separator: "\n").allSatisfy { $0.last != " " }, "\(name)")
    }
    // The verb and the file.
    let config = try Shell("caledit help config", in: folder).output
    #expect(config.contains("caledit config edit") && config.contains("esc-delay = <milliseconds>"))
  }

  @Test func unknownTopics() throws {
    let folder = try Scratch()
    let near = try Shell("caledit help terminal", in: folder)
    #expect(near.status == .status(64) && near.output == "")
    #expect(
      near.error == """
        caledit: there is no topic “terminal”; did you mean terminals?
        caledit help lists the topics.

        """)
    let hostile = try Shell("caledit help \"$(printf '\\033[2Jx')\"", in: folder)
    #expect(hostile.status == .status(64))
    expectHarmless(hostile.error, "help")
    #expect(try Shell("caledit help --help", in: folder).status == .status(0))
  }

  /// A long page goes through the pager on a terminal.
  @Test func pager() throws {
    let folder = try Scratch()
    let pager = try folder.write("#!/bin/sh\ncat >\"$HOME/page\"\n", to: "pager", mode: 0o700)
    let session = try TerminalSession(
      Program.binary, ["help", "set"],
      environment: folder.environment.merging(["PAGER": pager]) { $1 })
    #expect(try session.waitForExit(seconds: Program.patience) == .status(0))
    #expect(try folder.read("home/page").contains("SYNOPSIS"))
  }

  @Test func pagesForMan() throws {
    let folder = try Scratch()
    let shell = try Shell("caledit manual --roff \"$HOME/man\"; caledit manual | wc -l", in: folder)
    #expect(shell.status == .status(0) && shell.error == "")
    for page in CaleditManual.pages {
      let text = try folder.read("home/man/man\(page.section)/\(page.fileName)")
      #expect(text == ManualCommand.renderer.render(page))
    }
    let wrong = try Shell("caledit manual --roff /proc/x", in: folder)
    #expect(wrong.status == .status(1) && wrong.error.hasPrefix("caledit: /proc/x: "))
  }

  @Test func exampleOfTheConfiguration() throws {
    let shell = try Shell("caledit config example", in: try Scratch())
    #expect(shell.status == .status(0) && shell.output == ConfigCommand.Edit.example)
  }
}
