import JSON

/// What the body of an answer with an error says.
struct ErrorBody {
  /// The texts under `message`; for a body that is no JSON the body's text or the page's title.
  private(set) var messages: [String] = []
  /// Whether it is a page made for a browser, as proxies and gateways send.
  private(set) var isHTML = false
  /// Whether the one message is only the beginning of the body.
  private(set) var isCut = false

  init(_ response: HTTPResponse) {
    if let document = try? JSONDocument(parsing: response.body) {
      messages = Self.messages(in: document.value)
      return
    }
    if response.isCompressed {
      messages = [APITexts.compressedMessage]
      return
    }
    let text = String(decoding: response.body.prefix(4096), as: UTF8.self)
    let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    let type = response.header("Content-Type")?.lowercased() ?? ""
    isHTML = start.hasPrefix("<") && (type.isEmpty || !type.contains("json"))
    if isHTML {
      messages = Self.title(of: String(start)).map { [$0] } ?? []
    } else if !start.isEmpty {
      messages = [String(start.prefix(500))]
      isCut = start.count > 500 || response.body.count > 4096
    }
  }

  private static func messages(in value: JSONValue) -> [String] {
    switch value {
    case .string(let text): return [text.value]
    case .object(let object):
      if let message = object["message"], !message.isNull {
        let list = message.array ?? [message]
        return list.filter { !$0.isNull }.map { $0.text ?? $0.printed() }
      }
      for key in ["error_description", "error", "msg"] {
        if let text = object[key]?.text { return [text] }
      }
      return []
    default: return []
    }
  }

  private static func title(of page: String) -> String? {
    let lower = Array(page.utf8).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    guard let open = lower.firstRange(of: Array("<title>".utf8)),
      let close = lower[open.upperBound...].firstRange(of: Array("</title>".utf8))
    else { return nil }
    let bytes = Array(page.utf8)[open.upperBound..<close.lowerBound]
    let words = String(decoding: bytes, as: UTF8.self).split { $0.isWhitespace }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}
