import CalendarAPI
import Glibc
import JSON

/// What a draft is a draft of: a calendar of a service, or a file.
package enum DraftSource: Sendable, Hashable {
  case service(BaseURL, calendarID: String)
  /// The absolute path, links resolved.
  case file(path: String)

  /// The source of a file, by whatever path it was named.
  package static func file(named path: String) -> DraftSource {
    if let real = realpath(path, nil) {
      defer { free(real) }
      return .file(path: String(cString: real))
    }
    if path.hasPrefix("/") { return .file(path: path) }
    guard let folder = getcwd(nil, 0) else { return .file(path: path) }
    defer { free(folder) }
    return .file(path: String(cString: folder) + "/" + path)
  }

  /// The source in words, for lists and messages.
  package var place: String {
    switch self {
    case .service(let base, let id): "\(id) at \(base)"
    case .file(let path): path
    }
  }

  // MARK: The name of the file

  /// The name of the draft's file, another one for every source, safe whatever the source is.
  ///
  /// It can be read as long as it is short: `ocQHyuzHvysMo5N5VsXc@services.leadconnectorhq.com.json`.
  var fileName: String {
    let name =
      switch self {
      case .service(let base, let id):
        Self.encoded(id) + "@" + Self.encoded(Self.shortened(base.description))
      case .file(let path): Self.encoded(path)
      }
    let limit = 160
    if name.utf8.count <= limit { return name + ".json" }
    return name.prefix(limit - 17) + "~" + Self.fingerprint(name) + ".json"
  }

  /// The address without the scheme that nearly all have; another one is never mistaken for a host.
  private static func shortened(_ base: String) -> Substring {
    base.hasPrefix("https://") ? base.dropFirst(8) : base[...]
  }

  /// All but letters, digits, `-`, `_` and inner dots percent-encoded.
  private static func encoded(_ text: some StringProtocol) -> String {
    let name = PercentCoding.encoded(text) {
      PercentCoding.isUnreserved($0) && $0 != UInt8(ascii: "~")
    }
    return name.hasPrefix(".") ? "%2E" + name.dropFirst() : name
  }

  /// FNV-1a; should two names share one, the source inside of the file tells them apart.
  private static func fingerprint(_ text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

// MARK: Coding

extension DraftSource {
  var json: JSONValue {
    switch self {
    case .service(let base, let id): ["baseURL": .text(base.description), "calendarID": .text(id)]
    case .file(let path): ["file": .text(path)]
    }
  }

  /// Nil where it is no source that this program could have written.
  init?(json: JSONValue) {
    if let path = json[key: "file"]?.text {
      self = .file(path: path)
    } else if let address = json[key: "baseURL"]?.text, let id = json[key: "calendarID"]?.text,
      let base = try? BaseURL(address)
    {
      self = .service(base, calendarID: id)
    } else {
      return nil
    }
  }
}
