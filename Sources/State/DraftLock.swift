import Glibc
import Synchronization

/// The right to write the draft of one calendar; one process has it at a time.
///
/// It is a lock of the system on a file beside the draft, so that it ends with the process, however
/// that ends. Letting go of the value gives the right back.
package final class DraftLock: Sendable {
  package let source: DraftSource
  private let path: String
  private let descriptor: Int32
  /// The file of the draft as it was last seen sound.
  let known = Mutex<FileIdentity?>(nil)

  /// Takes the lock.
  ///
  /// - Throws: ``Refusal``, who has it or why it cannot be taken.
  init(_ source: DraftSource, at path: String) throws(Refusal) {
    self.source = source
    self.path = path
    descriptor = try Self.take(path)
  }

  deinit {
    // Nobody else can have the lock of the file that has this name now.
    unlink(path)
    close(descriptor)
  }

  /// Why the lock cannot be had.
  package enum Refusal: Error, Sendable, Hashable {
    /// The number of the process is nil when it cannot be told.
    case held(process: Int?)
    case failed(FileError)

    package var message: String {
      switch self {
      case .held(let process?): "Another caledit (process \(process)) is editing this calendar."
      case .held(nil): "Another caledit is editing this calendar."
      case .failed(let error): "The draft cannot be locked: \(error.message)."
      }
    }
  }

  private static func take(_ path: String) throws(Refusal) -> Int32 {
    while true {
      let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard file >= 0 else { throw .failed(FileError(path)) }
      if flock(file, LOCK_EX | LOCK_NB) != 0 {
        let code = errno
        defer { close(file) }
        if code == EINTR { continue }
        throw code == EWOULDBLOCK
          ? .held(process: process(in: file)) : .failed(FileError(path, code: code))
      }
      // The one who had it may have removed the file after it was opened here.
      guard FileIdentity(of: file) == FileIdentity(at: path) else {
        close(file)
        continue
      }
      // Who it is, for the message of the next one; a full disk does not matter here.
      ftruncate(file, 0)
      _ = AtomicFile.writeAll("\(getpid())\n", to: file)
      return file
    }
  }

  /// Whether somebody has the lock; it is not taken.
  static func isHeld(at path: String) -> Bool {
    let file = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return false }
    defer { close(file) }
    return flock(file, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }

  private static func process(in file: Int32) -> Int? {
    var buffer = [UInt8](repeating: 0, count: 24)
    let count = read(file, &buffer, buffer.count)
    guard count > 0 else { return nil }
    return Int(String(decoding: buffer[..<count].prefix { $0 != 0x0A }, as: UTF8.self))
  }
}

/// Which file it is, whatever it is called.
struct FileIdentity: Sendable, Equatable {
  private let device: dev_t
  private let number: ino_t
  /// A number may be given to another file once the first is gone.
  private let changed: Int
  private let size: Int

  private init(_ status: stat) {
    device = status.st_dev
    number = status.st_ino
    changed = Int(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int(status.st_mtim.tv_nsec)
    size = Int(status.st_size)
  }

  init?(of descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  /// A link is not followed.
  init?(at path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    self.init(status)
  }
}
