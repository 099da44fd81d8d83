import CalendarAPI
import CalendarModel
import CalendarWork
import Glibc
import State

/// Where runs are kept: in the state folder; those of the demo in a folder that goes with the program.
struct RunFiles: Sendable {
  private let store: RunStore
  /// The folder that goes with the program; nil for the state folder.
  private let temporary: String?

  /// The runs that are kept.
  ///
  /// - Throws: where the state folder cannot be used: without a journal nothing is sent.
  init() throws(Failure) {
    do throws(FileError) {
      store = RunStore(
        in: try StateFolder(making: StateFolder.standardPath(environment: System.environment)))
    } catch {
      throw Self.noJournal(error)
    }
    temporary = nil
  }

  /// What is said where the journal of a run cannot be written: without it nothing is sent.
  static func noJournal(_ error: FileError) -> Failure {
    Failure(
      "nothing can be sent without a journal of it: \(error.message)",
      details: ["Nothing was sent. XDG_STATE_HOME names another folder for it."])
  }

  /// Those of the demo.
  static func ofDemo() throws(Failure) -> RunFiles {
    let folder = System.environment("TMPDIR") ?? "/tmp"
    var pattern = Array("\(folder)/caledit-demo-XXXXXX".utf8CString)
    let isMade = pattern.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { mkdtemp($0) != nil } ?? false
    }
    guard isMade else { throw Failure("a folder for the demo: \(System.lastError)") }
    let path = String(decoding: pattern.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    do throws(FileError) {
      return RunFiles(RunStore(in: try StateFolder(making: path)), temporary: path)
    } catch {
      throw Failure(error.message)
    }
  }

  private init(_ store: RunStore, temporary: String) {
    (self.store, self.temporary) = (store, temporary)
  }

  /// Where the records of the saves go; nil where none can be kept.
  static var history: StateFolder? {
    try? StateFolder(making: StateFolder.standardPath(environment: System.environment))
  }

  /// Begins the journal of a run.
  func begin(
    _ work: BatchWork, _ policy: BatchPolicy, _ links: [String: BatchLink], today: CalendarDate,
    command: RunHeader.Command
  ) throws(Failure) -> RunJournal {
    let accounts = links.map { name, link in
      RunHeader.Account(
        name: name, base: link.base ?? .live, sending: link.context.account)
    }.sorted { $0.name < $1.name }
    do throws(UnusableRun) {
      return try store.begin(
        RunHeader(
          work: work, policy: policy, today: today, accounts: accounts, who: System.loginName,
          program: Caledit.version, command: command),
        without: links.values.compactMap(\.connection.secret))
    } catch .file(let error) {
      throw Self.noJournal(error)
    } catch {
      throw Failure("the journal of the run: \(error.message)")
    }
  }

  /// All runs, the newest first.
  var runs: [RunStore.Entry] { store.list() }

  /// Opens a run to go on with it.
  func open(_ id: String, without tokens: [Token]) throws(Failure) -> RunJournal {
    do throws(UnusableRun) {
      return try store.open(id, without: tokens)
    } catch {
      throw Failure("run \(id): \(error.message)")
    }
  }

  /// Ends with a run: one of the demo goes.
  func end(_ journal: RunJournal) {
    journal.release()
    guard let temporary else { return }
    try? store.remove(journal.id)
    for name in ["runs/\(journal.id).lock", "runs", ""] {
      let path = name.isEmpty ? temporary : "\(temporary)/\(name)"
      if unlink(path) != 0 { rmdir(path) }
    }
  }
}
