import JSON

/// The record of one save: what it says about itself, and the calendars.
///
/// The file has a line for each: the header, the calendar before, what was sent, the calendar after
/// (`null` while it is not known).
package struct SaveRecord: Sendable {
  package let header: SaveHeader
  /// The calendar as it was loaded.
  package let before: JSONValue
  /// The update body.
  package let sent: JSONValue
  /// The calendar as it was seen after the save; nil when nobody saw it.
  package let after: JSONValue?

  var text: String {
    [header.json, before, sent, after ?? .null].map { $0.printed() + "\n" }.joined()
  }

  init(header: SaveHeader, before: JSONValue, sent: JSONValue, after: JSONValue? = nil) {
    (self.header, self.before, self.sent, self.after) = (header, before, sent, after)
  }

  /// Reads a file.
  init(_ bytes: [UInt8]) throws(UnusableRecord) {
    let lines = bytes.split(
      separator: 0x0A, maxSplits: Self.lineCount, omittingEmptySubsequences: false)
    guard let first = lines.first, !first.isEmpty else { throw .noRecord }
    let header = try SaveHeader(line: Array(first))
    guard lines.count == Self.lineCount + 1, lines[Self.lineCount].isEmpty else {
      throw .part("end")
    }
    var values: [JSONValue] = []
    for line in lines[1..<Self.lineCount] {
      do {
        values.append(try JSONDocument(parsing: Array(line)).value)
      } catch {
        throw .syntax(error)
      }
    }
    self.init(
      header: header, before: values[0], sent: values[1], after: values[2].isNull ? nil : values[2])
  }

  private static let lineCount = 4
}

/// Why a record of a save cannot be used; the file is kept.
package enum UnusableRecord: Error, Sendable, Hashable {
  case file(FileError)
  case syntax(JSONSyntaxError)
  /// It is something that this program did not write.
  case noRecord
  /// A newer version of the program wrote it.
  case newerVersion(Int)
  /// A part is missing or wrong.
  case part(String)
  /// It is the record of another calendar.
  case otherCalendar(String)

  /// The reason as a sentence, without the file.
  package var message: String {
    switch self {
    case .file(let error): "It cannot be read: \(error.reason)."
    case .syntax(let error): "It is not JSON: \(error)."
    case .noRecord: "It is not a record of a save."
    case .newerVersion(let version):
      "It was written by a newer caledit: its format is \(version), and this one knows "
        + "\(SaveHeader.version)."
    case .part(let part): "Its \"\(part)\" is missing or wrong."
    case .otherCalendar(let id): "It is the record of another calendar: \(id)."
    }
  }
}
