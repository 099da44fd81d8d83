import CalendarModel
import JSON
import TextUI

/// One line of a form.
enum FormItem: Sendable {
  case heading(String)
  /// A sentence; it is wrapped, and cannot have the focus.
  case note(String, Theme.Role = .hint)
  case field(Field, JSONPath, indent: Int)
  /// A row of a list, by its number.
  case row(ObjectType, list: JSONPath, index: Int, indent: Int)
  /// The heading of a list that is shown as a table.
  case columns(ObjectType, indent: Int)
  /// The line that adds a row.
  case add(ObjectType, list: JSONPath, indent: Int)
  /// The hours over the bars of the days.
  case scale
  /// A weekday of the weekly hours, 0 is Sunday; its hours are typed into it.
  case day(Int)
  /// A weekday as a picture, where nothing is typed.
  case picture(Int)
  /// The month in which dates are chosen; hours are typed onto it.
  case month
  /// The entries of days that have passed, in one line.
  case past(count: Int, isShown: Bool)
  /// A weekday of a schedule as a picture.
  case pictureOf(ScheduleDay)
  /// A line about a schedule; it is only read.
  case schedule(FormLayout.ScheduleLine)
  /// A line that leads somewhere.
  case link(Link)

  /// A line of the overview.
  struct Link: Sendable, Hashable {
    let title: String
    let text: String
    let target: JSONPath
    var role = Theme.Role.text
  }

  /// The value the line shows; nil where it shows none.
  var path: JSONPath? {
    switch self {
    case .heading, .note, .columns, .scale, .picture, .pictureOf, .schedule, .link, .past: nil
    case .field(_, let path, _): path
    case .row(_, let list, let index, _): list.appending(index)
    case .add(_, let list, _): list
    case .day: WeekHours.path
    case .month: DateIndex.path
    }
  }

  var isFocusable: Bool {
    switch self {
    case .heading, .note, .columns, .scale, .picture, .pictureOf: false
    default: true
    }
  }

  var field: Field? { if case .field(let field, _, _) = self { field } else { nil } }

  /// The weekday, where the line is one that can be edited.
  var day: Int? { if case .day(let day) = self { day } else { nil } }

  var isMonth: Bool { if case .month = self { true } else { false } }

  /// The list that rows are added to from here.
  var list: (type: ObjectType, path: JSONPath)? {
    switch self {
    case .row(let type, let list, _, _), .add(let type, let list, _): (type, list)
    case .field(let field, let path, _):
      if case .list(let type) = field.type { (type, path) } else { nil }
    default: nil
    }
  }

  /// The row, when it is one.
  var row: (list: JSONPath, index: Int)? {
    if case .row(_, let list, let index, _) = self { (list, index) } else { nil }
  }
}
