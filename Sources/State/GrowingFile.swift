import Glibc

/// Adds to the end of a file that this program has written.
enum GrowingFile {
  enum Failure: Error {
    /// There is no file, or not the one that was written.
    case isAnother
    /// It could not be written. `left` is the file without what was torn; nil where that is not sure.
    case failed(FileError, left: FileIdentity?)
  }

  /// Adds a text and waits until it is on disk.
  ///
  /// - Parameter known: the file as it was left.
  /// - Returns: the file as it is now.
  static func add(
    _ text: String, to path: String, knownAs known: FileIdentity
  ) throws(Failure) -> FileIdentity {
    let file = open(path, O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { throw .isAnother }
    defer { close(file) }
    guard FileIdentity(of: file) == known else { throw .isAnother }
    guard FileBytes.writeAll(text, to: file) else {
      let error = FileError(path)
      let isAsBefore = ftruncate(file, known.size) == 0
      throw .failed(error, left: isAsBefore ? FileIdentity(of: file) : nil)
    }
    // After a failure nobody knows what is on disk.
    guard fsync(file) == 0, let now = FileIdentity(of: file) else {
      throw .failed(FileError(path), left: nil)
    }
    return now
  }
}
