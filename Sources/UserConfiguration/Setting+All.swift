extension Setting {
  /// Every setting, in the order of the example.
  package static let all: [Setting] = [
    Setting(
      .profile, .profileName, .general, variable: "CALEDIT_PROFILE", stops: true, example: "acme",
      help: "The profile that is in use when none is chosen."),
    Setting(
      .location, .identifier, .eachItsOwn, stops: true, example: "ve9EPM428h8vShlRW1KT",
      help: "The id of the sub-account."),
    Setting(
      .tokenCommand, .command, .eachItsOwn, stops: true, example: "pass hl/acme",
      help: "A command that prints the token of the sub-account."),
    Setting(
      .tokenFile, .path, .eachItsOwn, stops: true, example: "~/.secrets/bravo",
      help: "A file with the token of the sub-account, which only you can read."),
    Setting(
      .baseURL, .url, variable: "HIGHLEVEL_BASE_URL", stops: true,
      example: "https://services.leadconnectorhq.com",
      help: "The address of the service; by default https://services.leadconnectorhq.com."),
    Setting(
      .apiVersion, .choice, variable: "HIGHLEVEL_API_VERSION", stops: true,
      help: "The version of the calendar calls; by default 2021-04-15."),
    Setting(.route, .choice, stops: true, help: "The path of an update; by default auto."),
    Setting(.update, .choice, stops: true, help: "What an update names; by default auto."),
    Setting(
      .caFile, .path, variable: "SSL_CERT_FILE", stops: true, example: "our-authority.pem",
      help: "A file of certificates that are trusted besides the system's."),
    Setting(
      .timeout, .number(1...86_400, unit: "seconds"), stops: true, example: "30",
      help: "How many seconds an answer may take; by default 30."),
    Setting(
      .check, .yesNo, option: "--no-check", stops: true, example: "yes",
      help: "Whether a save looks for changes of other people first; by default yes."),
    Setting(
      .readOnly, .yesNo, stops: true, example: "no",
      help: "Whether everything can be looked at, and nothing saved; by default no."),
    Setting(
      .logFile, .path, stops: true, example: "~/caledit.log",
      help: "A file that requests and answers are added to, without the token."),
    Setting(
      .logBodies, .yesNo, stops: true, example: "no",
      help: "Whether the log has bodies as well, which hold personal data; by default no."),
    Setting(.theme, .choice, help: "The colours; by default those that are called default."),
    Setting(
      .ascii, .yesNo, example: "no",
      help: "Whether only ASCII is drawn; by default as the locale says."),
    Setting(
      .utf8, .yesNo, example: "no",
      help:
        "Whether all characters are drawn, whatever the locale says; by default no."),
    Setting(.mouse, .yesNo, example: "yes", help: "Whether the mouse is used; by default no."),
    Setting(
      .boxes, .yesNo, option: "--no-boxes", example: "no",
      help: "Whether frames and bars are drawn, or blanks in their places; by default yes."),
    Setting(
      .line, .yesNo, variable: "ACCESSIBLE", example: "no",
      help: "Whether the editor reads and writes plain lines, for screen readers and Braille; by "
        + "default no."),
    Setting(
      .escDelay, .number(0...10_000, unit: "milliseconds"), variable: "ESCDELAY", example: "100",
      help: "How many milliseconds an Esc may be the beginning of another key; by default 100."),
    Setting(.clock, .choice, help: "Hours of 12 or of 24; by default as LC_TIME says."),
    Setting(.weekStarts, .choice, help: "The first day of a week; by default as LC_TIME says."),
  ]

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// The entry of a setting.
  package static func of(_ name: SettingName) -> Setting {
    guard let setting = byName[name] else { preconditionFailure("no setting \(name.rawValue)") }
    return setting
  }

  /// Whether a text is yes or no, in one of the ways that people write it; nil when it is neither.
  static func yesNo(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "yes", "true", "on", "1": true
    case "no", "false", "off", "0": false
    default: nil
    }
  }
}
