import JSON

/// A request that a sandbox received.
public struct SandboxRequest: Sendable, Hashable {
  public let method: String
  /// The path with its query, as it came.
  public let target: String
  /// The headers in order; the value of `Authorization` is cut down to its kind.
  public let headers: [Header]
  public let body: [UInt8]

  public struct Header: Sendable, Hashable {
    public let name: String
    public let value: String
  }

  /// The path without the query.
  public var path: String { String(target.prefix { $0 != "?" }) }

  /// The body as JSON; nil when it is none.
  public var json: JSONValue? { (try? JSONDocument(parsing: body))?.value }

  /// The value of the first header of that name, in any spelling of upper and lower case.
  public func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}
