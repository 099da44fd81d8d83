import TextUI

/// A key that no hand has typed, and what became of those before it.
///
/// Without bracketed paste a text is pasted as keys. Most do no harm that Undo does not mend; what
/// sends, deletes or ends something is refused, and then the rest of them, which were meant for what
/// the refused one did.
struct KeyBurst: Sendable {
  var key: Key
  var haste: Haste
  var isRefused = false

  /// What a text does not do.
  private static let refusedInText: Set<ActionID> = [
    .review, .deleteRow, .unset, .closeDay, .reset, .resetSection, .resetAll, .reload,
    .loadAndMerge, .giveUpRefusedJSON, .suspend, .quit,
  ]
  /// What no key does that comes at once behind another: nobody has seen what it answers.
  private static let refusedAlways: Set<ActionID> = [
    .send, .saveUnchecked, .confirmSave, .sendBack, .restoreSave, .quitKeepingDraft,
  ]

  func refuses(_ action: ActionID) -> Bool {
    Self.refusedAlways.contains(action)
      || haste == .inText && Self.refusedInText.contains(action)
  }
}

extension CalendarEditor {
  /// Notes a key that came faster than a hand types.
  ///
  /// - Returns: false when one before it was refused, and it is to do nothing.
  mutating func note(_ key: Key, _ haste: Haste) -> Bool {
    if burst?.isRefused == true { return false }
    burst = KeyBurst(key: key, haste: haste)
    // Before a dialog closes for them, or a call is cancelled.
    let isForAll = (Actions.byKey[key] ?? []).contains { [.review, .quit].contains($0.id) }
    return !(isForAll && refusesText())
  }

  /// Whether the key that is handled may not do something that cannot be taken back; says so.
  mutating func refusesHaste(_ action: ActionID) -> Bool {
    burst?.refuses(action) == true && refuseBurst()
  }

  /// Refuses an answer to a question that nobody can have read.
  mutating func refusesHastyAnswer() -> Bool { burst != nil && refuseBurst() }

  /// Refuses what a text is not to do.
  mutating func refusesText() -> Bool { burst?.haste == .inText && refuseBurst() }

  private mutating func refuseBurst() -> Bool {
    guard let key = burst?.key else { return false }
    burst?.isRefused = true
    say(
      "\(key) was ignored: it came with other keys, faster than anyone types. Press it again.",
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
