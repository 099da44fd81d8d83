import CalendarModel
import JSON
import TextUI

/// The whole screen: title line, section list and form, context, key bar, and the dialogs over them.
enum Screen {
  /// Below this nothing useful can be shown.
  static let smallest = Size(rows: 12, columns: 40)

  static func fits(_ size: Size) -> Bool {
    size.rows >= smallest.rows && size.columns >= smallest.columns
  }

  /// Where the parts stand at a size.
  struct Parts: Sendable, Equatable {
    var title: Rect
    var banner: Rect
    var list: Rect
    var form: Rect
    var context: Rect
    var keys: Rect

    /// The list with the border between it and the form.
    var listWithBorder: Rect {
      var rect = list
      if form.column > list.endColumn, !list.isEmpty { rect.columns += 1 }
      return rect
    }
  }

  static func parts(_ editor: CalendarEditor) -> Parts {
    let size = editor.size
    let whole = Rect(size)
    let title = Rect(row: 0, column: 0, rows: 1, columns: whole.columns)
    let keyRows = size.rows >= 36 ? 2 : 1
    let keys = Rect(
      row: whole.endRow - keyRows, column: 0, rows: keyRows, columns: whole.columns)
    let contextRows = size.rows >= 20 ? 4 : size.rows >= 16 ? 3 : 1
    let context = Rect(
      row: keys.row - contextRows, column: 0, rows: contextRows, columns: whole.columns)
    let bannerRows = BannerView.rows(editor)
    let banner = Rect(row: 1, column: 0, rows: bannerRows, columns: whole.columns)
    let body = Rect(
      row: banner.endRow, column: 0, rows: context.row - banner.endRow, columns: whole.columns)
    var list = body
    var form = body
    if size.columns >= 64 {
      list.columns = size.columns >= 100 ? 24 : 22
      form.column = list.columns + 1
      form.columns = body.columns - list.columns - 1
    } else if editor.workspace.isInList {
      form.columns = 0
    } else {
      list.columns = 0
    }
    return Parts(
      title: title, banner: banner, list: list, form: form, context: context, keys: keys)
  }

  /// The room that dialogs may use.
  static func room(_ editor: CalendarEditor) -> Rect {
    let keys = parts(editor).keys
    return Rect(row: 1, column: 0, rows: keys.row - 1, columns: editor.size.columns)
  }

  static func formRows(_ editor: CalendarEditor) -> Int { parts(editor).form.rows }

  static func draw(_ editor: CalendarEditor, in grid: inout Grid) {
    guard fits(editor.size) else {
      grid.clear()
      drawTooSmall(editor, in: &grid)
      return
    }
    let places = parts(editor)
    // What lies over the form spoils its parts.
    if let document = editor.document, editor.dialogs.isEmpty, editor.request == nil,
      let around = editor.frame.around, around.places == places
    {
      around.draw(editor, document, in: &grid)
    } else {
      drawWhole(editor, places, in: &grid)
    }
  }

  /// Draws everything anew.
  static func drawWhole(_ editor: CalendarEditor, _ places: Parts, in grid: inout Grid) {
    grid.clear()
    TitleView(editor).draw(in: &grid, rect: places.title)
    if let document = editor.document {
      SectionListView(editor, document).draw(in: &grid, rect: places.listWithBorder)
      FormView.draw(editor, document, in: &grid, rect: places.form)
      if let cursor = SectionListView.cursor(editor) { grid.cursor = cursor }
      ContextView(editor, places).draw(in: &grid, rect: places.context)
    }
    BannerView.draw(editor, in: &grid, rect: places.banner)
    KeyBarView.draw(editor, in: &grid, rect: places.keys)
    let room = room(editor)
    // What was just done stands in the context, unless a dialog covers it.
    let context = editor.status == nil || places.context.isEmpty ? nil : places.context.row
    let said = editor.document == nil ? nil : context.map { Array(grid.row($0)) }
    for dialog in editor.dialogs {
      grid.cursor = nil
      dialog.draw(editor, in: &grid, room: room)
    }
    if let top = editor.dialogs.last, !top.showsStatus,
      said == nil || said != context.map({ Array(grid.row($0)) })
    {
      let foot = room.inset(columns: 1)
      StatusLines(editor, width: foot.columns).draw(editor, in: &grid, at: foot)
    }
    if let request = editor.request {
      grid.cursor = nil
      drawRequest(request, editor, in: &grid, room: room)
    }
  }

  private static func drawTooSmall(_ editor: CalendarEditor, in grid: inout Grid) {
    let lines = [
      "caledit needs \(smallest.columns)x\(smallest.rows);",
      "this is \(editor.size.columns)x\(editor.size.rows).",
      editor.document?.isModified == true
        ? "Your changes are kept."
        : "\(editor.keymap.word(of: .quit)) quits.",
    ]
    for (row, line) in lines.enumerated() { grid.draw(line, row: row, column: 0) }
  }

  private static func drawRequest(
    _ request: Request, _ editor: CalendarEditor, in grid: inout Grid, room: Rect
  ) {
    let theme = editor.theme
    let what = request.kind == .save ? editor.changesInWords : editor.source.place
    let inner = Panel.draw(
      request.title, in: &grid, rect: room.centered(rows: 5, columns: 56), symbols: editor.symbols,
      border: theme.style(.border), heading: theme.style(.heading))
    grid.draw(
      TextWrap.cut(what, width: inner.columns), row: inner.row, column: inner.column,
      width: inner.columns)
    grid.draw(request.clock, row: inner.row + 1, column: inner.column)
    grid.draw("Esc cancels.", row: inner.row + 2, column: inner.column, style: theme.style(.hint))
  }
}

extension CalendarEditor {
  /// Draws the screen; the grid takes the editor's size.
  package func draw(into grid: inout Grid) {
    if grid.size != size || grid.isASCII != isASCII { grid = Grid(size: size, isASCII: isASCII) }
    Screen.draw(self, in: &grid)
  }

  /// Keeps the line with the focus in sight, and prepares what is drawn; to be called before drawing.
  ///
  /// - Parameter explains: whether what explains the focus is made anew; while a key is held it stays
  ///   as it is.
  package mutating func scroll(explains: Bool = true) {
    guard Screen.fits(size) else { return }
    FormView.layOut(&self)
    if explains { frame.context = contextOfFocus }
    changeDialogs { $0.layOut($1) }
    if let keyBar = KeyBarView.layOut(frame.keyBar, self, explains: explains) {
      frame.keyBar = keyBar
    }
    guard let document else { return }
    // Taken out, so that they are changed in their place.
    var around: ShownParts?
    swap(&around, &frame.around)
    around?.update(self, document)
    frame.around = around ?? ShownParts(self, document)
  }

  /// What explains the line with the focus.
  private var contextOfFocus: LineContext {
    guard let document else { return LineContext() }
    guard let line = focusedItem else { return LineContext(help: workspace.page.kind.help) }
    var context = line.context(document, self)
    if let comparison, let other = differing(line) {
      context.facts = "\(symbols.differs) \(comparison.title): \(other) · \(context.facts)"
    }
    return context
  }
}
