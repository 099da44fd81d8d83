import JSON

extension JSONPath {
  /// The path as a list of keys and row numbers, because a key can contain dots and brackets.
  var json: JSONValue {
    .array(
      components.map { component in
        switch component {
        case .key(let key): .text(key)
        case .index(let index): .integer(index)
        }
      })
  }

  /// No calendar that can be loaded has longer paths.
  private static let lengthLimit = 1024

  init(_ reader: DraftReader) throws(DraftProblem) {
    guard let steps = reader.value.array, steps.count <= Self.lengthLimit else {
      throw reader.problem(.notAPath)
    }
    var components: [Component] = []
    for step in steps {
      if let key = step.text {
        components.append(.key(key))
      } else if let index = step.int, index >= 0 {
        components.append(.index(index))
      } else {
        throw reader.problem(.notAPath)
      }
    }
    self.init(components)
  }
}
