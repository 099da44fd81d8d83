import CalendarModel
import JSON

/// The text of a JSON on its way to the user's editor and back.
enum JSONText {
  /// What the lines that the editor puts on top begin with.
  ///
  /// Nothing that is JSON can begin a line like this: a text in quotes holds no line breaks. So no
  /// line of the user's own is ever taken for one of these.
  static let mark = "//!"

  /// The text without the lines that were put on top; every other one stays to the letter.
  static func withoutNotes(_ text: String) -> String {
    guard text.contains(mark) else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { line in !isNote(line) }.joined(separator: "\n")
  }

  private static func isNote(_ line: Substring) -> Bool {
    // An editor may take the blank at the end of a line away.
    line.hasPrefix(mark + " ") || line == mark || line == mark + "\r"
  }

  /// The text with what is wrong with it on top.
  static func with(_ notes: [String], _ text: String) -> String {
    (notes + [advice]).map { "\(mark) \($0)\n" }.joined() + text
  }

  private static let advice =
    "Correct it and save; caledit removes these lines. To give up, change nothing, then discard it."

  /// How many lines ``with(_:_:)`` puts on top of a text with so many notes.
  static func lineCount(ofNotes count: Int) -> Int { count + 1 }
}

/// The JSON of a part as it came back: what it holds, or what is wrong with it.
enum ReturnedJSON {
  case right(JSONValue)
  /// Sentences, each on one line; places are those of the text with the sentences on top.
  case wrong([String])

  init(
    _ text: String, for scope: JSONScope, from original: JSONValue, in document: CalendarDocument
  ) {
    do {
      let parsed = try JSONDocument(parsing: text)
      let refusals = document.refusals(of: parsed, for: scope, from: original)
      self = refusals.isEmpty ? .right(parsed.value) : .wrong(refusals.map(\.message))
    } catch {
      let line = error.position.line + JSONText.lineCount(ofNotes: 1)
      self = .wrong(["Line \(line):\(error.position.column): \(error.message)."])
    }
  }
}

/// An edited JSON that could not be taken over; it is kept until it is right or given up.
struct RefusedEdit: Sendable {
  let request: EditRequest
  /// What the user wrote, to the letter.
  let text: String
  let problems: [String]
}
