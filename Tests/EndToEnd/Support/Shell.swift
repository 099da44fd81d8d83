import TerminalTesting

/// A command line run by the shell, without a terminal on its outputs.
struct Shell {
  let status: TerminalSession.Exit
  let output: String
  let error: String

  /// Runs a command; `caledit` is the program under test.
  init(
    _ command: String, in folder: Scratch, environment: [String: String] = [:],
    seconds: Double = Program.patience
  ) throws {
    let script = "caledit() { \"$BINARY\" \"$@\"; }; { \(command); } >\"$OUT\" 2>\"$ERR\""
    let session = try TerminalSession(
      "/bin/sh", ["-c", script],
      environment: folder.environment.merging(environment) { $1 }.merging([
        "BINARY": Program.binary, "OUT": folder.path("out.txt"), "ERR": folder.path("err.txt"),
      ]) { $1 })
    status = try session.waitForExit(seconds: seconds)
    output = try folder.read("out.txt")
    error = try folder.read("err.txt")
    try folder.remove("out.txt")
    try folder.remove("err.txt")
  }
}
