import TextUI

/// Tells keys that no hand has typed: many characters come at once.
///
/// Without bracketed paste (an old screen, a serial line) a terminal sends a pasted text as if it were
/// typed, and each character is a command where no text field has the focus. But a line that stalls
/// hands over at once as well what was typed or repeated meanwhile. So keys that come together are
/// keys, arrows move and letters type, and only what cannot be taken back is refused to them (that is
/// the editor's part):
/// - With four characters among the keys of one read, all of them are fast, those before as well. Up to
///   three, as in `4 5 Ctrl-S Ctrl-S`, are what somebody types ahead.
/// - One line that Enter accepts, with one command behind it and perhaps one before it, is typed ahead
///   too, however long it is (`Ctrl-F name Enter Ctrl-Q`): no text that is pasted looks so.
/// - Only what is read in one piece, has 32 characters or more, goes on behind a line break, and has
///   no other key in it, is a paste: then a line break is one, and not Enter.
///
/// What counts is what is read together, and not the clock: a script answers a screen faster than any
/// hand and may. Only a line so slow that each character is read alone is told by the time from one
/// to the next.
package struct BurstGuard: Sendable {
  /// How many characters make keys a text.
  package static let fewestCharacters = 4
  /// How many characters make several lines a paste.
  package static let fewestOfPaste = 32

  /// Reads that follow each other no later than this belong together.
  private let gap: Duration
  private var last: ContinuousClock.Instant?
  private var characters = 0

  /// - Parameter characterTime: how long the line takes for a character; nil for one that is faster
  ///   than the program.
  package init(characterTime: Duration? = nil) { gap = characterTime.map { $0 * 3 } ?? .zero }

  /// Marks the keys among what was read at a moment.
  package mutating func mark(
    _ events: inout [TerminalEvent], at moment: ContinuousClock.Instant
  ) {
    // Fewer are no text, unless the line is so slow that they come one by one.
    guard gap > .zero || events.count >= Self.fewestCharacters else { return }
    let keys = events.compactMap { if case .key(let key) = $0 { key } else { nil } }
    guard !keys.isEmpty else { return }
    let isRun = gap > .zero && (last.map { $0.duration(to: moment) <= gap } ?? false)
    last = moment
    let typed = keys.count { $0.typed != nil }
    characters = (isRun ? characters : 0) + typed
    if keys.count == events.count, let text = Self.pastedText(keys) {
      events = [.paste(text)]
      return
    }
    guard characters >= Self.fewestCharacters, isRun || !Self.isLineAndCommand(keys) else { return }
    for index in events.indices {
      if case .key(let key) = events[index] { events[index] = .fastKey(key) }
    }
  }

  private static func isLineAndCommand(_ keys: [Key]) -> Bool {
    guard let last = keys.last, last.modifiers == .control else { return false }
    let before = keys.dropLast()
    let line = before.first?.modifiers == .control ? before.dropFirst() : before
    return line.last == .enter && line.dropLast().allSatisfy { $0.typed != nil }
  }

  /// What keys that came in one piece would be as a paste; nil when they need not be one.
  private static func pastedText(_ keys: [Key]) -> String? {
    guard keys.count > fewestOfPaste else { return nil }
    var text = ""
    var goesOn = false
    for key in keys {
      if let character = key.typed {
        goesOn = goesOn || text.last == "\n"
        text.append(character)
      } else if key == .enter {
        text.append("\n")
      } else if key == .tab {
        text.append("\t")
      } else {
        return nil
      }
    }
    return goesOn && keys.count(where: { $0.typed != nil }) >= fewestOfPaste ? text : nil
  }
}
