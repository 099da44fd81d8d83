import Editor
import Terminal
import TextUI

/// Runs the application on the full screen: waits for input, updates and draws.
struct Session {
  private let screen: CursesScreen
  private let loop: EventLoop
  private let mailbox: Mailbox<AppMessage>
  private var driver: AppDriver<ScreenFront>
  private var grid: Grid
  private var rest = KeyRest()
  private var calls = CallRest()
  /// What a signal that ended the program did to the work, in words; nil where it did nothing.
  var farewell: String? { driver.farewell }
  /// What was saved for standard output; nil when nothing was.
  var resultText: String? { driver.resultText }

  /// Paints the application, and only then opens what waits for the disk: keys that come meanwhile
  /// are read behind that.
  ///
  /// - Parameter source: where the calendar that is shown comes from; nil for the list.
  init(
    screen: CursesScreen, app: App, source: CalendarSource?, links: AccountLinks,
    escapeDelay: EscapeDelay?
  ) throws(TerminalError) {
    // Who sees the first frame may send a signal.
    loop = try EventLoop(screen: screen, escapeDelay: escapeDelay)
    self.screen = screen
    mailbox = loop.mailbox()
    driver = AppDriver(
      app, links: links, front: ScreenFront(screen: screen, loop: loop, mailbox: mailbox),
      notices: screen.notice.map { [$0] } ?? [])
    grid = Grid(size: app.display.size, isASCII: app.display.isASCII)
    driver.app.scroll()
    driver.app.draw(into: &grid)
    screen.show(grid)
    driver.openFirst(source)
  }

  /// Edits until the user leaves.
  ///
  /// - Returns: the exit status.
  mutating func run() -> Int32 {
    driver.start()
    // The first frame shows that the program is there; the next one has what comes at once.
    calls.note(isCalling: driver.isWaiting, isWaiting: driver.isWaiting, at: .now)
    while true {
      calls.note(isCalling: driver.isCalling, isWaiting: driver.isWaiting, at: .now)
      driver.app.scroll(explains: rest.explains)
      if !calls.isHolding {
        driver.app.draw(into: &grid)
        screen.show(grid)
      }
      for input in loop.next(deadline: deadline()) {
        driver.tick()
        switch input {
        case .terminal(let event):
          if event.isKey { rest.noteKeys(at: .now) }
          calls.end()
          driver.take(.terminal(event))
        case .messages:
          for message in mailbox.take() {
            driver.takeIn(message)
            if driver.status != nil { break }
          }
        case .canShow: break
        case .encodingKnown: noteEncoding()
        case .stopRequest:
          driver.flush()
          loop.stop()
        case .deadline: takeDeadline()
        }
        if let status = driver.status { return status }
      }
      driver.settle()
    }
  }

  private mutating func takeDeadline() {
    rest.note(.now)
    driver.takeDeadline()
    if let moment = screen.answerDeadline, moment <= .now {
      screen.giveUpAsking()
      noteEncoding()
    }
  }

  /// Draws with more than ASCII where the terminal takes it, or says why not.
  private mutating func noteEncoding() {
    driver.app.show(inASCII: !screen.isUTF8)
    if let notice = screen.encodingNotice { driver.note(notice) }
  }

  private mutating func deadline() -> ContinuousClock.Instant? {
    Deadline.earlier(
      Deadline.earlier(driver.deadline(), screen.answerDeadline),
      Deadline.earlier(rest.deadline, calls.deadline))
  }
}

/// What the full screen does for the application.
struct ScreenFront: FrontEnd {
  let screen: CursesScreen
  let loop: EventLoop
  let mailbox: Mailbox<AppMessage>

  func released<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try screen.released(body)
  }

  func copy(_ text: String) throws(ClipboardError) { try screen.copy(text) }
  func setMouse(_ on: Bool) { screen.setMouse(on) }
  func suspend() { loop.suspend() }
  func repaint() { screen.repaint() }
}
