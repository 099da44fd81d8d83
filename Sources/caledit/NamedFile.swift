import Glibc
import State
import UserConfiguration

/// A file that a setting names: whether it can be used, and how messages say which setting it is.
enum NamedFile {
  /// What stands before a message about a file that the configuration names.
  ///
  /// `/home/me/.config/caledit/config:3: ca-file: `; empty for what an option or the environment
  /// names, as people have that before them.
  static func place(_ name: SettingName, of profile: Profile) -> String {
    profile.line(of: name).map { "\($0): \(name.rawValue): " } ?? ""
  }

  /// Why a file cannot be used that a setting names; nil where it can, and for other settings.
  ///
  /// Nothing is made or changed, and no token is read.
  static func problem(_ name: SettingName, _ path: String) -> String? {
    do throws(Failure) {
      switch name {
      case .caFile: _ = try System.read(path)
      case .tokenFile:
        try TokenSource.checkPrivate(path)
        try checkReadable(path)
      case .logFile: try checkWritable(path)
      default: break
      }
      return nil
    } catch {
      return error.message
    }
  }

  /// The same for all files that a configuration names; in the order of the file.
  static func problems(of file: ConfigurationFile) -> [ConfigurationProblem] {
    let sections = [file.general] + file.profiles.map(\.entries)
    return sections.flatMap { entries in
      entries.compactMap { name, entry in
        problem(name, entry.value).map {
          ConfigurationProblem(.refused(name, reason: $0), path: file.path, line: entry.line)
        }
      }
    }.sorted { ($0.line ?? 0) < ($1.line ?? 0) }
  }

  private static func checkReadable(_ path: String) throws(Failure) {
    guard access(path, R_OK) == 0 else { throw Failure("\(path): \(System.lastError)") }
    guard try kind(path) == S_IFREG else { throw Failure("\(path): it is not a regular file") }
  }

  /// Whether lines can be added to a file, or it can be made; the way ``LogFile`` opens it.
  private static func checkWritable(_ path: String) throws(Failure) {
    if access(path, F_OK) == 0 {
      guard try kind(path) == S_IFREG else { throw Failure("\(path): it is not a regular file") }
      guard access(path, W_OK) == 0 else { throw Failure("\(path): \(System.lastError)") }
    } else {
      guard errno == ENOENT else { throw Failure("\(path): \(System.lastError)") }
      guard access(ConfigurationPath.folder(of: path), W_OK | X_OK) == 0 else {
        throw Failure("\(path): \(System.lastError)")
      }
    }
  }

  private static func kind(_ path: String) throws(Failure) -> mode_t {
    var status = stat()
    guard stat(path, &status) == 0 else { throw Failure("\(path): \(System.lastError)") }
    return status.st_mode & S_IFMT
  }
}
