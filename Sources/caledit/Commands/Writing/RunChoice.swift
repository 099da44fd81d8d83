import CalendarAPI
import CalendarModel
import CalendarWork
import State
import UserConfiguration

/// Which run `--resume` means, by what else the command line says.
struct RunChoice {
  let verb: String
  /// The words and options that choose calendars; empty where none are given.
  let selection: [String]
  /// The changes that are given; nil or empty where none are.
  let changes: CalendarChanges?
  let reach: ReachOptions

  /// The run to go on with: the one that is named, or the only unfinished one that fits.
  func entry(of all: [RunStore.Entry], named id: String?) throws(Failure) -> RunStore.Entry {
    let entry: RunStore.Entry
    if let id {
      entry = try Self.entry(of: all, named: id)
    } else {
      entry = try unfinished(of: all)
    }
    guard let changes, !changes.isEmpty, let header = try? entry.header.get(),
      header.work != .changes(changes)
    else { return entry }
    throw Failure(
      "the run makes other changes than this command",
      details: [
        "The run \(entry.id): \(RunWords.command(header)).",
        "This command: \(RunWords.changes(.changes(changes))).",
        "Leave the changes out to go on with the run, or --resume to begin another.",
      ], status: .usage)
  }

  /// The run of a number in the list, or of the beginning of an id.
  static func entry(
    of all: [RunStore.Entry], named id: String
  ) throws(Failure) -> RunStore.Entry {
    if let number = Int(id), all.indices.contains(number - 1) { return all[number - 1] }
    let found = id.isEmpty ? [] : all.filter { $0.id.hasPrefix(id) }
    if found.count > 1, let exact = found.first(where: { $0.id == id }) { return exact }
    let advice = ["caledit runs lists them."]
    if id.isEmpty { throw Failure("no run is named", details: advice, status: .usage) }
    guard let entry = found.first else { throw Failure("there is no run \(id)", details: advice) }
    guard found.count == 1 else {
      throw Failure(
        "the ids of \(found.count) runs begin with \(id)", details: advice, status: .usage)
    }
    return entry
  }

  private func unfinished(of all: [RunStore.Entry]) throws(Failure) -> RunStore.Entry {
    let open = all.enumerated().filter { $1.left > 0 && !$1.isUnderWay }
    var fitting = open.filter { (try? $1.header.get()).map(fits) ?? false }
    if let inUse = try? ConfigurationLoader.sources(options: reach.account.given).profileInUse() {
      let base = try? inUse.base()
      let tests: [(RunHeader) -> Bool] = [
        { $0.accounts.allSatisfy { $0.base == base } },
        { reach.allProfiles || isOf(inUse, $0) },
        { header in changes.map { $0.isEmpty || header.work == .changes($0) } ?? true },
      ]
      for test in tests {
        let better = fitting.filter { (try? $1.header.get()).map(test) ?? false }
        if !better.isEmpty { fitting = better }
      }
    }
    func lines(_ entries: [(offset: Int, element: RunStore.Entry)]) -> [String] {
      entries.map { number, entry in
        let command = (try? entry.header.get()).map(RunWords.command) ?? "it cannot be read"
        return "  \(number + 1)  \(RunWords.begun(entry))  \(command): "
          + "\(entry.done) of \(entry.count) done"
      }
    }
    guard let first = fitting.first else {
      guard !open.isEmpty else { throw Failure("no run is unfinished") }
      throw Failure(
        "no unfinished run fits this command; name one with --run NUMBER:", details: lines(open))
    }
    guard fitting.count == 1 else {
      throw Failure(
        "\(fitting.count) runs are unfinished; name one with --run NUMBER:",
        details: lines(fitting), status: .usage)
    }
    return first.element
  }

  /// Whether a run is of the profile in use.
  private func isOf(_ profile: Profile, _ header: RunHeader) -> Bool {
    header.accounts.allSatisfy {
      $0.name == profile.name ?? "" && $0.sending.locationID == profile.location
    }
  }

  /// Whether a run may be meant, by what the command line says and not by what is configured.
  private func fits(_ header: RunHeader) -> Bool {
    isOfVerb(header) && isReached(header)
      && (selection.isEmpty || header.command.map { $0.selection == selection } ?? true)
  }

  private func isOfVerb(_ header: RunHeader) -> Bool {
    if let own = header.command?.verb, own != EditCommand.verb { return own == verb }
    switch header.work {
    case .changes: return ![CopyCommand.verb, RestoreCommand.verb].contains(verb)
    case .copy: return verb == CopyCommand.verb
    case .restore, .restoreEach: return verb == RestoreCommand.verb
    }
  }

  private func isReached(_ header: RunHeader) -> Bool {
    let names = reach.profileNames
    let base = reach.account.baseURL.map { try? BaseURL($0) }
    return header.accounts.allSatisfy { account in
      (names.isEmpty || account.name.isEmpty || names.contains(account.name))
        && reach.account.location.map { $0 == account.sending.locationID } ?? true
        && base.map { $0 == account.base } ?? true
    }
  }
}
