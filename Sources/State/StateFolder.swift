import Glibc

/// The folder for everything that the program keeps between runs.
///
/// Only its user can enter it.
package struct StateFolder: Sendable {
  package let path: String

  /// Where the folder is: `$XDG_STATE_HOME/caledit`, or `~/.local/state/caledit`.
  ///
  /// - Parameter environment: answers with the value of a variable.
  package static func standardPath(
    environment: (String) -> String?
  ) throws(FileError) -> String {
    // The specification has a path that is not absolute ignored.
    if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") { return state + "/caledit" }
    guard let home = environment("HOME"), home.hasPrefix("/") else {
      throw FileError("~/.local/state/caledit", "HOME is not set")
    }
    return home + "/.local/state/caledit"
  }

  /// Opens the folder, making it with mode 0700 where it is not there.
  ///
  /// - Throws: when it cannot be made, belongs to another user, or is a link to a folder that
  ///   others can write to.
  package init(making path: String) throws(FileError) {
    try Self.make(path)
    self.path = path
  }

  /// Opens the folder if it is there.
  package init?(existing path: String) throws(FileError) {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT { return nil }
      throw FileError(path)
    }
    try Self.check(path)
    self.path = path
  }

  /// A folder inside, made the same way.
  func folder(_ name: String) throws(FileError) -> String {
    let path = path + "/" + name
    if mkdir(path, 0o700) != 0, errno != EEXIST { throw FileError(path) }
    try Self.check(path)
    return path
  }

  // MARK: Making and checking

  private static func make(_ path: String) throws(FileError) {
    var here = ""
    for name in path.split(separator: "/") {
      here += "/" + name
      if mkdir(here, 0o700) != 0, errno != EEXIST {
        // A folder above may exist and be read-only; only the last one has to be made.
        if here == path || errno != EACCES && errno != EROFS { throw FileError(here) }
      }
    }
    try check(path)
  }

  private static func check(_ path: String) throws(FileError) {
    var status = stat()
    guard lstat(path, &status) == 0 else { throw FileError(path) }
    let isLink = status.st_mode & S_IFMT == S_IFLNK
    if isLink, stat(path, &status) != 0 { throw FileError(path) }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw FileError(path, "it is not a folder") }
    guard status.st_uid == geteuid() else {
      throw FileError(path, "it belongs to another user (number \(status.st_uid))")
    }
    if isLink {
      // Somebody made the linked folder on purpose, so its permissions stay as they are.
      guard status.st_mode & 0o022 == 0 else {
        throw FileError(path, "it is a link to a folder that others can write to")
      }
    } else if status.st_mode & 0o777 != 0o700 {
      guard chmod(path, 0o700) == 0 else { throw FileError(path) }
    }
  }
}
