import JSON

/// The names of what can be changed, for reading and for completion in a shell.
package enum ChangeNames {
  /// The fields that a name can mean, as search knows them; a key of the API page is the field with
  /// that key.
  static func places(_ name: String) -> [FieldPlace] {
    let letters = FoldedText(name).letters
    guard !letters.isEmpty else { return [] }
    if let place = byKey[letters] { return [place] }
    return switch QueryNames.subject(named: letters) {
    case .fields(let places)?: places
    case .lookBusy?: FieldPlace.at(CalendarKey.lookBusyConfig.rawValue).map { [$0] } ?? []
    case .problems?, nil: []
    }
  }

  private static let byKey: [FoldedText: FieldPlace] = {
    var places: [FoldedText: FieldPlace] = [:]
    for place in FieldPlace.all where place.keys.count == 1 {
      for key in [place.field.key] + place.field.otherSpellings {
        places[FoldedText(key).letters] = place
      }
    }
    return places
  }()

  /// The property of an object or row that a name means there; nil for none.
  static func member(_ name: String, of type: ObjectType, in place: ChangePlace) -> Field? {
    let letters = FoldedText(name).letters
    guard !letters.isEmpty else { return nil }
    let exact = type.fields.first { field in
      ([field.key, field.label] + field.otherSpellings).contains {
        FoldedText($0).letters == letters
      }
    }
    if let exact { return exact }
    let keys = place.parts.compactMap { if case .key(let key) = $0 { key } else { nil } }
    if case .fields(let places)? = QueryNames.subject(named: letters) {
      let here = places.filter { $0.keys.dropLast().elementsEqual(keys) }
      if here.count == 1 { return here[0].field }
    }
    return spoken.first { type.field($0.key) != nil && $0.names.contains(letters.text) }
      .flatMap { type.field($0.key) }
  }

  /// What people call properties of objects, beside their labels.
  private static let spoken: [(key: String, names: Set<String>)] = [
    (LookBusyKey.percentage.rawValue, ["percentage", "percent", "share"]),
    (RecurringKey.count.rawValue, ["times", "numberoftimes"]),
    (RecurringKey.bookingOption.rawValue, ["option"]),
  ]

  // MARK: What is near

  /// The names nearest to one that means nothing, best first.
  static func near(_ name: String) -> [String] {
    var near: [String] = []
    for text in QueryNames.nearest(to: name, limit: 6) {
      let places = places(text).filter { CalendarSchema.field($0.keys[0]) != nil }
      guard let first = places.first else { continue }
      let word =
        first.keys.count == 1
        ? first.keys[0] : places.count == 1 ? first.keys.joined(separator: ".") : text
      if !near.contains(word) { near.append(word) }
    }
    return Array(near.prefix(3))
  }

  /// The properties of an object or row whose names are nearest, best first.
  static func near(_ name: String, of type: ObjectType) -> [String] {
    nearest(name, type.fields.map { ($0.key, [$0.key, $0.label]) })
  }

  /// The words of some that are nearest to a text, best first, at most three.
  static func nearest(_ text: String, _ words: [(word: String, names: [String])]) -> [String] {
    let letters = FoldedText(text).letters
    guard !letters.isEmpty, letters.bytes.count < 60 else { return [] }
    let limit = max(2, letters.bytes.count / 3)
    let scored = words.enumerated().compactMap { index, word -> (Int, Int, String)? in
      let best = word.names.compactMap { name -> Int? in
        let other = FoldedText(name).letters
        if letters.bytes.count > 2, other.contains(letters) { return 1 }
        return other.distance(to: letters, limit: limit)
      }.min()
      return best.map { ($0, index, word.word) }
    }
    return scored.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.prefix(3).map(\.2)
  }

  // MARK: Completion

  /// The names that begin with what is typed, as `set` takes them, in the order of the form; behind a
  /// row the properties of the row.
  package static func completions(_ prefix: String) -> [String] {
    let letters = FoldedText(prefix)
    if let end = prefix.lastIndex(of: "]") {
      let row = String(prefix[...end])
      return members(ofRow: row).filter { FoldedText($0).hasPrefix(letters) }
    }
    let names = prefix.isEmpty ? all : all + QueryNames.all.map(\.text).filter(isSettable)
    var seen: Set<String> = []
    return names.filter { FoldedText($0).hasPrefix(letters) && seen.insert($0).inserted }
  }

  /// The keys of all that can be set as a whole, lists with the sign that begins a row.
  private static let all: [String] = {
    var names: [String] = []
    for place in FieldPlace.all where !place.field.isReadOnly {
      if place.keys.count == 1 {
        names.append(place.keys[0])
        switch place.field.objectType {
        case ObjectType.openHours?:
          names += Choices.days.map { "\(place.keys[0]).\($0.label.lowercased())" }
        case ObjectType.availability?: names.append("\(place.keys[0]).")
        default: if case .list = place.field.type { names.append("\(place.keys[0])[") }
        }
      } else if place.keys.count == 2, case .object? = CalendarSchema.field(place.keys[0])?.type {
        names.append(place.keys.joined(separator: "."))
      }
    }
    return names
  }()

  private static func isSettable(_ name: String) -> Bool {
    let places = places(name)
    return places.contains {
      $0.keys.count == 1 && !$0.field.isReadOnly && CalendarSchema.field($0.keys[0]) != nil
    }
  }

  private static func members(ofRow name: String) -> [String] {
    let reader = ChangePlaceReader(today: CalendarDate(daysSinceEpoch: 0))
    guard let place = try? reader.place(name), let type = place.rowType else { return [] }
    return type.fields.filter { $0.key != type.id?.key }.flatMap { field -> [String] in
      let key = "\(name).\(field.key)"
      if case .list(let rows) = field.type, rows.rows != .ranges { return [key, key + "["] }
      return [key]
    }
  }

  /// The values of a field that has a few: choices by their labels, on and off; empty for every other
  /// field, and for no field.
  package static func values(ofFieldNamed name: String) -> [String] {
    let reader = ChangePlaceReader(today: CalendarDate(daysSinceEpoch: 0))
    guard let place = try? reader.place(name), case .key? = place.parts.last,
      let field = place.field, ChangeReader.refusal(of: place) == nil
    else {
      return []
    }
    return switch field.type {
    case .toggle: ["on", "off"]
    case .choice(let choices): choices.map { ChangeValueReader.word(for: $0, in: choices) }
    case .choices(let choices): choices.map { $0.label.lowercased() }
    case .object(let type) where type == .lookBusy: ["off", "40%"]
    case .object(let type) where type == .recurring:
      ["off"] + Frequency.allCases.map { "\($0.label.lowercased()), 8 times" }
    default: []
    }
  }
}
