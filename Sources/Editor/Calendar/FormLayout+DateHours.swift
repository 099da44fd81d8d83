import CalendarModel
import JSON

extension FormLayout {
  /// Entries in the order of their dates, found by number without listing them.
  struct DateRows: Sendable {
    private let index: DateIndex
    /// Which of the places by date, or of the rows without a date, they are.
    private let range: Range<Int>
    private let areDated: Bool

    /// The entries with a date, from one place to another.
    init(_ index: DateIndex, dated range: Range<Int>) {
      (self.index, self.range, areDated) = (index, range, true)
    }

    /// The entries without a date that can be read.
    init(undated index: DateIndex) {
      (self.index, range, areDated) = (index, 0..<index.rowsWithoutDate.count, false)
    }

    var count: Int { range.count }

    /// The row of the list that the entry with that number stands in.
    subscript(number: Int) -> Int {
      areDated
        ? index.places[range.lowerBound + number].row
        : index.rowsWithoutDate[range.lowerBound + number]
    }

    /// The number of the entry that stands in a row; nil when it is not among these.
    func number(ofRow row: Int) -> Int? {
      let position =
        areDated ? index.position(ofRow: row) : index.rowsWithoutDate.firstIndex(of: row)
      return position.flatMap { range.contains($0) ? $0 - range.lowerBound : nil }
    }
  }

  /// The choice of hours and the list as a whole, the month, and the entries by date; those that
  /// have passed are folded into one line.
  mutating func addDateHours(_ document: CalendarDocument, showsPast: Bool) {
    let governing = document.governing
    addAvailability(.dateHours, document, governing)
    guard let field = CalendarSchema.field(at: DateIndex.path), case .list(let type) = field.type
    else { return }
    append(FieldLine(field, DateIndex.path, indent: 0))
    append(MonthLine())
    lists.append((type, DateIndex.path))
    let index = document.dateHours
    let past = index.count(before: document.validation.today)
    append(type, DateRows(undated: index))
    if past > 0 { append(PastLine(count: past, isShown: showsPast)) }
    let shown = (showsPast ? 0 : past)..<index.places.count
    append(type, DateRows(index, dated: shown))
    append(AddLine(type, to: DateIndex.path, indent: 0))
    addScheduleDates(governing, today: document.validation.today)
  }
}
