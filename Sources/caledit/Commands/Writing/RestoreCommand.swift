import ArgumentParser
import CalendarModel
import CalendarWork
import CommandOutput
import Editor

/// Puts back what a save changed.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Put back what a save of a calendar changed.",
    discussion: """
      caledit history CALENDAR lists the saves; an entry is its number there, 1 for the last save, \
      which is also what is meant without one, unless it took back the save before it. What was changed since stays as it is; where the save \
      and a later change are about the same, it is a conflict. --run puts back what \
      a run changed, in all its calendars.
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
    if write.run != nil, !write.resume, calendar != nil {
      throw ValidationError("Give a calendar or --run, not both.")
    }
    guard entry ?? 1 > 0 else { throw ValidationError("The entries are counted from 1.") }
  }

  func run() throws {
    try CommandRun(Self.verb, write.output).run { [self] troubles throws(Failure) in
      let words = [calendar, entry.map(String.init)].compactMap { $0 }
      let run = WriteRun(
        name: Self.verb, options: write, troubles: troubles, selection: words)
      if write.resume { return try await run.resume(reach) }
      if let id = write.run { return try await restore(run: id, troubles) }
      guard let calendar else { throw Failure("no calendar is named", status: .usage) }
      return try await CalendarFinder.with(reach, troubles) { finder throws(Failure) in
        let found = try await finder.find([calendar])
        guard let one = found.first, found.count == 1 else {
          throw Failure("“\(calendar)” means several calendars; one is restored", status: .usage)
        }
        return try await run.run(.restore(try restoring(one)), on: [one], finder)
      }
    }
  }

  /// Puts back what a run changed.
  private func restore(run id: String, _ troubles: Troubles) async throws(Failure) -> CommandReport
  {
    let past = try PastRun(named: id, in: try RunFiles(), troubles)
    // What was agreed to when the hours were sent counts for putting them back.
    var write = write
    write.hoursAnyway = write.hoursAnyway || past.sentGovernedHours
    let run = WriteRun(
      name: Self.verb, options: write, troubles: troubles, selection: ["--run", past.id])
    return try await CalendarFinder.with(reach.inProfiles(past.profiles), troubles) {
      finder throws(Failure) in
      let reached = try run.subAccounts(
        of: past.header, try await finder.accounts(), run: past.id)
      let calendars = try await finder.find(past.calendarIDs(in: reached.map(\.name)))
      return try await run.run(.restoreEach(past.saves), on: calendars, finder)
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
    func read(_ save: PastSave) throws(Failure) -> BatchWork.Restoring {
      switch keeper.read(save.id) {
      case .success(let contents): return BatchWork.Restoring(contents)
      case .failure(let failure): throw Failure("\(failure.path): \(failure.reason)")
      }
    }
    let chosen = try read(saves[number])
    // The same command once more would make the change again that it has taken back.
    if entry == nil, saves.count > 1, let former = try? read(saves[1]), chosen.takesBack(former) {
      throw Failure(
        "\(calendar.title): the last save took back the one before it; name the one that is meant",
        details: [
          "caledit restore \(calendar.id) 1 takes the last one back.",
          "caledit history \(calendar.id) lists them.",
        ], status: .usage)
    }
    return chosen
  }
}

extension BatchWork.Restoring {
  /// What a save on record changed; where nobody saw the calendar behind it, what it sent counts.
  init(_ contents: PastSave.Contents) {
    self.init(
      before: contents.before, after: contents.after ?? contents.asked,
      withheld: Set(contents.withheld), notes: contents.notes)
  }
}
