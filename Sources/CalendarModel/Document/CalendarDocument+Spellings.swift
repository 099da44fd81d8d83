import JSON

/// Keeps track of keys that the service spelt differently.
extension CalendarDocument {
  /// Makes a calendar the one that edits are compared with.
  @discardableResult
  mutating func take(_ calendar: JSONValue) -> JSONValue {
    (base, spellings) = LoadedSpellings.read(Self.object(calendar))
    return base
  }

  /// The key under which the value at a path was loaded; nil if that is the documented key.
  package func loadedKey(_ path: JSONPath) -> String? {
    loadedPath(path).flatMap { spellings.key(at: $0) }
  }

  /// Whether every property was loaded under the documented key.
  package var hasDocumentedKeys: Bool { spellings.isEmpty }

  /// The edited calendar with the keys as they were loaded; this is what is written to a file.
  package var stored: JSONValue { spellings.applied(to: current, loadedPath: loadedPath) }
}
