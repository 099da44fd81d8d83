extension JSONValue {
  /// The value at a path; nil where there is none.
  package subscript(path: JSONPath) -> JSONValue? {
    var value = self
    for component in path.components {
      guard let next = value[component] else { return nil }
      value = next
    }
    return value
  }

  /// The member or element one step away.
  package subscript(component: JSONPath.Component) -> JSONValue? {
    switch (component, self) {
    case (.key(let key), .object(let object)): object[key]
    case (.index(let index), .array(let elements)):
      elements.indices.contains(index) ? elements[index] : nil
    default: nil
    }
  }

  /// The value of an object's member; nil for anything else.
  package subscript(key key: String) -> JSONValue? { object?[key] }

  /// Changes the value at `path` in place, without copying what stands beside it.
  ///
  /// - Returns: what `body` returned, or nil when there is no value at the path.
  package mutating func update<R>(
    at path: JSONPath, _ body: (inout JSONValue) -> R
  ) -> R? {
    update(at: path.components[...], body)
  }

  private mutating func update<R>(
    at path: ArraySlice<JSONPath.Component>, _ body: (inout JSONValue) -> R
  ) -> R? {
    // A payload is taken out of `self` before it changes: with one owner it changes in place.
    switch path.first {
    case nil: return body(&self)
    case .key(let key):
      guard case .object(var object) = self, let index = object.index(of: key) else { return nil }
      self = .null
      defer { self = .object(object) }
      return object.update(index) { $0.update(at: path.dropFirst(), body) }
    case .index(let index):
      guard case .array(var elements) = self, elements.indices.contains(index) else { return nil }
      self = .null
      defer { self = .array(elements) }
      return elements[index].update(at: path.dropFirst(), body)
    }
  }
}
