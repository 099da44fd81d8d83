import CalendarAPI
import CalendarModel
import JSON

/// What the service said of single fields, until they are edited.
struct ServerProblems: Sendable {
  private(set) var messages: [JSONPath: [String]] = [:]

  init() {}

  /// Sorts messages into those that belong to a field that is there and those that do not.
  ///
  /// - Parameters:
  ///   - body: the update that the messages are about; it knows which rows of the calendar its rows
  ///     are.
  ///   - unmapped: receives the texts of the latter.
  init(
    _ all: [ServiceMessage], about body: UpdateBody, in calendar: JSONValue,
    unmapped: inout [String]
  ) {
    for message in all {
      if let path = message.path,
        let place = Self.place(of: body.documentPath(of: path), in: calendar)
      {
        messages[place, default: []].append(Self.withoutPath(message.text))
      } else {
        unmapped.append(message.text)
      }
    }
  }

  /// The message without the path in front of the property: it stands at its place.
  private static func withoutPath(_ text: String) -> String {
    let subject = text.prefix { $0 != " " }
    guard let dot = subject.lastIndex(of: ".") else { return text }
    return String(text[text.index(after: dot)...])
  }

  /// The field, or the row of a list, that a message is about; nil when the editor has none.
  private static func place(of path: JSONPath, in calendar: JSONValue) -> JSONPath? {
    var path = path
    if CalendarSchema.field(at: path) == nil {
      // A property that nobody knows belongs to the row it stands in.
      path = path.parent
      guard !path.isRoot, CalendarSchema.field(at: path) != nil else { return nil }
    }
    // A row that is not there (any more) belongs to its list.
    while case .index? = path.last, calendar[path] == nil { path = path.parent }
    if let list = path.components.firstIndex(where: { if case .index = $0 { true } else { false } })
    {
      let row = JSONPath(Array(path.components[...list]))
      if calendar[row] == nil { path = row.parent }
    }
    return path
  }

  var isEmpty: Bool { messages.isEmpty }

  func at(_ path: JSONPath) -> [String] { messages[path] ?? [] }

  /// Whether there is anything at a path or below it.
  func isAny(under path: JSONPath) -> Bool {
    !messages.isEmpty && messages.keys.contains { $0.hasPrefix(path) }
  }

  /// How many messages there are at their fields.
  var count: Int { messages.values.reduce(0) { $0 + $1.count } }

  func count(_ section: Section) -> Int {
    messages.isEmpty
      ? 0
      : messages.reduce(0) { sum, entry in
        sum
          + (entry.key.topKey.flatMap(CalendarSchema.section(of:)) == section
            ? entry.value.count : 0)
      }
  }

  /// The paths in the order of the screen.
  var paths: [JSONPath] {
    let order = Dictionary(
      uniqueKeysWithValues: CalendarSchema.all.enumerated().map { ($0.element.key, $0.offset) })
    return messages.keys.sorted {
      (order[$0.topKey ?? ""] ?? 0, $0.row ?? -1, $0.description)
        < (order[$1.topKey ?? ""] ?? 0, $1.row ?? -1, $1.description)
    }
  }

  /// Forgets what was said of a field that was edited, of what stands in it and of what it is in.
  mutating func clear(_ path: JSONPath) {
    guard !messages.isEmpty else { return }
    messages = messages.filter { !$0.key.hasPrefix(path) && !path.hasPrefix($0.key) }
  }

  mutating func clearAll() { messages = [:] }
}
