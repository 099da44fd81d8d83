import ArgumentParser
import CalendarModel
import CommandOutput
import JSON
import State
import Terminal

/// Lists, shows and deletes the drafts of work that was not saved.
struct DraftsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drafts",
    abstract: "List, show and delete the drafts of work that was not saved.",
    discussion: """
      Open the calendar again to recover its draft. Drafts are in \
      $XDG_STATE_HOME/caledit/drafts, by default ~/.local/state/caledit/drafts.
      """,
    subcommands: [List.self, Show.self, Delete.self],
    defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the drafts, the newest first.")

    @OptionGroup
    var output: OutputOptions

    func run() throws {
      try CommandRun(DraftsCommand.verb, output).run { _ throws(Failure) in
        let entries = try Folder().entries
        var report = CommandReport()
        if entries.isEmpty { report.printout.add("There are no drafts.") }
        for (index, entry) in entries.enumerated() {
          report.printout.add(StyledText("\(index + 1)  \(entry.summary(at: .now))"), hanging: 3)
          report.printout.add(StyledText("   \(entry.place)"), hanging: 3)
        }
        report.list(entries.map(Self.json), "drafts", each: "draft")
        return report
      }
    }

    private static func json(_ entry: DraftEntry) -> JSONValue {
      .object(
        JSONObject(known: [
          ("path", .text(entry.path)), ("calendar", .text(entry.place)),
          ("name", entry.header?.calendarName.map(JSONValue.text) ?? .null),
          ("written", .text(entry.time.text)),
          ("changes", entry.header.map { .integer($0.changeCount) } ?? .null),
          ("isOpen", .bool(entry.isOpen)),
          ("problem", entry.problem.map { .text($0.message) } ?? .null),
        ]))
    }
  }

  /// The drafts that there are.
  struct Folder {
    /// In the order of the list; empty when nobody has written one yet.
    let entries: [DraftEntry]

    init() throws(Failure) {
      do throws(FileError) {
        let path = try StateFolder.standardPath(environment: System.environment)
        guard let folder = try StateFolder(existing: path) else {
          entries = []
          return
        }
        entries = try DraftStore(in: folder, program: Caledit.version).list()
      } catch {
        throw Failure(error.message)
      }
    }

    /// The entries that the arguments name, each once.
    func chosen(by names: [String]) throws(Failure) -> [DraftEntry] {
      var chosen: [DraftEntry] = []
      for name in names {
        do {
          let entry = try entries.chosen(by: name)
          if !chosen.contains(where: { $0.path == entry.path }) { chosen.append(entry) }
        } catch {
          throw Failure(error.message)
        }
      }
      return chosen
    }

    /// What is in a draft.
    func read(_ entry: DraftEntry) throws(Failure) -> DocumentDraft {
      do throws(UnusableDraft) {
        return try DraftStore.read(entry)
      } catch {
        throw Failure("\(entry.path): \(error.message)")
      }
    }

    func delete(_ entry: DraftEntry) throws(Failure) {
      do throws(DraftLock.Refusal) {
        try DraftStore.delete(entry)
      } catch {
        throw Failure("\(entry.place): \(error.message)")
      }
    }
  }
}

extension ParsableCommand {
  /// Writes lines on standard output.
  func say(_ lines: String...) {
    for line in lines { TerminalOutput.standard.line(line) }
  }
}
