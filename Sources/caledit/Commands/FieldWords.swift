import CalendarModel
import JSON

/// Fields of a calendar in words, by the names that people give them.
enum FieldWords {
  typealias Reading = FieldReading.Value

  /// What a field is, or a row, a weekday, a date.
  ///
  /// - Throws: for a name that means nothing, with the nearest ones.
  static func reading(
    _ name: String, in document: CalendarDocument, today: CalendarDate
  ) throws(Failure) -> Reading {
    do throws(CalendarChanges.Mistake) {
      return try FieldReading.value(named: name, in: document, today: today)
    } catch {
      throw Failure(error.message, status: .usage)
    }
  }

  /// All fields that are set, in the order of the form; a number stands with its unit.
  static func all(in document: CalendarDocument) -> [Reading] {
    CalendarSchema.all.filter { document.current[key: $0.key] != nil }
      .filter { !CalendarSchema.isUnit($0.key) }
      .compactMap {
        try? FieldReading.value(named: $0.key, in: document, today: document.validation.today)
      }
  }

  /// The words for people; a text is printed whole, and without quotation marks.
  static func words(_ reading: Reading) -> String {
    guard let text = reading.json?.text, reading.words.hasPrefix("\""),
      reading.words.hasSuffix("\"")
    else { return reading.words }
    return text
  }

  /// The same line by line.
  static func lines(_ reading: Reading) -> [String] {
    // CR LF is one character.
    words(reading).split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      .map(String.init)
  }

  static func json(_ reading: Reading) -> JSONValue {
    .object(
      JSONObject([
        .init(key: "field", value: .text(reading.name)),
        .init(key: "label", value: .text(reading.label)),
        .init(key: "isSet", value: .bool(reading.json != nil)),
        .init(key: "value", value: reading.json ?? .null),
        .init(key: "words", value: .text(reading.words)),
      ]))
  }
}
