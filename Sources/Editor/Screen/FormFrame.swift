import CalendarModel
import TextUI

/// The lines of the form that are in sight, each with its view and its place.
///
/// It is made once for each change of the screen; drawing, scrolling and clicks read it.
struct FormFrame: Sendable {
  /// A line that is in sight.
  struct Place: Sendable {
    /// Its number in the form.
    let line: Int
    private let kept: KeptView
    /// What the view shows; nil for one that is made anew for each drawing.
    let id: PartID?
    /// The rows that it wants.
    let height: Int
    /// From its first row to the end of the room, which it may not fill.
    let room: Rect

    init(_ line: Int, _ made: LineViews.Made, room: Rect) {
      self.line = line
      (kept, id, height) = (made.kept, made.id, made.height)
      self.room = room
    }

    var view: any LineView { kept.view }

    /// The rows that it has on the screen.
    var rect: Rect {
      var rect = room
      rect.rows = min(height, room.rows)
      return rect
    }
  }

  /// The month, where the entries stand beside it.
  struct Month: Sendable {
    let line: Int
    let rect: Rect
    /// What holds on the chosen dates, or what is typed.
    let foot: Rect
  }

  /// The lines in sight, but for a month with its entries beside it.
  var places: [Place] = []
  /// The views of the lines; what does not change keeps its view.
  var views = LineViews()
  /// What stands around the form; nil without a calendar.
  var around: ShownParts?
  var month: Month?
  /// What explains the line with the focus.
  var context = LineContext()
  var keyBar = KeyBar()
  /// How many lines stand above what is in sight.
  var above = 0
  /// How many lines stand below what is in sight.
  var below = 0

  /// Takes over where the lines stand; what stands around them stays.
  mutating func place(_ lines: FormFrame) {
    (places, views, month) = (lines.places, lines.views, lines.month)
    (above, below) = (lines.above, lines.below)
  }

  /// Says what stands where from a line on, in a room; what shows the same in the same place stays.
  ///
  /// - Returns: how many lines stand above and below what is in sight.
  static func place(
    _ places: inout [Place], from top: Int, in rect: Rect, _ editor: CalendarEditor,
    _ views: inout LineViews
  ) -> (above: Int, below: Int) {
    var (row, line, count) = (rect.row, top, 0)
    while row < rect.endRow, let look = views.look(line, editor) {
      let room = Rect(
        row: row, column: rect.column, rows: rect.endRow - row, columns: rect.columns)
      let stays =
        count < places.count && look.id != nil && places[count].id == look.id
        && places[count].line == line && places[count].room == room
      if !stays, let made = views.view(line, editor) {
        let place = Place(line, made, room: room)
        if count == places.count { places.append(place) } else { places[count] = place }
      }
      row += look.height
      line += 1
      count += 1
    }
    places.removeSubrange(count...)
    return (top, editor.layout.count - line + (row > rect.endRow ? 1 : 0))
  }

  /// The number of the line at a place of the screen.
  func line(at position: Position) -> Int? {
    if let month, month.rect.contains(position) || month.foot.contains(position) {
      return month.line
    }
    return places.first { $0.rect.contains(position) }?.line
  }

  /// The date of the month at a place of the screen.
  func date(at position: Position, _ editor: CalendarEditor) -> CalendarDate? {
    if let month { return MonthView.date(at: position, editor, in: month.rect) }
    guard let place = places.first(where: { $0.line == editor.layout.monthLine }) else {
      return nil
    }
    return MonthView.date(at: position, editor, in: MonthView().parts(place.room).month)
  }

  /// The lines that are in sight with all their rows.
  var wholeLines: Range<Int> {
    let whole = places.last { $0.height <= $0.room.rows }?.line
    guard let first = places.first?.line else { return 0..<0 }
    return first..<max((whole ?? first) + 1, first + 1)
  }
}
