import CalendarAPI
import Glibc
import State
import UserConfiguration

/// Reads the configuration file.
enum ConfigurationLoader {
  /// Where the file is; nil where there is no home folder.
  static var path: String? { ConfigurationPath.standard(environment: System.environment) }

  /// What people are shown where no path is known.
  private static let unknownPath = "~/.config/caledit/config"

  /// Reads the file; one that is not there says nothing.
  static func read() -> ConfigurationFile {
    guard let path else { return ConfigurationFile(emptyAt: unknownPath) }
    // Without O_NONBLOCK, open would wait for a writer of a pipe.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return ConfigurationFile(emptyAt: path) }
      return ConfigurationFile(.unreadable(reason: System.lastError), at: path)
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else {
      return ConfigurationFile(.unreadable(reason: System.lastError), at: path)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      return ConfigurationFile(.unreadable(reason: "it is not a regular file"), at: path)
    }
    let limit = ConfigurationFile.sizeLimit
    var read: ConfigurationFile
    do throws(FileBytes.ReadError) {
      read = ConfigurationFile(
        try FileBytes.readAll(from: file, limit: limit), at: path,
        home: System.environment("HOME"), rules: .program)
    } catch .system(let code) {
      return ConfigurationFile(.unreadable(reason: String(cString: strerror(code))), at: path)
    } catch {
      return ConfigurationFile(.tooLarge(limit: limit), at: path)
    }
    if status.st_mode & 0o022 != 0 { read.refuse(.othersCanWrite) }
    return read
  }

  /// Everything that says something about settings, in this process.
  ///
  /// - Parameter options: what the command line says.
  static func sources(options: [SettingName: String]) -> SettingSources {
    var environment: [SettingName: String] = [:]
    for setting in Setting.all {
      if let variable = setting.variable {
        let text = System.environment(variable)
        // Programs agree that any text in it asks to be read aloud.
        environment[setting.name] = setting.name == .line ? text.map { _ in "yes" } : text
      }
    }
    return SettingSources(
      options: options, environment: environment, file: read(), rules: .program,
      hasEnvironmentToken: System.environment(TokenSource.variable) != nil)
  }
}

extension SettingSources {
  /// Stops where nothing of the configuration can be used.
  func checkFile() throws(Failure) {
    if let problem = file.problems.first(where: { $0.concern == .everything }) {
      throw Failure(problem.message)
    }
  }

  /// The profile in use, for people.
  func profileOrFailure() throws(Failure) -> Profile {
    try checkFile()
    do throws(MissingProfile) {
      return try profileInUse()
    } catch {
      throw Failure(error.message, details: error.causes.map(\.message))
    }
  }
}

extension Profile {
  /// Stops where the configuration cannot be used for what needs these settings.
  func checkObstacles(to needed: [SettingName]) throws(Failure) {
    let found = obstacles(to: needed).map(\.message)
    if let first = found.first { throw Failure(first, details: Array(found.dropFirst())) }
  }
}
