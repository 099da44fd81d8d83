import CalendarModel
import JSON
import UserConfiguration

/// Fields of a calendar in words, by the names that people give them.
enum FieldWords {
  struct Reading: Sendable {
    /// The name of the place, as `set` takes it.
    let name: String
    let label: String
    /// As it stands in the JSON; nil where it is absent.
    let value: JSONValue?
    let words: String

    var json: JSONValue {
      .object(
        JSONObject([
          .init(key: "field", value: .text(name)), .init(key: "label", value: .text(label)),
          .init(key: "isSet", value: .bool(value != nil)),
          .init(key: "value", value: value ?? .null), .init(key: "words", value: .text(words)),
        ]))
    }
  }

  /// What a field is; the one place that decides what a name means.
  ///
  /// - Throws: for a name that means nothing, with the nearest ones.
  static func reading(
    _ name: String, in document: CalendarDocument, today: CalendarDate
  ) throws(Failure) -> Reading {
    let wanted = NearestName.folded(name)
    let known = CalendarSchema.flat.map { (name: $0.keys.joined(separator: "."), field: $0.field) }
    if let found = known.first(where: { NearestName.folded($0.name) == wanted })
      ?? known.first(where: { NearestName.folded($0.field.label) == wanted })
    {
      return reading(found.name, found.field, in: document)
    }
    if let value = document.current[key: name] {
      return Reading(name: name, label: name, value: value, words: Wording.value(value))
    }
    let nearest = NearestName.of(name, in: known.map(\.name) + known.map(\.field.label))
    throw Failure(
      "there is no field “\(name)”" + (nearest.map { "; did you mean \($0)?" } ?? ""),
      status: .usage)
  }

  /// All fields that are set, in the order of the form.
  static func all(in document: CalendarDocument) -> [Reading] {
    CalendarSchema.all.filter { document.current[key: $0.key] != nil }
      .filter { !CalendarSchema.isUnit($0.key) }
      .map { reading($0.key, $0, in: document) }
  }

  private static func reading(
    _ name: String, _ field: Field, in document: CalendarDocument
  ) -> Reading {
    let path = JSONPath(name.split(separator: ".").map { .key(String($0)) })
    let value = document.current[path]
    return Reading(
      name: name, label: field.label, value: value, words: words(value, path, field, document))
  }

  private static func words(
    _ value: JSONValue?, _ path: JSONPath, _ field: Field, _ document: CalendarDocument
  ) -> String {
    guard let value else { return "unset" }
    if path.count == 1, let key = CalendarKey(rawValue: path.topKey ?? "") {
      if key == .openHours {
        let week = WeekHours(value)
        if week.isEditable, !week.isEmpty { return week.text(in: document.format) }
      }
      if QuantityField(key.rawValue) != nil { return Wording.value(of: key, in: document.current) }
    }
    // A text is printed whole, whatever it holds.
    if let text = value.text, document.names[text] == nil, case .text = field.type { return text }
    if let text = value.text, case .longText = field.type { return text }
    return document.words(value, of: field)
  }
}

extension FieldWords {
  /// The name that is nearest to a word.
  static func nearest(to word: String, in names: [String]) -> String? {
    NearestName.of(word, in: names)
  }
}
