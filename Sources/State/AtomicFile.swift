import Glibc

/// Replaces a file in one step: a reader, or a crash, sees the old one or the new one whole.
package enum AtomicFile {
  /// Writes a new file beside the target, waits until it is on disk, and renames it to the target.
  ///
  /// Follows a link, and keeps the owner of a file that is there. Where this user may write the
  /// file but cannot give a new one to its owner, the old one is overwritten in place, with the new
  /// text on disk beside it until that is done.
  /// - Parameter mode: of the new file; nil keeps the permissions of a file that is there, and
  ///   gives a new one those that the umask leaves.
  package static func write(
    _ text: String, to path: String, mode: mode_t? = nil
  ) throws(FileError) {
    let target = resolved(path)
    var status = stat()
    let isThere = stat(target, &status) == 0
    guard !isThere || status.st_mode & S_IFMT == S_IFREG else {
      throw FileError(path, "it is not a regular file")
    }
    let new = try NewFile(beside: target, of: path)
    let keepsOwner: Bool
    do {
      try new.fill(text)
      keepsOwner = !isThere || new.takeOwner(of: status)
      try new.setMode(mode ?? (isThere ? status.st_mode & 0o7777 : modeOfNewFile))
      try new.sync()
      if keepsOwner { try new.rename(to: target) }
    } catch {
      new.remove()
      new.close()
      throw error
    }
    defer { new.close() }
    if !keepsOwner {
      if let code = overwrite(target, with: text) {
        throw FileError(path, "\(String(cString: strerror(code))); the new text is in \(new.path)")
      }
      new.remove()
    }
    syncFolder(of: target)
  }

  /// The permissions that a new file of the user gets.
  ///
  /// The umask can only be read by setting it. Meanwhile it is the strictest one, so a file that
  /// another thread makes in that moment can be read by too few, not by too many.
  private static var modeOfNewFile: mode_t {
    let mask = umask(0o077)
    umask(mask)
    return 0o666 & ~mask
  }

  /// - Returns: the error; nil when all of it is written.
  private static func overwrite(_ target: String, with text: String) -> Int32? {
    let file = open(target, O_WRONLY | O_CLOEXEC | O_TRUNC)
    guard file >= 0 else { return errno }
    // Read before the file is closed, which has errors of its own.
    defer { close(file) }
    return FileBytes.writeAll(text, to: file) && fsync(file) == 0 ? nil : errno
  }

  /// Replaces a file of the user; see ``write(_:to:mode:)``.
  ///
  /// - Throws: also what ``obstacle(to:)`` finds: the rename would replace a write-protected file
  ///   without a question.
  package static func replace(_ path: String, with text: String) throws(FileError) {
    if let obstacle = obstacle(to: path) { throw obstacle }
    try write(text, to: path)
  }

  package static func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether nothing is at a path, or a regular file.
  package static func canReplace(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
  }

  /// Whether two paths lead to the same file.
  package static func areSame(_ path: String, _ other: String) -> Bool {
    resolved(path) == resolved(other)
  }

  static let temporarySuffix = ".XXXXXX"

  /// Whether a file has the name of a temporary one that a crash may have left.
  static func isTemporary(_ name: String, of target: String) -> Bool {
    guard name.hasPrefix(target) else { return false }
    let suffix = name.utf8.dropFirst(target.utf8.count)
    return suffix.count == temporarySuffix.utf8.count && suffix.first == UInt8(ascii: ".")
      && suffix.dropFirst().allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
      }
  }

  static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// The folder that a file is in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    let folder = path[..<slash]
    return folder.isEmpty ? "/" : String(folder)
  }

  /// Makes sure that a rename or a removal survives a power cut.
  static func syncFolder(of path: String) {
    let descriptor = open(folder(of: path), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}

/// The new file beside the one that it replaces.
private struct NewFile {
  let path: String
  /// What the user calls the target, for errors.
  private let name: String
  private let file: Int32

  init(beside target: String, of name: String) throws(FileError) {
    var template = Array((target + AtomicFile.temporarySuffix).utf8CString)
    file = mkstemp(&template)
    guard file >= 0 else { throw FileError(name) }
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    self.name = name
  }

  func fill(_ text: String) throws(FileError) {
    guard FileBytes.writeAll(text, to: file) else { throw FileError(name) }
  }

  /// Gives the file the owner and group of another one.
  ///
  /// - Returns: false where this user may not.
  func takeOwner(of other: stat) -> Bool {
    var own = stat()
    guard fstat(file, &own) == 0 else { return false }
    if own.st_uid == other.st_uid, own.st_gid == other.st_gid { return true }
    return fchown(file, other.st_uid, other.st_gid) == 0
  }

  func setMode(_ mode: mode_t) throws(FileError) {
    guard fchmod(file, mode) == 0 else { throw FileError(name) }
  }

  func sync() throws(FileError) {
    guard fsync(file) == 0 else { throw FileError(name) }
  }

  func rename(to target: String) throws(FileError) {
    guard Glibc.rename(path, target) == 0 else { throw FileError(name) }
  }

  func remove() { unlink(path) }

  func close() { _ = Glibc.close(file) }
}
