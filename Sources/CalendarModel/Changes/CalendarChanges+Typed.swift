import JSON

/// Changes that are typed onto one line, and what they say.
extension CalendarChanges {
  /// Reads changes as they are typed into one line, or pasted as a file: `slotDuration=45 min; unset
  /// notes`.
  ///
  /// They stand apart by semicolons or line breaks. What has no sign of its own goes on with the value
  /// before it, and so does what stands in quotes, so that a text may hold a semicolon.
  /// - Parameters:
  ///   - today: a date without a year is the next such day from it on.
  ///   - format: how times are said in mistakes.
  /// - Throws: as ``init(file:today:format:)`` does, without the number of a line.
  package init(
    typed text: String, today: CalendarDate, format: LocalFormat = .standard
  ) throws(Mistake) {
    let file = Self.parts(ofTyped: text).joined(separator: "\n")
    do throws(Mistake) {
      try self.init(file: file, today: today, format: format)
    } catch {
      throw Mistake(error.message)
    }
  }

  /// The changes of a typed line, each without the semicolon behind it; comments are left out.
  package static func parts(ofTyped text: String) -> [String] {
    var parts: [String] = []
    for line in text.split(whereSeparator: \.isNewline) {
      if parts.isEmpty || !line.drop(while: \.isWhitespace).hasPrefix("#") {
        add(line.split(separator: ";", omittingEmptySubsequences: false), to: &parts)
      }
    }
    return parts.map(\.trimmed).filter { !$0.isEmpty && !$0.hasPrefix("#") }
  }

  private static func add(_ pieces: [Substring], to parts: inout [String]) {
    for (number, piece) in pieces.enumerated() {
      let text = String(piece)
      let begins =
        ChangeReader.split(text) != nil
        || text.trimmed.hasPrefix("unset ") || text.trimmed == "unset"
      let last = parts.last ?? ""
      if number == 0 || last.trimmed.isEmpty || begins && !isOpen(last) {
        parts.append(text)
      } else {
        // A semicolon at the end of everything is no part of the value.
        let isLast = number == pieces.count - 1
        if !(isLast && text.trimmed.isEmpty) { parts[parts.count - 1] += ";" + text }
      }
    }
  }

  /// Whether the value of a change is JSON, or stands in quotes, and has not ended.
  private static func isOpen(_ part: String) -> Bool {
    guard let (_, sign, value) = ChangeReader.split(part) else { return false }
    let isJSON = sign == .json || sign == .addJSON || value.trimmed.hasPrefix("\"")
    return isJSON && (try? JSONDocument(parsing: value.trimmed)) == nil
  }

  /// What they say, one sentence each: "Slot duration: 45 min", "Notes: unset".
  package var sentences: [String] { changes.map(\.words) }

  /// The top-level properties, of those that tell calendars apart, that they may touch.
  package var identifying: [String] {
    [CalendarKey.name, .slug].map(\.rawValue).filter(keys.contains)
      .map { CalendarSchema.field($0)?.label ?? $0 }
  }
}

extension CalendarChange {
  /// "Slot duration: 45 min".
  fileprivate var words: String {
    switch action {
    case .unset: return "\(place.words): unset"
    case .add(let name): return "\(place.words): \(ChangeWording.plain(name)) is added"
    default:
      let written = text.dropFirst(place.text.count)
      let sign = ChangeReader.Sign.allCases.first { written.hasPrefix($0.rawValue) }
      let value = written.dropFirst(sign?.rawValue.count ?? 0)
      return "\(place.words): \(ChangeWording.plain(String(value)))"
    }
  }
}
