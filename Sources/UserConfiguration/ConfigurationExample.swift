/// The example of a configuration file, made of the table of settings.
///
/// Every setting stands in it behind `;`, so that a file that begins as the example changes nothing.
package enum ConfigurationExample {
  /// - Parameter keys: some commands with a key, as the editor names them.
  package static func text(
    rules: SettingRules, keys: [(command: String, keys: String)]
  ) -> String {
    var lines = introduction
    for setting in Setting.all where setting.place != .eachItsOwn {
      lines += entry(setting, rules)
    }
    lines += ["# A section for each sub-account; what it says goes before what stands above."]
    lines += ["", ";[profile acme]"]
    lines += entry(.of(.location), rules) + entry(.of(.tokenCommand), rules)
    lines += [";[profile bravo]", ";location = oFh9QLBr2q4mUnKRyC3p", ""]
    lines += entry(.of(.tokenFile), rules)
    lines += [
      ";read-only = yes", "", "# Other keys for commands; caledit config keys lists them all.",
    ]
    lines += ["", ";[keys]"] + keys.map { ";\($0.command) = \($0.keys)" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let introduction = [
    "# The configuration of caledit.",
    "#",
    "# A comment begins with # or ; in a line of its own, or with ; behind a value.",
    "# A setting behind ; does not count, and its value is an example: take the ;",
    "# away to use it. What is in force without it stands above it.",
    "# What stands here counts for all profiles. Options and variables of the",
    "# environment go before it. A token has no place in this file.",
    "# caledit config check says whether all is well.",
    "",
  ]

  private static func entry(_ setting: Setting, _ rules: SettingRules) -> [String] {
    let choices = rules.choices(of: setting.name)
    let names = choices.isEmpty ? "" : " (\(choices.joined(separator: ", ")))"
    let variable = setting.variable.map { "; also \($0)" } ?? ""
    return wrapped("\(setting.help.dropLast())\(names)\(variable).")
      + [";\(setting.name.rawValue) = \(setting.example ?? choices.first ?? "")", ""]
  }

  /// A comment in lines of at most 78 characters.
  private static func wrapped(_ text: String) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + word.count < 78 {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append("# " + word)
      }
    }
    return lines
  }
}
