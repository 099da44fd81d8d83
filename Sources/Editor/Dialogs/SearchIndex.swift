import CalendarModel
import JSON
import TextUI

/// Everything of a calendar that can be looked for, with the place it leads to.
struct SearchIndex {
  /// How much of a value is compared with what is typed.
  private static let longest = 200

  private(set) var entries: [FilterList.Entry] = []
  private(set) var targets: [Target] = []

  /// Where an entry leads.
  enum Target: Sendable, Hashable {
    case path(JSONPath)
    case weekday(Int)
    case section(Section)

    var command: DialogCommand {
      switch self {
      case .path(let path): .go(to: path)
      case .weekday(let day): .goToWeekday(day)
      case .section(let section): .goToSection(section)
      }
    }
  }

  /// Fields first, each once and in the order of the screen, then the days of the week, the rows of
  /// lists, and the sections.
  ///
  /// Fields that a calendar of this type has no use for come after the others.
  mutating func add(_ document: CalendarDocument) {
    let fields = CalendarSchema.flat
    for (keys, field) in fields where isMeant(keys, document) {
      add(keys, field, document, isMeant: true)
    }
    for (keys, field) in fields where !isMeant(keys, document) {
      add(keys, field, document, isMeant: false)
    }
    addWeekdays(document.format)
    for field in CalendarSchema.all {
      addRows(of: field, at: JSONPath([.key(field.key)]), document)
    }
    for section in Section.allCases {
      entries.append(.init(section.title, detail: "section"))
      targets.append(.section(section))
    }
  }

  /// Whether calendars of this type have a use for a field, as far as that is known.
  private func isMeant(_ keys: [String], _ document: CalendarDocument) -> Bool {
    guard let key = keys.first.flatMap(CalendarKey.init), let type = document.calendarType else {
      return true
    }
    if key == .teamMembers, keys.contains(MemberKey.locationConfigurations.rawValue) {
      return !type.hasOwnLocations
    }
    guard let decider = CalendarSchema.field(key.rawValue)?.switchedBy,
      decider.key == CalendarKey.calendarType.rawValue
    else { return true }
    return decider.reason(type.json, CalendarSchema.field(decider.key)) == nil
  }

  private mutating func addWeekdays(_ format: LocalFormat) {
    let label = CalendarSchema.field(CalendarKey.openHours.rawValue)?.label ?? ""
    for day in format.weekdays {
      entries.append(
        .init("\(label) › \(Wording.weekday(day))", detail: "day", alias: Wording.weekday(day)))
      targets.append(.weekday(day))
    }
  }

  private mutating func add(
    _ keys: [String], _ field: Field, _ document: CalendarDocument, isMeant: Bool
  ) {
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
    let decider = isThere ? decider(of: field, at: target, document) : nil
    entries.append(
      .init(
        labels.joined(separator: " › "),
        detail: keys.joined(separator: ".") + shown
          + (decider.map { "  has an effect after: \($0)" } ?? ""),
        keywords: field.help + " " + (value?.text?.prefix(Self.longest).description ?? ""),
        alias: keys.joined(separator: "."), synonyms: SearchSynonyms.of(keys), name: field.label,
        isSecondary: field.isReadOnly || field.isDeprecated || !isMeant))
    targets.append(.path(target))
  }

  /// What the choice is called that a field waits for, while that says that the field has no effect.
  private func decider(
    of field: Field, at path: JSONPath, _ document: CalendarDocument
  ) -> String? {
    guard let decider = field.switchedBy, decider.key != CalendarKey.calendarType.rawValue else {
      return nil
    }
    let target = path.parent.appending(decider.key)
    guard let choice = CalendarSchema.field(at: target),
      decider.reason(document[target], choice) != nil
    else { return nil }
    return choice.label
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
      targets.append(.path(target))
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
