import ArgumentParser
import CalendarModel
import CommandOutput
import JSON
import State
import UserConfiguration

/// Lists the saves on record, and says what one of them changed.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "List the saves that were made from here, and say what they changed.",
    discussion: """
      Every save is on record on this machine, so nothing is asked of the service. Without a \
      calendar, the saves of all are listed, the newest first; with one, its own, with numbers to \
      name them by. Times are by the clock of this machine.
      """)

  @Argument(help: "The calendar, by its id or name, or by a link.", completion: .calendars)
  var calendar: String?

  @Argument(help: "The save: its number in the list of the calendar, or its id.")
  var entry: String?

  @OptionGroup
  var output: OutputOptions

  func run() throws {
    try CommandRun("history", output).run { [self] _ throws(Failure) in
      guard let history = try SavedHistory() else {
        if let calendar { throw SavedHistory.nothing(of: calendar, near: []) }
        return HistoryReport([], isOfOne: false).report
      }
      guard let calendar else { return HistoryReport(history.all, isOfOne: false).report }
      let saves = try history.saves(of: calendar)
      guard let entry else { return HistoryReport(saves, isOfOne: true).report }
      let chosen = try SavedHistory.chosen(by: entry, in: saves)
      return HistoryReport.report(of: chosen, try history.read(chosen))
    }
  }
}

/// The records of saves on this machine.
struct SavedHistory {
  private let store: HistoryStore
  /// The saves of all calendars, the newest first.
  let all: [HistoryEntry]

  /// - Returns: nil where nothing was ever kept.
  init?() throws(Failure) {
    do throws(FileError) {
      let path = try StateFolder.standardPath(environment: System.environment)
      guard let folder = try StateFolder(existing: path) else { return nil }
      store = HistoryStore(in: folder, program: Caledit.version)
    } catch {
      throw Failure(error.message)
    }
    all = store.all()
  }

  /// The saves of one calendar, the newest first.
  ///
  /// - Parameter word: its id, its name before one of the saves, or a link that holds the id.
  func saves(of word: String) throws(Failure) -> [HistoryEntry] {
    let wanted = (try? CalendarLink.id(in: word)) ?? word
    let name = FoldedText(wanted)
    func isMeant(_ entry: HistoryEntry, byID: Bool) -> Bool {
      guard case .success(let header) = entry.header else { return false }
      return byID
        ? header.calendarID == wanted : header.calendarName.map { FoldedText($0) == name } ?? false
    }
    var found = all.filter { isMeant($0, byID: true) }
    if found.isEmpty { found = all.filter { isMeant($0, byID: false) } }
    var calendars: [String: String] = [:]
    for case .success(let header) in found.map(\.header) {
      calendars["\(header.calendarID) at \(header.base)"] = header.calendarName ?? ""
    }
    guard calendars.count < 2 else {
      throw Failure(
        "“\(word)” means \(calendars.count) calendars; name one by its id:",
        details: calendars.sorted { $0.key < $1.key }.map { "  \($0.key)  \($0.value)" })
    }
    guard let only = found.first, case .success(let header) = only.header else {
      let names = all.compactMap { (try? $0.header.get())?.calendarName }
      throw Self.nothing(of: word, near: names)
    }
    // By now the calendar may have had several names.
    return store.list(header.base, calendarID: header.calendarID)
  }

  static func nothing(of word: String, near names: [String]) -> Failure {
    let nearest = NearestName.of(word, in: names).map { "; did you mean “\($0)”?" } ?? ""
    return Failure("no save of “\(word)” is on record\(nearest)")
  }

  /// The save that a word means: its number, its id, or the beginning of it.
  static func chosen(by word: String, in saves: [HistoryEntry]) throws(Failure) -> HistoryEntry {
    if let number = Int(word), saves.indices.contains(number - 1) { return saves[number - 1] }
    let found = saves.filter { $0.id.hasPrefix(word) }
    guard word.count > 8, found.count == 1, let only = found.first else {
      throw Failure(
        "there is no save “\(word)”; the list has \(Wording.counted(saves.count, "save"))")
    }
    return only
  }

  func read(_ entry: HistoryEntry) throws(Failure) -> SaveRecord {
    do throws(UnusableRecord) {
      let header = try entry.header.get()
      return try store.read(entry.id, header.base, calendarID: header.calendarID)
    } catch {
      throw Failure("the record \(entry.id) cannot be used. \(error.message)", status: .unreadable)
    }
  }
}
