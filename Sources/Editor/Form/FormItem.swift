import CalendarModel
import JSON

/// One line of a form.
enum FormItem: Sendable {
  case heading(String)
  case field(Field, JSONPath, indent: Int)
  /// A row of a list, by its number.
  case row(ObjectType, list: JSONPath, index: Int, indent: Int)
  /// The line that adds a row.
  case add(ObjectType, list: JSONPath, indent: Int)

  /// The value the line shows; nil for a heading.
  var path: JSONPath? {
    switch self {
    case .heading: nil
    case .field(_, let path, _): path
    case .row(_, let list, let index, _): list.appending(index)
    case .add(_, let list, _): list
    }
  }

  var isFocusable: Bool { if case .heading = self { false } else { true } }

  var field: Field? { if case .field(let field, _, _) = self { field } else { nil } }

  /// The list that rows are added to from here.
  var list: (type: ObjectType, path: JSONPath)? {
    switch self {
    case .row(let type, let list, _, _), .add(let type, let list, _): (type, list)
    case .field(let field, let path, _):
      if case .list(let type) = field.type { (type, path) } else { nil }
    case .heading: nil
    }
  }

  /// The row, when it is one.
  var row: (list: JSONPath, index: Int)? {
    if case .row(_, let list, let index, _) = self { (list, index) } else { nil }
  }
}
