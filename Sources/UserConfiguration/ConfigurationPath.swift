/// Where the configuration file is, and what paths in it mean.
package enum ConfigurationPath {
  /// The path of the file: `$XDG_CONFIG_HOME/caledit/config`, else `~/.config/caledit/config`.
  ///
  /// - Parameter environment: answers with the value of a variable.
  /// - Returns: nil where there is no home folder either.
  package static func standard(environment: (String) -> String?) -> String? {
    // The specification has a path that is not absolute ignored.
    if let folder = environment("XDG_CONFIG_HOME"), folder.hasPrefix("/") {
      return folder + "/caledit/config"
    }
    guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
    return home + "/.config/caledit/config"
  }

  /// The folder that a file is in.
  package static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A path of the file as the system takes it; nil where `~` has no meaning.
  static func expanded(_ path: String, folder: String, home: String?) -> String? {
    if path.hasPrefix("/") { return path }
    guard path.hasPrefix("~") else { return (folder == "/" ? "" : folder) + "/" + path }
    // The home of another user is none that this program looks up.
    guard path == "~" || path.hasPrefix("~/"), let home, home.hasPrefix("/") else { return nil }
    return (home == "/" ? "" : home) + path.dropFirst()
  }
}
