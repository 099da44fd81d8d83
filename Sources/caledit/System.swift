import CalendarModel
import Glibc
import State

/// What the program asks the system directly: environment, time, files.
enum System {
  /// Whether a person is there: what is read and what is written is a terminal.
  static var isOnTerminal: Bool { isatty(STDIN_FILENO) != 0 && isatty(STDOUT_FILENO) != 0 }

  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  static var lastError: String { String(cString: strerror(errno)) }

  /// Seconds since 1970, in UTC.
  static var seconds: Int { DraftTime.now.seconds }

  /// The login name of the user; that of the person behind `sudo`, where the system says it.
  static var loginName: String {
    if geteuid() == 0, let name = environment("SUDO_USER") { return name }
    guard let entry = getpwuid(geteuid()), let name = entry.pointee.pw_name else {
      return "user \(geteuid())"
    }
    return String(cString: name)
  }

  /// The time in UTC, to the millisecond: `2026-11-23T01:40:12.345Z`.
  static var timestamp: String {
    var now = DraftTime.clock
    var parts = tm()
    gmtime_r(&now.tv_sec, &parts)
    func digits(_ value: Int, _ count: Int = 2) -> String {
      let text = String(value)
      return String(repeating: "0", count: max(0, count - text.count)) + text
    }
    return "\(parts.tm_year + 1900)-\(digits(Int(parts.tm_mon) + 1))-\(digits(Int(parts.tm_mday)))"
      + "T\(digits(Int(parts.tm_hour))):\(digits(Int(parts.tm_min))):\(digits(Int(parts.tm_sec)))"
      + ".\(digits(now.tv_nsec / 1_000_000, 3))Z"
  }

  /// The most bytes that are taken of a file or of standard input.
  static let sizeLimit = 64 << 20

  /// Reads a file whole.
  ///
  /// - Throws: a ``Failure`` that names the file and the reason.
  static func read(_ path: String, limit: Int = sizeLimit) throws(Failure) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw Failure("\(path): \(lastError)") }
    defer { close(file) }
    return try read(file, name: path, limit: limit)
  }

  /// Reads a descriptor to its end.
  static func read(_ file: Int32, name: String, limit: Int) throws(Failure) -> [UInt8] {
    do throws(FileBytes.ReadError) {
      return try FileBytes.readAll(from: file, limit: limit)
    } catch .system(let code) {
      throw Failure("\(name): \(String(cString: strerror(code)))")
    } catch {
      throw Failure("\(name): larger than \(limit) bytes")
    }
  }
}
