import JSON
import State

/// A file with a calendar: `{"calendar": {...}}`, or the bare object.
struct CalendarFile: Sendable {
  let path: String
  private let document: JSONDocument
  private let isWrapped: Bool

  /// Reads the file.
  ///
  /// - Throws: a ``Failure`` that says which file, where in it (`file:line:column`) and what.
  init(path: String) throws(Failure) {
    let bytes = try System.read(path)
    do {
      document = try JSONDocument(parsing: bytes)
    } catch {
      throw Failure("\(path):\(error)")
    }
    guard document.value.object != nil else {
      throw Failure(
        "\(path): a calendar must be an object, but it is \(document.value.kindInWords)")
    }
    isWrapped = document.value[key: "calendar"]?.object != nil
    self.path = path
  }

  /// Reads the file once more; what gives its text only once is not waited for.
  init(again path: String) throws(Failure) {
    guard AtomicFile.canReplace(path) else { throw Failure("\(path): it is no regular file.") }
    try self.init(path: path)
  }

  var calendar: JSONValue { isWrapped ? document.value[key: "calendar"] ?? [:] : document.value }

  var duplicateKeys: [JSONPath] {
    document.duplicateKeys.map {
      isWrapped ? JSONPath(Array($0.path.components.dropFirst())) : $0.path
    }
  }

  /// Writes a calendar in the place of the one that was read, in the same layout.
  func write(_ calendar: JSONValue) throws(FileError) {
    var value = document.value
    if isWrapped {
      _ = value.update(at: "calendar") { $0 = calendar }
    } else {
      value = calendar
    }
    try AtomicFile.write(value.printed(document.layout), to: path)
  }
}
