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
    /// Reports the mouse, at the cost of the terminal's own selection.
    package var mouse: Bool

    package init(
      color: Bool = CursesScreen.environmentAllowsColor, ascii: Bool = false, mouse: Bool = false
    ) {
      self.color = color
      self.ascii = ascii
      self.mouse = mouse
    }
  }

  /// Whether `NO_COLOR` is unset or empty.
  package static var environmentAllowsColor: Bool {
    getenv("NO_COLOR").map { $0.pointee == 0 } ?? true
  }

  package private(set) var size: Size
  /// Whether characters outside ASCII can be shown; choose the symbols by it.
  package let isUTF8: Bool
  package let hasColor: Bool
  /// A sentence for the user when the terminal is not what it should be.
  package let notice: String?

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
    switch ct_start(ct_options(color: options.color, ascii: options.ascii), &facts) {
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
    size = Size(rows: Int(ct_rows()), columns: Int(ct_columns()))
    image = ScreenImage(size: size)
    if options.mouse { ct_set_mouse(true) }
  }

  deinit { leave() }

  /// Sets what is said on the shell's screen after a crash: one line of ASCII, 255 bytes at most.
  package func sayAfterCrash(_ line: String) { ct_rescue_set_words(line + "\n") }

  private static func notice(_ facts: ct_facts, term: String, ascii: Bool) -> String? {
    var sentences: [String] = []
    if facts.substituted { sentences.append(TerminalNotice.substituted(term)) }
    if !facts.utf8 && !ascii { sentences.append(TerminalNotice.notUTF8) }
    if sentences.isEmpty { return nil }
    let text = sentences.joined(separator: " ")
    return facts.utf8 ? text : TerminalNotice.plain(text)
  }

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
