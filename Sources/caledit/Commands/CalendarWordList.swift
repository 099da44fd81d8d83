import CalendarModel
import JSON

/// The calendars that a file names: `--from FILE`.
///
/// It is a line for each, with an id, a name, a slug, a link or `@group`; empty lines, and those that
/// begin with `#` and a blank, are passed over. Or it is JSON: a list of texts, a list of objects
/// with an `id`, an answer of the service, or what `caledit list` writes with `--json` and
/// `--ndjson`, where the profile of each counts as well.
enum CalendarWordList {
  /// - Parameter path: `-` for standard input.
  static func read(_ path: String) throws(Failure) -> [CalendarWord] {
    let name = CalendarFile.name(of: path)
    let bytes: [UInt8]
    do throws(Failure) {
      bytes =
        path == CalendarFile.standardInput
        ? try StandardInput.read(for: "--from -") : try System.read(path)
    } catch {
      throw error.with(.unreadable)
    }
    return try words(bytes, name: name)
  }

  static func words(_ bytes: [UInt8], name: String) throws(Failure) -> [CalendarWord] {
    let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    let words =
      first == UInt8(ascii: "[") || first == UInt8(ascii: "{")
      ? try ofJSON(bytes, name) : try ofLines(bytes, name)
    guard !words.isEmpty else {
      throw Failure("\(name) names no calendar", status: .unreadable)
    }
    return words
  }

  private static func ofLines(_ bytes: [UInt8], _ name: String) throws(Failure) -> [CalendarWord] {
    var words: [CalendarWord] = []
    let lines = try bytes.lines(of: name).flatMap { $0.text.split(whereSeparator: \.isNewline) }
    for line in lines {
      let text = String(line).trimmed
      guard !text.isEmpty, text != "#", !text.hasPrefix("# ") else { continue }
      words.append(try CalendarWord(line: text))
    }
    return words
  }

  private static func ofJSON(_ bytes: [UInt8], _ name: String) throws(Failure) -> [CalendarWord] {
    var words: [CalendarWord] = []
    do throws(JSONSyntaxError) {
      for value in try values(bytes) { words += Self.words(in: value) }
    } catch {
      throw Failure("\(name):\(error)", status: .unreadable)
    }
    return words
  }

  /// The value of the text; or the values of its lines, where it has one in each.
  private static func values(_ bytes: [UInt8]) throws(JSONSyntaxError) -> [JSONValue] {
    do {
      return [try JSONDocument(parsing: bytes).value]
    } catch {
      let lines = bytes.split(separator: 0x0A).filter { line in
        line.contains { ![0x20, 0x09, 0x0D].contains($0) }
      }
      guard lines.count > 1, (try? JSONDocument(parsing: Array(lines[0]))) != nil else {
        throw error
      }
      var values: [JSONValue] = []
      for line in lines { values.append(try JSONDocument(parsing: Array(line)).value) }
      return values
    }
  }

  private static func words(in value: JSONValue) -> [CalendarWord] {
    switch value {
    case .string(let text): return (try? CalendarWord(line: text.value)).map { [$0] } ?? []
    case .array(let values): return values.flatMap(words)
    case .object:
      if let inner = value[key: "data"] ?? value[key: "calendars"] { return words(in: inner) }
      guard let id = value.calendarID else { return [] }
      let word = try? CalendarWord(line: id, profile: value[key: "profile"]?.text)
      return word.map { [$0] } ?? []
    default: return []
    }
  }
}
