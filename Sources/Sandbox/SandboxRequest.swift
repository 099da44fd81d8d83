import JSON

/// A request that a sandbox received.
package struct SandboxRequest: Sendable, Hashable {
  package let method: String
  /// The path with its query, as it came.
  package let target: String
  /// The headers in order; the value of `Authorization` is cut down to its kind.
  package let headers: [Header]
  package let body: [UInt8]
  /// The token of `Authorization` as it came; nil where there is none.
  ///
  /// It is for comparisons: a request that is printed does not show it.
  package let token: String?
  /// The sub-account that the request is for: the one that it names, or the one of the calendar or
  /// schedule in its path; nil where that cannot be known.
  package let locationID: String?
  /// Whether the token does not open the sub-account that the request is for.
  package let isMisdirected: Bool

  package struct Header: Sendable, Hashable {
    package let name: String
    package let value: String
  }

  /// The path without the query.
  package var path: String { String(target.prefix { $0 != "?" }) }

  /// The call of the API that it makes; nil when it is none.
  package var call: SandboxCall? { SandboxCall(method: method, target: target) }

  /// The calendar that it is about, also where the query of a search names it.
  package var calendarID: String? {
    guard let call else { return nil }
    if call.kind.isAboutCalendar { return call.id }
    return call.kind == .scheduleSearch ? Query(target)["calendarId"] : nil
  }

  /// The body as JSON; nil when it is none.
  package var json: JSONValue? { (try? JSONDocument(parsing: body))?.value }

  /// The value of the first header of that name, in any spelling of upper and lower case.
  package func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}

extension SandboxRequest: CustomReflectable {
  package var customMirror: Mirror {
    Mirror(
      self,
      children: [
        "method": method, "target": target, "headers": headers, "body": body,
        "locationID": locationID as Any, "isMisdirected": isMisdirected,
      ], displayStyle: .struct)
  }
}
