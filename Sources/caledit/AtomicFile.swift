import Glibc

/// Replaces a file in one step: a reader, or a crash, sees the old one or the new one whole.
enum AtomicFile {
  struct WriteError: Error {
    let reason: String
  }

  /// Writes to a file beside the target, makes sure that it is on disk, and renames it.
  ///
  /// A link is followed, and the permissions of a file that is there are kept.
  static func write(_ text: String, to path: String) throws(WriteError) {
    let target = resolved(path)
    var mode: mode_t = 0o644
    var status = stat()
    if stat(target, &status) == 0 { mode = status.st_mode & 0o7777 }
    var template = Array((target + ".XXXXXX").utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { throw WriteError(reason: System.lastError) }
    let temporary = String(
      decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    do {
      defer { close(file) }
      guard fchmod(file, mode) == 0, writeAll(Array(text.utf8), to: file), fsync(file) == 0 else {
        let reason = System.lastError
        unlink(temporary)
        throw WriteError(reason: reason)
      }
    }
    guard rename(temporary, target) == 0 else {
      let reason = System.lastError
      unlink(temporary)
      throw WriteError(reason: reason)
    }
    syncFolder(of: target)
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// Writes all of it, however often that takes.
  static func writeAll(_ bytes: [UInt8], to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private static func syncFolder(of path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let folder = parts.isEmpty ? "." : parts.joined(separator: "/")
    let descriptor = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
