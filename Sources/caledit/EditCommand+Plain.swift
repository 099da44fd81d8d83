import ArgumentParser
import UserConfiguration

/// What people type every day, read without the parser: building its tables takes longer than
/// reading a calendar.
extension EditCommand {
  /// The command, where the arguments are nothing but an id, a file, a profile or sub-account, and
  /// options that are words of their own; nil for everything else, and where something is wrong: the
  /// parser says what.
  init?(plain arguments: [String]) {
    self.init()
    clear()
    var seen: Set<String> = []
    var rest = arguments[...]
    while let word = rest.popFirst() {
      guard word.hasPrefix("-") else {
        guard calendarID == nil else { return nil }
        calendarID = word
        continue
      }
      guard seen.insert(word).inserted else { return nil }
      if word == "--demo" {
        demo = true
      } else if word == "--file" {
        guard let path = rest.popFirst(), !path.hasPrefix("-") else { return nil }
        file = path
      } else {
        guard let setting = Setting.all.first(where: { $0.option == word }) else { return nil }
        if turnOn(setting.name) { continue }
        guard let text = rest.popFirst(), !text.hasPrefix("-"), set(setting.name, text) else {
          return nil
        }
      }
    }
    guard (try? check()) != nil else { return nil }
  }

  /// Makes every option one that nobody has given, as the parser would.
  private mutating func clear() {
    account = .none
    (calendarID, file, output, logFile) = (nil, nil, nil, nil)
    (route, update, theme, escDelay, clock, weekStarts) = (nil, nil, nil, nil, nil, nil)
    (demo, noCheck, readOnly, logBodies) = (false, false, false, false)
    (ascii, utf8, mouse, noBoxes) = (false, false, false, false)
    (line, noLine) = (false, false)
  }

  /// Gives an option that is a word of its own; false where it is none.
  private mutating func turnOn(_ name: SettingName) -> Bool {
    switch name {
    case .check: noCheck = true
    case .readOnly: readOnly = true
    case .ascii: ascii = true
    case .utf8: utf8 = true
    case .mouse: mouse = true
    case .boxes: noBoxes = true
    case .line: line = true
    default: return false
    }
    return true
  }

  /// Gives an option with any text as its value; false where it takes some values only.
  private mutating func set(_ name: SettingName, _ text: String) -> Bool {
    switch name {
    case .profile: account.profile = text
    case .location: account.location = text
    default: return false
    }
    return true
  }
}
