import CalendarModel
import JSON

/// Another calendar that this one is compared with, line by line.
struct CalendarComparison: Sendable {
  /// What the other calendar is called.
  let title: String
  private let other: CalendarDocument
  private let week: WeekHours
  /// Where the rows of each list of the other calendar stand, so that no line walks a list.
  private let rows: [JSONPath: [RowKey: Int]]

  init(_ title: String, _ other: CalendarDocument) {
    self.title = title
    self.other = other
    week = WeekHours(other.current[.openHours])
    var rows: [JSONPath: [RowKey: Int]] = [:]
    for field in CalendarSchema.all {
      Self.addRows(of: field, at: JSONPath([.key(field.key)]), in: other, &rows)
    }
    self.rows = rows
  }

  private static func addRows(
    of field: Field, at path: JSONPath, in other: CalendarDocument,
    _ rows: inout [JSONPath: [RowKey: Int]]
  ) {
    guard let type = field.objectType, let value = other[path] else { return }
    func addMembers(at path: JSONPath) {
      for member in type.fields {
        addRows(of: member, at: path.appending(member.key), in: other, &rows)
      }
    }
    guard let list = value.array else { return addMembers(at: path) }
    for (index, row) in list.enumerated() {
      if let key = key(of: row, type), rows[path]?[key] == nil {
        rows[path, default: [:]][key] = index
      }
      addMembers(at: path.appending(index))
    }
  }

  /// What the other calendar has where a line shows something else; nil where both have the same.
  func differing(_ line: any Line, _ document: CalendarDocument, _ week: WeekHours?) -> String? {
    if let day = line.day, let week {
      let (own, others) = (week.days[day].ranges, self.week.days[day].ranges)
      return own == others ? nil : HoursText.short(others, in: document.format)
    }
    guard let path = line.path, let value = counterpart(of: path, document) else { return nil }
    guard let row = line.row else { return differing(field: line.field, path, value, document) }
    let own = document[row.list.appending(row.index)]
    switch value {
    case .missing: return "not there"
    case .found(let found):
      guard let own, let found, let type = line.list?.type else { return nil }
      let texts = (document.summary(own, type), document.summary(found, type))
      return texts.0 == texts.1
        ? Self.members(of: found, differingFrom: own, type, document) : texts.1
    }
  }

  /// What a row says otherwise than its counterpart, as "Priority: Low"; nil where it says the same.
  ///
  /// Ids that the service gives differ in any case.
  private static func members(
    of found: JSONValue, differingFrom own: JSONValue, _ type: ObjectType,
    _ document: CalendarDocument
  ) -> String? {
    let differing = type.fields.filter { member in
      member.key != type.id?.key && !areEquivalent(own[key: member.key], found[key: member.key])
    }
    guard !differing.isEmpty else { return nil }
    return differing.map { "\($0.label): \(document.words(found[key: $0.key], of: $0))" }
      .joined(separator: ", ")
  }

  private func differing(
    field: Field?, _ path: JSONPath, _ value: Counterpart, _ document: CalendarDocument
  ) -> String? {
    guard let field, case .found(let found) = value else { return nil }
    switch field.type {
    case .list, .object: return nil  // Their rows and parts are lines of their own.
    default: break
    }
    let keys = [path] + (field.unitKey.map { [path.parent.appending($0)] } ?? [])
    let isSame = keys.allSatisfy { key in
      areEquivalent(document[key], key == path ? found : other[key])
    }
    if isSame { return nil }
    let unit = field.unitKey.flatMap { key in
      CalendarSchema.field(key).flatMap { unit in
        other.current[key: key].map { " " + Wording.value($0, of: unit) }
      }
    }
    return document.words(found, of: field) + (unit ?? "")
  }

  private enum Counterpart {
    /// The row that it stands in has none.
    case missing
    case found(JSONValue?)
  }

  /// What stands at a path in the other calendar, where rows are found by their keys.
  private func counterpart(of path: JSONPath, _ document: CalendarDocument) -> Counterpart? {
    var own = JSONPath.root
    var others = JSONPath.root
    for component in path.components {
      own.components.append(component)
      guard case .index = component else {
        others.components.append(component)
        continue
      }
      let list = own.parent
      guard let type = CalendarSchema.field(at: list)?.objectType, let row = document[own],
        let key = Self.key(of: row, type)
      else { return nil }
      guard let index = rows[others]?[key] else { return .missing }
      others.components.append(.index(index))
    }
    return .found(other[others])
  }

  /// What a row is known by in both calendars: ids that the service gives differ.
  private static func key(of row: JSONValue, _ type: ObjectType) -> RowKey? {
    type.keyAcrossCalendars(of: row)
  }
}

extension CalendarEditor {
  /// What another calendar has where a line differs from it; nil where nothing is compared.
  func differing(_ line: any Line) -> String? {
    guard let comparison, let document else { return nil }
    return comparison.differing(line, document, layout.week?.now)
  }
}
