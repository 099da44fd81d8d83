import CalendarModel

/// A text that is written to a file that somebody names.
package struct WrittenText: Sendable, Hashable {
  /// What it is, at the start of a sentence: "The changes".
  package let title: String
  package let text: String

  init(_ title: String, _ text: String) { (self.title, self.text) = (title, text) }
}

/// What became of writing a text to a file.
package enum TextWriting: Sendable, Hashable {
  case done
  /// A file is there, and was not to be replaced.
  case isThere
  case failed(FileFailure)
}

extension CalendarEditor {
  /// Says where a text was written, or asks, or says why it was not.
  mutating func finish(writing text: WrittenText, _ path: String, _ writing: TextWriting) {
    let verb = text.title.hasSuffix("s") ? "are" : "is"
    switch writing {
    case .done: say("\(text.title) \(verb) written to \(path).", .success)
    case .failed(let failure):
      say("\(text.title) \(verb) not written: \(failure.path): \(failure.reason)", .problem)
    case .isThere:
      dialogs.append(
        ConfirmDialog(
          "Replace the file?", lines: ["\(path) is there already."],
          answers: [
            .init(
              key: "r", text: "Replace it", command: .write(text, to: path, replaces: true)),
            .init(key: "k", text: "Keep it; write nothing", action: nil),
          ], selected: 1))
    }
  }
}
