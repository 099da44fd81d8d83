import JSON

/// The sentences and short forms that this module makes of values.
package enum Wording {
  /// A text in quotes, cut to a length that fits a line.
  package static func quoted(_ text: String, length: Int = 40) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return "\"" + (line.count > length ? line.prefix(length - 1) + "…" : line) + "\""
  }

  /// A text of a calendar in quotes as it is sent, cut to a length that fits a line: its blanks stay,
  /// and a mark stands for a line break.
  static func quotedAsSent(_ text: String, length: Int = 40) -> String {
    var shown = ""
    var count = 0
    for character in text {
      count += 1
      if count > length { break }
      shown += character.isNewline ? lineBreak : String(character)
    }
    return "\"" + (count > length ? shown.dropLast() + "…" : shown) + "\""
  }

  /// What stands for a line break where there is one line, as on the screen.
  package static let lineBreak = "\u{240A}"

  /// Two long texts from a little before the place where they begin to differ.
  package static func snippets(_ old: String, _ new: String) -> (old: String, new: String) {
    let common = zip(old, new).prefix { $0 == $1 }.count
    let start = max(0, common - 12)
    func snippet(_ text: String) -> String {
      let rest = String(text.dropFirst(start))
      return quotedAsSent((start > 0 ? "…" : "") + rest)
    }
    return (snippet(old), snippet(new))
  }

  /// Two texts of which the old one is too long for a line, from the place where they begin to
  /// differ; nil for all other values, and for texts that stand for something, as choices do.
  static func longTexts(
    _ old: JSONValue?, _ new: JSONValue?, of field: Field?
  ) -> (old: String, new: String)? {
    guard case .string(let old)? = old, case .string(let new)? = new, old.value.count > 36,
      field?.holdsPlainText ?? true
    else {
      return nil
    }
    return snippets(old.value, new.value)
  }

  /// "1 member", "2 members", "2 entries".
  package static func counted(_ count: Int, _ noun: String) -> String {
    if count == 1 { return "1 \(noun)" }
    if noun.hasSuffix("y"), !noun.hasSuffix("ay"), !noun.hasSuffix("ey") {
      return "\(count) \(noun.dropLast())ies"
    }
    if noun.hasPrefix("range of") { return "\(count) ranges" + noun.dropFirst("range".count) }
    return "\(count) \(noun)s"
  }

  /// The name of a weekday, 0 is Sunday: "Monday".
  package static func weekday(_ day: Int) -> String {
    let names = Choices.weekdays
    return names[(day % names.count + names.count) % names.count]
  }

  /// Days of the week in short, 0 is Sunday: "Mon–Fri", "Sat, Sun".
  package static func weekdays(
    _ days: some Sequence<Int>, in format: LocalFormat = .standard
  ) -> String {
    Self.days(days.sorted().map { .integer($0) }, Choices.days, in: format) ?? ""
  }

  /// "Mon–Fri", "Sat, Sun", in the order of the week; nil for none.
  static func days(
    _ values: [JSONValue], _ choices: [Choice], in format: LocalFormat
  ) -> String? {
    let days = Set(values.compactMap(\.int))
    guard days.allSatisfy({ choices.indices.contains($0) }), days.count == values.count else {
      let named = values.map { choices.match($0)?.label ?? $0.printed() }
      return named.isEmpty ? nil : named.joined(separator: ", ")
    }
    var runs: [[Int]] = []
    for day in format.sorted(days) {
      if let last = runs.last?.last, format.column(of: last) == format.column(of: day) - 1 {
        runs[runs.count - 1].append(day)
      } else {
        runs.append([day])
      }
    }
    let parts = runs.flatMap { run -> [String] in
      let labels = run.map { choices[$0].label }
      return run.count > 2 ? ["\(labels[0])–\(labels[run.count - 1])"] : labels
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  // MARK: Titles of steps

  /// What was done to a row.
  package enum RowVerb: String, Sendable {
    case add, duplicate, delete, restore, move
  }

  static func title(
    _ verb: RowVerb, row: JSONValue, of list: JSONPath, names: [String: String],
    in format: LocalFormat
  ) -> String {
    let type = CalendarSchema.field(at: list)?.objectType
    let name = type.map { RowSummary.text(of: row, $0, names: names, in: format) } ?? ""
    return "\(verb.rawValue.capitalizedFirst) \(type?.noun ?? "row")"
      + (name.isEmpty ? "" : " \(name)")
  }

  static func title(
    of path: JSONPath, in document: CalendarDocument, from old: JSONValue?, to new: JSONValue?,
    format: LocalFormat
  ) -> String {
    let field = CalendarSchema.field(at: path)
    let place = place(path, in: document.current, names: document.names, format: format)
    if let (before, after) = longTexts(old, new, of: field) {
      return "\(place): \(before) → \(after)"
    }
    if path.count == 1, let quantity = path.topKey.flatMap({ QuantityField($0) }) {
      // Both numbers are said with the unit that the calendar has now.
      let unit = document.current[key: quantity.unit.key]
      let (before, after) = (
        quantity.wording(old, unit: unit), quantity.wording(new, unit: unit)
      )
      return "\(quantity.number.label): \(before) → \(after)"
    }
    func words(_ value: JSONValue?) -> String {
      Self.value(value, of: field, names: document.names, in: format)
    }
    return "\(place): \(words(old)) → \(words(new))"
  }

  /// The title of the step that puts back what a save lost.
  static let putBack = "Restore what the save lost"

  /// The title of the step that gives up what a save did not store.
  static let heldTaken = "Use the values of the service"

  /// The title of the step that stands for edits which cannot be told apart any more.
  static let earlierEdits = "All earlier edits"

  /// The title of the step in which theirs was chosen where both sides changed something.
  static let theirsTaken = "Use theirs where both changed the same value"

  /// The title of the step that takes over what someone else saved.
  static let merged = "Merge other people's changes"

  static func primaryTitle(_ name: String, _ isPrimary: Bool) -> String {
    "\(name) is \(isPrimary ? "primary" : "not primary any more")"
  }

  static func resetTitle(of path: JSONPath) -> String {
    "Reset \(CalendarSchema.field(at: path)?.label.lowercased() ?? path.description)"
  }

  /// Where a value stands, in words, rows by what they are: "Team members › Ana › Priority".
  package static func place(
    _ path: JSONPath, in calendar: JSONValue, names: [String: String] = [:],
    format: LocalFormat = .standard
  ) -> String {
    steps(path, in: calendar, names: names, format: format).joined(separator: " › ")
  }

  /// The words of ``place(_:in:names:format:)`` one by one.
  package static func steps(
    _ path: JSONPath, in calendar: JSONValue, names: [String: String] = [:],
    format: LocalFormat = .standard
  ) -> [String] {
    var words: [String] = []
    var here = JSONPath.root
    var field: Field?
    for component in path.components {
      switch component {
      case .key(let key):
        here = here.appending(key)
        field = CalendarSchema.field(at: here)
        words.append(field?.label(in: calendar[here.parent]) ?? key)
      case .index(let index):
        here = here.appending(index)
        let name = field?.objectType.flatMap { type in
          calendar[here].map { RowSummary.text(of: $0, type, names: names, in: format) }
        }
        words.append(name.flatMap { $0.isEmpty ? nil : $0 } ?? "\(index + 1)")
      }
    }
    return words
  }
}
