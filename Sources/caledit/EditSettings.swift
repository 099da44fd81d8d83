import CalendarModel
import CalendarWork
import Editor
import UserConfiguration

/// What one run of the editor goes by: options, environment and configuration in one.
struct EditSettings {
  /// The profile in use; without one it has no name.
  let profile: Profile
  /// All profiles of the configuration, in its order, to open others.
  let profiles: [Profile]
  /// Whether nothing may be sent, whatever the calendar.
  let isReadOnly: Bool
  /// Whether a save looks for changes of other people first.
  let checks: Bool
  let updates: UpdateSetting
  let theme: ThemeName?
  let isASCII: Bool
  let isUTF8: Bool
  let usesMouse: Bool
  /// Whether frames and bars are drawn.
  let hasBoxes: Bool
  /// Whether it reads and writes lines, without a screen.
  let usesLines: Bool
  /// In milliseconds; nil leaves it to the environment.
  let escapeDelay: Int?
  /// How times and weeks are shown.
  let format: LocalFormat
  let keymap: Keymap
  let logFile: String?
  /// What stands before messages about it: the option, or where the configuration names it.
  let logFilePlace: String
  let logsBodies: Bool
  /// What is wrong with the configuration and stops nothing of this run, in words.
  let notes: [String]

  /// - Parameter profile: the one in use.
  init(_ sources: SettingSources, profile: Profile) {
    self.profile = profile
    profiles = sources.profiles
    isReadOnly = profile.isReadOnly
    checks = profile.isOn(.check, standard: true)
    updates = profile.updates
    theme = profile[.theme].flatMap { ThemeName(rawValue: $0.value) }
    (isASCII, isUTF8) = Self.drawing(profile)
    usesMouse = profile.isOn(.mouse)
    hasBoxes = profile.isOn(.boxes, standard: true)
    usesLines = profile.isOn(.line)
    // The event loop reads the variable itself, and passes over one that is no number.
    let delay = profile[.escDelay]
    if case .environment? = delay?.origin {
      escapeDelay = nil
    } else {
      escapeDelay = delay.flatMap { Int($0.value) }
    }
    logFile = profile[.logFile]?.value
    let logPlace = NamedFile.place(.logFile, of: profile)
    logFilePlace = logPlace.isEmpty ? "\(Setting.of(.logFile).option) " : logPlace
    logsBodies = profile.isOn(.logBodies)
    format = profile.format
    var file = sources.file
    keymap = file.readKeys()
    notes = profile.notes(of: file).map(\.message)
  }

  /// Which of the two ways to draw is asked for; the stronger source counts where both are.
  private static func drawing(_ profile: Profile) -> (isASCII: Bool, isUTF8: Bool) {
    let (ascii, utf8) = (profile.isOn(.ascii), profile.isOn(.utf8))
    guard ascii, utf8 else { return (ascii, utf8) }
    let isASCII =
      profile[.ascii].map(\.origin.strength) ?? 0 > profile[.utf8].map(\.origin.strength) ?? 0
    return (isASCII, !isASCII)
  }
}

extension ResolvedSetting.Origin {
  fileprivate var strength: Int {
    switch self {
    case .option: 4
    case .environment: 3
    case .profile: 2
    case .general: 1
    case .standard: 0
    }
  }
}

extension ConfigurationFile {
  /// The keymap of the file; what is wrong with its lines becomes problems of the file.
  mutating func readKeys() -> Keymap {
    guard !keys.isEmpty else { return .standard }
    let (keymap, wrong) = Keymap.choosing(keys.map { ($0.command, $0.keys) })
    for problem in wrong { note(.key(reason: problem.reason), line: keys[problem.index].line) }
    return keymap
  }
}

extension EditCommand {
  /// What the command line says, by the names of the settings.
  var given: [SettingName: String] {
    var given = account.given
    (given[.route], given[.update]) = (route?.rawValue, update?.rawValue)
    (given[.theme], given[.logFile]) = (theme?.rawValue, logFile)
    (given[.clock], given[.weekStarts]) = (clock?.rawValue, weekStarts?.rawValue)
    given[.escDelay] = escDelay.map(String.init)
    if noCheck { given[.check] = "no" }
    if noBoxes { given[.boxes] = "no" }
    if line || noLine { given[.line] = line ? "yes" : "no" }
    for (name, isOn) in [
      (SettingName.readOnly, readOnly), (.logBodies, logBodies), (.ascii, ascii), (.utf8, utf8),
      (.mouse, mouse),
    ] where isOn { given[name] = "yes" }
    return given
  }

  /// What this run goes by.
  ///
  /// - Throws: where a profile is not there, or the configuration is wrong in what the run needs.
  func settings() throws(Failure) -> EditSettings {
    let sources = ConfigurationLoader.sources(options: given)
    let usesAccount = !demo && file == nil
    let profile = usesAccount ? try sources.profileOrFailure() : sources.withoutProfile
    if usesAccount {
      try profile.checkObstacles(to: ConnectionMaker.needed)
    } else if let first = profile.obstacles(to: Self.neededOffline).first(where: {
      $0.concern != .everything
    }) {
      throw Failure(first.message)
    }
    return EditSettings(sources, profile: profile)
  }

  /// What a run without the service needs: that nothing is written which must not be.
  private static let neededOffline: [SettingName] = [.readOnly, .check, .logFile, .logBodies]
}
