import TextUI

/// Turns what a keyboard sends into keys, pastes and mouse events.
///
/// Pure: bytes go in as they were read, cut anywhere, and the one who reads keeps the time. Curses'
/// own decoding is not used: it loses characters whose bytes come in two reads, types the rest of
/// sequences it does not know, and takes keys out of the middle of a paste.
package struct KeyDecoder: Sendable {
  private let sequences: KeySequences
  private let escapeDelay: Duration
  private var pending: [UInt8] = []
  private var paste: PasteCollector?
  /// What the terminal has answered; whoever reads the keys takes it out.
  private var replies: [TerminalReply] = []

  package init(
    sequences: KeySequences = KeySequences(), escapeDelay: Duration = .milliseconds(25)
  ) {
    self.sequences = sequences
    self.escapeDelay = escapeDelay
  }

  /// What a prefix of the pending bytes is.
  enum Step {
    /// The beginning of something.
    case incomplete
    /// A number of bytes that answer a question of the program.
    case reply(Int, TerminalReply)
    /// A number of bytes, and what they mean; nothing for what is left out.
    case taken(Int, TerminalEvent?)
    /// A number of bytes that begin a paste.
    case pasteBegins(Int)
  }

  package var isPasting: Bool { paste != nil }

  /// How long to wait for more before ``giveUpWaiting(into:)``; nil when nothing is unfinished.
  package var patience: Duration? {
    if paste != nil { return .milliseconds(500) }
    guard let first = pending.first else { return nil }
    guard first == 0x1B else { return .milliseconds(500) }
    // Two bytes of a sequence are hardly ever typed, but a slow line tears them apart.
    let isSequence = pending.count > 1 && pending[1] != 0x1B
    return isSequence ? escapeDelay * 4 : escapeDelay
  }

  /// Takes bytes that were read.
  package mutating func decode(
    _ bytes: some Sequence<UInt8>, into events: inout [TerminalEvent]
  ) {
    pending.append(contentsOf: bytes)
    drain(into: &events, isFinal: false)
  }

  /// Takes what is unfinished as it is: a lone Esc, a paste without an end.
  package mutating func giveUpWaiting(into events: inout [TerminalEvent]) {
    if let paste {
      self.paste = nil
      events.append(.paste(paste.text()))
    }
    drain(into: &events, isFinal: true)
  }

  private mutating func drain(into events: inout [TerminalEvent], isFinal: Bool) {
    var at = 0
    loop: while at < pending.count {
      if paste != nil {
        at += continuePaste(pending[at...], into: &events)
        continue
      }
      switch step(at, isFinal: isFinal) {
      case .incomplete: break loop
      case .reply(let count, let reply):
        at += count
        replies.append(reply)
      case .taken(let count, let event):
        at += count
        if let event { events.append(event) }
      case .pasteBegins(let count):
        at += count
        paste = PasteCollector()
      }
    }
    pending.removeFirst(at)
  }

  private mutating func continuePaste(
    _ bytes: ArraySlice<UInt8>, into events: inout [TerminalEvent]
  ) -> Int {
    guard var collector = paste.take() else { return 0 }
    let count = collector.take(bytes)
    if collector.isFinished {
      events.append(.paste(collector.text()))
    } else {
      paste = collector
    }
    return count
  }

  /// Takes out what the terminal has answered.
  package mutating func takeReplies() -> [TerminalReply] {
    defer { replies = [] }
    return replies
  }

  // MARK: one key

  private func step(_ at: Int, isFinal: Bool) -> Step {
    let byte = pending[at]
    switch byte {
    case 0x1B: return escape(at, isFinal: isFinal)
    case 0x0A, 0x0D: return .taken(1, .key(.enter))
    case 0x09: return .taken(1, .key(.tab))
    case 0x08, 0x7F: return .taken(1, .key(.backspace))
    case 0x00: return .taken(1, .key(.control(" ")))
    case 0x01...0x1A: return .taken(1, .key(.control(Self.ascii(byte + 0x60))))
    case 0x1C...0x1F: return .taken(1, .key(.control(Self.ascii(byte + 0x40))))
    case 0x20..<0x7F: return .taken(1, .key(.character(Self.ascii(byte))))
    default: return scalar(at, isFinal: isFinal)
    }
  }

  static func ascii(_ byte: UInt8) -> Character { Character(Unicode.Scalar(byte)) }

  private func escape(_ at: Int, isFinal: Bool) -> Step {
    guard at + 1 < pending.count else {
      return isFinal ? .taken(1, .key(.escape)) : .incomplete
    }
    switch pending[at + 1] {
    case 0x1B: return secondEscape(at, isFinal: isFinal)
    case UInt8(ascii: "["), UInt8(ascii: "O"):
      return ControlSequence.read(pending[at...], isFinal: isFinal, own: sequences)
    default:
      if let key = sequences[pending[at..<at + 2]] { return .taken(2, .key(key)) }
      return step(at + 1, isFinal: isFinal).with(.alt, after: 1)
    }
  }

  /// Two escapes: a key with Alt as some terminals send it (`ESC ESC [ A`), or Esc twice.
  private func secondEscape(_ at: Int, isFinal: Bool) -> Step {
    guard at + 2 < pending.count else {
      return isFinal ? .taken(1, .key(.escape)) : .incomplete
    }
    guard pending[at + 2] == UInt8(ascii: "[") || pending[at + 2] == UInt8(ascii: "O") else {
      return .taken(1, .key(.escape))
    }
    switch ControlSequence.read(pending[(at + 1)...], isFinal: isFinal, own: sequences) {
    case .taken(let count, .key(let key)?) where count > 2:
      return .taken(count + 1, .key(Key(key.code, key.modifiers.union(.alt))))
    case .incomplete: return .incomplete
    default: return .taken(1, .key(.escape))
    }
  }

  // MARK: UTF-8

  private func scalar(_ at: Int, isFinal: Bool) -> Step {
    let lead = pending[at]
    let length =
      switch lead {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    guard length > 1 else { return .taken(1, .key(.character("\u{FFFD}"))) }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      guard at + offset < pending.count else {
        return isFinal ? .taken(offset, .key(.character("\u{FFFD}"))) : .incomplete
      }
      let next = pending[at + offset]
      guard next & 0xC0 == 0x80 else { return .taken(offset, .key(.character("\u{FFFD}"))) }
      value = value << 6 | UInt32(next & 0x3F)
    }
    let least: UInt32 = [0, 0, 0x80, 0x800, 0x10000][length]
    guard value >= least, let scalar = Unicode.Scalar(value) else {
      return .taken(length, .key(.character("\u{FFFD}")))
    }
    // C1 controls are on no keyboard.
    if (0x80..<0xA0).contains(value) { return .taken(length, nil) }
    return .taken(length, .key(.character(Character(scalar))))
  }
}

extension KeyDecoder.Step {
  /// The same key with a modifier, behind some bytes more.
  fileprivate func with(_ modifiers: Key.Modifiers, after count: Int) -> Self {
    switch self {
    case .taken(let rest, .key(let key)?):
      .taken(rest + count, .key(Key(key.code, key.modifiers.union(modifiers))))
    case .taken(let rest, let event): .taken(rest + count, event)
    default: self
    }
  }
}
