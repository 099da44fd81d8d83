import CTerminal
import Glibc

/// A program that gets the terminal for a while, such as an editor.
///
/// It stays in the process group of this one: a group of its own would be in the background, and
/// the first thing it read would stop it for ever. That is why `Foundation.Process` cannot run it.
package struct ChildProgram: Sendable {
  /// How a program ended.
  package enum Ending: Sendable, Hashable {
    case status(Int32)
    case signal(Int32)
    /// This process was asked to end, and the child goes on.
    case unfinished
  }

  /// Why a program could not be started, as an `errno`.
  package struct StartError: Error, Sendable, Hashable, CustomStringConvertible {
    package let number: Int32
    package var description: String { String(cString: strerror(number)) }
  }

  private let arguments: [String]
  private let hidden: Set<String>

  /// Describes a program.
  ///
  /// - Parameters:
  ///   - arguments: the program, looked for in `PATH`, and what it is given.
  ///   - hidden: the variables that it does not inherit.
  package init(_ arguments: [String], hiding hidden: Set<String> = []) {
    self.arguments = arguments
    self.hidden = hidden
  }

  /// Runs it to its end; to be called inside ``CursesScreen/released(_:)``.
  ///
  /// Ctrl-C and Ctrl-\ are for the child alone. When the child is stopped, by Ctrl-Z or by itself,
  /// this process stops with it, or the shell would wait for ever. When this process is asked to end,
  /// so is the child; one that does not is left alone after a while.
  package func run() throws(StartError) -> Ending { try run(output: nil).ending }

  /// Runs it to its end and collects what it writes to its standard output.
  ///
  /// - Parameter limit: when there is more than that, the rest is not waited for.
  package func collect(limit: Int) throws(StartError) -> (ending: Ending, output: [UInt8]) {
    try run(output: ChildOutput(limit: limit))
  }

  /// Whether a signal has asked this process to end, and has not been taken yet.
  package static var isEndRequested: Bool { ct_pending_signals() & endings != 0 }

  private static let endings = UInt32(
    CT_SIGNAL_TERM | CT_SIGNAL_HUP | CT_SIGNAL_OTHER)

  /// How long a child may take to end when it is asked to.
  private static let patience = Duration.seconds(2)

  private func run(
    output: ChildOutput?
  ) throws(StartError) -> (ending: Ending, output: [UInt8]) {
    var output = output
    defer { output?.close() }
    let guarded = SignalGuard([(SIGINT, SIG_IGN), (SIGQUIT, SIG_IGN), (SIGTSTP, SIG_IGN)])
    defer { guarded.restore() }
    let watch = try ChildWatch()
    defer { watch.end() }
    let child = try spawn(output: output?.writeEnd)
    output?.closeWriteEnd()
    var deadline: ContinuousClock.Instant?
    var status: Int32 = 0
    while true {
      let (ended, error) = SystemCall.result { waitpid(child, &status, WNOHANG | WUNTRACED) }
      output?.read()
      if ended < 0 {
        guard error == EINTR else { throw StartError(number: error) }
      } else if ended == 0 {
        if deadline == nil, Self.isEndRequested {
          deadline = .now + Self.patience
          // A hang-up reaches all of the terminal by itself; once more does no harm.
          kill(child, ct_pending_signals() & UInt32(CT_SIGNAL_TERM) == 0 ? SIGHUP : SIGTERM)
          kill(child, SIGCONT)
        }
        if let deadline, deadline <= .now { return (.unfinished, output?.bytes ?? []) }
        watch.wait(for: output?.readEnd, until: deadline)
      } else if status & 0xFF == 0x7F {
        if guarded.mayStop { SignalGuard.stop() }
        // The shell lets the whole group go on; without one, nobody would.
        kill(child, SIGCONT)
      } else {
        let signal = status & 0x7F
        let ending = signal == 0 ? Ending.status((status >> 8) & 0xFF) : .signal(signal)
        return (ending, output?.bytes ?? [])
      }
    }
  }

  private func spawn(output: Int32?) throws(StartError) -> pid_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let output { posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO) }
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
    defer { for text in words + variables { free(text) } }
    var child: pid_t = 0
    let result = posix_spawnp(
      &child, arguments.first ?? "", &actions, &attributes, &words, &variables)
    guard result == 0 else { throw StartError(number: result) }
    return child
  }

  private var environment: [String] {
    var variables: [String] = []
    var next = ct_environment()
    while let variable = next.pointee {
      let text = String(cString: variable)
      if !hidden.contains(String(text.prefix { $0 != "=" })) { variables.append(text) }
      next += 1
    }
    return variables
  }
}
