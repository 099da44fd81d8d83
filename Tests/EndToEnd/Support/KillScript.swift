import TerminalTesting
import TextUI

/// What is typed in a session that is killed: one stroke after the other, each a key or a paste.
enum KillScript {
  enum Stroke: Sendable {
    case key(Key)
    case paste(String)
  }

  /// Texts, numbers, hours, rows, pastes, undo and redo, and a save in the middle.
  static let strokes: [Stroke] =
    go("name") + keys("\" Plus\" Ctrl-W \"Pro\"")
    + go("slotDuration") + keys("Ctrl-U \"45\" Ctrl-Z Ctrl-Y")
    + go("description") + keys("Enter Ctrl-E \" Bring a friend.\" Enter \"Or two.\" Esc")
    + go("slug") + [.paste("-of-spring")] + keys("Ctrl-Z Ctrl-Y \"2\"")
    + keys("Ctrl-S Ctrl-S Esc")
    + go("preBuffer") + keys("Ctrl-U \"15\"")
    + keys("Ctrl-Z Ctrl-Z Ctrl-Z Ctrl-Y Ctrl-Y Ctrl-Y")
    + go("openHours") + keys("\"10-12, 13:30-18\" Enter \"closed\" Enter")
    + go("teamMembers") + keys("Ctrl-D Ctrl-D Alt-Up Ctrl-X > > Ctrl-Z")
    + go("notes") + [.paste("First line\nsecond line")] + keys("Ctrl-Z")
    + go("name") + keys("Ctrl-U \"Another name\" Ctrl-Z Ctrl-Z Ctrl-Z Ctrl-Z Ctrl-Y Ctrl-Y \"!\"")

  /// The search is no work that could be lost, so it is quick.
  private static func go(_ key: String) -> [Stroke] {
    keys("Ctrl-F") + [.paste(key)] + keys("Enter")
  }

  /// Reads keys as the manual writes them; anything in quotes is typed.
  private static func keys(_ script: String) -> [Stroke] {
    script.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .flatMap { index, part -> [Stroke] in
        if index % 2 == 1 { return part.map { .key(.character($0)) } }
        return part.split(separator: " ").map { .key(key($0)) }
      }
  }

  private static func key(_ word: Substring) -> Key {
    switch word {
    case "Enter": .enter
    case "Esc": .escape
    case "Alt-Up": Key(.up, .alt)
    default:
      word.hasPrefix("Ctrl-")
        ? .control(Character(word.dropFirst(5).lowercased())) : .character(Character(String(word)))
    }
  }
}

extension TerminalSession {
  /// Does a stroke of the script, as the terminal sends it.
  func make(_ stroke: KillScript.Stroke) {
    guard case .key(let key) = stroke else {
      if case .paste(let text) = stroke { paste(text) }
      return
    }
    switch key.code {
    case .character(let character) where key.modifiers == .control: control(character)
    case .character(let character): type(String(character))
    case .enter: press(.enter)
    case .escape: press(.escape)
    case .up: press(.up, .alt)
    default: preconditionFailure("\(key) is not in the script")
    }
  }
}
