@testable import UserConfiguration

/// A configuration as tests read it.
enum Fixture {
  static let path = "/home/me/.config/caledit/config"
  static let live = "https://live.example"

  static let rules = SettingRules(
    choices: [
      .route: ["auto", "documented", "resource"], .update: ["auto", "changed", "whole"],
      .apiVersion: ["2021-04-15", "v3"], .theme: ["default", "contrast", "mono"],
    ],
    standardBaseURL: live
  ) { name, value in
    name == .baseURL && value.contains("@") ? "The address must not hold a password." : nil
  }

  static func read(_ text: String, home: String? = "/home/me") -> ConfigurationFile {
    read(Array(text.utf8), home: home)
  }

  static func read(_ bytes: [UInt8], home: String? = "/home/me") -> ConfigurationFile {
    ConfigurationFile(bytes, at: path, home: home, rules: rules)
  }

  /// The problems as people read them, without the path in front.
  static func messages(_ text: String) -> [String] {
    read(text).problems.map { String($0.message.dropFirst(path.count + 1)) }
  }
}

extension ConfigurationFile {
  func value(_ name: SettingName, of profile: String? = nil) -> String? {
    guard let profile else { return general[name]?.value }
    return self.profile(named: profile)?.entries[name]?.value
  }
}
