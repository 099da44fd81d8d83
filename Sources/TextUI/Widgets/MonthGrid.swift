/// A month as a grid of weeks, with a mark at each day.
///
/// It knows no calendar: which column the first day stands in, and what is to be said of each day,
/// is given to it. A day takes four cells, seven days and a border 29.
package struct MonthGrid: Sendable, Hashable {
  /// What is shown of a day.
  package struct Day: Sendable, Hashable {
    package enum Mark: Sendable, Hashable {
      case none, open, closed, deleted
      /// Something is said of the day in another place.
      case elsewhere
    }

    package var mark: Mark
    package var isChanged: Bool

    package init(_ mark: Mark = .none, isChanged: Bool = false) {
      self.mark = mark
      self.isChanged = isChanged
    }
  }

  /// Stands over the weeks: "December 2026".
  package var title: String
  /// Two letters for each column.
  package var weekdays: [String]
  /// The column of the first day, counted from 0.
  package var firstColumn: Int
  /// The days from the first to the last.
  package var days: [Day]
  /// The days with these numbers are marked as a run; days beside the month are left out.
  package var run: ClosedRange<Int>?
  /// The number of the chosen day, counted from 1.
  package var chosen: Int
  /// The number of today; nil in another month.
  package var today: Int?

  package init(
    title: String, weekdays: [String], firstColumn: Int, days: [Day], chosen: Int,
    run: ClosedRange<Int>? = nil, today: Int? = nil
  ) {
    self.title = title
    self.weekdays = weekdays
    self.firstColumn = firstColumn
    self.days = days
    self.chosen = chosen
    self.run = run
    self.today = today
  }

  /// In cells.
  package static let width = 29

  /// How many weeks it has, 4 to 6.
  package var weekCount: Int { (firstColumn + days.count + 6) / 7 }

  /// In lines, with its title and the names of the days; always for six weeks, so that nothing
  /// jumps when the month changes.
  package static let height = 8

  /// The day in a cell of the place it is drawn to; nil beside the days.
  package func day(at position: Position, in rect: Rect) -> Int? {
    let layout = layout(rect)
    let row = position.row - rect.row - layout.head
    let column = (position.column - rect.column) / 4
    guard row >= 0, row < layout.weeks.count, position.column >= rect.column, column < 7 else {
      return nil
    }
    let day = (layout.weeks.lowerBound + row) * 7 + column - firstColumn + 1
    return days.indices.contains(day - 1) ? day : nil
  }

  /// The lines above the weeks, and the weeks that fit, the chosen day's among them.
  private func layout(_ rect: Rect) -> (head: Int, weeks: Range<Int>) {
    let head = rect.rows >= weekCount + 2 ? 2 : rect.rows > 2 ? 1 : 0
    let count = max(0, min(weekCount, rect.rows - head))
    let week = (firstColumn + chosen - 1) / 7
    let top = Scrolling.top(0, showing: week, height: count, count: weekCount)
    return (head, top..<top + count)
  }

  /// Draws as many weeks as fit; where lines are missing, the names of the days go first.
  ///
  /// A run is joined by lines between its days, the chosen day stands in brackets.
  package func draw(
    in grid: inout Grid, rect: Rect, symbols: Symbols, theme: Theme, isFocused: Bool
  ) {
    let layout = layout(rect)
    if layout.head > 0 {
      grid.draw(
        title, row: rect.row, column: rect.column + 1, width: rect.columns - 1,
        style: theme.style(isFocused ? .focusedLabel : .heading))
    }
    if layout.head > 1 {
      for (column, name) in weekdays.prefix(7).enumerated() {
        grid.draw(
          name, row: rect.row + 1, column: rect.column + 1 + 4 * column, width: 2,
          style: theme.style(.hint))
      }
    }
    for (offset, week) in layout.weeks.enumerated() {
      for column in 0..<7 where 4 * column + 5 <= rect.columns {
        let day = week * 7 + column - firstColumn + 1
        guard days.indices.contains(day - 1) else { continue }
        draw(
          day, in: &grid, row: rect.row + layout.head + offset, column: rect.column + 4 * column,
          symbols: symbols, theme: theme, isFocused: isFocused)
      }
    }
  }

  private func draw(
    _ number: Int, in grid: inout Grid, row: Int, column: Int, symbols: Symbols, theme: Theme,
    isFocused: Bool
  ) {
    let day = days[number - 1]
    let isChosen = number == chosen
    let isInRun = run?.contains(number) ?? false
    var style = theme.style(day.isChanged ? .changed : day.mark == .deleted ? .unset : .text)
    if number == today { style = style.adding(.underline) }
    if isInRun || isChosen && isFocused {
      style = style.adding(theme.style(.selection).attributes)
    }
    let mark =
      switch day.mark {
      case .none: " "
      case .open: symbols.open
      case .closed: symbols.closed
      case .deleted: symbols.deleted
      case .elsewhere: "s"
      }
    grid.draw(
      (number < 10 ? " " : "") + "\(number)" + mark, row: row, column: column + 1, style: style)
    if isChosen {
      let bracket = theme.style(isFocused ? .said : .text)
      grid.draw("[", row: row, column: column, style: bracket)
      grid.draw("]", row: row, column: column + 4, style: bracket)
      grid.cursor = isFocused ? Position(row: row, column: column + 1) : grid.cursor
    } else if number - 1 == chosen, grid[row, column].base == 0x5D {
      // The bracket of the day before stands here.
    } else if day.isChanged {
      grid.draw(symbols.changed, row: row, column: column, style: theme.style(.changed))
    } else if isInRun, run?.lowerBound != number {
      grid.draw(String(Character(symbols.horizontal)), row: row, column: column)
    }
  }
}
