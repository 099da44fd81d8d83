import JSON

/// The keys under which the properties of the calendar came.
extension CalendarDocument {
  /// Takes a calendar as what edits are compared with.
  @discardableResult
  mutating func take(_ calendar: JSONValue) -> JSONValue {
    (base, spellings) = LoadedSpellings.read(Self.object(calendar))
    return base
  }

  /// The key under which the value at a path was loaded; nil where that is the page's own.
  package func loadedKey(_ path: JSONPath) -> String? {
    loadedPath(path).flatMap { spellings.key(at: $0) }
  }

  /// The loaded calendar with the keys under which its properties came.
  var storedBase: JSONValue { spellings.applied(to: base, loadedPath: { $0 }) }

  /// The calendar as it is now, with the keys under which its properties were loaded: what a file
  /// keeps.
  package var stored: JSONValue { spellings.applied(to: current, loadedPath: loadedPath) }
}
