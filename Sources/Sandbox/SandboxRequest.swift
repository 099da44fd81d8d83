import JSON

/// A request that a sandbox received.
package struct SandboxRequest: Sendable, Hashable {
  package let method: String
  /// The path with its query, as it came.
  package let target: String
  /// The headers in order; the value of `Authorization` is cut down to its kind.
  package let headers: [Header]
  package let body: [UInt8]

  package struct Header: Sendable, Hashable {
    package let name: String
    package let value: String
  }

  /// The path without the query.
  package var path: String { String(target.prefix { $0 != "?" }) }

  /// The body as JSON; nil when it is none.
  package var json: JSONValue? { (try? JSONDocument(parsing: body))?.value }

  /// The value of the first header of that name, in any spelling of upper and lower case.
  package func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}
