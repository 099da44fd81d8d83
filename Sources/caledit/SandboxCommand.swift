import ArgumentParser
import Glibc
import Sandbox
import Terminal

/// Runs the sandbox on its own, for scripts and other clients.
struct SandboxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sandbox",
    abstract: "Run a server that speaks the calendar API, on this machine only.")

  @Option(help: "The port; 0 chooses a free one.")
  var port: Int = 8080

  @OptionGroup(title: "What accounts are reported to differ in")
  var behaviour: SandboxBehaviour

  func validate() throws {
    guard (0...65535).contains(port) else {
      throw ValidationError("--port must be 0 to 65535.")
    }
  }

  func run() throws {
    do {
      let sandbox = try Sandbox.startBlocking(port: port, options: behaviour.options)
      let output = TerminalOutput.standard
      output.line("The sandbox listens on \(sandbox.baseURL); Ctrl-C ends it.")
      output.line("Any token works. Calendars:")
      for id in Sandbox.calendarIDs {
        let calendar = sandbox.calendar(id)
        let name = calendar?[key: "name"]?.text ?? ""
        output.line("  \(id)  \(calendar?[key: "calendarType"]?.text ?? "")  \(name)")
      }
      while true { pause() }
    } catch {
      throw Failure(
        "the sandbox cannot listen on port \(port): is another program there? Try --port 0 "
          + "(\(error))"
      ).report()
    }
  }
}
