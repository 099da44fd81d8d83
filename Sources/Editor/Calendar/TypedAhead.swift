import TextUI

/// Keys and pastes that came while a call was under way: they wait for its end.
struct TypedAhead: Sendable {
  /// More than a person types while waiting.
  private static let limit = 200

  private(set) var events: [TerminalEvent] = []

  var isEmpty: Bool { events.isEmpty }

  /// Whether there is room for another one.
  var isFull: Bool { events.count >= Self.limit }

  mutating func add(_ event: TerminalEvent) { events.append(event) }

  mutating func takeAll() -> [TerminalEvent] {
    defer { events = [] }
    return events
  }
}

extension CalendarEditor {
  /// Lets a key wait for the end of the call that is under way.
  ///
  /// What sends, deletes or ends something does not wait: nobody can know yet what it would meet.
  mutating func hold(_ event: TerminalEvent) {
    if case .key(let key) = event, keymap.isBound(key, toOneOf: KeyBurst.refused) {
      say("Wait until this is done, then press \(key) again.", .problem)
    } else if ahead.isFull {
      say("Too many keys are waiting; this one was ignored.", .problem)
    } else {
      ahead.add(event)
      say("What you type waits until this is done.")
    }
  }

  /// Drops what waited for a call that is given up, and says so.
  mutating func discardHeld() {
    guard !ahead.takeAll().isEmpty else { return }
    say("What you typed meanwhile was discarded.", .problem)
  }

  /// Takes in what waited for a call, once it has ended.
  ///
  /// Where the end has a question or a failure, nothing is typed at it.
  mutating func takeHeld() -> [Effect] {
    guard request == nil, !ahead.isEmpty else { return [] }
    let events = ahead.takeAll()
    guard document != nil, dialogs.isEmpty, banner?.kind != .error else {
      say("What you typed meanwhile was discarded; deal with this first.", .problem)
      return []
    }
    let report = banner
    let effects = events.flatMap { update(.terminal($0)) }
    // What became of the call stays in sight.
    if banner == nil { banner = report }
    return effects
  }
}
