import Glibc
import Synchronization

/// The right to write the draft of one calendar; one process has it at a time.
///
/// The system locks a file beside the draft, so that the lock ends with the process, however that
/// ends. ``release()`` gives it back, and so does letting go of the value.
package final class DraftLock: Sendable {
  package let source: DraftSource
  private let path: String
  /// The locked file; nil after the release.
  private let descriptor: Mutex<Int32?>
  /// The file of the draft as this lock's owner wrote it last.
  let written = Mutex<WrittenDraft?>(nil)

  /// Takes the lock.
  ///
  /// - Throws: ``Refusal``, which says who has it or why it cannot be taken.
  init(_ source: DraftSource, at path: String) throws(Refusal) {
    self.source = source
    self.path = path
    descriptor = Mutex(try Self.take(path))
  }

  deinit { release() }

  /// Gives the lock back and removes its file; nothing can be written under it any more.
  package func release() {
    descriptor.withLock { descriptor in
      guard let file = descriptor.take() else { return }
      // Somebody may have removed the folder, and another process may have made its own lock there.
      if FileIdentity(of: file) == FileIdentity(at: path) { unlink(path) }
      close(file)
    }
  }

  /// - Throws: when the lock was released.
  func checkIsHeld() throws(FileError) {
    guard descriptor.withLock({ $0 != nil }) else {
      throw FileError(path, "the lock was released")
    }
  }

  /// Why the lock cannot be had.
  package enum Refusal: Error, Sendable, Hashable {
    /// The number of the process is nil when the file of the lock does not hold it.
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
      // The process that had the lock may have removed the file after it was opened here.
      guard FileIdentity(of: file) == FileIdentity(at: path) else {
        close(file)
        continue
      }
      // For the message of the next process that tries. A full disk does not matter here.
      ftruncate(file, 0)
      _ = FileBytes.writeAll("\(getpid())\n", to: file)
      return file
    }
  }

  /// Whether a process has the lock; does not take it.
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

/// Tells one file from another, whatever their names are.
struct FileIdentity: Sendable, Equatable {
  private let device: dev_t
  private let number: ino_t
  /// The system may give the number of a removed file to another one.
  private let changed: Int
  let size: Int

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

  /// The file with a name; a link is not followed.
  init?(at path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    self.init(status)
  }
}
