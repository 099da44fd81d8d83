import CalendarModel
import JSON

/// Why the file of a draft cannot be used.
///
/// The file is kept.
package enum UnusableDraft: Error, Sendable, Hashable {
  case file(FileError)
  case syntax(JSONSyntaxError)
  /// It is JSON that this program did not write.
  case noDraft
  /// A newer version of the program wrote it; which one, where it says so.
  case newerVersion(Int, program: String?)
  /// A part of the header is missing or wrong.
  case part(String)
  /// The draft itself is broken.
  case contents(DraftProblem)
  /// It is a draft of something else than its name says.
  case otherSource(DraftSource)

  /// Whether a newer program wrote it, which can still use it.
  package var isOfNewerVersion: Bool {
    switch self {
    case .newerVersion: true
    case .contents(let problem): problem.isNewerVersion
    case .file, .syntax, .noDraft, .part, .otherSource: false
    }
  }

  /// The reason as a sentence, without the file.
  package var message: String {
    switch self {
    case .file(let error): "It cannot be read: \(error.reason)."
    case .syntax(let error): "It is not JSON: \(error)."
    case .noDraft: "It is not a draft of a calendar."
    case .newerVersion(let version, let program):
      "It was written by a newer caledit\(program.map { " (\($0))" } ?? ""): its format is "
        + "\(version), and this one knows \(StoredDraft.version)."
    case .part(let part): "Its \"\(part)\" is missing or wrong."
    case .contents(let problem): problem.message.capitalizedFirst
    case .otherSource(let source): "It is the draft of something else: \(source.place)."
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
