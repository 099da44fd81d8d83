import JSON

extension CalendarContent {
  /// The reason why no calendar can be taken from a value.
  package enum Refusal: Error, Sendable, Hashable {
    /// There are several calendars, and the user named none.
    case several([CalendarEntry])
    /// No calendar of the list has that id.
    case unknown(String, [CalendarEntry])
    /// Several calendars of the list have that id.
    case ambiguous(String, [CalendarEntry])
    /// There is one calendar, and the user asked for another one.
    case otherCalendar(String, CalendarEntry)
    case errorAnswer(status: Int?, message: String)
    case other(String)

    /// The reason, as the second half of a sentence that begins with the name of the file.
    package var message: String {
      switch self {
      case .several(let entries):
        "it holds \(entries.count) calendars; name one by its id, or by its number in the list:"
      case .unknown(let id, let entries):
        "none of its \(Wording.counted(entries.count, "calendar")) is \(id):"
      case .ambiguous(let id, _): "it holds the calendar \(id) more than once; give its number:"
      case .otherCalendar(let id, let entry):
        "it holds \(entry.id.map { "the calendar \($0)" } ?? "a calendar without an id"), not \(id)"
      case .errorAnswer(let status, let message):
        "it does not hold a calendar but an error of the service"
          + "\(status.map { " (\($0))" } ?? ""): \(message)"
      case .other(let kind): "it holds no calendar; it looks like \(kind)"
      }
    }

    /// The calendars that the user can name, one line each: number, id, name.
    package var choices: [String] {
      switch self {
      case .several(let entries), .unknown(_, let entries), .ambiguous(_, let entries):
        let width = entries.compactMap(\.id?.count).max() ?? 0
        return entries.enumerated().map { index, entry in
          let id = entry.id ?? "-"
          let padding = String(repeating: " ", count: max(0, width - id.count))
          return "  \(index + 1)  \(id)\(padding)  \(entry.name ?? "(no name)")"
        }
      default: return []
      }
    }
  }

  /// The calendar that the user chose.
  ///
  /// - Parameter choice: its id, or its number in a list, counted from 1; nil for the only one.
  package func entry(chosenBy choice: String?) throws(Refusal) -> CalendarEntry {
    switch self {
    case .calendar(let entry):
      guard let choice, choice != entry.id else { return entry }
      throw .otherCalendar(choice, entry)
    case .list(let entries):
      guard let choice else {
        guard entries.count == 1 else { throw .several(entries) }
        return entries[0]
      }
      let found = entries.filter { $0.id == choice }
      if found.count == 1 { return found[0] }
      if found.count > 1 { throw .ambiguous(choice, entries) }
      if let number = Int(choice), entries.indices.contains(number - 1) {
        return entries[number - 1]
      }
      throw .unknown(choice, entries)
    case .errorAnswer(let status, let message):
      throw .errorAnswer(status: status, message: message)
    case .other(let kind): throw .other(kind)
    }
  }
}

extension CalendarContent {
  /// Finds the same calendar again after another program has written the file: by its id, or without one
  /// by its place.
  package func entry(again entry: CalendarEntry) throws(Refusal) -> CalendarEntry {
    guard case .list(let entries) = self else { return try self.entry(chosenBy: nil) }
    let same = entries.filter { $0.id == entry.id }
    if let found = same.first(where: { $0.path == entry.path }) { return found }
    if let id = entry.id {
      guard let found = same.first else { throw .unknown(id, entries) }
      return found
    }
    throw .several(entries)
  }
}
