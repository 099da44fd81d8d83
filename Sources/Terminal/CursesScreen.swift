import CTerminal
import Glibc
import TextUI

/// The terminal of the process, through ncurses.
///
/// There is one at a time, and only the main thread may use it. However the process ends, the
/// terminal is given back: by ``leave()``, at `exit`, or in the handler of a fatal signal.
package final class CursesScreen: TerminalScreen {
  /// What to make use of.
  package struct Options: Sendable, Hashable {
    /// Whether colours may be used; attributes are used in any case.
    package var color: Bool
    /// Shows only ASCII, whatever the locale says.
    package var ascii: Bool
    /// Takes it that the terminal shows UTF-8, whatever the locale says.
    package var utf8: Bool
    /// Reports the mouse, at the cost of the terminal's own selection.
    package var mouse: Bool

    package init(
      color: Bool = CursesScreen.environmentAllowsColor, ascii: Bool = false, utf8: Bool = false,
      mouse: Bool = false
    ) {
      self.color = color
      self.ascii = ascii
      self.utf8 = utf8
      self.mouse = mouse
    }
  }

  /// Whether `NO_COLOR` is unset or empty.
  package static var environmentAllowsColor: Bool {
    getenv("NO_COLOR").map { $0.pointee == 0 } ?? true
  }

  package private(set) var size: Size
  /// Whether characters outside ASCII can be shown; choose the symbols by it.
  ///
  /// Where the environment names no locale, as over plain `ssh`, the terminal is asked, and this may
  /// become true when it answers.
  package private(set) var isUTF8: Bool
  package let hasColor: Bool
  /// A sentence for the user when the terminal is not what it should be.
  package let notice: String?

  /// When to stop waiting for the answer about UTF-8, with ``giveUpAsking()``; nil while none is due.
  package private(set) var answerDeadline: ContinuousClock.Instant?

  private var image: ScreenImage
  private var isOpen = true
  /// Whether something was not shown because the terminal had not taken what came before.
  private var isBehind = false

  /// Takes the terminal.
  ///
  /// - Throws: ``TerminalError``; the terminal is untouched then.
  package init(_ options: Options = Options()) throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    var facts = ct_facts()
    let wanted = ct_options(color: options.color, ascii: options.ascii, utf8: options.utf8)
    switch ct_start(wanted, &facts) {
    case CT_OK: break
    case CT_TERM_MISSING: throw .termMissing
    case CT_TERM_UNKNOWN: throw .termUnknown(name)
    case CT_TERM_TOO_SIMPLE: throw .termTooSimple(name)
    case CT_ALREADY_STARTED: throw .alreadyOpen
    default: throw .system(ENOMEM)
    }
    isUTF8 = facts.utf8
    hasColor = facts.color
    notice = Self.notice(facts, term: name, ascii: options.ascii)
    answerDeadline = facts.asks_utf8 ? .now + .seconds(1) : nil
    size = Size(rows: Int(ct_rows()), columns: Int(ct_columns()))
    image = ScreenImage(size: size)
    if options.mouse { ct_set_mouse(true) }
  }

  deinit { leave() }

  /// Sets what is said on the shell's screen after a crash: one line of ASCII, 255 bytes at most.
  package func sayAfterCrash(_ line: String) { ct_rescue_set_words(line + "\n") }

  private static func notice(_ facts: ct_facts, term: String, ascii: Bool) -> String? {
    var sentences: [String] = []
    if let substitute = facts.substitute {
      sentences.append(TerminalNotice.substituted(term, by: String(cString: substitute)))
    }
    if !facts.utf8 && !ascii && !facts.asks_utf8 { sentences.append(TerminalNotice.notUTF8) }
    if sentences.isEmpty { return nil }
    let text = sentences.joined(separator: " ")
    return facts.utf8 ? text : TerminalNotice.plain(text)
  }

  // MARK: whether the terminal takes UTF-8

  /// What the user is told when the terminal has not shown that it takes UTF-8.
  package var encodingNotice: String? {
    isUTF8 ? nil : TerminalNotice.plain(TerminalNotice.notUTF8)
  }

  /// Takes an answer of the terminal.
  ///
  /// The letter é was written into the first column: one that takes UTF-8 has shown one cell of it,
  /// every other one two or none.
  ///
  /// - Returns: whether it is known now what the terminal takes, and was not before.
  func take(_ reply: TerminalReply) -> Bool {
    guard isOpen, ct_take_answer() else { return false }
    answerDeadline = nil
    if case .cursorPosition(_, column: 2) = reply {
      isUTF8 = true
      ct_take_utf8()
      image.forget()
    }
    return true
  }

  /// Waits no longer for an answer; one that comes later is taken all the same.
  package func giveUpAsking() { answerDeadline = nil }

  // MARK: showing

  /// Shows a grid, unless the terminal has not taken the one before: nothing is waited for.
  package func show(_ grid: Grid) {
    guard isOpen else { return }
    guard !ct_output_is_pending() else {
      isBehind = true
      return
    }
    let changed = image.adopt(grid) { row, column, cells in
      cells.withUnsafeBufferPointer { buffer in
        guard let start = buffer.baseAddress else { return }
        ct_put_cells(Int32(row), Int32(column), start, Int32(buffer.count))
      }
    }
    guard changed else { return }
    ct_flush(Int32(grid.cursor?.row ?? -1), Int32(grid.cursor?.column ?? 0))
  }

  /// What to wait for until the terminal takes more; -1 while nothing is pending.
  var pendingOutput: Int32 { isOpen ? ct_output_descriptor() : -1 }

  /// Sends what is pending, as far as the terminal takes it.
  ///
  /// - Returns: whether something newer is to be shown now.
  func goOnSending() -> Bool {
    guard isOpen else { return false }
    ct_output_go_on()
    guard isBehind, !ct_output_is_pending() else { return false }
    isBehind = false
    return true
  }

  package func alert() { if isOpen { ct_alert() } }

  /// Paints everything again with the next ``show(_:)``, whatever has been written over it.
  package func repaint() {
    guard isOpen else { return }
    ct_repaint()
    image.forgetCursor()
  }

  /// Puts a text into the clipboard of the terminal, if that allows it; it does not say.
  package func copy(_ text: String) throws(ClipboardError) {
    guard isOpen else { return }
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    let sequence = try ClipboardSequence(text, terminal: name, tmux: getenv("TMUX") != nil)
    // A frame is flushed when it is drawn, so this stands between two of them.
    let isSent = sequence.bytes.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { ct_send($0, Int32(bytes.count)) } ?? false
    }
    if !isSent { throw .terminalCannot(name) }
  }

  /// Reports the mouse, or leaves it to the terminal.
  package func setMouse(_ on: Bool) { if isOpen { ct_set_mouse(on) } }

  // MARK: giving the terminal back

  /// Gives the terminal back as it was found; nothing is shown afterwards.
  package func leave() {
    guard isOpen else { return }
    isOpen = false
    ct_leave()
  }

  /// Gives the terminal back while `body` runs (an editor, a stop), and takes it again.
  ///
  /// What was shown is painted again; the size may have changed, which the event loop reports.
  package func released<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard isOpen else { return try body() }
    ct_release()
    defer { retake() }
    return try body()
  }

  /// Takes the terminal again after a stop that nobody announced.
  func retake() {
    guard isOpen else { return }
    ct_retake()
    noteSize()
  }

  /// Adopts the size that the terminal has now.
  func adoptSize() {
    guard isOpen else { return }
    // Back at the size it had, the window has been through others, which cut what it showed.
    if !ct_adopt_size() { repaint() }
    noteSize()
  }

  private func noteSize() {
    let now = Size(rows: Int(ct_rows()), columns: Int(ct_columns()))
    guard now != size else { return }
    size = now
    image = ScreenImage(size: now)
  }
}
