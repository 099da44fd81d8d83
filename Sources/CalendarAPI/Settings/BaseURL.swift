/// The address of the service, which the path of every call is appended to.
///
/// It may be plain `http` on this machine only: nobody shall read the token on a network.
package struct BaseURL: Sendable, Hashable {
  package enum Scheme: String, Sendable, Hashable, CaseIterable {
    case https
    case http

    /// The port of an address that names none.
    package var defaultPort: Int { self == .https ? 443 : 80 }
  }

  /// Why a text cannot be the base address; ``message`` says it in words.
  package enum Problem: Error, Sendable, Hashable {
    case empty
    case scheme(String?)
    case credentials
    case host(String)
    case port(String)
    case path(String)
    case queryOrFragment
    case plainTextOutsideLoopback(host: String)
  }

  package let scheme: Scheme
  /// In lower case; an IPv6 address without its brackets.
  package let host: String
  /// 1 to 65535; the default one of the scheme where none was written.
  package let port: Int
  /// Empty, or a path that starts with a slash and ends without one.
  package let path: String

  /// The address of the live service, from the API page.
  package static let live = BaseURL(
    scheme: .https, host: "services.leadconnectorhq.com", port: 443, path: "")

  private init(scheme: Scheme, host: String, port: Int, path: String) {
    (self.scheme, self.host, self.port, self.path) = (scheme, host, port, path)
  }

  /// Reads an address such as `https://services.leadconnectorhq.com` or `http://127.0.0.1:8080/v1`.
  ///
  /// - Throws: ``Problem`` when a part is wrong, or when plain `http` would leave this machine.
  package init(_ text: String) throws(Problem) {
    guard !text.isEmpty else { throw .empty }
    guard let colon = text.utf8.firstRange(of: "://".utf8) else { throw .scheme(nil) }
    let name = text[..<colon.lowerBound]
    guard let scheme = Scheme(rawValue: name.lowercased()) else { throw .scheme(String(name)) }
    let rest = text[colon.upperBound...]
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != "\\" }
    let tail = rest[authority.endIndex...]
    guard !authority.contains("@") else { throw .credentials }
    guard !tail.contains(where: { $0 == "?" || $0 == "#" }) else { throw .queryOrFragment }

    let (host, portText) = try Self.split(authority)
    var port = scheme.defaultPort
    if let portText {
      guard portText.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(portText),
        (1...65535).contains(number)
      else { throw .port(String(portText)) }
      port = number
    }
    guard tail.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }),
      !tail.split(separator: "/").contains(where: { $0 == "." || $0 == ".." })
    else { throw .path(String(tail)) }
    var path = tail
    while path.last == "/" { path.removeLast() }

    self.init(scheme: scheme, host: host, port: port, path: String(path))
    if scheme == .http, !isLoopback { throw .plainTextOutsideLoopback(host: host) }
  }

  private static func split(
    _ authority: Substring
  ) throws(Problem) -> (host: String, port: Substring?) {
    if authority.hasPrefix("[") {
      guard let close = authority.firstIndex(of: "]") else { throw .host(String(authority)) }
      let host = authority[authority.index(after: authority.startIndex)..<close].lowercased()
      let after = authority[authority.index(after: close)...]
      guard !host.isEmpty, host.contains(":"),
        host.utf8.allSatisfy({ isHex($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }),
        after.isEmpty || after.hasPrefix(":")
      else { throw .host(String(authority)) }
      return (host, after.isEmpty ? nil : after.dropFirst())
    }
    let parts = authority.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let host = parts.first.map { $0.lowercased() } ?? ""
    let isPlain = host.utf8.allSatisfy {
      isHex($0) || (UInt8(ascii: "g")...UInt8(ascii: "z")).contains($0)
        || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_")
    }
    guard !host.isEmpty, isPlain, !host.hasPrefix("."), !host.contains("..") else {
      throw .host(String(authority))
    }
    return (host, parts.count > 1 ? parts[1] : nil)
  }

  private static func isHex(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }

  /// Whether the host is always this machine: `localhost`, `127.0.0.0/8` or `::1`.
  package var isLoopback: Bool {
    if host == "localhost" || host == "::1" || host == "0:0:0:0:0:0:0:1" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127"
      && parts.allSatisfy { part in
        part.utf8.allSatisfy { (0x30...0x39).contains($0) } && UInt8(part) != nil
      }
  }
}

extension BaseURL {
  /// Whether the host is an IP address rather than a name.
  package var isAddressInNumbers: Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return host.contains(":") || parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
  }
}

extension BaseURL: CustomStringConvertible {
  /// The address in one spelling: the default port left out, no slash at the end.
  package var description: String {
    let name = host.contains(":") ? "[\(host)]" : host
    let number = port == scheme.defaultPort ? "" : ":\(port)"
    return "\(scheme.rawValue)://\(name)\(number)\(path)"
  }
}

extension BaseURL.Problem: CustomStringConvertible {
  /// The problem in words, for the person who typed the address.
  package var message: String { APITexts.message(of: self) }
  package var description: String { message }
}
