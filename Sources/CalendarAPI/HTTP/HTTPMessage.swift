/// One header of a request or an answer.
///
/// Printing one never shows the value of a header that carries a credential.
package struct HTTPField: Sendable, Hashable {
  package let name: String
  package let value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

extension HTTPField: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  private var isSecret: Bool {
    ["authorization", "proxy-authorization", "cookie"].contains(name.lowercased())
  }

  package var description: String { "\(name): \(isSecret ? Token.placeholder : value)" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: ["field": description]) }
}

/// A request as the service builds it and a ``Transport`` sends it.
package struct HTTPRequest: Sendable, Hashable {
  /// The method in capitals: `GET`, `PUT`.
  package var method: String
  /// The whole address, ASCII, everything percent-encoded.
  package var url: String
  package var headers: [HTTPField]
  /// The bytes to send; nil sends no body at all.
  package var body: [UInt8]?

  package init(method: String, url: String, headers: [HTTPField] = [], body: [UInt8]? = nil) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
  }

  /// The value of the first header of that name, in any spelling of upper and lower case.
  package func header(_ name: String) -> String? { headers.first(named: name) }
}

/// A whole answer: status, headers and body.
package struct HTTPResponse: Sendable, Hashable {
  /// 100 to 599; a redirect is an answer like any other and is never followed.
  package var status: Int
  package var headers: [HTTPField]
  package var body: [UInt8]

  package init(status: Int, headers: [HTTPField] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The value of the first header of that name, in any spelling of upper and lower case.
  package func header(_ name: String) -> String? { headers.first(named: name) }

  /// Whether a header says that the body is compressed, or its first bytes do (gzip).
  ///
  /// The program never unpacks an answer: a few kilobytes could become gigabytes.
  var isCompressed: Bool {
    let coding = header("Content-Encoding")?.lowercased() ?? ""
    return !["", "identity"].contains(coding) || body.starts(with: [0x1F, 0x8B])
  }
}

extension [HTTPField] {
  func first(named name: String) -> String? {
    let name = name.lowercased()
    return first { $0.name.lowercased() == name }?.value
  }
}
