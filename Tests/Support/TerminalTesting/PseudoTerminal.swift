import CVTerm
import Glibc

/// Both ends of a pseudo-terminal, of which the program under test has the slave.
///
/// The slave is kept open here too, so that its modes can be read after the program has ended.
final class PseudoTerminal {
  let slaveName: String
  private(set) var master: Int32
  private let slave: Int32

  init(rows: Int, columns: Int) throws {
    var master: Int32 = -1
    var slave: Int32 = -1
    var name = [CChar](repeating: 0, count: 128)
    let error = pty_open(&master, &slave, &name, name.count)
    guard error == 0 else { throw TerminalSession.Failure("openpt: \(describe(error))") }
    self.master = master
    self.slave = slave
    slaveName = name.withUnsafeBufferPointer { buffer in
      String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
    resize(rows: rows, columns: columns)
  }

  deinit {
    close(slave)
    closeMaster()
  }

  func closeMaster() {
    guard master >= 0 else { return }
    close(master)
    master = -1
  }

  func resize(rows: Int, columns: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  var modes: TerminalSession.Modes {
    var settings = termios()
    tcgetattr(slave, &settings)
    return TerminalSession.Modes(settings)
  }

  /// Whether the program has not read yet what was sent; with a line editor only whole lines count.
  var hasUnreadInput: Bool {
    var descriptor = pollfd(fd: slave, events: Int16(POLLIN), revents: 0)
    return poll(&descriptor, 1, 0) > 0 && descriptor.revents == Int16(POLLIN)
  }

  func makeCanonical() {
    var settings = termios()
    tcgetattr(slave, &settings)
    settings.c_lflag |= UInt32(ICANON)
    tcsetattr(slave, TCSANOW, &settings)
  }

  /// Starts a program with this as its controlling terminal and its three standard files.
  ///
  /// By posix_spawn: a test runs on a thread with signals blocked, which a fork would pass on.
  func spawn(_ path: String, _ arguments: [String], environment: [String: String]) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    // Opened after setsid, it becomes the controlling terminal.
    posix_spawn_file_actions_addopen(&actions, 0, slaveName, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    // The sockets of servers in the tests are inheritable: a stopped one would go on listening.
    posix_spawn_file_actions_addclosefrom_np(&actions, 3)
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let flags = PTY_SPAWN_SETSID | Int(POSIX_SPAWN_SETSIGMASK) | Int(POSIX_SPAWN_SETSIGDEF)
    posix_spawnattr_setflags(&attributes, Int16(flags))

    var argv = ([path] + arguments).map { strdup($0) } + [nil]
    var envp = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in argv + envp { free(text) } }
    var pid: pid_t = 0
    let error = posix_spawn(&pid, path, &actions, &attributes, &argv, &envp)
    guard error == 0 else { throw TerminalSession.Failure("\(path): \(describe(error))") }
    return pid
  }

  /// Writes all of it, however slowly the program reads.
  func send(_ bytes: [UInt8], whileBlocked: () -> Void) {
    var rest = bytes[...]
    let flags = fcntl(master, F_GETFL)
    _ = fcntl(master, F_SETFL, flags | O_NONBLOCK)
    defer { _ = fcntl(master, F_SETFL, flags) }
    while !rest.isEmpty, master >= 0 {
      let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        // The program may itself be waiting for us to take its output.
        whileBlocked()
      } else if errno != EINTR {
        return
      }
    }
  }

  /// Reads what the program has written, waiting a while for it; nil when nothing came.
  func receive(milliseconds: Int32) -> [UInt8]? {
    guard master >= 0 else { return nil }
    var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, milliseconds) > 0 else { return nil }
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = read(master, &buffer, buffer.count)
    return count > 0 ? Array(buffer[..<count]) : nil
  }
}

func describe(_ error: Int32) -> String { String(cString: strerror(error)) }
