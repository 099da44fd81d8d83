import JSON

/// What the body of an answer with an error says.
struct ErrorBody {
  /// What it says, text by text; for a body that is no JSON the body's text or the page's title.
  private(set) var texts: [ErrorText] = []
  /// Whether it is a page made for a browser, as proxies and gateways send.
  private(set) var isHTML = false
  /// Whether the one text is only the beginning of the body.
  private(set) var isCut = false

  init(_ response: HTTPResponse) {
    if let document = try? JSONDocument(parsing: response.body) {
      texts = ErrorText.all(inBody: document.value)
      return
    }
    if response.isCompressed {
      texts = [ErrorText(APITexts.compressedMessage)]
      return
    }
    let text = String(decoding: response.body.prefix(4096), as: UTF8.self)
    let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    let type = response.header("Content-Type")?.lowercased() ?? ""
    isHTML = start.hasPrefix("<") && (type.isEmpty || !type.contains("json"))
    if isHTML {
      texts = Self.title(of: String(start)).map { [ErrorText($0)] } ?? []
    } else if !start.isEmpty {
      texts = [ErrorText(String(start.prefix(500)))]
      isCut = start.count > 500 || response.body.count > 4096
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
