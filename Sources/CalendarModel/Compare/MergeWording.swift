import JSON

/// Names rows and values for the user, in a merge and in the comparison after a save.
struct MergeWording {
  /// The names of users by id.
  let names: [String: String]
  /// How times and weeks are said.
  let format: LocalFormat

  // MARK: Rows

  /// The name of a row: a person or a date; its number where it has neither.
  func name(of row: JSONValue, _ type: ObjectType, index: Int) -> String {
    let number = "\(type.noun.capitalizedFirst) \(index + 1)"
    guard let key = type.nameKey, let value = row[key: key]?.unlessBlank,
      let field = type.field(key)
    else { return number }
    guard case .text(.date) = field.type else {
      return Wording.meaning(value, of: field, names: names, in: format)
    }
    guard let text = value.text, let date = CalendarDate(beginning: text) else {
      return value.text ?? number
    }
    return "\(date.shortWeekdayName) \(date)"
  }

  /// The settings of a row, without the one that names it.
  func content(of row: JSONValue, _ type: ObjectType) -> String {
    guard let nameKey = type.nameKey else {
      return RowSummary.text(of: row, type, names: names, in: format)
    }
    if let hours = type.fields.first(where: { $0.objectType?.rows == .ranges }) {
      return RowSummary.hours(row[key: hours.key], in: format)
    }
    return type.fields.filter { $0.key != nameKey }.compactMap { field in
      row[key: field.key].map { "\(field.label.lowercased()) \(value($0, field))" }
    }
    .joined(separator: ", ")
  }

  // MARK: Values

  /// A value in words; for a list the first rows, as far as a line has room.
  func value(_ value: JSONValue?, _ field: Field?) -> String {
    guard let type = field?.objectType else {
      return Wording.value(value, of: field, names: names, in: format)
    }
    switch value {
    case .array(let rows)? where type.rows == .ranges:
      return RowSummary.hours(.array(rows), in: format)
    case .array(let rows)? where !rows.isEmpty:
      let shown = rows.prefix(3).map { RowSummary.text(of: $0, type, names: names, in: format) }
        .filter { !$0.isEmpty }
      let count = Wording.counted(rows.count, type.noun)
      guard !shown.isEmpty else { return count }
      return "\(count): " + shown.joined(separator: "; ") + (rows.count > 3 ? "; …" : "")
    case .some(let odd) where odd.array == nil && odd.object == nil && !odd.isBlank:
      return Wording.quoted(odd.text ?? odd.printed())
    default: return Wording.value(value, of: field, names: names, in: format)
    }
  }

  /// Two values that differ, in words; for long texts the part in which they differ.
  func pair(_ old: JSONValue?, _ new: JSONValue?, _ field: Field?) -> (old: String, new: String) {
    let words = (old: value(old, field), new: value(new, field))
    guard words.old == words.new, let old, let new else { return words }
    let (a, b) = (old.text ?? old.printed(), new.text ?? new.printed())
    return a == b ? (old.printed(), new.printed()) : Wording.snippets(a, b)
  }

  /// The hours of a day of the week, with a remark where some of them cannot be read.
  func hours(_ day: WeekHours.Day) -> String {
    HoursText.format(day.ranges, in: format)
      + (day.isExact ? "" : " (and hours that cannot be read)")
  }
}
