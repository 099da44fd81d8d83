import TextUI

/// Turns what a keyboard sends into keys, pastes and mouse events.
///
/// Pure: bytes go in as they were read, cut anywhere, and the one who reads keeps the time. Curses'
/// own decoding is not used: it loses characters whose bytes come in two reads, types the rest of
/// sequences it does not know, and takes keys out of the middle of a paste.
///
/// What is unfinished waits (``patience``), each kind as long as it needs:
/// - a paste for its end mark, without limit; only an Esc that nothing follows ends it before;
/// - a string of the terminal (``StringReply``) and a torn sequence for seconds, and are then dropped;
/// - an Esc for ``EscapeDelay``. What begins like a sequence shortly after it is one, with the Esc if
///   that still waits, and without it if it was given already.
package struct KeyDecoder: Sendable {
  private let sequences: KeySequences
  private let delay: EscapeDelay
  private var pending: [UInt8] = []
  private var paste: PasteCollector?
  /// What the terminal has answered; whoever reads the keys takes it out.
  private var replies: [TerminalReply] = []
  /// Whether a string of the terminal has begun and not ended.
  private var isInString = false
  private var escape = Escape.new

  /// What is known of a lone Esc.
  private enum Escape {
    /// There is none, or it has just come.
    case new
    /// It waits, and no longer makes a letter one with Alt.
    case late
    /// It was given as a key, and its sequence may still come.
    case given
  }

  package init(sequences: KeySequences = KeySequences(), escapeDelay: EscapeDelay = .standard) {
    self.sequences = sequences
    delay = escapeDelay
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
    /// A number of bytes that begin a string of the terminal.
    case stringBegins(Int)
  }

  /// How much of a paste has come whose end has not; nil while there is none.
  package var pastedBytes: Int? { paste?.count }

  /// How long to wait for more before ``giveUpWaiting(into:)``; nil when nothing is unfinished, or
  /// it is waited for without limit.
  package var patience: Duration? {
    if let paste { return paste.endsWithEscape ? delay.inPaste : nil }
    if isInString { return EscapeDelay.sequence }
    guard let first = pending.first else { return escape == .given ? EscapeDelay.tail : nil }
    if escape == .given { return delay.letter }
    guard first == 0x1B else { return EscapeDelay.character }
    guard pending.count > 1 else {
      return escape == .late ? delay.whole - delay.letter : delay.letter
    }
    let body = pending[1] == 0x1B ? pending.dropFirst() : pending[...]
    guard body.count > 1 else { return delay.letter }
    // A report of an old mouse, or F1 of a terminal that is not what TERM says.
    let isDoubtful = body.count == 2 || body.elementsEqual([0x1B, 0x5B, 0x4D])
    return isDoubtful ? delay.beginning : EscapeDelay.sequence
  }

  /// Takes bytes that were read.
  package mutating func decode(
    _ bytes: some Sequence<UInt8>, into events: inout [TerminalEvent]
  ) {
    pending.append(contentsOf: bytes)
    guard settleEscape(into: &events) else { return }
    drain(into: &events, isFinal: false)
  }

  /// Takes what is unfinished as it is: a lone Esc, a paste that Esc ends.
  package mutating func giveUpWaiting(into events: inout [TerminalEvent]) {
    if var paste {
      guard paste.endsWithEscape else { return }
      paste.endByEscape()
      finish(paste, into: &events)
      // Perhaps it was the end mark, torn.
      escape = .given
    } else if isInString {
      isInString = false
      pending.removeAll()
    } else if pending == [0x1B], escape == .new, delay.letter < delay.whole {
      escape = .late
    } else if pending == [0x1B, 0x1B], delay.letter < delay.whole {
      // A key with Alt would have come at once: two keys, and the second may still be another.
      events.append(.key(.escape))
      pending.removeFirst()
      escape = .late
    } else {
      let isEscape = pending == [0x1B]
      escape = .new
      drain(into: &events, isFinal: true)
      if isEscape { escape = .given }
    }
  }

  // MARK: an Esc that came before

  /// Decides what an Esc was that came some time before the pending bytes.
  ///
  /// - Returns: false while that cannot be told.
  private mutating func settleEscape(into events: inout [TerminalEvent]) -> Bool {
    switch escape {
    case .new: return true
    case .late:
      guard pending.count > 1 else { return true }
      escape = .new
      if !Self.beginsSequence(pending[1]) {
        events.append(.key(.escape))
        pending.removeFirst()
      }
    case .given:
      guard !pending.isEmpty, paste == nil else { return true }
      switch restOfEscape {
      case .undecided: return false
      case .reply: pending.insert(0x1B, at: 0)
      case .key: break
      }
      escape = .new
    }
    return true
  }

  private static func beginsSequence(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "[") || byte == UInt8(ascii: "O") || StringReply.isIntroducer(byte)
  }

  /// Whether the pending bytes are the rest of a sequence whose Esc was given already.
  ///
  /// Only what nobody types in one go is: a key that is known, or the beginning of an answer.
  private var restOfEscape: StringReply.Beginning {
    let first = pending[0]
    guard Self.beginsSequence(first) else { return .key }
    guard pending.count > 1 else { return .undecided }
    if first == UInt8(ascii: "]") || first == UInt8(ascii: "P") {
      return StringReply.beginning(pending[...])
    }
    guard first == UInt8(ascii: "[") || first == UInt8(ascii: "O") else { return .key }
    if first == UInt8(ascii: "["), (0x30..<0x40).contains(pending[1]) { return .reply }
    switch ControlSequence.read([0x1B] + pending[...], isFinal: false, own: sequences) {
    case .taken(let count, .some) where count > 2: return .reply
    default: return .key
    }
  }

  // MARK: taking

  private mutating func drain(into events: inout [TerminalEvent], isFinal: Bool) {
    var at = 0
    loop: while at < pending.count {
      if paste != nil {
        at += continuePaste(pending[at...], into: &events)
        continue
      }
      if isInString {
        let (count, isFinished) = StringReply.skip(pending[at...])
        at += count
        isInString = !isFinished
        if !isFinished { break loop }
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
      case .stringBegins(let count):
        at += count
        isInString = true
      }
    }
    pending.removeFirst(at)
    // A sequence without an end means nothing any more, and does not grow.
    if !isInString, pending.count > ControlSequence.limit,
      let kind = pending.firstIndex(where: { $0 != 0x1B })
    {
      let isBracket = pending[kind] == UInt8(ascii: "[")
      pending.replaceSubrange((kind + 1)..., with: [UInt8(ascii: isBracket ? "?" : "0")])
    }
  }

  private mutating func continuePaste(
    _ bytes: ArraySlice<UInt8>, into events: inout [TerminalEvent]
  ) -> Int {
    guard var collector = paste.take() else { return 0 }
    let count = collector.take(bytes)
    if collector.isFinished {
      finish(collector, into: &events)
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

  private mutating func finish(_ collector: PasteCollector, into events: inout [TerminalEvent]) {
    paste = nil
    events.append(.paste(collector.text()))
    if collector.lost > 0 {
      events.append(.pasteCut(kept: collector.kept, lost: collector.lost))
    }
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
    let next = pending[at + 1]
    switch next {
    case 0x1B: return secondEscape(at, isFinal: isFinal)
    case UInt8(ascii: "["), UInt8(ascii: "O"):
      return ControlSequence.read(pending[at...], isFinal: isFinal, own: sequences)
    default:
      if let key = sequences[pending[at..<at + 2]] { return .taken(2, .key(key)) }
      if StringReply.isIntroducer(next) {
        switch StringReply.beginning(pending[(at + 1)...]) {
        case .reply: return .stringBegins(2)
        case .undecided where !isFinal: return .incomplete
        default: break
        }
      }
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
