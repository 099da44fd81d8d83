import CalendarWork
import UserConfiguration

/// How it is set, in words.
extension UpdateSetting {
  /// The line of the configuration: `update = whole`.
  package var line: String { "\(SettingName.update.rawValue) = \(rawValue)" }

  /// The option: `--update whole`.
  package var option: String { "\(Setting.of(.update).option) \(rawValue)" }

  /// What to do where updates lose what they do not name, in a sentence.
  package static let wholeAdvice =
    "“\(whole.line)” in the profile, or \(whole.option), sends the whole calendar each time."

  /// The same, with the way to send the changes alone in spite of it.
  package static let lossAdvice =
    "\(wholeAdvice) \(changed.option) sends the changes alone in spite of that."
}
