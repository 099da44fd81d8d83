import JSON

/// Files of changes: one change to a line, with comments between them.
extension CalendarChanges {
  /// The largest file that is read, in bytes.
  package static let largestFile = 8_000_000
  /// The longest line that is read, in bytes.
  static let longestLine = 2_000_000
  private static let header = "# caledit changes "
  private static let version = 1

  /// Reads a file of changes.
  ///
  /// Each line is a change as ``init(setting:today:format:)`` reads it, with `set` before it or not, or
  /// `unset FIELD`. A value stands bare up to the end of the line, or as a JSON text in double quotes.
  /// Lines that begin with `#` are comments; the first one may name the version.
  /// - Throws: with the number of the line.
  package init(
    file text: String, today: CalendarDate, format: LocalFormat = .standard
  ) throws(Mistake) {
    guard text.utf8.count <= Self.largestFile else { throw Mistake(ChangeWording.tooLarge) }
    let reader = ChangeReader(today: today, format: format, unquotes: true)
    var collector = ChangeCollector()
    var isFirst = true
    for (index, bytes) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      let number = index + 1
      guard bytes.count <= Self.longestLine else {
        throw Mistake(ChangeWording.lineTooLong, line: number)
      }
      var line = String(Substring(bytes))
      if index == 0, line.unicodeScalars.first == "\u{FEFF}" { line.unicodeScalars.removeFirst() }
      line = line.trimmed
      if line.isEmpty { continue }
      defer { isFirst = false }
      do throws(Mistake) {
        if line.hasPrefix("#") {
          try Self.checkVersion(line)
          continue
        }
        if isFirst, line.hasPrefix("{") || line.hasPrefix("[") {
          throw Mistake(ChangeWording.isJSON)
        }
        guard
          line.unicodeScalars.allSatisfy({
            $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) || $0 == "\t"
          })
        else { throw Mistake(ChangeWording.controlInLine) }
        var changes = try Self.changes(line, reader)
        for place in changes.indices { changes[place].line = number }
        try collector.add(changes)
      } catch {
        throw error.at(line: number)
      }
    }
    changes = collector.changes
  }

  private static func changes(
    _ line: String, _ reader: ChangeReader
  ) throws(Mistake) -> [CalendarChange] {
    if let name = rest(of: line, behind: "unset") { return [try reader.unsetting(name)] }
    return try reader.assignment(rest(of: line, behind: "set") ?? line)
  }

  /// What stands behind a verb; nil where the line does not begin with it.
  private static func rest(of line: String, behind verb: String) -> String? {
    guard line.hasPrefix(verb), let next = line.dropFirst(verb.count).first, next.isWhitespace
    else {
      return nil
    }
    return String(line.dropFirst(verb.count)).trimmed
  }

  private static func checkVersion(_ comment: String) throws(Mistake) {
    guard comment.hasPrefix(header) else { return }
    let version = String(comment.dropFirst(header.count)).trimmed
    if version != "\(Self.version)", version.first.map(CharacterReader.isDigit) == true {
      throw Mistake(ChangeWording.newer(version))
    }
  }

  /// The changes as a file, which reads back as the same changes.
  package var text: String {
    var text = Self.header + "\(Self.version)\n"
    for change in changes {
      if let remark = change.remark { text += "# \(ChangeWording.plain(remark))\n" }
      text += change.text + "\n"
    }
    for key in leftOut {
      text += "# \(key) differs too, but what stands there breaks the schema.\n"
    }
    return text
  }

  /// The changes, one line each, as they stand in a file: `slotDuration=45 min`, `unset notes`.
  package var lines: [String] { changes.map(\.text) }
}
