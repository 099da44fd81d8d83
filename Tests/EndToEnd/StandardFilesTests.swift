import TerminalTesting
import Testing

/// Standard input, output and error that the caller has closed.
@Suite(.waits, .timeLimit(.minutes(240))) struct StandardFilesTests {
  /// What is closed is not waited for.
  @Test(arguments: ["<&-", "<&- >&-", "<&- 2>&-", "<&- >&- 2>&-"])
  func closedStandardFiles(closed: String) throws {
    let folder = try Scratch()
    try folder.write(#"{"name": "A", "slotDuration": 30}"#, to: "home/calendar.json")
    let shell = try Shell("caledit --line --file \"$HOME/calendar.json\" \(closed)", in: folder)
    guard case .status = shell.status else {
      Issue.record("\(shell.status)")
      return
    }
    #expect(try folder.read("home/calendar.json") == #"{"name": "A", "slotDuration": 30}"#)
  }
}
