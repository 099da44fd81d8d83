import CalendarModel
import JSON

/// A text that is to be edited in the user's own editor.
package struct EditRequest: Sendable, Equatable {
  /// What the text is.
  enum Purpose: Sendable, Equatable {
    /// The long text at a path.
    case text(JSONPath)
    /// A part of the calendar, with its JSON as it was handed out first.
    case json(JSONScope, from: JSONValue)
  }

  let purpose: Purpose
  /// The text as it is handed out.
  package let text: String
  /// What the file is called; editors choose their colours by it.
  package let fileName: String
}

/// Why a text did not come back from an editor.
package enum EditFailure: Error, Sendable, Hashable {
  /// The value of a variable is no command: a quote is not closed.
  case badCommand(variable: String)
  /// The file to edit could not be made.
  case noFile(reason: String)
  case notStarted(command: String, reason: String)
  case failed(command: String, status: Int32)
  case killed(command: String, signal: Int32)
  /// The program had to end before the editor had; what it has written is still there.
  case interrupted(command: String, keptAt: String)
  /// The editor has left no file behind.
  case fileGone(command: String)
  /// What was written is no text; it is still there.
  case notText(keptAt: String)
  case tooLarge(keptAt: String)

  /// What happened and what to do, in words.
  package var message: String {
    switch self {
    case .badCommand(let variable):
      "The value of \(variable) is not a command: a quote is not closed."
    case .noFile(let reason): "The file for the editor could not be made: \(reason)."
    case .notStarted(let command, let reason):
      "\(command) could not be started: \(reason). Set VISUAL or EDITOR to an editor that is there."
    case .failed(let command, let status):
      "\(command) ended with status \(status), so nothing is changed."
    case .killed(let command, let signal):
      "\(command) was ended by signal \(signal), so nothing is changed."
    case .interrupted(let command, let path):
      "\(command) was interrupted, so nothing is changed; what it has written is kept in \(path)."
    case .fileGone(let command): "\(command) left no file behind, so nothing is changed."
    case .notText(let path):
      "What the editor wrote is not UTF-8, so nothing is changed; it is kept in \(path)."
    case .tooLarge(let path):
      "What the editor wrote is too large, so nothing is changed; it is kept in \(path)."
    }
  }
}
