import JSON

/// What was loaded for a place of the calendar as it is now.
extension CalendarDocument {
  /// Where the value at a path was loaded; nil in a row that is new.
  func loadedPath(_ path: JSONPath) -> JSONPath? { origins.loadedPath(path) }

  /// The value that was loaded for a path; nil where it was absent.
  ///
  /// A row that has changed its place is followed to where it was loaded.
  package func loaded(_ path: JSONPath) -> JSONValue? { loadedPath(path).flatMap { base[$0] } }

  /// Whether a path leads into a row that was not loaded, of whatever list.
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
