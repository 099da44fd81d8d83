/// Where a value stands in a document: `teamMembers[1].locationConfigurations[0].kind`.
package struct JSONPath: Sendable, Hashable {
  /// One step from a value to a part of it.
  package enum Component: Sendable, Hashable {
    case key(String)
    case index(Int)
  }

  package var components: [Component]

  package init(_ components: [Component] = []) { self.components = components }

  /// The document itself.
  package static let root = JSONPath()

  package var isRoot: Bool { components.isEmpty }
  package var count: Int { components.count }
  package var last: Component? { components.last }

  /// The key the path starts with; nil for the root.
  package var topKey: String? {
    if case .key(let key)? = components.first { key } else { nil }
  }

  /// The number of the row of a top-level list that the path leads into.
  package var row: Int? {
    if components.count > 1, case .index(let index) = components[1] { index } else { nil }
  }

  /// The path of the object or list that this value stands in.
  package var parent: JSONPath { JSONPath(Array(components.dropLast())) }

  package func appending(_ key: String) -> JSONPath { JSONPath(components + [.key(key)]) }
  package func appending(_ index: Int) -> JSONPath { JSONPath(components + [.index(index)]) }
  package func appending(_ path: JSONPath) -> JSONPath { JSONPath(components + path.components) }

  /// The path from the row of a top-level list on; empty for the row itself.
  package var withinRow: JSONPath { JSONPath(Array(components.dropFirst(2))) }

  package func hasPrefix(_ prefix: JSONPath) -> Bool {
    components.starts(with: prefix.components)
  }

  /// Whether one of two values stands in the other, or both are the same.
  package func overlaps(_ other: JSONPath) -> Bool {
    for (mine, theirs) in zip(components, other.components) {
      switch (mine, theirs) {
      case (.key(let a), .key(let b)) where a.isSame(as: b): continue
      case (.index(let a), .index(let b)) where a == b: continue
      default: return false
      }
    }
    return true
  }

  /// The same place with every row number left out: `teamMembers.locationConfigurations.kind`.
  package var keys: [String] {
    components.compactMap { if case .key(let key) = $0 { key } else { nil } }
  }
}

extension JSONPath: CustomStringConvertible {
  package var description: String {
    var out = ""
    for component in components {
      switch component {
      case .key(let key): out += out.isEmpty ? key : "." + key
      case .index(let index): out += "[\(index)]"
      }
    }
    return out
  }
}

extension JSONPath: ExpressibleByStringLiteral {
  /// Reads a path as ``description`` writes it.
  package init(stringLiteral text: String) { self.init(text) }

  /// Reads a path as ``description`` writes it; a dotted number counts as a row as well
  /// (`openHours.1.hours.0`), which is how the service writes its messages.
  package init(_ text: String) {
    let steps = text.split { $0 == "." || $0 == "[" || $0 == "]" }
    self.init(steps.map { step in Int(step).map(Component.index) ?? .key(String(step)) })
  }
}
