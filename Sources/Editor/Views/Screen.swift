import CalendarModel
import JSON
import TextUI

/// The whole screen: title line, section list and form, context, key bar, and the layers over them.
enum Screen {
  /// Below this nothing useful can be shown.
  static let smallest = Size(rows: 12, columns: 40)

  static func fits(_ size: Size) -> Bool {
    size.rows >= smallest.rows && size.columns >= smallest.columns
  }

  /// Where the parts stand at a size.
  struct Parts {
    var title: Rect
    var banner: Rect
    var list: Rect
    var form: Rect
    var context: Rect
    var keys: Rect
  }

  static func parts(_ model: Model) -> Parts {
    let size = model.size
    let whole = Rect(size)
    let title = Rect(row: 0, column: 0, rows: 1, columns: whole.columns)
    let keys = Rect(row: whole.endRow - 1, column: 0, rows: 1, columns: whole.columns)
    let contextRows = size.rows >= 20 ? 4 : size.rows >= 16 ? 3 : 1
    let context = Rect(
      row: keys.row - contextRows, column: 0, rows: contextRows, columns: whole.columns)
    let bannerRows = BannerView.rows(model)
    let banner = Rect(row: 1, column: 0, rows: bannerRows, columns: whole.columns)
    let body = Rect(
      row: banner.endRow, column: 0, rows: context.row - banner.endRow, columns: whole.columns)
    var list = body
    var form = body
    if size.columns >= 64 {
      list.columns = size.columns >= 100 ? 24 : 22
      form.column = list.columns + 1
      form.columns = body.columns - list.columns - 1
    } else if model.workspace.isInList {
      form.columns = 0
    } else {
      list.columns = 0
    }
    return Parts(
      title: title, banner: banner, list: list, form: form, context: context, keys: keys)
  }

  /// The room that layers may use.
  static func room(_ model: Model) -> Rect {
    Rect(row: 1, column: 0, rows: model.size.rows - 2, columns: model.size.columns)
  }

  static func formRows(_ model: Model) -> Int { parts(model).form.rows }

  static func draw(_ model: Model, in grid: inout Grid) {
    grid.clear()
    guard fits(model.size) else {
      drawTooSmall(model, in: &grid)
      return
    }
    let parts = parts(model)
    TitleView.draw(model, in: &grid, rect: parts.title)
    if let document = model.document {
      SectionListView.draw(model, document, in: &grid, rect: parts.list)
      FormView.draw(model, document, in: &grid, rect: parts.form)
      ContextView.draw(model, in: &grid, rect: parts.context)
    }
    BannerView.draw(model, in: &grid, rect: parts.banner)
    KeyBarView.draw(model, in: &grid, rect: parts.keys)
    let room = room(model)
    for layer in model.layers {
      grid.cursor = nil
      layer.draw(model, in: &grid, room: room)
    }
    if let request = model.request {
      grid.cursor = nil
      drawRequest(request, model, in: &grid, room: room)
    }
  }

  private static func drawTooSmall(_ model: Model, in grid: inout Grid) {
    let lines = [
      "caledit needs \(smallest.columns)x\(smallest.rows);",
      "this is \(model.size.columns)x\(model.size.rows).",
      model.document?.isModified == true ? "Your changes are kept." : "Ctrl-Q quits.",
    ]
    for (row, line) in lines.enumerated() { grid.draw(line, row: row, column: 0) }
  }

  private static func drawRequest(
    _ request: Request, _ model: Model, in grid: inout Grid, room: Rect
  ) {
    let theme = model.theme
    let what = request.kind == .save ? model.changesInWords : model.source.place
    let inner = Panel.draw(
      request.title, in: &grid, rect: room.centered(rows: 5, columns: 56), symbols: model.symbols,
      border: theme.style(.border), heading: theme.style(.heading))
    grid.draw(
      TextWrap.cut(what, width: inner.columns), row: inner.row, column: inner.column,
      width: inner.columns)
    grid.draw(request.clock, row: inner.row + 1, column: inner.column)
    grid.draw("Esc cancels.", row: inner.row + 2, column: inner.column, style: theme.style(.hint))
  }
}

extension Model {
  /// Draws the screen; the grid takes the model's size.
  package func draw(into grid: inout Grid) {
    if grid.size != size { grid = Grid(size: size, isASCII: isASCII) }
    Screen.draw(self, in: &grid)
  }

  /// Keeps the line with the focus in sight; to be called before drawing.
  package mutating func scroll() {
    guard Screen.fits(size) else { return }
    if let document { FormView.scroll(&self, document) }
    changeLayers { $0.layOut($1) }
  }
}
