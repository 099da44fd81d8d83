import CalendarModel
import JSON

/// Another calendar that this one is compared with, line by line.
struct CalendarComparison: Sendable {
  /// What the other calendar is called.
  let title: String
  private let other: CalendarDocument
  private let week: WeekHours

  init(_ title: String, _ other: CalendarDocument) {
    self.title = title
    self.other = other
    week = WeekHours(other.current[.openHours])
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
      return texts.0 == texts.1 ? nil : texts.1
    }
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
      let rows = other[others]?.array ?? []
      guard let index = rows.firstIndex(where: { Self.key(of: $0, type) == key }) else {
        return .missing
      }
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
