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
    guard let document = editor.document else {
      (value, isChanged, notes, unfinished) = (nil, false, [], [])
      return
    }
    value = document[path]
    // A unit without a line of its own is looked after by its number.
    let paths = [path] + editor.layout.hiddenUnit(of: path)
    isChanged = paths.contains(where: document.isChanged)
    let all = paths.flatMap { path in
      editor.serverProblems.at(path).map {
        Note(severity: .error, text: $0, isFromService: true)
      }
        + document.validation.problems(at: path).map {
          Note(severity: $0.severity, text: $0.message)
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
