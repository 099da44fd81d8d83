import TextUI

/// A key amid characters that no hand has typed, and what became of those before it.
///
/// Without bracketed paste a text is pasted as keys. Most do no harm that Undo does not mend; what
/// sends, deletes or ends something is refused, and then the rest of them, which were meant for what
/// the refused one did.
struct KeyBurst: Sendable {
  let key: Key
  var isRefused = false

  /// What a text does not do.
  static let refused: Set<ActionID> = [
    .review, .send, .saveUnchecked, .confirmSave, .sendBack, .restoreSave, .deleteRow, .unset,
    .closeDay, .reset, .resetSection, .resetAll, .reload, .loadAndMerge, .giveUpRefusedJSON,
    .suspend, .quit, .quitKeepingDraft,
  ]
}

extension CalendarEditor {
  /// Notes a key that came faster than a hand types.
  ///
  /// - Returns: false when it, or one before it, is refused, and it is to do nothing.
  mutating func note(fast key: Key) -> Bool {
    if latest.burst?.isRefused == true { return false }
    latest.burst = KeyBurst(key: key)
    // Before a dialog closes for them, or a call is cancelled.
    let isForAll = keymap.isBound(key, toOneOf: [.review, .quit])
    return !(isForAll && refusesText())
  }

  /// Whether the key that is handled came amid a text, and may not do something that cannot be taken
  /// back; says so.
  mutating func refusesText(_ action: ActionID) -> Bool {
    KeyBurst.refused.contains(action) && refusesText()
  }

  /// The same for an answer to a question, whatever it is.
  mutating func refusesText() -> Bool {
    guard let key = latest.burst?.key else { return false }
    latest.burst?.isRefused = true
    say(
      "\(key) was ignored: it came in a burst, like pasted text. Press it again.",
      .problem)
    return true
  }

  /// Says that a paste is under way.
  mutating func note(pasting bytes: Int) {
    say("Pasting… \(Self.size(bytes)) so far. Esc ends it.")
  }

  /// Says that a paste was cut.
  mutating func note(cutAt kept: Int, lost: Int) {
    say(
      "The paste was cut at \(Self.size(kept)); \(Self.size(lost)) were left out.", .problem)
  }

  private static func size(_ bytes: Int) -> String {
    bytes == 1 ? "1 byte" : "\(bytes) bytes"
  }
}
