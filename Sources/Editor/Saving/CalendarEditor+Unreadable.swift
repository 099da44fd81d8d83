import CalendarModel
import JSON

/// What was asked for when a text stood there that cannot be read.
enum UnreadableStop: Sendable, Hashable {
  case review
  case send(checks: Bool)
}

/// Texts that cannot be read, before a save: nothing of them is ever sent.
extension CalendarEditor {
  /// Asks what to do about texts that cannot be read, unless the user has agreed to leave them out.
  ///
  /// - Parameter stop: what is gone on with then.
  /// - Returns: whether it asks.
  mutating func asksAboutUnreadable(_ stop: UnreadableStop) -> Bool {
    leaveInput()
    let texts = unreadableInWords
    guard !texts.isEmpty, !saves.leavesUnreadableOut else { return false }
    dialogs.append(
      ConfirmDialog(
        texts.count == 1
          ? "A text cannot be read" : "\(texts.count) texts cannot be read",
        lines: texts.prefix(4).map { "\(symbols.error) \($0)" }
          + (texts.count > 4 ? ["… and \(texts.count - 4) more."] : []),
        answers: [
          .init(
            key: "g", text: texts.count == 1 ? "Go to it" : "Go to the first",
            decision: .goToUnreadable),
          .init(
            key: "l", text: "Leave \(texts.count == 1 ? "it" : "them") out of this save",
            decision: .leaveUnreadableOut(stop)),
          .init(key: "b", text: "Back", action: nil),
        ]))
    return true
  }

  /// Goes on without what cannot be read; it stays where it is.
  mutating func leaveUnreadableOut(_ stop: UnreadableStop) -> [Effect] {
    saves.leavesUnreadableOut = true
    switch stop {
    case .review:
      showReview()
      return []
    case .send(let checks): return sendAgreed(checks: checks)
    }
  }

  /// Each text that a save leaves out, with its place, in a sentence.
  ///
  /// A file is written whole, with the text of a number as it was typed: a rule asks about that.
  private var unreadableInWords: [String] {
    let typed = unfinished.texts.map {
      "\($0.place.title): \(Wording.quoted($0.text, length: 60)) cannot be read."
    }
    guard let document, !writesCalendar else { return typed }
    return typed
      + document.unreadableTexts.map {
        "\(document.place($0.path)): \(Wording.quoted($0.text, length: 60)) cannot be read."
      }
  }
}
