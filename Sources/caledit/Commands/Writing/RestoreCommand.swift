import ArgumentParser
import CalendarModel
import CalendarWork
import Editor

/// Puts back what a save changed.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Put back what a save of a calendar changed.",
    discussion: """
      caledit history CALENDAR lists the saves; an entry is its number there, 1 for the last save, \
      which is also what is meant without one. What was changed since stays as it is; where the save \
      and a later change are about the same, it is a conflict.
      """)

  @Argument(
    help: "The calendar.", completion: .calendars)
  var calendar: String?

  @Argument(help: "The number of the save, as caledit history lists it.")
  var entry: Int?

  @OptionGroup
  var reach: ReachOptions

  @OptionGroup
  var write: WriteOptions

  func validate() throws {
    guard entry ?? 1 > 0 else { throw ValidationError("The entries are counted from 1.") }
  }

  func run() throws {
    try CommandRun("restore", write.output).run { [self] troubles throws(Failure) in
      let run = WriteRun(name: "restore", options: write, troubles: troubles)
      if write.resume { return try await run.resume(reach) }
      guard let calendar else { throw Failure("no calendar is named", status: .usage) }
      let finder = CalendarFinder(reach, troubles)
      let report = await result { () throws(Failure) in
        let found = try await finder.find([calendar])
        guard let one = found.first, found.count == 1 else {
          throw Failure("“\(calendar)” means several calendars; one is restored", status: .usage)
        }
        return try await run.run(.restore(try restoring(one)), on: [one], finder)
      }
      await finder.shutdown()
      return try report.get()
    }
  }

  /// What the chosen save changed.
  private func restoring(_ calendar: FoundCalendar) throws(Failure) -> BatchWork.Restoring {
    guard let base = calendar.account?.base, let folder = RunFiles.history else {
      throw Failure("\(calendar.title): there is no history of it")
    }
    let keeper = HistoryKeeper(base, calendarID: calendar.id, in: folder)
    defer { keeper.close() }
    let saves = keeper.list(WallClock().calendarClock)
    guard !saves.isEmpty else {
      throw Failure("\(calendar.title): no save of it is on record")
    }
    let number = (entry ?? 1) - 1
    guard saves.indices.contains(number) else {
      throw Failure(
        "\(calendar.title): there is no save \(number + 1); there are \(saves.count)",
        details: ["caledit history \(calendar.id) lists them."])
    }
    switch keeper.read(saves[number].id) {
    case .success(let contents):
      // Where nobody saw the calendar behind the save, what it sent counts.
      return BatchWork.Restoring(
        before: contents.before, after: contents.after ?? contents.asked,
        withheld: Set(contents.withheld))
    case .failure(let failure): throw Failure("\(failure.path): \(failure.reason)")
    }
  }
}
