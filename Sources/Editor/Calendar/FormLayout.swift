import CalendarModel
import JSON
import TextUI

/// The lines of a form, found by number without listing the rows of long lists.
struct FormLayout: Sendable {
  private enum Segment {
    case single(any Line)
    case rows(ObjectType, list: JSONPath, count: Int, indent: Int)
    case dates(ObjectType, DateRows)

    var count: Int {
      switch self {
      case .single: 1
      case .rows(_, _, let count, _): count
      case .dates(_, let rows): rows.count
      }
    }
  }

  private var segments: [Segment] = []
  /// The number of the first line of each segment.
  private var starts: [Int] = []
  private(set) var count = 0
  /// The lists of the form.
  var lists: [(type: ObjectType, path: JSONPath)] = []
  /// The weekly hours, where the form shows them.
  var week: Week?
  /// The day that the effect of "look busy" is shown on, where the form shows it.
  var sampleDay: SampleDay?
  /// What that day is counted from; nil where the form does not show it.
  var moment: CalendarMoment?

  /// The line of the month grid, where the form has one; the entries stand behind it.
  private(set) var monthLine: Int?
  /// Whether a calendar with documented keys has the same lines whatever stands in it.
  private(set) var isFixed = false

  /// What it was made for.
  let page: PageKind
  /// The revision of the document that the lines are of.
  var revision: Int?
  /// Tells its lines from those of every other form.
  let id = PartID.next()

  /// A form without lines.
  init(empty page: PageKind) { self.page = page }

  /// - Parameters:
  ///   - now: what notice is counted from; nil for the beginning of the day.
  ///   - showsPast: whether the entries of days that have passed are listed.
  ///   - previous: the form before a change; what the change left alone is taken from it.
  init(
    _ page: PageKind, of document: CalendarDocument, now: CalendarMoment? = nil,
    showsPast: Bool = false,
    after previous: FormLayout? = nil
  ) {
    self.page = page
    switch page {
    case .overview: addOverview(document)
    case .section(.weeklyHours): addWeeklyHours(document)
    case .section(.dateHours): addDateHours(document, showsPast: showsPast)
    case .section(.slots): addSlots(document)
    case .section(.team): addTeam(document)
    case .section(.locations): addLocations(document)
    case .section(.lookBusy):
      addLookBusy(
        document, at: now ?? CalendarMoment(document.validation.today, minute: 0), after: previous)
    case .section(.recurring): addRecurring(document)
    case .section(.notifications): addNotifications(document)
    case .section(let section):
      add(section, document)
      isFixed = lists.isEmpty && document.hasDocumentedKeys
    case .allFields:
      for section in Section.allCases {
        append(TextLine.heading(section.title))
        add(section, document)
      }
    case .row(let path):
      let type = CalendarSchema.field(at: path)?.objectType
      if type?.isMeetingPlace == true {
        addLocation(path, document)
      } else {
        for field in type?.fields ?? [] { add(field, under: path, document) }
        isFixed = lists.isEmpty && document.hasDocumentedKeys
      }
    }
  }

  // MARK: Making

  mutating func append(_ line: any Line) {
    if line.isMonth, monthLine == nil { monthLine = count }
    append(.single(line))
  }

  mutating func append(_ type: ObjectType, _ rows: DateRows) { append(.dates(type, rows)) }

  private mutating func append(_ segment: Segment) {
    segments.append(segment)
    starts.append(count)
    count += segment.count
  }

  /// The fields of a section, one under the other.
  private mutating func add(_ section: Section, _ document: CalendarDocument) {
    for field in CalendarSchema.fields(in: section) { add(field, under: .root, document) }
  }

  /// A field, with the fields or rows that stand in it.
  mutating func add(
    _ field: Field, under parent: JSONPath, _ document: CalendarDocument, indent: Int = 0
  ) {
    let path = parent.appending(field.key)
    append(FieldLine(field, path, indent: indent))
    if let key = document.loadedKey(path) {
      append(TextLine.note("It came as \(key); an update sends it as \(field.key).", .hint))
    }
    switch field.type {
    case .object(let type):
      for inner in type.fields { add(inner, under: path, document, indent: indent + 1) }
    case .list(let type):
      lists.append((type, path))
      let count = document[path]?.array?.count ?? 0
      if type.hasColumns, count > 0 { append(ColumnsLine(indent: indent + 1)) }
      append(.rows(type, list: path, count: count, indent: indent + 1))
      append(AddLine(type, to: path, indent: indent + 1))
    default: break
    }
  }

  // MARK: Asking

  subscript(index: Int) -> (any Line)? {
    guard index >= 0, index < count else { return nil }
    var low = 0
    var high = segments.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= index { low = middle } else { high = middle - 1 }
    }
    // Lists without rows take no number: the last segment that starts here and has any is meant.
    switch segments[low] {
    case .single(let line): return line
    case .rows(let type, let list, _, let indent):
      return RowLine(
        type: type, rows: list, index: index - starts[low], indent: indent)
    case .dates(let type, let rows):
      return DateRowLine(type, row: rows[index - starts[low]])
    }
  }

  /// The number of the line that shows a value; nil when none does.
  ///
  /// A unit is found where its number is, when it has no line of its own.
  func index(of path: JSONPath) -> Int? {
    for (start, segment) in zip(starts, segments) {
      switch segment {
      case .single(let line) where line.field != nil && line.path == path: return start
      case .rows(_, path.parent, let count, _):
        if case .index(let index)? = path.last, index < count { return start + index }
      case .dates(_, let rows):
        if path.parent == DateIndex.path, let number = path.row.flatMap(rows.number(ofRow:)) {
          return start + number
        }
      default: break
      }
    }
    guard path.count == 1, let key = path.topKey, CalendarSchema.isUnit(key) else { return nil }
    return firstLine { $0.field?.unitKey == key }
  }

  /// The number of the line that is the same as one of an earlier form; nil when none is.
  func line(withID id: String) -> Int? {
    for (start, segment) in zip(starts, segments) {
      switch segment {
      case .single(let line): if line.id == id { return start }
      case .rows, .dates:
        if let found = (start..<start + segment.count).first(where: { self[$0]?.id == id }) {
          return found
        }
      }
    }
    return nil
  }

  /// The number of the first line that a question is true of; of rows it is not asked.
  func firstLine(where isWanted: (any Line) -> Bool) -> Int? {
    segments.firstIndex { if case .single(let line) = $0 { isWanted(line) } else { false } }
      .map { starts[$0] }
  }

  /// The nearest line that can have the focus, looking in one direction first.
  func focusable(from index: Int, step: Int) -> Int? {
    for direction in [step, -step] {
      var at = index
      while at >= 0, at < count {
        if self[at]?.isFocusable == true { return at }
        at += direction
      }
    }
    return nil
  }
}
