import CalendarAPI
import Glibc
import JSON

/// What a draft is a draft of: a calendar of a service, or a file.
package enum DraftSource: Sendable, Hashable {
  case service(BaseURL, calendarID: String)
  /// A file by its absolute path, links resolved; and the calendar in it where it is a list.
  case file(path: String, entry: String? = nil)

  /// The source of a file, by whatever path the user named it.
  package static func file(named path: String, entry: String? = nil) -> DraftSource {
    .file(path: absolute(path), entry: entry)
  }

  private static func absolute(_ path: String) -> String {
    if let real = realpath(path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    if path.hasPrefix("/") { return path }
    guard let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    return String(cString: folder) + "/" + path
  }

  /// Whether it is a draft of a file, or of a calendar in it.
  func isOfFile(named path: String) -> Bool {
    if case .file(let own, _) = self { own == Self.absolute(path) } else { false }
  }

  /// The source in words, for lists and messages.
  package var place: String {
    switch self {
    case .service(let base, let id): "\(id) at \(base)"
    case .file(let path, nil): path
    case .file(let path, let entry?): "\(entry) in \(path)"
    }
  }

  // MARK: The name of the file

  /// The name of the draft's file: unique for the source, and safe whatever the source holds.
  ///
  /// A short one stays readable: `ocQHyuzHvysMo5N5VsXc@services.leadconnectorhq.com.json`.
  var fileName: String {
    let name =
      switch self {
      case .service(let base, let id):
        Self.encoded(id) + "@" + Self.encoded(Self.shortened(base.description))
      case .file(let path, nil): Self.encoded(path)
      case .file(let path, let entry?): Self.encoded(entry) + "@" + Self.encoded(path)
      }
    let limit = 160
    if name.utf8.count <= limit { return name + ".json" }
    return name.prefix(limit - 17) + "~" + Self.fingerprint(name) + ".json"
  }

  /// The address without `https://`; any other scheme stays.
  private static func shortened(_ base: String) -> String {
    base.hasPrefix("https://") ? String(base.dropFirst(8)) : base
  }

  /// The text with everything percent-encoded but letters, digits, `-`, `_` and inner dots.
  private static func encoded(_ text: String) -> String {
    let name = PercentCoding.encoded(text) {
      PercentCoding.isUnreserved($0) && $0 != UInt8(ascii: "~")
    }
    return name.hasPrefix(".") ? "%2E" + name.dropFirst() : name
  }

  /// Should two names have the same one, the source inside the file tells them apart.
  private static func fingerprint(_ text: String) -> String {
    var sum = Checksum()
    sum.add(text)
    return sum.text
  }
}

// MARK: Coding

extension DraftSource {
  var json: JSONValue {
    switch self {
    case .service(let base, let id): ["baseURL": .text(base.description), "calendarID": .text(id)]
    case .file(let path, nil): ["file": .text(path)]
    case .file(let path, let entry?): ["file": .text(path), "entry": .text(entry)]
    }
  }

  /// Nil when this program cannot have written it.
  init?(json: JSONValue) {
    if let path = json[key: "file"]?.text {
      self = .file(path: path, entry: json[key: "entry"]?.text)
    } else if let address = json[key: "baseURL"]?.text, let id = json[key: "calendarID"]?.text,
      let base = try? BaseURL(address)
    {
      self = .service(base, calendarID: id)
    } else {
      return nil
    }
  }
}
