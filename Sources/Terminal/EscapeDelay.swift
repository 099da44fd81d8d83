/// How long the decoder waits for what may still come.
///
/// The bytes of one key come together, but a slow line tears them apart anywhere, and nothing but
/// time tells Esc from the beginning of another key.
package struct EscapeDelay: Sendable, Hashable {
  /// How long an Esc waits for `[`, `O` or another byte that begins a sequence, until it is Esc.
  ///
  /// 0.1 seconds, which nobody feels; ssh and screen have been seen to tear keys by 60 ms.
  package static let standard = EscapeDelay.milliseconds(100)

  package let whole: Duration

  /// How long an Esc makes the next character one with Alt.
  ///
  /// A quarter of the whole, so that Esc and a letter typed quickly are two keys; on lines that need a
  /// long delay this is longer too.
  let letter: Duration
  /// How long two bytes wait that are a key with Alt (`ESC [`) or the beginning of more.
  ///
  /// The program has no such key, so that nobody waits, while answers of the terminal are whole again.
  let beginning: Duration
  /// For how long `[A` is still the rest of an Esc that has been given already.
  static let tail = Duration.milliseconds(200)
  /// How long a sequence waits that can be no key that somebody has typed, until it is dropped.
  static let sequence = Duration.seconds(5)
  /// How long the bytes of a character wait for the rest.
  static let character = Duration.milliseconds(500)

  /// - Parameter count: how long the whole delay is; 10 seconds at most.
  package static func milliseconds(_ count: Int) -> EscapeDelay {
    EscapeDelay(.milliseconds(min(max(count, 0), 10_000)))
  }

  private init(_ whole: Duration) {
    self.whole = whole
    letter = min(self.whole, max(.milliseconds(25), self.whole / 4))
    beginning = max(self.whole * 4, .seconds(1))
  }

  /// How long an Esc waits in the middle of a paste, until it ends the paste; a text may hold one.
  var inPaste: Duration { max(whole, .milliseconds(500)) }
}
