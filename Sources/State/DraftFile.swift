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
    let (file, size) = try opened(path)
    defer { close(file) }
    guard size <= limit else { throw FileError(path, "it is larger than \(limit >> 20) MB") }
    do throws(FileBytes.ReadError) {
      return try FileBytes.readAll(from: file, limit: limit, expecting: size)
    } catch .system(let code) {
      throw FileError(path, code: code)
    } catch {
      throw FileError(path, "it is larger than \(limit >> 20) MB")
    }
  }

  /// Reads a file up to its first line break, which is left out; without one, to its end.
  static func firstLine(of path: String, limit: Int) throws(FileError) -> [UInt8] {
    let (file, _) = try opened(path)
    defer { close(file) }
    do throws(FileBytes.ReadError) {
      return try FileBytes.readLine(from: file, limit: limit)
    } catch .system(let code) {
      throw FileError(path, code: code)
    } catch {
      throw FileError(path, "its first line is larger than \(limit >> 20) MB")
    }
  }

  /// Opens a regular file of this user.
  ///
  /// - Returns: the descriptor, which the caller closes, and how many bytes there are.
  private static func opened(_ path: String) throws(FileError) -> (file: Int32, size: Int) {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else {
      throw errno == ELOOP ? FileError(path, "it is a link") : FileError(path)
    }
    do throws(FileError) {
      return (file, try size(of: file, path))
    } catch {
      close(file)
      throw error
    }
  }

  private static func size(of file: Int32, _ path: String) throws(FileError) -> Int {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw FileError(path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileError(path, "it is not a regular file")
    }
    guard status.st_uid == geteuid() else {
      throw FileError(path, "it belongs to another user (number \(status.st_uid))")
    }
    return Int(status.st_size)
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
