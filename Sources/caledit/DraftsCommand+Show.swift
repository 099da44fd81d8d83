import ArgumentParser
import CalendarModel

extension DraftsCommand {
  /// Shows the changes in a draft, in the words of the review.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show the changes in a draft.")

    @Argument(help: "Its number in the list, the id of its calendar, or its file.")
    var draft: String

    func run() throws {
      try Failure.reporting { () throws(Failure) in
        let folder = try Folder()
        for entry in try folder.chosen(by: [draft]) {
          say(entry.summary(at: .now), "   " + entry.place)
          let draft = try folder.read(entry)
          for loss in draft.losses { say("Not kept: \(loss.message)") }
          show(draft.document(today: WallClock().now.date))
        }
      }
    }

    private func show(_ document: CalendarDocument) {
      var section: Section?
      for change in ReviewLine.all(of: document) {
        if change.section != section {
          section = change.section
          say("", section?.title ?? "")
        }
        say("   " + change.text)
      }
    }
  }
}
