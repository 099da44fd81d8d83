import Glibc

extension AtomicFile {
  /// The reason why a file cannot be written, with what to do about it; nil when nothing is known
  /// to stand in the way.
  ///
  /// A file whose permissions let nobody write is protected against root as well.
  package static func obstacle(to path: String) -> FileError? {
    let target = resolved(path)
    let folder = folder(of: target)
    var file = stat()
    let isThere = stat(target, &file) == 0
    if isThere {
      guard file.st_mode & S_IFMT == S_IFREG else {
        return FileError(path, "it is not a regular file")
      }
      if file.st_mode & 0o222 == 0 || errorOfAccess(target, W_OK) == EACCES {
        return FileError(path, "it is write-protected; chmod u+w allows writing", code: EACCES)
      }
    }
    var parent = stat()
    if stat(folder, &parent) != 0, errno == ENOENT {
      return FileError(path, "there is no folder \(folder); make it first", code: ENOENT)
    }
    guard parent.st_mode & S_IFMT == S_IFDIR else {
      return FileError(path, "\(folder) is not a folder", code: ENOTDIR)
    }
    switch errorOfAccess(folder, W_OK | X_OK) {
    case EROFS:
      return FileError(path, "the file system of its folder is mounted read-only", code: EROFS)
    case EACCES:
      return FileError(
        path, "you may not write to its folder \(folder), and saving replaces the file there",
        code: EACCES)
    default: break
    }
    // The system lets root write to every folder.
    if parent.st_mode & 0o222 == 0 {
      return FileError(
        path, "its folder \(folder) is write-protected, and saving replaces the file there",
        code: EACCES)
    }
    if isThere, parent.st_mode & S_ISVTX != 0, geteuid() != 0,
      ![parent.st_uid, file.st_uid].contains(geteuid())
    {
      return FileError(
        path, "only its owner may replace it in the folder \(folder)", code: EPERM)
    }
    return nil
  }

  /// The error of a check of permissions, by the rights that writing would have; nil for none.
  private static func errorOfAccess(_ path: String, _ mode: Int32) -> Int32? {
    faccessat(AT_FDCWD, path, mode, AT_EACCESS) == 0 ? nil : errno
  }
}
