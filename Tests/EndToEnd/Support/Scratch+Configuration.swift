import Foundation

extension Scratch {
  /// Where the program looks for its configuration.
  var configurationPath: String { path + "/home/config/caledit/config" }

  /// Gives the program a configuration.
  func configure(_ text: String, mode: mode_t = 0o600) throws {
    try FileManager.default.createDirectory(
      atPath: path + "/home/config/caledit", withIntermediateDirectories: true)
    try write(text, to: "home/config/caledit/config", mode: mode)
  }
}
