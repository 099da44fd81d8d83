/// Every text of this module that a person reads, but for the table of settings and the example.
enum ConfigurationTexts {
  static func message(of problem: ConfigurationProblem) -> String {
    let place = problem.line.map { "\(problem.path):\($0)" } ?? problem.path
    let text = text(of: problem.kind)
    let reason = reason(of: problem.concern)
    let end = reason.isEmpty || text.hasSuffix("?") ? "" : "."
    return "\(place): \(text)\(end)\(reason)"
  }

  /// Why a heading stops every start; empty for every other problem.
  private static func reason(of concern: ConfigurationProblem.Concern) -> String {
    guard case .settings(let names) = concern else { return "" }
    let listed = listed(names.map(\.rawValue).sorted(), "and")
    return " Nobody can tell for which profile \(listed) \(names.count == 1 ? "is" : "are") "
      + "meant, so nothing starts"
  }

  private static func text(of kind: ConfigurationProblem.Kind) -> String {
    switch kind {
    case .unreadable(let reason): "the configuration cannot be read: \(reason)"
    case .tooLarge(let limit): "the configuration is larger than \(limit / 1024) KiB"
    case .othersCanWrite:
      "others can write this file, and a command in it would run as you, so nothing in it is used; "
        + "run chmod go-w on it"

    case .noEquals:
      "there is no = behind the name in this line; write name = value, or # in front of a comment"
    case .noHeading:
      "this is no heading; write [profile NAME] or [keys] on a line of its own. What follows is "
        + "left out up to the next heading"
    case .longHeading(let limit):
      "the heading is longer than \(limit) bytes; choose a shorter name for the profile"
    case .longLine(let limit):
      "the line is longer than \(limit) bytes; put a long command into a script"
    case .controlCharacter: "there is a control character in this line; remove it"
    case .notUTF8: "this line is not UTF-8; save the file in that encoding"
    case .unknownSection(let name, let nearest): unknownSection(name, nearest)
    case .unnamedProfile: "this profile has no name; write [profile NAME]"
    case .quotedProfile(let name): "write the name without quotes: [profile \(short(name))]"
    case .repeatedProfile(let name, let first):
      "the profile \(short(name)) stands in line \(first) already; make one section of both"

    case .unknownSetting(let name, let nearest): unknownSetting(name, nearest)
    case .inKeys(let name):
      "\(name.rawValue) is no command that gets a key; write it above the first section, or in that of "
        + "a profile"
    case .generalOnly(let name):
      "\(name.rawValue) is not for a profile; write it above the first section"
    case .repeated(let name, let first):
      "\(short(name)) stands in line \(first) already, which counts; remove one of them"
    case .token(let name): token(name)
    case .empty(let name): "\(short(name)) has no value; write one, or remove the line"
    case .quoted(let name): "write the value of \(name.rawValue) without quotes"
    case .wrongChoice(let name, let value, let choices):
      "\(name.rawValue): “\(short(value))” is none of \(listed(choices, "and"))\(hint(value))"
    case .wrongNumber(let name, let value, let range, let unit):
      "\(name.rawValue): “\(short(value))” is not a number of \(unit) from \(range.lowerBound) "
        + "to \(range.upperBound)\(hint(value))"
    case .wrongYesNo(let name, let value):
      "\(name.rawValue): “\(short(value))” is neither yes nor no\(hint(value))"
    case .wrongIdentifier(let name, let value):
      "\(name.rawValue): “\(short(value))” is no id; it is letters and digits such as "
        + "ve9EPM428h8vShlRW1KT\(hint(value))"
    case .wrongPath(let name, let value):
      "\(name.rawValue): “\(short(value))” is no path; ~/ is your home folder, and for others write "
        + "the whole path"
    case .refused(let name, let reason): "\(name.rawValue): \(reason)"
    case .commentInCommand(let name):
      "\(name.rawValue): what follows a blank and ; is a comment and no part of the command; write "
        + "&&, or the comment on a line of its own"
    case .excluded(let name, let other, let line):
      "\(name.rawValue) cannot stand beside \(other.rawValue) in line \(line); remove one of them"
    case .noSuchProfile(let name, let nearest):
      "there is no profile \(short(name))" + meant(nearest, else: "add [profile \(short(name))]")
    case .key(let reason): reason
    }
  }

  private static func unknownSection(_ name: String?, _ nearest: String?) -> String {
    guard let name else { return "this section is not known; write [profile NAME] or [keys]" }
    let folded = NearestName.folded(name)
    if ["general", "default", "defaults", "global", "caledit", "settings"].contains(folded) {
      return
        "there is no section [\(short(name))]; what is for all profiles stands above the first "
        + "section"
    }
    return "there is no section [\(short(name))]"
      + meant(nearest.map { "[\($0)]" }, else: "write [profile \(short(name))] or [keys]")
  }

  private static func unknownSetting(_ name: String?, _ nearest: String?) -> String {
    guard let name else { return "this setting is not known" }
    return "there is no setting \(short(name))"
      + meant(nearest, else: "caledit config edit shows an example with all of them")
  }

  private static func token(_ name: String?) -> String {
    let what = name.map { "\(short($0)) holds" } ?? "this line holds"
    return "\(what) a token or another secret, and this file is copied and shown; remove it, and "
      + "write token-file with the path of a private file, or token-command with a command that "
      + "prints the token"
  }

  private static func meant(_ nearest: String?, else advice: String) -> String {
    nearest.map { "; did you mean \($0)?" } ?? "; \(advice)"
  }

  /// Why the value has more than was meant, for comments as other programs have them.
  private static func hint(_ value: String) -> String {
    value.contains(" #") ? "; behind a value, a comment begins with ;" : ""
  }

  static func listed(_ names: [String], _ word: String) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " \(word) " + last
  }

  /// The beginning of a text of the file, which may be as long as a line.
  static func short(_ text: String) -> String {
    text.unicodeScalars.count > 60
      ? String(String.UnicodeScalarView(text.unicodeScalars.prefix(59))) + "…" : text
  }

  // MARK: Tokens and profiles

  static func message(of refusal: TokenRefusal, environment variable: String) -> String {
    switch refusal {
    case .none(let profile):
      "the profile \(short(profile)) has no token; write token-file or token-command in its section"
    case .notChosen(let profile):
      "the profile \(short(profile)) has no token; write token-file or token-command in its section."
        + " \(variable) is used for it only with --profile \(short(profile)), as nothing else says "
        + "that it is its token"
    case .otherAddress(let profile, let own, let asked):
      "the token of \(owner(profile)) is for \(own) and not for \(asked); give --token-file or "
        + "--token-command, or leave the other address out"
    case .otherLocation(let profile, let own, let asked):
      "the token of \(owner(profile)) is for the sub-account \(own) and not for \(short(asked)); "
        + "give --token-file or --token-command, or choose the profile of that sub-account"
    }
  }

  private static func owner(_ profile: String?) -> String {
    profile.map { "the profile \(short($0))" } ?? "the configuration"
  }

  static func message(ofMissing name: String, _ names: [String]) -> String {
    let nearest = NearestName.of(name, in: names)
    let known =
      names.isEmpty ? "the configuration has none" : "there are \(listed(names.map(short), "and"))"
    return "there is no profile \(short(name))" + meant(nearest, else: known)
  }
}
