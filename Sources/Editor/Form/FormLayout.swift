import CalendarModel
import JSON

/// The lines of a form, found by number without listing the rows of long lists.
struct FormLayout: Sendable {
  private enum Segment {
    case single(FormItem)
    case rows(ObjectType, list: JSONPath, count: Int, indent: Int)

    var count: Int { if case .rows(_, _, let count, _) = self { count } else { 1 } }
  }

  private var segments: [(start: Int, segment: Segment)] = []
  private(set) var count = 0
  /// The lists of the form.
  private(set) var lists: [(type: ObjectType, path: JSONPath)] = []

  /// What it was made for.
  let page: PageKind

  init(_ page: PageKind, of calendar: JSONValue) {
    self.page = page
    switch page {
    case .section(let section):
      for field in CalendarSchema.fields(in: section) { add(field, under: .root, calendar) }
    case .allFields:
      for section in Section.allCases {
        append(.single(.heading(section.title)))
        for field in CalendarSchema.fields(in: section) { add(field, under: .root, calendar) }
      }
    case .row(let path):
      for field in CalendarSchema.field(at: path)?.objectType?.fields ?? [] {
        add(field, under: path, calendar)
      }
    }
  }

  private mutating func append(_ segment: Segment) {
    segments.append((count, segment))
    count += segment.count
  }

  private mutating func add(
    _ field: Field, under parent: JSONPath, _ calendar: JSONValue, indent: Int = 0
  ) {
    let path = parent.appending(field.key)
    append(.single(.field(field, path, indent: indent)))
    switch field.type {
    case .object(let type):
      for inner in type.fields { add(inner, under: path, calendar, indent: indent + 1) }
    case .list(let type):
      lists.append((type, path))
      append(.rows(type, list: path, count: calendar[path]?.array?.count ?? 0, indent: indent + 1))
      append(.single(.add(type, list: path, indent: indent + 1)))
    default: break
    }
  }

  subscript(index: Int) -> FormItem? {
    guard index >= 0, index < count else { return nil }
    var low = 0
    var high = segments.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if segments[middle].start <= index { low = middle } else { high = middle - 1 }
    }
    // Lists without rows take no number: the last segment that starts here and has any is meant.
    switch segments[low].segment {
    case .single(let item): return item
    case .rows(let type, let list, _, let indent):
      return .row(type, list: list, index: index - segments[low].start, indent: indent)
    }
  }

  /// The number of the line that shows a value; nil when none does.
  func index(of path: JSONPath) -> Int? {
    for (start, segment) in segments {
      switch segment {
      case .single(.field(_, path, _)): return start
      case .rows(_, path.parent, let count, _):
        if case .index(let index)? = path.last, index < count { return start + index }
      default: break
      }
    }
    return nil
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
