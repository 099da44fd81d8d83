import CalendarModel
import JSON
import TextUI

/// Why a text did not go to the clipboard.
package enum CopyFailure: Error, Sendable, Hashable {
  /// What the terminal calls itself.
  case terminalCannot(String)
  /// In bytes, as they would be sent.
  case tooLong(bytes: Int, limit: Int)

  /// What happened and what to do, in words.
  var message: String {
    switch self {
    case .terminalCannot(let name):
      "Not copied: a terminal of type \"\(name)\" has no clipboard to copy to (OSC 52)."
    case .tooLong(let bytes, let limit):
      "Not copied: it is too long for a terminal's clipboard (\(bytes) bytes, at most \(limit))."
    }
  }
}

/// Values for the clipboard of the user's own machine.
extension CalendarEditor {
  /// The value with the focus, and its name; nil where there is none.
  ///
  /// A text is itself, hours are as they are typed, everything else is JSON. What a text hides
  /// (control characters, marks of direction) becomes symbols on the way to the terminal; in JSON
  /// it is spelt with escapes, so that the JSON still means the same.
  var valueToCopy: (text: String, name: String)? {
    focusedItem?.valueToCopy(self)
  }

  /// Copies the value with the focus.
  mutating func copyValue() -> [Effect] {
    valueToCopy.map { copy($0.text, as: $0.name) } ?? []
  }

  /// Copies the JSON of the section that is open.
  mutating func copyJSON() -> [Effect] {
    guard let section = openSection, let value = document?.json(of: .section(section)) else {
      return []
    }
    return copy(value.printed(.readable).sanitizedJSON, as: "the JSON of \(section.title)")
  }

  mutating func copy(_ text: String, as name: String) -> [Effect] {
    // Terminals do not answer, so nobody can know.
    say("Copied \(name); if nothing arrives, the terminal does not allow OSC 52.", .success)
    return [.copy(text)]
  }
}
