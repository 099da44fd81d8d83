import Glibc
import Logging
import State
import Synchronization
import TextUI

/// A file that log lines are added to, which only its user can read.
final class LogFile: Sendable {
  private let path: String
  private let file: Int32
  private let failure = Mutex<String?>(nil)

  /// Why lines are missing; nil when none are.
  var problem: String? { failure.withLock { $0 }.map { "\(path): the log is not complete: \($0)" } }

  /// Opens a file, and makes it where it is not there.
  ///
  /// - Parameter place: what stands before messages about it.
  /// - Throws: when it cannot be opened, is not a regular file, or belongs to somebody else. A file
  ///   that others can read is made private.
  init(path: String, place: String) throws(Failure) {
    // Without O_NONBLOCK, open would wait for a reader of a pipe.
    let file = open(
      path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
    guard file >= 0 else {
      throw Failure("\(place)\(path): \(errno == ELOOP ? "it is a link" : System.lastError)")
    }
    var status = stat()
    var problem: String?
    if fstat(file, &status) != 0 {
      problem = System.lastError
    } else if status.st_mode & S_IFMT != S_IFREG {
      problem = "it is not a regular file"
    } else if status.st_mode & 0o777 != 0o600, fchmod(file, 0o600) != 0 {
      problem = "others can read it: \(System.lastError)"
    }
    if let problem {
      close(file)
      throw Failure("\(place)\(path): \(problem)")
    }
    self.path = path
    self.file = file
  }

  deinit { close(file) }

  /// Adds a line, sanitised, as it may hold text from outside.
  ///
  /// A disk that fails ends the log; the program goes on.
  func add(_ line: String) {
    // Under the lock, so that lines of several threads do not mix.
    failure.withLock { failure in
      guard failure == nil, !FileBytes.writeAll(line.sanitized + "\n", to: file) else { return }
      failure = System.lastError
    }
  }
}

/// Writes what is logged to a file, a line each: time in UTC, level, message.
struct FileLogHandler: LogHandler {
  let file: LogFile
  var logLevel = Logger.Level.info
  var metadata: Logger.Metadata = [:]
  var metadataProvider: Logger.MetadataProvider?

  init(_ file: LogFile) { self.file = file }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let metadata = metadata.merging(event.metadata ?? [:]) { $1 }
    let details = metadata.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
    file.add("\(System.timestamp) \(event.level) \(event.message)\(details)")
  }
}
