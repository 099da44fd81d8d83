import CTerminal
import Glibc

/// A program that gets the terminal for a while, such as an editor.
///
/// It stays in the process group of this one: a group of its own would be in the background, and
/// the first thing it read would stop it for ever. That is why `Foundation.Process` cannot run it.
public struct ChildProgram: Sendable {
  /// How a program ended.
  public enum Ending: Sendable, Hashable {
    case status(Int32)
    case signal(Int32)
  }

  /// Why a program could not be started, as an `errno`.
  public struct StartError: Error, Sendable, Hashable, CustomStringConvertible {
    public let number: Int32
    public var description: String { String(cString: strerror(number)) }
  }

  private let arguments: [String]
  private let hidden: Set<String>

  /// Describes a program.
  ///
  /// - Parameters:
  ///   - arguments: the program, looked for in `PATH`, and what it is given.
  ///   - hidden: the variables that it does not inherit.
  public init(_ arguments: [String], hiding hidden: Set<String> = []) {
    self.arguments = arguments
    self.hidden = hidden
  }

  /// Runs it to its end; to be called inside ``CursesScreen/released(_:)``.
  ///
  /// Ctrl-C and Ctrl-\ are for the child alone. When the child is stopped, by Ctrl-Z or by itself,
  /// this process stops with it, or the shell would wait for ever.
  public func run() throws(StartError) -> Ending {
    let guarded = SignalGuard([
      (SIGINT, SIG_IGN), (SIGQUIT, SIG_IGN), (SIGTSTP, SIG_IGN), (SIGCHLD, SIG_DFL),
    ])
    defer { guarded.restore() }
    let child = try spawn()
    var status: Int32 = 0
    while true {
      if waitpid(child, &status, WUNTRACED) < 0 {
        guard errno == EINTR else { throw StartError(number: errno) }
      } else if status & 0xFF == 0x7F {
        if guarded.mayStop { SignalGuard.stop() }
        // The shell lets the whole group go on; without one, nobody would.
        kill(child, SIGCONT)
      } else {
        let signal = status & 0x7F
        return signal == 0 ? .status((status >> 8) & 0xFF) : .signal(signal)
      }
    }
  }

  private func spawn() throws(StartError) -> pid_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
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
    let result = posix_spawnp(&child, arguments.first ?? "", nil, &attributes, &words, &variables)
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

/// Other actions for some signals, and the way back.
private struct SignalGuard {
  private let saved: [(number: Int32, action: sigaction)]

  init(_ handlers: [(Int32, __sighandler_t?)]) {
    saved = handlers.map { number, handler in
      var old = sigaction()
      var new = Self.action(handler)
      sigaction(number, &new, &old)
      return (number, old)
    }
  }

  func restore() {
    for (number, action) in saved {
      var action = action
      sigaction(number, &action, nil)
    }
  }

  /// Whether whoever started this process can stop it.
  var mayStop: Bool {
    guard let action = saved.first(where: { $0.number == SIGTSTP })?.action else { return false }
    return Self.address(action.__sigaction_handler.sa_handler) != Self.address(SIG_IGN)
  }

  /// Stops this process until it is let go on.
  static func stop() {
    var old = sigaction()
    var new = action(SIG_DFL)
    sigaction(SIGTSTP, &new, &old)
    raise(SIGTSTP)
    sigaction(SIGTSTP, &old, nil)
  }

  private static func action(_ handler: __sighandler_t?) -> sigaction {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    sigemptyset(&action.sa_mask)
    return action
  }

  private static func address(_ handler: __sighandler_t?) -> Int {
    unsafeBitCast(handler, to: Int.self)
  }
}
