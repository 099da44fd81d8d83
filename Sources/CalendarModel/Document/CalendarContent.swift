import JSON

/// Recognises a JSON value by its keys: as a calendar, a list of calendars, or something else.
///
/// The program asks it about every file before anybody can edit what is in it.
package enum CalendarContent: Sendable, Hashable {
  /// A calendar, bare or under `calendar`. An update body counts too, because it has the same keys.
  case calendar(CalendarEntry)
  /// A list of calendars, under `calendars` or bare.
  case list([CalendarEntry])
  /// An answer of the service that says what went wrong.
  case errorAnswer(status: Int?, message: String)
  /// Anything else, with what it looks like: "a list of users", "an empty object".
  case other(String)

  package init(_ value: JSONValue) {
    switch value {
    case .object(let object): self = Self.read(value, object)
    case .array(let elements): self = Self.read(list: elements, at: .root)
    default: self = .other(value.kindInWords)
    }
  }

  private static func read(_ value: JSONValue, _ object: JSONObject) -> CalendarContent {
    let keys = Set(object.keys)
    if let calendar = object["calendar"] {
      guard let inner = calendar.object else {
        return .other("an object whose \"calendar\" is \(calendar.kindInWords)")
      }
      if !documented.isDisjoint(with: inner.keys) {
        return .calendar(CalendarEntry(calendar, at: "calendar"))
      }
      if keys.isDisjoint(with: telling) {
        return .other("an object whose \"calendar\" has no key of a calendar")
      }
    }
    if !keys.isDisjoint(with: telling) { return .calendar(CalendarEntry(value, at: .root)) }
    if let calendars = object["calendars"]?.array {
      return read(list: calendars, at: "calendars")
    }
    if let error = errorAnswer(value, keys) { return error }
    if let kind = Lookalike.name(ofObjectWith: keys, value) { return .other(kind) }
    // It may be a part of an update body, such as a name alone.
    if !keys.isDisjoint(with: vague) { return .calendar(CalendarEntry(value, at: .root)) }
    return .other(Lookalike.name(ofUnknown: object))
  }

  private static func read(list: [JSONValue], at path: JSONPath) -> CalendarContent {
    let entries = list.enumerated().compactMap { index, element -> CalendarEntry? in
      guard case .calendar(let entry) = CalendarContent(element) else { return nil }
      return CalendarEntry(entry, in: path.appending(index))
    }
    if !entries.isEmpty { return .list(entries) }
    guard let first = list.first else {
      return .other(path.isRoot ? "an empty list" : "an empty list of calendars")
    }
    return .other(Lookalike.name(ofListOf: first))
  }

  private static func errorAnswer(_ value: JSONValue, _ keys: Set<String>) -> CalendarContent? {
    guard let message = value[key: "message"] else { return nil }
    let status = value[key: "statusCode"]?.int ?? value[key: "status"]?.int
    guard status != nil || keys.isDisjoint(with: vague) else { return nil }
    return .errorAnswer(status: status, message: words(message))
  }

  /// The text of a message of the service, which can be a text, a list of texts, or an object with a
  /// message.
  private static func words(_ message: JSONValue) -> String {
    switch message {
    case .string(let text): text.value
    case .array(let parts): parts.map(words).joined(separator: ", ")
    case .object(let object): object["message"].map(words) ?? message.printed()
    default: message.printed()
    }
  }

  // MARK: The keys of a calendar

  private static let documented = Set(CalendarSchema.all.map(\.key))
  /// Keys that users, forms, groups, schedules and appointments have too.
  private static let vague = names([
    .name, .description, .slug, .isActive, .notes, .groupId, .formId,
  ])
  /// Keys that objects of many kinds have, so that they say nothing about the kind.
  private static let identifying = names([.id, .locationId])
  /// Keys that only calendars have.
  private static let telling = documented.subtracting(vague).subtracting(identifying)

  private static func names(_ keys: [CalendarKey]) -> Set<String> { Set(keys.map(\.rawValue)) }
}

/// A calendar in a file or an answer: its path, its id and its name.
package struct CalendarEntry: Sendable, Hashable {
  package let path: JSONPath
  package let id: String?
  package let name: String?

  init(_ calendar: JSONValue, at path: JSONPath) {
    self.path = path
    id = calendar[.id]?.text.flatMap { $0.isEmpty ? nil : $0 }
    name = calendar[.name]?.text
  }

  init(_ entry: CalendarEntry, in path: JSONPath) {
    self.path = path.appending(entry.path)
    (id, name) = (entry.id, entry.name)
  }
}
