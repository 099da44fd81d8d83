import CalendarAPI
import CalendarModel
import CalendarWork
import Editor
import State

/// What a run changed, as its journal and the records of its saves have it.
struct PastRun {
  let id: String
  let header: RunHeader
  /// The profiles of its sub-accounts.
  var profiles: [String] { header.accounts.map(\.name) }
  /// Whether it sent hours also where a schedule governed them.
  var sentGovernedHours: Bool { header.policy.hoursAnyway }
  /// The calendars that it changed, in its order.
  private var targets: [BatchTarget] = []
  /// What its save of each of them changed.
  private(set) var saves: [String: BatchWork.Restoring] = [:]

  /// - Parameters:
  ///   - name: its number in the list of runs, or the beginning of its id.
  ///   - troubles: told of the saves that are not on record.
  /// - Throws: where it cannot be read, and where nothing of it is on record.
  init(named name: String, in runs: RunFiles, _ troubles: Troubles) throws(Failure) {
    let entry = try RunChoice.entry(of: runs.runs, named: name)
    let journal = try runs.open(entry.id, without: [])
    defer { journal.release() }
    // The number of a run grows when it is put back, so that the same command means the restore next.
    if Int(name) != nil, journal.header.work.isRestore {
      throw Failure(
        "run \(name) is itself a restore",
        details: [
          "It began \(RunWords.begun(entry)): \(RunWords.command(journal.header)).",
          "--run \(entry.id) takes it back; caledit runs lists all runs.",
        ], status: .usage)
    }
    id = entry.id
    header = journal.header
    let bases = Dictionary(
      header.accounts.map { ($0.name, $0.base) }, uniquingKeysWith: { first, _ in first })
    guard let history = RunFiles.history else { throw Failure("there is no history of saves") }
    do throws(UnusableRun) {
      for index in journal.ended(as: [.saved, .savedOtherwise, .found]) {
        let target = try journal.planned(at: index).target
        guard let base = bases[target.account], let time = try journal.sentAt(of: index) else {
          continue
        }
        let keeper = HistoryKeeper(base, calendarID: target.calendarID, in: history)
        guard let save = keeper.id(of: try journal.sent(of: index), sentAt: time),
          case .success(let contents) = keeper.read(save)
        else {
          troubles.note(Failure("\(target.title): its save is not on record"))
          continue
        }
        targets.append(target)
        saves[target.calendarID] = BatchWork.Restoring(contents)
      }
    } catch {
      throw Failure("run \(entry.id): \(error.message)")
    }
    guard !saves.isEmpty else { throw Failure("no save of the run \(entry.id) is on record") }
  }
  /// The calendars that it changed in some of its sub-accounts, in its order.
  ///
  /// - Parameter accounts: the names that the run knows them by.
  func calendarIDs(in accounts: [String]) -> [String] {
    targets.filter { accounts.contains($0.account) }.map(\.calendarID)
  }
}
