import JSON

/// A field of the schema with the keys that lead to it; rows of lists on the way all count.
struct FieldPlace: Sendable, Hashable {
  let keys: [String]
  let field: Field

  init(_ keys: [String], _ field: Field) { (self.keys, self.field) = (keys, field) }

  static func == (a: FieldPlace, b: FieldPlace) -> Bool { a.keys == b.keys }
  func hash(into hasher: inout Hasher) { hasher.combine(keys) }

  /// Every field of the schema, nested ones included.
  static let all: [FieldPlace] = CalendarSchema.flat.map { FieldPlace($0.keys, $0.field) }

  /// The place of some keys: `teamMembers.userId`.
  static func at(_ keys: String) -> FieldPlace? {
    all.first { $0.keys.joined(separator: ".") == keys }
  }

  /// When a calendar was changed or made, which no document lists.
  static let stamps: [FieldPlace] = [
    FieldPlace(
      [StampKey.dateUpdated.rawValue],
      Field(StampKey.dateUpdated, "Changed", .text(.date), "When it was changed.", readOnly: true)),
    FieldPlace(
      [StampKey.dateAdded.rawValue],
      Field(StampKey.dateAdded, "Created", .text(.date), "When it was made.", readOnly: true)),
  ]

  /// What it is called: "slot duration", "team members › priority".
  var words: String {
    var names: [String] = []
    for count in 1...keys.count {
      let label = FieldPlace.labels[Array(keys.prefix(count))] ?? field.label
      names.append(label.prefix(1).lowercased() + label.dropFirst())
    }
    return names.joined(separator: " › ")
  }

  private static let labels = Dictionary(
    uniqueKeysWithValues: CalendarSchema.flat.map { ($0.keys, $0.field.label) })

  /// The property with the unit of this number; nil where it has none.
  var quantity: QuantityField? { keys.count == 1 ? QuantityField(keys[0]) : nil }

  /// The values that a calendar has there, one for each row on the way, nil where one is absent;
  /// nil where the entry leaves the whole property out.
  func values(in calendar: ListedCalendar) -> [JSONValue?]? {
    guard let first = keys.first else { return [] }
    let top = calendar.calendar[key: first]
    guard top != nil || calendar.isComplete else { return nil }
    var values: [JSONValue?] = [top]
    for key in keys.dropFirst() {
      values = values.flatMap { value -> [JSONValue?] in
        if let rows = value?.array { return rows.map { $0[key: key] } }
        return [value?[key: key]]
      }
    }
    return values
  }
}
