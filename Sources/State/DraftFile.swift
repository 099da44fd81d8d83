import Glibc

/// Reads the files that this program writes for itself.
enum DraftFile {
  /// Room for two copies of the largest calendar, and for the longest history.
  private static let limit = 160 << 20

  static func read(_ path: String) throws(UnusableDraft) -> [UInt8] {
    do {
      return try read(path, limit: limit)
    } catch {
      throw .file(error)
    }
  }

  /// Reads a regular file of this user.
  ///
  /// It follows no link, and never waits for a pipe.
  static func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else {
      throw errno == ELOOP ? FileError(path, "it is a link") : FileError(path)
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw FileError(path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileError(path, "it is not a regular file")
    }
    guard status.st_uid == geteuid() else {
      throw FileError(path, "it belongs to another user (number \(status.st_uid))")
    }
    guard status.st_size <= limit else {
      throw FileError(path, "it is larger than \(limit >> 20) MB")
    }
    do throws(FileBytes.ReadError) {
      return try FileBytes.readAll(from: file, limit: limit, expecting: Int(status.st_size))
    } catch .system(let code) {
      throw FileError(path, code: code)
    } catch {
      throw FileError(path, "it is larger than \(limit >> 20) MB")
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
