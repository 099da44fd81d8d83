import JSON

/// Finds what was loaded for a path of the edited calendar.
extension CalendarDocument {
  /// The path at which a value was loaded; nil inside a new row.
  func loadedPath(_ path: JSONPath) -> JSONPath? { origins.loadedPath(path) }

  /// The value that was loaded for a path; nil where it was absent.
  ///
  /// For a row that was moved it is the value of the same row, wherever that was.
  package func loaded(_ path: JSONPath) -> JSONValue? { loadedPath(path).flatMap { base[$0] } }

  /// Whether a path leads into a row that was not loaded.
  package func isInNewRow(_ path: JSONPath) -> Bool {
    guard
      let depth = path.components.lastIndex(where: { if case .index = $0 { true } else { false } })
    else { return false }
    return loaded(JSONPath(Array(path.components[...depth]))) == nil
  }

  /// Whether a value differs from the one that was loaded for it.
  package func isChanged(_ path: JSONPath) -> Bool {
    if path.count == 1, let key = path.topKey, CalendarSchema.field(key)?.isReadOnly == false {
      return validation.modifiedKeys.contains(key)
    }
    return !areEquivalent(self[path], loaded(path))
  }
}
