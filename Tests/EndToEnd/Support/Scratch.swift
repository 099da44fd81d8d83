import Foundation

/// A folder of one test, gone with it; the program finds its home in it.
final class Scratch {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "caledit-test-" + UUID().uuidString
    for name in ["", "/home", "/run", "/tmp"] {
      try FileManager.default.createDirectory(
        atPath: path + name, withIntermediateDirectories: true)
    }
  }

  deinit {
    chmod(path, 0o700)
    // A program that is just being ended may still write into it.
    for _ in 0..<40 {
      try? FileManager.default.removeItem(atPath: path)
      guard FileManager.default.fileExists(atPath: path) else { return }
      usleep(50_000)
    }
  }

  /// Where the program may write to, as its environment says.
  var environment: [String: String] {
    [
      "HOME": path + "/home", "TMPDIR": path + "/tmp", "XDG_RUNTIME_DIR": path + "/run",
      "XDG_CONFIG_HOME": path + "/home/config", "XDG_STATE_HOME": path + "/home/state",
      "XDG_CACHE_HOME": path + "/home/cache", "XDG_DATA_HOME": path + "/home/data",
    ]
  }

  /// Makes the program remember whether nested keys that no document lists are sent.
  func remember(_ sendsUndocumented: Bool, at base: String) throws {
    try remember(
      #"{"\#(base)":{"ve9EPM428h8vShlRW1KT":{"sendsUndocumented":\#(sendsUndocumented)}}}"#)
  }

  /// Makes the program remember habits of sub-accounts, as JSON of its file.
  func remember(_ habits: String) throws {
    let folder = path + "/home/state/caledit"
    for part in [path + "/home/state", folder] {
      try FileManager.default.createDirectory(
        atPath: part, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
    try write(habits, to: "home/state/caledit/habits.json")
  }

  /// What the program remembers of sub-accounts.
  var habits: String {
    get throws { try read("home/state/caledit/habits.json") }
  }

  func path(_ name: String) -> String { path + "/" + name }

  @discardableResult
  func write(_ text: String, to name: String, mode: mode_t = 0o600) throws -> String {
    let path = path(name)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    chmod(path, mode)
    return path
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path(name))), as: UTF8.self)
  }

  /// The permissions of a file; -1 where it is not there.
  static func mode(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_mode & 0o777) : -1
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: path(name))
  }

  /// Every file in it, with its content.
  var files: [String: Data] {
    var files: [String: Data] = [:]
    for name in FileManager.default.enumerator(atPath: path)?.allObjects as? [String] ?? [] {
      files[name] = FileManager.default.contents(atPath: path(name))
    }
    return files
  }
}
