/// Something in the configuration file that cannot be used, or should not be so.
package struct ConfigurationProblem: Error, Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    // MARK: The file

    case unreadable(reason: String)
    case tooLarge(limit: Int)
    /// Others can write it, and so choose a command that it names.
    case othersCanWrite

    // MARK: Lines and sections

    case noEquals, noHeading
    case longHeading(limit: Int)
    case longLine(limit: Int)
    case controlCharacter, notUTF8
    /// - Parameter name: nil where it must not be repeated.
    case unknownSection(name: String?, nearest: String?)
    case unnamedProfile
    case quotedProfile(name: String)
    case repeatedProfile(name: String, firstLine: Int)

    // MARK: Settings

    /// - Parameter name: nil where it must not be repeated.
    case unknownSetting(name: String?, nearest: String?)
    case generalOnly(SettingName)
    /// A setting that stands among the keys of commands.
    case inKeys(SettingName)
    case repeated(name: String, firstLine: Int)
    /// A token, or something else that is secret; its value is never part of a message.
    case token(name: String?)
    case empty(name: String)
    case quoted(SettingName)
    case wrongChoice(SettingName, value: String, choices: [String])
    case wrongNumber(SettingName, value: String, range: ClosedRange<Int>, unit: String)
    case wrongYesNo(SettingName, value: String)
    case wrongIdentifier(SettingName, value: String)
    case wrongPath(SettingName, value: String)
    case refused(SettingName, reason: String)
    case commentInCommand(SettingName)
    case excluded(SettingName, by: SettingName, line: Int)
    case noSuchProfile(name: String, nearest: String?)

    // MARK: Keys

    /// What the keymap says of a line of `[keys]`.
    case key(reason: String)
  }

  /// What cannot be done because of it.
  package enum Concern: Sendable, Hashable {
    /// Nothing: it is left out, and the rest is used.
    case nothing
    /// Whatever needs the configuration.
    case everything
    case profile(String)
    /// - Parameter profile: nil for the lines before the first section.
    case setting(SettingName, profile: String?)
    /// What needs one of these settings, whichever profile is in use: they stand where nobody can
    /// tell whose they are.
    case settings(Set<SettingName>)
  }

  package let path: String
  /// From 1 on; nil for the file as a whole.
  package let line: Int?
  package let kind: Kind
  package internal(set) var concern: Concern

  package init(_ kind: Kind, path: String, line: Int? = nil, concern: Concern = .nothing) {
    self.kind = kind
    self.path = path
    self.line = line
    self.concern = concern
  }

  /// Where it is, what it is, and what to do: `/home/me/.config/caledit/config:3: …`.
  package var message: String { ConfigurationTexts.message(of: self) }
}

extension ConfigurationProblem.Concern {
  /// Adds a setting of which nobody can tell whose it is.
  mutating func add(_ name: SettingName) {
    switch self {
    case .nothing: self = .settings([name])
    case .settings(let names): self = .settings(names.union([name]))
    case .everything, .profile, .setting: break
    }
  }
}
