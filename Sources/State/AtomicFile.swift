import Glibc

/// Replaces a file in one step: a reader, or a crash, sees the old one or the new one whole.
package enum AtomicFile {
  /// Writes to a file beside the target, makes sure that it is on disk, and renames it.
  ///
  /// A link is followed. What is there and no regular file is left alone: a device, a pipe.
  /// - Parameter mode: of the new file; nil keeps the permissions of a file that is there, and gives
  ///   0644 to a new one.
  package static func write(
    _ text: String, to path: String, mode: mode_t? = nil
  ) throws(FileError) {
    let target = resolved(path)
    var permissions: mode_t = 0o644
    var status = stat()
    if stat(target, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFREG else {
        throw FileError(path, "It is no regular file")
      }
      permissions = status.st_mode & 0o7777
    }
    var template = Array((target + temporarySuffix).utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { throw FileError(path) }
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    let temporary = String(
      decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    do {
      defer { close(file) }
      guard fchmod(file, mode ?? permissions) == 0, writeAll(text, to: file), fsync(file) == 0
      else {
        let error = FileError(path)
        unlink(temporary)
        throw error
      }
    }
    guard rename(temporary, target) == 0 else {
      let error = FileError(path)
      unlink(temporary)
      throw error
    }
    syncFolder(of: target)
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

  private static let temporarySuffix = ".XXXXXX"

  /// Whether a file can be what a crash left of writing another one.
  static func isTemporary(_ name: String, of target: String) -> Bool {
    guard name.hasPrefix(target) else { return false }
    let suffix = name.utf8.dropFirst(target.utf8.count)
    return suffix.count == temporarySuffix.utf8.count && suffix.first == UInt8(ascii: ".")
      && suffix.dropFirst().allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
      }
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// Writes a whole text; on a failure `errno` says why.
  package static func writeAll(_ text: String, to file: Int32) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)[...]
      while !rest.isEmpty {
        let count = Glibc.write(
          file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
      }
      return true
    }
  }

  /// Makes sure that a file that was renamed or removed stays so.
  static func syncFolder(of path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let folder = parts.isEmpty ? "." : parts.joined(separator: "/")
    let descriptor = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
