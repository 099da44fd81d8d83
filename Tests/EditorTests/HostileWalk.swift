import HostileText
import JSON
import Testing
import TextUI

@testable import CalendarModel
@testable import Editor

/// Looks at everything that the editor can show, cell by cell.
struct HostileWalk {
  var model: TestApp
  private var grid = Grid(size: Size(rows: 1, columns: 1))
  /// What has been seen, as text.
  private(set) var seen = ""
  /// What should not have been seen, the first few.
  private(set) var complaints: [String] = []
  private(set) var screens = 0
  /// Says what is wrong with a screen besides its cells; nil for nothing.
  var judge: (@Sendable (String) -> String?)?

  init(_ model: TestApp) { self.model = model }

  // MARK: Looking

  /// Draws the screen and looks at every cell.
  mutating func look(_ what: String) {
    model.scroll()
    model.draw(into: &grid)
    screens += 1
    for row in 0..<grid.size.rows {
      var expectsHalf = false
      for cell in grid.row(row) {
        if let wrong = Self.complaint(cell, expectsHalf: expectsHalf, isASCII: model.isASCII) {
          complain("\(wrong) in row \(row): \(what)")
        }
        expectsHalf = cell.width == 2
      }
      if expectsHalf { complain("half a character at the border of row \(row): \(what)") }
    }
    if let wrong = judge?(grid.text) { complain("\(wrong): \(what)") }
  }

  /// Keeps what is on the screen, to know that the hostile texts were there at all.
  mutating func keep() { seen += grid.text + "\n" }

  private mutating func complain(_ text: String) {
    if complaints.count < 5 { complaints.append(text + "\n" + grid.text) }
  }

  private static func complaint(_ cell: Cell, expectsHalf: Bool, isASCII: Bool) -> String? {
    if (0x20..<0x7F).contains(cell.base), cell.width == 1, !cell.hasMarks, !expectsHalf {
      return nil
    }
    if cell.width == 0 {
      return expectsHalf && cell.base == 0 && !cell.hasMarks ? nil : "a lone right half"
    }
    if expectsHalf { return "a lone left half" }
    let name = "U+" + String(cell.base, radix: 16)
    if isASCII { return "\(name) is not ASCII" }
    guard let base = Unicode.Scalar(cell.base) else { return "\(name) is no character" }
    if !HarmlessText.isBase(base) { return "\(name) is not shown" }
    for value in cell.marks {
      if Unicode.Scalar(value).map(HarmlessText.isMark) != true {
        return "U+" + String(value, radix: 16) + " is no mark"
      }
    }
    return nil
  }

  // MARK: Doing

  mutating func send(_ message: Message) -> [Effect] { model.update(message) }

  mutating func press(_ script: String, look what: String) {
    model.press(script)
    look(what)
  }

  mutating func resize(_ rows: Int, _ columns: Int) {
    _ = send(.terminal(.resize(Size(rows: rows, columns: columns))))
  }

  /// Every page, from the top to the end, without going into anything.
  mutating func pages() {
    for entry in Workspace.entries.indices {
      model.workspace.choose(entry: entry)
      model.workspace.isInList = true
      look("the list at \(entry)")
      model.enterForm()
      model.syncInput()
      var top = -1
      while model.workspace.page.top != top {
        top = model.workspace.page.top
        press("PgDn", look: "page \(entry)")
        keep()
      }
    }
  }

  /// Every line of every section with the focus, and what opens from it.
  mutating func lines() {
    for entry in Workspace.entries.indices where Workspace.entries[entry] != .allFields {
      model.workspace.choose(entry: entry)
      model.enterForm()
      formLines(depth: 0)
    }
  }

  private mutating func formLines(depth: Int) {
    var line = 0
    while line < model.layout.count {
      defer { line += 1 }
      guard let item = model.layout[line], item.isFocusable else { continue }
      let pages = model.workspace.pages.count
      let entry = model.workspace.entry
      model.focus(line: line)
      model.syncInput()
      let page = model.workspace.page.kind
      look("line \(line) of \(page)")
      guard item.row == nil || (item.row?.index ?? 0) < (depth > 0 ? 1 : 4) else { continue }
      let revision = model.document?.revision
      let before = model
      model.press("Enter")
      if model.workspace.pages.count > pages {
        if depth < 3 { formLines(depth: depth + 1) }
      } else if !model.dialogs.isEmpty {
        look("what opens from line \(line)")
        press("Down End", look: "its end")
      }
      // Back, whatever it was that was opened or changed.
      if model.document?.revision != revision || model.workspace.entry != entry
        || !model.dialogs.isEmpty || model.workspace.pages.count != pages
      {
        model = before
      }
      // Help is long and says the same of most lines; another one is looked at in every calendar.
      for key in screens % 5 == 0 ? ["F1", "Ctrl-O"] : [] {
        model.press(key)
        if !model.dialogs.isEmpty { look("\(key) at line \(line)") }
        model = before
      }
    }
  }
}
