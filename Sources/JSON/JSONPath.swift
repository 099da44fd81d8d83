/// Where a value stands in a document: `teamMembers[1].locationConfigurations[0].kind`.
public struct JSONPath: Sendable, Hashable {
  /// One step from a value to a part of it.
  public enum Component: Sendable, Hashable {
    case key(String)
    case index(Int)
  }

  public var components: [Component]

  public init(_ components: [Component] = []) { self.components = components }

  /// The document itself.
  public static let root = JSONPath()

  public var isRoot: Bool { components.isEmpty }
  public var count: Int { components.count }
  public var last: Component? { components.last }

  /// The key the path starts with; nil for the root.
  public var topKey: String? {
    if case .key(let key)? = components.first { key } else { nil }
  }

  /// The number of the row of a top-level list that the path leads into.
  public var row: Int? {
    if components.count > 1, case .index(let index) = components[1] { index } else { nil }
  }

  /// The path of the object or list that this value stands in.
  public var parent: JSONPath { JSONPath(Array(components.dropLast())) }

  public func appending(_ key: String) -> JSONPath { JSONPath(components + [.key(key)]) }
  public func appending(_ index: Int) -> JSONPath { JSONPath(components + [.index(index)]) }
  public func appending(_ path: JSONPath) -> JSONPath { JSONPath(components + path.components) }

  /// The path from the row of a top-level list on; empty for the row itself.
  public var withinRow: JSONPath { JSONPath(Array(components.dropFirst(2))) }

  public func hasPrefix(_ prefix: JSONPath) -> Bool {
    components.starts(with: prefix.components)
  }

  /// The same place with every row number left out: `teamMembers.locationConfigurations.kind`.
  public var keys: [String] {
    components.compactMap { if case .key(let key) = $0 { key } else { nil } }
  }
}

extension JSONPath: CustomStringConvertible {
  public var description: String {
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
  public init(stringLiteral text: String) { self.init(text) }

  /// Reads a path as ``description`` writes it; a dotted number counts as a row as well
  /// (`openHours.1.hours.0`), which is how the service writes its messages.
  public init(_ text: String) {
    let steps = text.split { $0 == "." || $0 == "[" || $0 == "]" }
    self.init(steps.map { step in Int(step).map(Component.index) ?? .key(String(step)) })
  }
}
