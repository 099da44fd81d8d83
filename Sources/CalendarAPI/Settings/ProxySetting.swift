/// The proxy that the environment asks for, read as most command-line programs read it.
package struct ProxySetting: Sendable, Hashable {
  /// Name and password for the proxy; the password is never printed.
  package struct Credentials: Sendable, Hashable {
    package let user: String
    package let password: String

    package init(user: String, password: String) {
      self.user = user
      self.password = password
    }
  }

  /// Why the proxy of the environment cannot be used; ``message`` says it in words.
  package enum Problem: Error, Sendable, Hashable {
    /// The variable holds no address of a host.
    case unreadable(variable: String)
    /// Only `http://` proxies are supported.
    case scheme(variable: String, scheme: String)
    /// The base address names the service by its IP address.
    case addressInNumbers(host: String)
  }

  package let host: String
  /// 1 to 65535.
  package let port: Int
  package let credentials: Credentials?

  package init(host: String, port: Int, credentials: Credentials? = nil) {
    self.host = host
    self.port = port
    self.credentials = credentials
  }

  /// The variables that name a proxy, the first before the others.
  private static let proxies = ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]
  /// The variables that list the hosts to reach without it, the first before the other.
  private static let exceptions = ["no_proxy", "NO_PROXY"]
  /// All variables of the environment that say something of a proxy.
  package static let variables = proxies + exceptions

  /// Reads the proxy, and the hosts to reach without it, from ``variables``.
  ///
  /// Of both the first variable that is not empty counts, as in curl and Go: people empty one of
  /// them to unset it. The result is nil where no proxy is wanted. The program always reaches
  /// loopback directly, and plain `http` goes nowhere else.
  /// - Throws: ``Problem`` when somebody asks for a proxy that the program cannot use, or not
  ///   safely. Going around it in silence would send the token by a way that nobody chose.
  package init?(environment: [String: String], for base: BaseURL) throws(Problem) {
    guard base.scheme == .https, !base.isLoopback else { return nil }
    func firstSet(_ names: [String]) -> (name: String, value: String)? {
      names.lazy.compactMap { name in environment[name].map { (name, $0) } }
        .first { !$0.1.isEmpty }
    }
    guard let proxy = firstSet(Self.proxies) else { return nil }
    if let exceptions = firstSet(Self.exceptions),
      Self.isExcepted(base, by: exceptions.value)
    {
      return nil
    }
    // Through a tunnel the TLS library would compare the certificate with the proxy's address.
    if base.isAddressInNumbers { throw .addressInNumbers(host: base.host) }
    try self.init(proxy.value, variable: proxy.name)
  }

  private init(_ text: String, variable: String) throws(Problem) {
    var rest = text[...]
    if let mark = text.utf8.firstRange(of: "://".utf8) {
      let scheme = text[..<mark.lowerBound].lowercased()
      guard scheme == "http" else { throw .scheme(variable: variable, scheme: scheme) }
      rest = text[mark.upperBound...]
    }
    rest = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    var credentials: Credentials?
    if let at = rest.lastIndex(of: "@") {
      let parts = rest[..<at].split(
        separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard let user = parts.first.flatMap({ PercentCoding.decoded($0) }),
        let password = PercentCoding.decoded(parts.count > 1 ? parts[1] : "")
      else { throw .unreadable(variable: variable) }
      credentials = Credentials(user: user, password: password)
      rest = rest[rest.index(after: at)...]
    }
    // Hosts and ports follow the rules of a base address; without a port it is that of `http`.
    guard let address = try? BaseURL("https://\(rest)") else {
      throw .unreadable(variable: variable)
    }
    let hasPort = rest.last != "]" && rest.split(separator: "]").last?.contains(":") == true
    self.init(host: address.host, port: hasPort ? address.port : 80, credentials: credentials)
  }

  /// Whether a list such as `localhost,.example.com,10.0.0.1:8443` names the host; `*` names all.
  private static func isExcepted(_ base: BaseURL, by list: String) -> Bool {
    let separators: Set<Character> = [",", " ", "\t"]
    return list.lowercased().split(whereSeparator: { separators.contains($0) }).contains { entry in
      if entry == "*" { return true }
      var name = entry
      if name.hasPrefix("["), let close = name.firstIndex(of: "]") {
        let after = name[name.index(after: close)...]
        guard after.isEmpty || after == ":\(base.port)" else { return false }
        return base.host == name[name.index(after: name.startIndex)..<close]
      }
      let colons = name.count { $0 == ":" }
      if colons == 1, let colon = name.firstIndex(of: ":") {
        guard name[name.index(after: colon)...] == "\(base.port)" else { return false }
        name = name[..<colon]
      }
      if name.hasPrefix("*.") { name = name.dropFirst() }
      if name.hasPrefix(".") { name = name.dropFirst() }
      return !name.isEmpty && (base.host == name || base.host.hasSuffix("." + name))
    }
  }
}

extension ProxySetting: CustomStringConvertible {
  /// Host and port, without credentials.
  package var description: String {
    "\(host.contains(":") ? "[\(host)]" : host):\(port)"
  }
}

extension ProxySetting.Credentials: CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  package var description: String { "[credentials]" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}

extension ProxySetting.Problem: CustomStringConvertible {
  /// The problem in words; the variable is named, its value is not repeated.
  package var message: String { APITexts.message(of: self) }
  package var description: String { message }
}
