import CalendarModel
import JSON
import TextUI

/// Everything of a calendar that can be looked for, with the place it leads to.
struct SearchIndex {
  /// How much of a value is compared with what is typed.
  private static let longest = 200

  private(set) var entries: [FilterList.Entry] = []
  private(set) var targets: [JSONPath] = []

  /// Fields first, in the order of the screen, then the rows of lists.
  mutating func add(_ document: CalendarDocument) {
    for (keys, field) in CalendarSchema.flat { add(keys, field, document) }
    for field in CalendarSchema.all {
      addRows(of: field, at: JSONPath([.key(field.key)]), document)
    }
  }

  private mutating func add(_ keys: [String], _ field: Field, _ document: CalendarDocument) {
    var path = JSONPath.root
    var labels: [String] = []
    // A field of rows is looked for in the first row; without one the list has to do.
    var target = JSONPath.root
    var isThere = true
    for key in keys {
      if isThere, CalendarSchema.field(at: path)?.isList == true {
        isThere = document[target]?.array?.isEmpty == false
        if isThere { target = target.appending(0) }
      }
      path = path.appending(key)
      if isThere { target = target.appending(key) }
      labels.append(CalendarSchema.field(at: path)?.label ?? key)
    }
    let value = isThere ? document[target] : nil
    let words = value.map { document.words($0, of: field) } ?? ""
    let shown = field.objectType == nil && !words.isEmpty ? "  \(words)" : ""
    entries.append(
      .init(
        labels.joined(separator: " › "), detail: keys.joined(separator: ".") + shown,
        keywords: field.help + " " + (value?.text?.prefix(Self.longest).description ?? ""),
        alias: keys.joined(separator: ".")))
    targets.append(target)
  }

  /// The rows of a list, and those of lists in them.
  private mutating func addRows(of field: Field, at path: JSONPath, _ document: CalendarDocument) {
    guard case .list(let type) = field.type, let rows = document[path]?.array else { return }
    for (index, row) in rows.enumerated() {
      let target = path.appending(index)
      entries.append(
        .init(
          document.place(path) + " › " + document.summary(row, type), detail: type.noun,
          keywords: Self.texts(row).prefix(Self.longest).description))
      targets.append(target)
      for inner in type.fields where inner.objectType?.rows != .ranges {
        addRows(of: inner, at: target.appending(inner.key), document)
      }
    }
  }

  /// The texts that stand directly in a row.
  private static func texts(_ row: JSONValue) -> String {
    (row.object?.members ?? []).compactMap(\.value.text).joined(separator: " ")
  }
}
