import CalendarModel
import JSON

/// What is to be said of one field: its state against what was loaded, and its problems.
struct FieldState: Sendable {
  struct Note: Sendable, Hashable {
    let severity: Problem.Severity
    let text: String
    /// Whether the service said it.
    var isFromService = false

    /// With its weight: "Error: …", "Error, from the service: …".
    var inWords: String {
      let mark = NoteLines.mark(severity, .spoken).0
      return isFromService ? "\(mark.dropLast()), from the service: \(text)" : "\(mark) \(text)"
    }
  }

  let value: JSONValue?
  let isChanged: Bool
  let notes: [Note]
  /// What typing has brought up so far.
  ///
  /// It gets no row, so that the form does not jump while somebody is on the way to something right;
  /// the line is judged when it is left.
  let unfinished: [Note]

  init(_ path: JSONPath, in editor: __shared CalendarEditor) {
    value = editor.document?[path]
    // A unit without a line of its own is looked after by its number.
    let paths = [path] + editor.layout.hiddenUnit(of: path)
    isChanged = paths.contains { editor.document?.isChanged($0) == true }
    var all: [Note] = []
    for path in paths {
      for text in editor.serverProblems.at(path) {
        all.append(Note(severity: .error, text: text, isFromService: true))
      }
      for problem in editor.document?.problems(at: path) ?? [] {
        all.append(Note(severity: problem.severity, text: problem.message))
      }
    }
    guard let input = editor.input, input.target == .field(path), !input.isFresh else {
      (notes, unfinished) = (all, [])
      return
    }
    notes = all.filter(input.notesBefore.contains)
    unfinished = all.filter { !input.notesBefore.contains($0) }
  }
}
