/// Every text of this module that a person reads.
enum APITexts {
  // MARK: Answers that cannot be read

  static let notJSON = "it is not JSON"
  static let isPage = "it is a web page"
  static let isEmpty = "it is empty"
  static let isCompressed = "it is compressed, although the request asked for it plain"
  static let compressedMessage =
    "The answer is compressed, although the request asked for it plain."
  static let isOtherCalendar = "it is not this calendar"
  static let noKeyOfACalendar = "its \"calendar\" has no key of a calendar"

  static func isOtherCalendar(_ id: String) -> String {
    "it is not this calendar but \(id)"
  }

  static func looksLike(_ kind: String) -> String { "it looks like \(kind)" }

  static func isError(_ message: String) -> String { "it is an error of the service: \(message)" }

  /// A text for a title: what an answer says may be as long as the answer.
  static func shortened(_ text: String) -> String {
    text.unicodeScalars.count > 160
      ? String(String.UnicodeScalarView(text.unicodeScalars.prefix(159))) + "…" : text
  }

  static func memberMissing(_ name: String, _ kind: String) -> String {
    "it has no \"\(name)\" that is \(kind)"
  }

  static func otherLocation(_ id: String) -> String { "it is the sub-account \(id)" }

  static func notAnObject(_ kind: String) -> String { "it is \(kind), not an object" }

  // MARK: Settings

  static func message(of problem: BaseURL.Problem) -> String {
    switch problem {
    case .empty: "The base URL is empty."
    case .scheme(nil): "The base URL must begin with https://."
    case .scheme(let scheme?): "The base URL must begin with https://, not \(scheme)://."
    case .credentials: "The base URL must not contain a user name or password."
    case .host(let host): "\"\(host)\" is not the name or address of a host."
    case .port(let port): "\"\(port)\" is not a port: it must be a number from 1 to 65535."
    case .path(let path): "The base URL cannot have the path \"\(path)\"."
    case .queryOrFragment: "The base URL must not contain ? or #."
    case .plainTextOutsideLoopback(let host):
      "Plain http is allowed to this machine only: \(host) needs https://, so that the token is "
        + "not sent unencrypted."
    }
  }

  static func message(of problem: Token.Problem) -> String {
    switch problem {
    case .empty: "The token is empty."
    case .lineBreak: "The token holds a line break: it must be one line."
    case .character: "The token holds a space or a character that is not plain ASCII."
    }
  }

  static func message(of problem: ProxySetting.Problem) -> String {
    switch problem {
    case .unreadable(let variable): "The proxy address in \(variable) cannot be read."
    case .scheme(let variable, let scheme):
      "The proxy in \(variable) is of kind \(scheme)://; only http:// proxies are supported."
    case .addressInNumbers(let host):
      "The certificate of \(host) cannot be verified through a proxy, because it is a numeric "
        + "address. Use the host name, or list the address in NO_PROXY."
    }
  }
}
