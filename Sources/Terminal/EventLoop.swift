import CTerminal
import Glibc
import TextUI

/// The one place where the program waits: for keys, signals, messages of other threads, a moment.
///
/// It sleeps in `poll(2)` until one of them comes; there is no ticking. The main thread owns it. It
/// knows nothing of what the messages are: code for any type of them would be looked up with each key.
package final class EventLoop {
  /// Something to react to.
  package enum Input: Sendable {
    case terminal(TerminalEvent)
    /// Other threads may have left messages in a ``Mailbox`` of the loop.
    case messages
    /// The moment given to ``EventLoop/next(deadline:)`` has come.
    case deadline
    /// The terminal can be shown something again.
    case canShow
    /// Somebody asks the program to stop for a while; it does with ``EventLoop/stop()``.
    case stopRequest
    /// The terminal has shown whether it takes UTF-8; see ``CursesScreen/isUTF8``.
    case encodingKnown
  }

  private let screen: CursesScreen
  private let pipe: WakePipe
  private let clock = ContinuousClock()
  private var decoder: KeyDecoder
  private var burst: BurstGuard
  /// When an unfinished key is taken as it is.
  private var keyDeadline: ContinuousClock.Instant?
  /// When it is told next that a paste is under way.
  private var pasteDeadline: ContinuousClock.Instant?
  /// How much of it was told of last.
  private var toldOfPaste: Int?
  private var isHungUp = false
  private var reportedSize: Size?
  private var inputs: [Input] = []
  private var events: [TerminalEvent] = []
  private var buffer: [UInt8]
  private var descriptors: [pollfd]

  /// Begins to watch the terminal and to catch signals.
  ///
  /// - Parameter escapeDelay: how long an Esc may turn out to be the beginning of another key; nil for
  ///   what the environment says.
  package init(
    screen: CursesScreen, escapeDelay: EscapeDelay? = nil
  ) throws(TerminalError) {
    self.screen = screen
    pipe = try WakePipe.shared()
    decoder = KeyDecoder(
      sequences: .ofTerminal, escapeDelay: escapeDelay ?? .ofEnvironment ?? .standard)
    let input = ct_input_descriptor()
    let characterTime = ct_character_time()
    burst = BurstGuard(
      characterTime: characterTime > 0 ? .microseconds(characterTime) : nil)
    reportedSize = screen.size
    // As much as a terminal hands over at a time; when it is all of that, there may be more.
    buffer = Array(repeating: 0, count: 4095)
    descriptors = [
      pollfd(fd: input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: pipe.readEnd, events: Int16(POLLIN), revents: 0),
      pollfd(fd: -1, events: Int16(POLLOUT), revents: 0),
    ]
    ct_catch_signals()
    // The window may have changed before anybody listened.
    screen.adoptSize()
  }

  /// Makes a place where other threads leave messages; each ends the waiting.
  package func mailbox<Message: Sendable>() -> Mailbox<Message> { Mailbox(pipe: pipe) }

  /// Waits until there is something to do, and answers all of it.
  ///
  /// - Parameter deadline: when to come back in any case, with ``Input/deadline``.
  /// - Returns: at least one input, in the order of its coming.
  package func next(deadline: ContinuousClock.Instant? = nil) -> [Input] {
    takeSignals()
    reportSize()
    while inputs.isEmpty {
      wait(until: Deadline.earlier(deadline, Deadline.earlier(keyDeadline, pasteDeadline)))
      if descriptors[1].revents != 0 {
        pipe.drain()
        takeSignals()
        inputs.append(.messages)
      }
      if descriptors[0].revents != 0 { readKeys() }
      if descriptors[2].revents != 0, screen.goOnSending() { inputs.append(.canShow) }
      if let moment = keyDeadline, clock.now >= moment { giveUpWaitingForKey() }
      if let moment = pasteDeadline, clock.now >= moment { tellOfPaste() }
      reportSize()
      if let deadline, clock.now >= deadline { inputs.append(.deadline) }
    }
    defer { inputs.removeAll(keepingCapacity: true) }
    return inputs
  }

  /// Stops the program as Ctrl-Z does elsewhere; ``TerminalEvent/resumed`` follows when it goes on.
  package func suspend() { stop(wholeGroup: true) }

  /// Stops the program as it was asked to from outside.
  package func stop() { stop(wholeGroup: false) }

  // MARK: waiting

  private func wait(until moment: ContinuousClock.Instant?) {
    let timeout = moment.map { clock.now.duration(to: $0).milliseconds } ?? -1
    for index in descriptors.indices { descriptors[index].revents = 0 }
    descriptors[2].fd = screen.pendingOutput
    // A signal ends the wait too, but has left a byte in the pipe.
    if poll(&descriptors, nfds_t(descriptors.count), timeout) < 0 {
      for index in descriptors.indices { descriptors[index].revents = 0 }
    }
  }

  // MARK: keys

  /// Reads everything there is, so that a paste is drawn once and not line by line.
  private func readKeys() {
    while !isHungUp {
      let (count, error) = SystemCall.result { [descriptor = descriptors[0].fd] in
        buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      }
      if error == EINTR { continue }
      if error == EAGAIN { break }
      // End of input, or EIO: the connection is gone. It would be reported for ever.
      guard count > 0 else { return hangUp() }
      buffer.withUnsafeBufferPointer { bytes in
        decoder.decode(bytes[..<count], into: &events)
      }
      // A short read can mean that a long paste is still being written by the other side.
      guard count == buffer.count || decoder.pastedBytes != nil, isReadable() else { break }
    }
    burst.mark(&events, at: clock.now)
    waitForRest()
    hand(over: &events)
  }

  /// Where the terminal cannot be opened once more, a read waits for what is not there.
  private func isReadable() -> Bool {
    var descriptor = pollfd(fd: descriptors[0].fd, events: Int16(POLLIN), revents: 0)
    return poll(&descriptor, 1, 0) > 0
  }

  private func giveUpWaitingForKey() {
    decoder.giveUpWaiting(into: &events)
    waitForRest()
    hand(over: &events)
  }

  private func waitForRest() {
    keyDeadline = decoder.patience.map { clock.now.advanced(by: $0) }
    if decoder.pastedBytes == nil {
      pasteDeadline = nil
      toldOfPaste = nil
    } else if pasteDeadline == nil, decoder.pastedBytes != toldOfPaste {
      pasteDeadline = clock.now.advanced(by: .milliseconds(500))
    }
  }

  /// Tells how much of a paste has come; most pastes have ended before.
  private func tellOfPaste() {
    pasteDeadline = nil
    guard let count = decoder.pastedBytes else { return }
    toldOfPaste = count
    inputs.append(.terminal(.pasting(bytes: count)))
  }

  private func hand(over events: inout [TerminalEvent]) {
    for reply in decoder.takeReplies() where screen.take(reply) { inputs.append(.encodingKnown) }
    for event in events { inputs.append(.terminal(event)) }
    events.removeAll(keepingCapacity: true)
  }

  private func hangUp() {
    guard !isHungUp else { return }
    isHungUp = true
    keyDeadline = nil
    pasteDeadline = nil
    descriptors[0].fd = -1  // which poll leaves out
    hand(over: &events)
    inputs.append(.terminal(.hangUp))
  }

  // MARK: signals

  private func takeSignals() {
    let signals = Int(ct_take_signals())
    func came(_ bit: Int) -> Bool { signals & bit != 0 }
    guard signals != 0 else { return }
    if came(CT_SIGNAL_HUP) { hangUp() }
    // Who is told to end takes no terminal for that: in the background it would be stopped.
    let isEnding = came(CT_SIGNAL_HUP) || came(CT_SIGNAL_TERM) || came(CT_SIGNAL_OTHER)
    if came(CT_SIGNAL_TERM) { inputs.append(.terminal(.terminate(signal: SIGTERM))) }
    if came(CT_SIGNAL_OTHER) {
      inputs.append(.terminal(.terminate(signal: ct_other_signal())))
    }
    if came(CT_SIGNAL_INT) { inputs.append(.terminal(.terminate(signal: SIGINT))) }
    if came(CT_SIGNAL_WINCH) {
      screen.adoptSize()
      reportedSize = nil  // also the size that it had: what the terminal shows is lost
    }
    if isEnding { return }
    if came(CT_SIGNAL_TSTP) {
      inputs.append(.stopRequest)
    } else if came(CT_SIGNAL_CONT) {
      screen.retake()
      inputs.append(.terminal(.resumed))
    }
  }

  private func stop(wholeGroup: Bool) {
    screen.released { _ = ct_stop(wholeGroup) }
    inputs.append(.terminal(.resumed))
  }

  private func reportSize() {
    guard screen.size != reportedSize else { return }
    reportedSize = screen.size
    inputs.append(.terminal(.resize(screen.size)))
  }
}

extension Duration {
  /// Whole milliseconds, rounded up, as `poll` takes them.
  var milliseconds: Int32 {
    guard self > .zero else { return 0 }
    let (seconds, attoseconds) = components
    guard seconds < 1_000_000 else { return .max }
    let perMillisecond: Int64 = 1_000_000_000_000_000
    return Int32(seconds) * 1000 + Int32((attoseconds + perMillisecond - 1) / perMillisecond)
  }
}

extension EscapeDelay {
  /// By `$ESCDELAY`, which is that of ncurses; nil where it says nothing.
  fileprivate static var ofEnvironment: EscapeDelay? {
    getenv("ESCDELAY").flatMap { Int(String(cString: $0)) }.map(EscapeDelay.milliseconds)
  }
}
