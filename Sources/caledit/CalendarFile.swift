import CalendarModel
import JSON
import State

/// A file with a calendar: the bare object, `{"calendar": {...}}`, or an entry of a list.
struct CalendarFile: Sendable {
  /// As the user named it; ``standardInput`` for what came through a pipe.
  let path: String
  private let bytes: [UInt8]
  private let document: JSONDocument
  private let entry: CalendarEntry

  /// What `--file` names standard input by.
  static let standardInput = "-"

  /// Reads the file.
  ///
  /// - Parameter choice: the id of the calendar in it, or its number in a list.
  /// - Throws: a ``Failure`` that says which file, where in it (`file:line:column`) and what; its
  ///   status is ``ExitStatus/unreadable``, as of the other two.
  init(path: String, choice: String?) throws(Failure) {
    try self.init(path: path, bytes: Self.bytes(of: path)) {
      (content) throws(CalendarContent.Refusal) in
      try content.entry(chosenBy: choice)
    }
  }

  /// Reads standard input to its end.
  ///
  /// - Parameter use: what asks for it, as it is written.
  init(ofStandardInput choice: String?, for use: String = "--file -") throws(Failure) {
    let bytes: [UInt8]
    do throws(Failure) {
      bytes = try StandardInput.read(for: use)
    } catch {
      throw error.with(.unreadable)
    }
    try self.init(path: Self.standardInput, bytes: bytes) {
      (content) throws(CalendarContent.Refusal) in try content.entry(chosenBy: choice)
    }
  }

  /// Reads the file of a calendar once more, and finds that calendar in it.
  init(again file: CalendarFile) throws(Failure) {
    guard file.path != Self.standardInput else {
      throw Failure("Standard input can be read only once.")
    }
    // A pipe may give its text only once; opening it would wait for a writer.
    guard AtomicFile.canReplace(file.path) else {
      throw Failure("\(file.path): it is not a regular file", status: .unreadable)
    }
    try self.init(path: file.path, bytes: Self.bytes(of: file.path)) {
      (content) throws(CalendarContent.Refusal) in try content.entry(again: file.entry)
    }
  }

  private init(
    path: String, bytes: [UInt8],
    _ choose: (CalendarContent) throws(CalendarContent.Refusal) -> CalendarEntry
  ) throws(Failure) {
    let name = Self.name(of: path)
    guard bytes.contains(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) else {
      throw Failure(
        path == Self.standardInput ? "\(name) is empty" : "\(name): the file is empty",
        status: .unreadable)
    }
    do {
      document = try JSONDocument(parsing: bytes)
    } catch {
      throw Failure("\(name):\(error)", status: .unreadable)
    }
    do {
      entry = try choose(CalendarContent(document.value))
    } catch {
      throw Failure("\(name): \(error.message)", details: error.choices, status: .unreadable)
    }
    self.path = path
    self.bytes = bytes
  }

  private static func bytes(of path: String) throws(Failure) -> [UInt8] {
    do throws(Failure) {
      return try System.read(path)
    } catch {
      throw error.with(.unreadable)
    }
  }

  /// What messages call a file.
  static func name(of path: String) -> String { path == standardInput ? "standard input" : path }

  var calendar: JSONValue { document.value[entry.path] ?? [:] }

  var duplicateKeys: [JSONPath] {
    document.duplicateKeys.compactMap { key in
      guard key.path.hasPrefix(entry.path) else { return nil }
      return JSONPath(Array(key.path.components.dropFirst(entry.path.count)))
    }
  }

  /// The calendar of a list, as drafts name it; nil where the file holds one.
  var entryName: String? {
    entry.path.components.contains { if case .index = $0 { true } else { false } }
      ? entry.id ?? entry.path.description : nil
  }

  /// The whole text with another calendar in the place of the one that was read; all else stays.
  func text(with calendar: JSONValue) -> String {
    var value = document.value
    if entry.path.isRoot {
      value = calendar
    } else {
      _ = value.update(at: entry.path) { $0 = calendar }
    }
    return JSONReprinter(document, in: bytes).text(with: value)
  }
}
