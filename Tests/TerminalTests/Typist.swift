import Terminal
import TextUI

/// Sends bytes to a decoder, with pauses in which it waits as the event loop does.
struct Typist {
  private(set) var events: [TerminalEvent] = []
  private var decoder: KeyDecoder

  init(sequences: KeySequences = KeySequences(), escapeDelay: EscapeDelay = .standard) {
    decoder = KeyDecoder(sequences: sequences, escapeDelay: escapeDelay)
  }

  /// How much of a paste has come; nil while there is none.
  var pastedBytes: Int? { decoder.pastedBytes }

  mutating func send(_ bytes: some Sequence<UInt8>) { decoder.decode(bytes, into: &events) }

  mutating func send(_ text: String) { send(Array(text.utf8)) }

  /// Lets time pass.
  mutating func pause(_ time: Duration) {
    var rest = time
    while let patience = decoder.patience, patience <= rest {
      rest -= patience
      decoder.giveUpWaiting(into: &events)
    }
  }

  /// Sends bytes in pieces, with a pause behind each.
  mutating func send(_ bytes: [UInt8], cutAt cuts: [(place: Int, pause: Duration)]) {
    var start = 0
    for (place, time) in cuts {
      send(bytes[start..<place])
      pause(time)
      start = place
    }
    send(bytes[start...])
  }
}
