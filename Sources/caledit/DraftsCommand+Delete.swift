import ArgumentParser
import Glibc
import State
import Terminal

extension DraftsCommand {
  /// Deletes drafts after asking.
  struct Delete: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Delete drafts. This cannot be undone.")

    @Argument(help: "Their numbers in the list, the ids of their calendars, or their files.")
    var drafts: [String]

    @Flag(help: "Do not ask.")
    var yes = false

    func run() throws {
      try Failure.reporting { () throws(Failure) in
        let folder = try Folder()
        let chosen = try folder.chosen(by: drafts)
        for entry in chosen { say(entry.summary(at: .now), "   " + entry.place) }
        if !yes, try !isConfirmed(chosen.count) {
          say("Nothing was deleted.")
          return
        }
        for entry in chosen { try folder.delete(entry) }
        say(chosen.count == 1 ? "The draft was deleted." : "The drafts were deleted.")
      }
    }

    private func isConfirmed(_ count: Int) throws(Failure) -> Bool {
      let text = count == 1 ? "Delete this draft?" : "Delete these drafts?"
      return try TerminalQuestion(text: text, output: .standard)
        .isAnsweredYes(orElse: Failure("there is no terminal to ask on; give --yes"))
    }
  }
}
