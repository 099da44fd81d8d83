import Glibc

/// Reads a file that only this program should have written.
enum DraftFile {
  /// Twice the largest calendar that is taken, and the longest history.
  private static let limit = 160 << 20

  static func read(_ path: String) throws(UnusableDraft) -> [UInt8] {
    do {
      return try read(path, limit: limit)
    } catch {
      throw .file(error)
    }
  }

  /// Reads a regular file of this user; links are not followed, and nothing is waited for.
  static func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else {
      throw errno == ELOOP ? FileError(path, "it is a link") : FileError(path)
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw FileError(path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileError(path, "it is no file") }
    guard status.st_uid == geteuid() else {
      throw FileError(path, "it belongs to another user (number \(status.st_uid))")
    }
    guard status.st_size <= limit else {
      throw FileError(path, "it is larger than \(limit >> 20) MB")
    }
    return try contents(of: file, at: path, limit: limit, expecting: Int(status.st_size))
  }

  private static func contents(
    of file: Int32, at path: String, limit: Int, expecting size: Int
  ) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileError(path) }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= limit else {
        throw FileError(path, "it is larger than \(limit >> 20) MB")
      }
    }
  }
}

/// The names in a folder.
enum FolderListing {
  /// In no order; empty when the folder cannot be read.
  static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      names.append(
        withUnsafeBytes(of: entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
    return names
  }
}
