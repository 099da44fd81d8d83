import Glibc
import Terminal
import TextUI

/// Shows what reaches a program through the terminal layer; tests drive it.
///
/// Lines: 0 facts, 1 a sample of characters, 2 the typed text, from 4 on the events, newest last.
@main
struct Probe {
  private let screen: CursesScreen
  private let loop: EventLoop
  private let mailbox: Mailbox<String>
  private let isQuiet = CommandLine.arguments.contains("--quiet")
  private var log: [String] = []
  private var typed = ""
  private var messages = 0
  /// From 1 on, chaos is drawn instead.
  private var frame = 0
  /// From 1 on, rows that move up and down are drawn instead.
  private var moves = 0
  private var repaints = 0
  private var deadline: ContinuousClock.Instant?

  static func main() {
    do throws(TerminalError) {
      let screen = try CursesScreen(
        .init(
          ascii: CommandLine.arguments.contains("--ascii"),
          utf8: CommandLine.arguments.contains("--utf8"),
          mouse: CommandLine.arguments.contains("--mouse")))
      var probe = Probe(screen: screen, loop: try EventLoop(screen: screen))
      let status = probe.run()
      screen.leave()
      if case .terminate(let signal)? = status { raise(signal) }
      exit(status == .hangUp ? 129 : 0)
    } catch {
      let text = "probe: \(error)\n"
      _ = text.withCString { write(STDERR_FILENO, $0, strlen($0)) }
      exit(2)
    }
  }

  private init(screen: CursesScreen, loop: EventLoop) {
    self.screen = screen
    self.loop = loop
    mailbox = loop.mailbox()
  }

  /// Runs until the user leaves with `Q` (nil), or the system demands it.
  private mutating func run() -> TerminalEvent? {
    while true {
      draw()
      for input in loop.next(deadline: deadline) {
        switch input {
        case .messages: for message in mailbox.take() { take(message) }
        case .canShow, .encodingKnown: break
        case .stopRequest: loop.stop()
        case .deadline:
          deadline = nil
          log.append("deadline")
        case .terminal(let event):
          switch event {
          case .key(.character("Q")), .fastKey(.character("Q")): return nil
          default: break
          }
          if event == .hangUp { return event }
          if case .terminate = event { return event }
          take(event)
        }
      }
    }
  }

  private mutating func take(_ message: String) {
    guard message == "x" else { return log.append("message \(message)") }
    messages += 1
    if messages.isMultiple(of: 4000) { log.append("messages \(messages)") }
  }

  private mutating func take(_ event: TerminalEvent) {
    switch event {
    case .key(let key), .fastKey(let key):
      if !isQuiet { log.append("key \(name(of: key))") }
      if let character = key.typed { type(character) }
      if key == .backspace, !typed.isEmpty { typed.removeLast() }
    case .paste(let text): log.append("paste \(text.utf8.count) \(hash(text)) \(text.prefix(40))")
    case .pasteCut(let kept, let lost): log.append("cut \(kept) \(lost)")
    case .pasting(let bytes): log.append("pasting \(bytes)")
    case .mouse(let mouse):
      log.append("mouse \(mouse.kind) \(mouse.position.row) \(mouse.position.column)")
    case .resize(let size): log.append("resize \(size.rows)x\(size.columns)")
    case .resumed: log.append("resumed")
    case .hangUp, .terminate: break
    }
  }

  /// Upper-case letters are orders.
  private mutating func type(_ character: Character) {
    switch character {
    case "T": preconditionFailure("trapped as asked")
    case "Z": loop.suspend()
    case "X": exit(3)
    case "W": _ = "a warning\n".withCString { write(STDERR_FILENO, $0, strlen($0)) }
    case "B": screen.alert()
    case "L":
      repaints += 1
      screen.repaint()
    case "D": deadline = ContinuousClock.now.advanced(by: .milliseconds(30))
    case "P":
      let mailbox = mailbox
      Task.detached { for number in 1...3 { mailbox.post("number \(number)") } }
    case "R":
      let text = "outside\r\n"
      screen.released { _ = text.withCString { write(STDOUT_FILENO, $0, strlen($0)) } }
      log.append("back")
    case "S":
      log.append("child \(screen.released { system("sleep 60") })")
    case "V": runChild()
    case "C": copy()
    case "G": frame += 1
    case "M": moves += 1
    case "K":
      let mailbox = mailbox
      for _ in 0..<8 { Task.detached { for _ in 0..<500 { mailbox.post("x") } } }
    case "E":
      let command = "stty -a | tr ' ' '\\n' | grep -cx -e echo -e icanon -e isig"
      log.append("child \(screen.released { system(command) })")
    default: typed.append(character)
    }
  }

  /// Runs the command in `PROBE_CHILD`, without the variable `PROBE_SECRET`.
  private mutating func runChild() {
    let command = getenv("PROBE_CHILD").map { String(cString: $0) } ?? ""
    let child = ChildProgram(ShellWords.split(command) ?? [], hiding: ["PROBE_SECRET"])
    do throws(ChildProgram.StartError) {
      let ending = try screen.released { () throws(ChildProgram.StartError) in try child.run() }
      log.append("child \(ending)")
    } catch {
      log.append("no child: \(error)")
    }
  }

  /// Copies what is typed.
  private mutating func copy() {
    do throws(ClipboardError) {
      try screen.copy(typed)
      log.append("copied")
    } catch {
      log.append("not copied: \(error)")
    }
  }

  private func name(of key: Key) -> String {
    guard case .character(let character) = key.code else { return key.description }
    let points = character.unicodeScalars.map { String($0.value, radix: 16) }
    return key.description + " " + points.joined(separator: "+")
  }

  /// So that a whole long paste can be compared.
  private func hash(_ text: String) -> UInt32 {
    text.utf8.reduce(5381) { ($0 &* 33) ^ UInt32($1) }
  }

  private func draw() {
    var grid = Grid(size: screen.size)
    if frame > 0 { drawChaos(&grid) }
    if moves > 0 { drawMoved(&grid) }
    defer { screen.show(grid) }
    if frame > 0 || moves > 0 { return }
    let facts =
      "ready \(screen.size.rows)x\(screen.size.columns) "
      + (screen.isUTF8 ? "utf8 " : "ascii ") + (screen.hasColor ? "color " : "mono ")
    grid.draw(facts + (screen.notice ?? "-"), row: 0, column: 0)
    let sample: [(String, Style)] = [
      ("é中e\u{301}😀|", .plain), ("red|", Style(.red)), ("bold|", Style(.normal, .bold)),
      ("on blue|", Style(.white, on: .blue)), ("under|", Style(.normal, .underline)),
      ("reverse|", Style(.green, .reverse)), ("\u{1B}[31m|", .plain),
    ]
    var column = 0
    for (text, style) in sample {
      column += grid.draw(text, row: 1, column: column, style: style)
    }
    let shown = String(typed.suffix(max(0, screen.size.columns - 10)))
    let width = grid.draw("typed: " + shown, row: 2, column: 0)
    for (row, line) in log.suffix(max(0, screen.size.rows - 4)).enumerated() {
      grid.draw(line, row: row + 4, column: 0)
    }
    grid.cursor = Position(row: 2, column: min(width, screen.size.columns - 1))
  }

  /// A list in the middle of the screen that has moved by some rows since the frame before, and in every
  /// third frame a border and entries beside it that have not.
  private func drawMoved(_ grid: inout Grid) {
    let size = screen.size
    let first = (0..<moves).reduce(0) { $0 + ($1 &* 7 % 11) - 4 }
    for row in 2..<max(2, size.rows - 2) {
      let number = first + row
      let style = number.isMultiple(of: 3) ? Style(.cyan) : Style(.normal, .bold)
      grid.draw("entry \(number) 中 of the list", row: row, column: 20, style: style)
      grid.draw("\(number)", row: row, column: size.columns - 6)
      if moves.isMultiple(of: 3) { grid.draw("section \(row)    │", row: row, column: 1) }
    }
    grid.fill(Rect(row: 1, column: 0, rows: 1, columns: size.columns), with: "─")
    grid.draw("turn \(moves)-\(repaints).", row: size.rows - 1, column: 0)
  }

  /// Texts of all widths on top of each other, the same for the same number of the frame.
  private func drawChaos(_ grid: inout Grid) {
    var state = UInt64(frame / 2) &* 0x9E37_79B9_7F4A_7C15 | 1
    func random(_ limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(limit))
    }
    let texts = ["a", "中", "é", "e\u{301}", "😀", "xyz", "日本語", "\u{202E}", " ", "─┼", "한"]
    let count = 200 + random(200)
    for _ in 0..<count {
      let style = Style(
        Style.Color(rawValue: UInt8(random(9))) ?? .normal,
        on: Style.Color(rawValue: UInt8(random(9))) ?? .normal,
        Style.Attributes(rawValue: UInt8(random(16))))
      grid.draw(
        texts[random(texts.count)], row: random(screen.size.rows),
        column: random(screen.size.columns) - 1, style: style)
    }
    // Drawn last, so that one knows when all is there.
    grid.fill(Rect(row: screen.size.rows - 1, column: 0, rows: 1, columns: screen.size.columns))
    grid.draw("turn \(frame)-\(repaints).", row: screen.size.rows - 1, column: 0)
    // Every other frame differs from the one before in one place only.
    if frame.isMultiple(of: 2) {
      grid.draw("中", row: random(screen.size.rows - 1), column: random(screen.size.columns))
    }
  }
}

extension Style {
  fileprivate init(_ foreground: Color, _ attributes: Attributes) {
    self.init(foreground, on: .normal, attributes)
  }
}
