/// Reads a configuration file line by line.
struct ConfigurationReading {
  private enum Place {
    case general
    case profile(Int)
    case keys
    /// A profile that stands twice; nothing of it is used.
    case repeated(String)
    /// A section of which nobody can tell what it is; nothing of it is used.
    case unknown
  }

  private var file: ConfigurationFile
  private var place = Place.general
  private let home: String?
  private let rules: SettingRules
  /// Where each command of `[keys]` stands, and each profile in the list of them.
  private var keyLines: [String: Int] = [:]
  private var indices: [String: Int] = [:]
  /// Where the problem of the last heading stands among the problems.
  private var headingProblem: Int?

  init(at path: String, home: String?, rules: SettingRules) {
    file = ConfigurationFile(emptyAt: path)
    self.home = home
    self.rules = rules
  }

  mutating func take(_ line: IniDocument.Line) {
    switch line.item {
    case .fault(let fault, let word): take(fault, word, line.number)
    case .section(let name): open(name, line.number)
    case .entry(let name, let value, let hasComment):
      take(name, value, hasComment: hasComment, line.number)
    }
  }

  /// What was read, with what only the whole tells.
  func finished() -> ConfigurationFile {
    var file = file
    if let entry = file.general[.profile], file.profile(named: entry.value) == nil {
      let nearest = NearestName.of(entry.value, in: file.profiles.map(\.name))
      file.note(
        .noSuchProfile(name: entry.value, nearest: nearest), line: entry.line,
        concern: .setting(.profile, profile: nil))
    }
    file.problems.sort { ($0.line ?? 0) < ($1.line ?? 0) }
    return file
  }

  // MARK: Lines and sections

  private mutating func take(_ fault: IniDocument.Fault, _ word: String?, _ line: Int) {
    let kind: ConfigurationProblem.Kind
    switch fault {
    case .noEquals: kind = .noEquals
    case .noHeading: kind = .noHeading
    case .longHeading(let limit): kind = .longHeading(limit: limit)
    case .longLine(let limit): kind = .longLine(limit: limit)
    case .controlCharacter: kind = .controlCharacter
    case .notUTF8: kind = .notUTF8
    }
    if let word {
      file.note(kind, line: line, concern: concern(of: Self.meant(word), written: word))
    } else {
      note(unknownHeading: kind, line)
    }
  }

  /// The setting of a name that stops what needs it; capitals and what parts words do not count.
  private static func stopping(_ name: String) -> SettingName? {
    let folded = NearestName.folded(name)
    return Setting.all.first { $0.stops && NearestName.folded($0.name.rawValue) == folded }?.name
  }

  /// What somebody meant by a name that is none: the nearest setting, by the whole of it or by its
  /// first word, behind which the `=` may be missing.
  private static func meant(_ name: String) -> SettingName? {
    func nearest(_ name: String) -> SettingName? {
      NearestName.of(name, in: SettingName.allCases.map(\.rawValue)).flatMap(SettingName.init)
    }
    if let whole = nearest(name) { return whole }
    return name.split(whereSeparator: { " \t:".contains($0) }).first.flatMap { nearest(String($0)) }
  }

  private mutating func open(_ heading: String, _ line: Int) {
    let words = heading.split(maxSplits: 1, whereSeparator: { $0 == " " || $0 == "\t" })
    let first = words.first.map(String.init) ?? ""
    var name = words.count > 1 ? String(words[1]) : ""
    while name.last == " " || name.last == "\t" { name.removeLast() }
    if SecretWords.looksSecret(heading) {
      note(unknownHeading: .unknownSection(name: nil, nearest: nil), line)
    } else if first == "keys", name.isEmpty {
      place = .keys
    } else if first == "profile" {
      openProfile(name, line)
    } else {
      note(unknownHeading: .unknownSection(name: heading, nearest: nearest(first, name)), line)
    }
  }

  /// Notes a heading of which nobody can tell whose the lines behind it are; who chooses the profile
  /// that it was meant to be finds that missing.
  private mutating func note(unknownHeading kind: ConfigurationProblem.Kind, _ line: Int) {
    place = .unknown
    headingProblem = file.problems.count
    file.note(kind, line: line)
  }

  private func nearest(_ first: String, _ name: String) -> String? {
    if name.isEmpty { return NearestName.of(first, in: ["keys"]) }
    return NearestName.of(first, in: ["profile", "profiles"]).map { _ in "profile \(name)" }
  }

  private mutating func openProfile(_ name: String, _ line: Int) {
    if name.isEmpty {
      note(unknownHeading: .unnamedProfile, line)
    } else if name.first == "\"" || name.first == "'" {
      let plain = name.filter { $0 != "\"" && $0 != "'" }
      note(unknownHeading: .quotedProfile(name: plain), line)
    } else if let index = indices[name] {
      place = .repeated(name)
      file.note(
        .repeatedProfile(name: name, firstLine: file.profiles[index].line), line: line,
        concern: .profile(name))
    } else {
      indices[name] = file.profiles.count
      place = .profile(file.profiles.count)
      file.profiles.append(ConfigurationFile.Section(name: name, line: line))
    }
  }

  // MARK: Entries

  /// The profile that the lines are of; nil before the first section.
  private var profileName: String? {
    switch place {
    case .profile(let index): file.profiles[index].name
    case .repeated(let name): name
    case .general, .keys, .unknown: nil
    }
  }

  private mutating func take(_ name: String, _ value: String, hasComment: Bool, _ line: Int) {
    if isSecret(name, value) {
      let isShown = !SecretWords.looksSecret(name) && !name.isEmpty
      file.note(.token(name: isShown ? name : nil), line: line, concern: concernOfSecret)
    } else if case .unknown = place {
      lose(SettingName(rawValue: name) ?? Self.meant(name))
    } else if case .keys = place {
      takeKey(name, value, line)
    } else if let setting = SettingName(rawValue: name).map(Setting.of) {
      takeSetting(setting, value, hasComment: hasComment, line)
    } else {
      let meant = Self.meant(name)
      file.note(
        .unknownSetting(name: name, nearest: meant?.rawValue), line: line,
        concern: concern(of: meant, written: name))
    }
  }

  private func isSecret(_ name: String, _ value: String) -> Bool {
    if SecretWords.looksSecret(name) { return true }
    let setting = SettingName(rawValue: name)
    if setting != .tokenCommand {
      let isPath = setting.map { Setting.of($0).kind } == .path
      if SecretWords.looksSecret(value, isPath: isPath) { return true }
    }
    if case .keys = place { return false }
    return setting == nil && SecretWords.namesSecret(name)
  }

  private var concernOfSecret: ConfigurationProblem.Concern {
    switch place {
    case .profile, .repeated: .setting(.tokenFile, profile: profileName)
    case .general: .setting(.tokenFile, profile: nil)
    case .unknown: .settings([.tokenFile])
    case .keys: .nothing
    }
  }

  /// What cannot be done because a setting is left out.
  ///
  /// - Parameter word: how it is written.
  private func concern(
    of name: SettingName?, written word: String
  ) -> ConfigurationProblem.Concern {
    // A name that is only near to a setting may be that of a command.
    if case .keys = place { return Self.stopping(word).map { .settings([$0]) } ?? .nothing }
    guard let name, Setting.of(name).stops else { return .nothing }
    if case .unknown = place { return .settings([name]) }
    return .setting(name, profile: profileName)
  }

  /// Leaves a setting of a section that nobody knows out: its heading stops what needs it.
  private mutating func lose(_ name: SettingName?) {
    guard let name, Setting.of(name).stops, let index = headingProblem else { return }
    file.problems[index].concern.add(name)
  }

  private mutating func takeKey(_ command: String, _ keys: String, _ line: Int) {
    if let setting = Self.stopping(command) {
      file.note(.inKeys(setting), line: line, concern: .settings([setting]))
    } else if let first = keyLines[command] {
      file.note(.repeated(name: command, firstLine: first), line: line)
    } else if keys.isEmpty {
      file.note(.empty(name: command), line: line)
    } else {
      keyLines[command] = line
      file.keys.append(ConfigurationFile.KeyLine(command: command, keys: keys, line: line))
    }
  }

  private mutating func takeSetting(
    _ setting: Setting, _ value: String, hasComment: Bool, _ line: Int
  ) {
    let concern: ConfigurationProblem.Concern =
      setting.stops ? .setting(setting.name, profile: profileName) : .nothing
    if setting.place == .general, profileName != nil {
      file.note(.generalOnly(setting.name), line: line)
      return
    }
    if let first = entries[setting.name] {
      file.note(
        .repeated(name: setting.name.rawValue, firstLine: first.line), line: line, concern: concern)
      return
    }
    if hasComment, setting.kind == .command {
      file.note(.commentInCommand(setting.name), line: line, concern: concern)
      return
    }
    let check = ValueCheck(
      rules: rules, folder: ConfigurationPath.folder(of: file.path), home: home)
    switch check.result(value, setting) {
    case .failure(let problem): file.note(problem.kind, line: line, concern: concern)
    case .success(let value): keep(setting, value, line, concern)
    }
  }

  private var entries: [SettingName: ConfigurationFile.Entry] {
    switch place {
    case .general: file.general
    case .profile(let index): file.profiles[index].entries
    case .keys, .repeated, .unknown: [:]
    }
  }

  /// Settings of which only one can be meant.
  private static let pairs: [SettingName: SettingName] = [
    .tokenFile: .tokenCommand, .tokenCommand: .tokenFile, .ascii: .utf8, .utf8: .ascii,
  ]

  private mutating func keep(
    _ setting: Setting, _ value: String, _ line: Int, _ concern: ConfigurationProblem.Concern
  ) {
    if let other = Self.pairs[setting.name], let first = entries[other],
      !setting.isFlag || value == "yes" && first.value == "yes"
    {
      file.note(
        .excluded(setting.name, by: other, line: first.line), line: line, concern: concern)
      return
    }
    let entry = ConfigurationFile.Entry(value: value, line: line)
    switch place {
    case .general: file.general[setting.name] = entry
    case .profile(let index): file.profiles[index].entries[setting.name] = entry
    case .keys, .repeated, .unknown: break
    }
  }
}
