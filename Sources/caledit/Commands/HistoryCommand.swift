import ArgumentParser
import CalendarAPI
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
      name them by. An id that is on record at several addresses is listed for each of them; \
      --base-url chooses one. Times are by the clock of this machine.
      """)

  @Argument(help: "The calendar, by its id, name or slug, or by a link.", completion: .calendars)
  var calendar: String?

  @Argument(help: "The save: its number in the list of the calendar, or its id.")
  var entry: String?

  @Option(
    help: ArgumentHelp("Only the saves at this base URL of the service.", valueName: "url"))
  var baseURL: String?

  @OptionGroup
  var output: OutputOptions

  func validate() throws {
    if let baseURL, (try? BaseURL(baseURL)) == nil {
      throw ValidationError("--base-url: this is no address of a service.")
    }
  }

  func run() throws {
    try CommandRun(Self.verb, output).run { [self] _ throws(Failure) in
      guard let history = try SavedHistory() else {
        if let calendar { throw SavedHistory.nothing(of: calendar, near: []) }
        return HistoryReport(all: []).report
      }
      let base = baseURL.flatMap { try? BaseURL($0) }
      guard let calendar else { return HistoryReport(all: history.saves(at: base)).report }
      let groups = try history.saves(of: calendar, at: base)
      guard let entry else { return HistoryReport(of: groups).report }
      let chosen = try SavedHistory.chosen(by: entry, in: groups)
      return HistoryReport.report(of: chosen, try history.read(chosen))
    }
  }
}

/// The saves of a calendar at one address.
struct SavesOfCalendar {
  /// Nil where they are of several calendars.
  let base: BaseURL?
  /// The newest first.
  let entries: [HistoryEntry]
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

  /// The saves of all calendars at an address, or at all of them.
  func saves(at base: BaseURL?) -> [HistoryEntry] {
    all.filter { entry in base.map { (try? entry.header.get())?.base == $0 } ?? true }
  }

  /// The saves of one calendar, at each address where it has some; the newest first.
  ///
  /// - Parameters:
  ///   - word: its id, its name before one of the saves, its slug before the last of them, or a link that
  ///     holds the id.
  ///   - base: the only address that is meant; nil means all.
  func saves(of word: String, at base: BaseURL? = nil) throws(Failure) -> [SavesOfCalendar] {
    let wanted = (try? CalendarLink.id(in: word)) ?? word
    let name = FoldedText(wanted)
    func isMeant(_ entry: HistoryEntry, byID: Bool) -> Bool {
      guard case .success(let header) = entry.header else { return false }
      return byID
        ? header.calendarID == wanted : header.calendarName.map { FoldedText($0) == name } ?? false
    }
    let known = saves(at: base)
    var found = known.filter { isMeant($0, byID: true) }
    if found.isEmpty { found = known.filter { isMeant($0, byID: false) } }
    if found.isEmpty { found = saves(ofSlug: wanted, in: known) }
    var calendars: [String: String] = [:]
    var bases: [BaseURL] = []
    for case .success(let header) in found.map(\.header) {
      calendars[header.calendarID] = calendars[header.calendarID] ?? header.calendarName ?? ""
      if !bases.contains(header.base) { bases.append(header.base) }
    }
    guard calendars.count < 2 else {
      throw Failure(
        "“\(word)” means \(calendars.count) calendars; name one by its id:",
        details: calendars.sorted { $0.key < $1.key }.map { "  \($0.key)  \($0.value)" })
    }
    guard let id = calendars.keys.first else {
      let names = known.compactMap { (try? $0.header.get())?.calendarName }
      throw Self.nothing(of: word, near: names, unreadable: all)
    }
    // By now the calendar may have had several names.
    return bases.map { SavesOfCalendar(base: $0, entries: store.list($0, calendarID: id)) }
  }

  /// The newest save of each calendar that had a slug before it; the records are read for that.
  private func saves(ofSlug slug: String, in known: [HistoryEntry]) -> [HistoryEntry] {
    let wanted = FoldedText(slug)
    var seen: Set<String> = []
    return known.filter { entry in
      guard case .success(let header) = entry.header,
        seen.insert("\(header.calendarID) at \(header.base)").inserted,
        let before = try? read(entry).before
      else { return false }
      return [CalendarKey.slug, .widgetSlug].contains { key in
        before[key]?.text.map { FoldedText($0) == wanted } ?? false
      }
    }
  }

  /// What is said where no record of a calendar is found.
  ///
  /// - Parameter saves: those of them that cannot be read may be of any calendar; they are named.
  static func nothing(
    of word: String, near names: [String], unreadable saves: [HistoryEntry] = []
  ) -> Failure {
    let nearest = NearestName.of(word, in: names).map { "; did you mean “\($0)”?" } ?? ""
    let files = saves.compactMap { save -> String? in
      guard case .failure(let problem) = save.header else { return nil }
      return "  \(save.path): \(problem.message)"
    }
    guard !files.isEmpty else { return Failure("no save of “\(word)” is on record\(nearest)") }
    let shown = files.prefix(mostFiles)
    let more = files.count - shown.count
    return Failure(
      "no save of “\(word)” is on record that can be read\(nearest)",
      details: [
        files.count == 1
          ? "This record cannot be read, and may be of it:"
          : "These records cannot be read, and may be of it:"
      ] + shown + (more > 0 ? ["  and \(more) more"] : []), status: .unreadable)
  }

  private static let mostFiles = 10

  /// The save that a word means: its number, its id, or the beginning of it.
  static func chosen(
    by word: String, in groups: [SavesOfCalendar]
  ) throws(Failure) -> HistoryEntry {
    let saves = groups.flatMap(\.entries)
    if let number = Int(word), groups.contains(where: { $0.entries.indices.contains(number - 1) }) {
      guard groups.count == 1 else {
        throw Failure(
          "save \(word) is one at each of \(groups.count) addresses; --base-url chooses one:",
          details: groups.compactMap { $0.base.map { "  \($0)" } }, status: .usage)
      }
      return saves[number - 1]
    }
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
