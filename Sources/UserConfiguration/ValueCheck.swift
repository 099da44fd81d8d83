/// Checks the value of a setting, and gives it the form that the program uses.
struct ValueCheck {
  /// What is wrong with a value.
  struct Wrong: Error {
    let kind: ConfigurationProblem.Kind
  }

  let rules: SettingRules
  /// The folder that relative paths are of.
  let folder: String
  let home: String?

  func result(_ value: String, _ setting: Setting) -> Result<String, Wrong> {
    let name = setting.name
    func wrong(_ kind: ConfigurationProblem.Kind) -> Result<String, Wrong> {
      .failure(Wrong(kind: kind))
    }
    if value.isEmpty { return wrong(.empty(name: name.rawValue)) }
    // A shell takes quotes away; everywhere else they would be part of the value.
    if setting.kind != .command, let first = value.first, first == "\"" || first == "'" {
      return wrong(.quoted(name))
    }
    var result = value
    switch setting.kind {
    case .profileName, .command, .url: break
    case .identifier:
      let isPlain = value.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
          || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
      }
      if !isPlain { return wrong(.wrongIdentifier(name, value: value)) }
    case .path:
      guard let path = ConfigurationPath.expanded(value, folder: folder, home: home) else {
        return wrong(.wrongPath(name, value: value))
      }
      result = path
    case .choice:
      let choices = rules.choices(of: name)
      guard choices.contains(value) else {
        return wrong(.wrongChoice(name, value: value, choices: choices))
      }
    case .number(let range, let unit):
      guard value.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(value),
        range.contains(number)
      else { return wrong(.wrongNumber(name, value: value, range: range, unit: unit)) }
    case .yesNo:
      guard let isYes = Setting.yesNo(value) else {
        return wrong(.wrongYesNo(name, value: value))
      }
      result = isYes ? "yes" : "no"
    }
    if let reason = rules.check(name, result) { return wrong(.refused(name, reason: reason)) }
    return .success(result)
  }
}
