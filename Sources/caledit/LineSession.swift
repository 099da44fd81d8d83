import Editor
import Glibc
import Terminal

/// Runs the application in line mode: reads lines, and says what the application shows in words.
///
/// What reads is a person or a script. For a person there is a prompt; the lines of a script are
/// repeated, so that what it did can be read, and each waits until what the ones before it asked for
/// has come.
struct LineSession {
  private let loop: LineLoop<AppMessage>
  private let front: LineFront
  private var driver: AppDriver<LineFront>
  private var talk = LineTalk()
  /// Until when nothing is said, so that names and schedules that are asked for stand in it; nil while
  /// nothing is waited for.
  private var silence: ContinuousClock.Instant?
  /// The line that was read last, with its number from 1 on.
  private var lastLine = (number: 0, text: "")
  /// What a script did not get done first, in a sentence; nil where all was done.
  private var undone: String?
  /// Whether a prompt stands on the line of the cursor.
  private var isPrompting = false
  /// What a signal that ended the program did to the work, in words; nil where it did nothing.
  var farewell: String? { driver.farewell }
  /// What was saved for standard output; nil when nothing was.
  var resultText: String? { driver.resultText }

  /// - Parameters:
  ///   - source: where the calendar that is shown comes from; nil for the list.
  ///   - isASCII: whether only ASCII is written; nil leaves that to the locale.
  init(
    app: App, source: CalendarSource?, links: AccountLinks, isASCII: Bool?
  ) throws(TerminalError) {
    loop = try LineLoop()
    front = LineFront(loop: loop, isASCII: isASCII)
    driver = AppDriver(app, links: links, front: front, notices: [])
    driver.openFirst(source)
  }

  /// Edits until the user leaves, or there is nothing more to read.
  ///
  /// - Returns: the exit status; that of a script says as well whether all its lines were done.
  mutating func run() -> Int32 {
    let status = runToTheEnd()
    guard !loop.isInteractive else { return status }
    if let kept = driver.keptDrafts { TerminalOutput.error.line("caledit: \(kept).") }
    guard let undone else { return status }
    TerminalOutput.error.line("caledit: \(undone)")
    return status == ExitStatus.done.rawValue ? ExitStatus.failure.rawValue : status
  }

  private mutating func runToTheEnd() -> Int32 {
    defer { loop.showTyping(true) }
    driver.start()
    say([LineTalk.greeting])
    while true {
      driver.settle()
      if isSilent {
        take(
          loop.next(deadline: Deadline.earlier(driver.deadline(), silence), readsLines: false))
        if let status = driver.status { return status }
        continue
      }
      say(talk.news(of: driver.app))
      noteRefusal()
      if !loop.isInteractive, let why = driver.app.unopened {
        undone = undone ?? why
        driver.take(.line(.end))
        return driver.status ?? ExitStatus.failure.rawValue
      }
      if !driver.isWaiting {
        let held = talk.takeHeld(driver.app)
        if !held.isEmpty {
          run(held)
          continue
        }
      }
      if let status = driver.status { return status }
      prompt()
      let readsLines = loop.isInteractive || !driver.isWaiting
      take(loop.next(deadline: driver.deadline(), readsLines: readsLines))
      if let status = driver.status { return status }
    }
  }

  /// How long a person waits for what makes the words better.
  private static let patience = Duration.seconds(1)

  /// Whether an answer is waited for before anything is said; a script waits for all of them.
  private var isSilent: Bool {
    mutating get {
      guard !driver.awaited.isEmpty else {
        silence = nil
        return false
      }
      let end = silence ?? .now + (loop.isInteractive ? Self.patience : .seconds(600))
      silence = end
      return end > .now
    }
  }

  private mutating func take(_ inputs: [LineLoop<AppMessage>.Input]) {
    for input in inputs {
      driver.tick()
      switch input {
      case .line(let line):
        if loop.isInteractive {
          isPrompting = false
          // The end of a line that nobody saw was not seen either.
          if talk.isSecret(driver.app) { front.write("") }
        } else {
          let isSecret = talk.isSecret(driver.app)
          front.write(talk.prompt(driver.app) + (isSecret ? "" : line))
        }
        loop.showTyping(true)
        lastLine = (lastLine.number + 1, line)
        run([.hear(line)])
        noteRefusal()
      case .notText(let line): refuse(line)
      case .message(let message): driver.takeIn(message)
      case .deadline: driver.takeDeadline()
      case .interrupt:
        endPrompt()
        run(talk.interrupt(driver.app))
      case .end:
        endPrompt()
        if undone == nil, let question = talk.openQuestion(driver.app) {
          undone = "the input ended, and this was not answered: \(question)"
        }
        driver.take(.line(.end))
        // What cannot be kept does not hold up the end: nobody is there any more.
        if driver.status == nil { driver.status = ExitStatus.failure.rawValue }
      case .hangUp: driver.take(.terminal(.hangUp))
      case .terminate(let signal): driver.take(.terminal(.terminate(signal: signal)))
      case .stopRequest:
        driver.flush()
        loop.stop()
        isPrompting = false
        say(talk.wentOn(driver.app))
      }
      if driver.status != nil { return }
    }
    if front.isClosed { driver.take(.terminal(.hangUp)) }
  }

  /// Passes a line over that is not UTF-8: what stands for its bytes must not get into a calendar.
  private mutating func refuse(_ line: String) {
    loop.showTyping(true)
    isPrompting = false
    // What was to be a token is not repeated.
    lastLine = (lastLine.number + 1, talk.isSecret(driver.app) ? "" : line)
    front.write("The line is not UTF-8, so it was passed over.")
    note(refusal: "it is not UTF-8")
  }

  /// Takes note of the first line that was not done.
  private mutating func noteRefusal() {
    if let reason = talk.firstRefusal { note(refusal: reason) }
  }

  private mutating func note(refusal reason: String) {
    guard undone == nil else { return }
    let text = lastLine.text
    let words = text.count > 60 ? String(text.prefix(59)) + "…" : text
    undone = "line \(lastLine.number) was not done, “\(words)”: \(reason)"
  }

  private mutating func run(_ steps: [LineTalk.Step]) {
    for step in steps where driver.status == nil {
      switch step {
      case .say(let lines): say(lines)
      case .send(let message): driver.take(message)
      case .hear(let line): run(talk.hear(line, driver.app))
      }
    }
  }

  // MARK: Writing

  private mutating func say(_ lines: [String]) {
    guard !lines.isEmpty else { return }
    endPrompt()
    for line in lines { front.write(line) }
  }

  /// What comes by itself does not stand behind a prompt.
  private mutating func endPrompt() {
    if isPrompting { front.write("") }
    isPrompting = false
  }

  private mutating func prompt() {
    guard loop.isInteractive, !isPrompting, !talk.isBusy(driver.app) else { return }
    loop.showTyping(!talk.isSecret(driver.app))
    front.prompt(talk.prompt(driver.app))
    isPrompting = true
  }
}

/// What line mode does for the application.
struct LineFront: FrontEnd {
  let loop: LineLoop<AppMessage>
  /// Whether only ASCII is written; nil leaves that to the locale.
  let isASCII: Bool?

  var mailbox: Mailbox<AppMessage> { loop.mailbox }
  /// Whether nobody reads what is written any more.
  var isClosed: Bool { loop.isOutputClosed }

  func write(_ text: String) {
    if !TerminalOutput.standard.line(text, ascii: isASCII) { loop.isOutputClosed = true }
  }

  func prompt(_ text: String) {
    if !TerminalOutput.standard.prompt(text, ascii: isASCII) { loop.isOutputClosed = true }
  }

  func released<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body()
  }

  /// A clipboard is reached by a control sequence, so the text is written to be selected.
  func copy(_ text: String) throws(ClipboardError) {
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      write(String(line))
    }
  }

  func setMouse(_ on: Bool) {}
  /// The group of a script is that of the pipe: stopping it would stop what writes the lines.
  func suspend() { if loop.isInteractive { loop.stop(wholeGroup: true) } }
  func repaint() {}
}
