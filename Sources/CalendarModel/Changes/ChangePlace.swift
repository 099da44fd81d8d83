import JSON

/// A place that can be changed, in any calendar: rows by what they are.
struct ChangePlace: Sendable, Hashable {
  enum Part: Sendable, Hashable {
    /// A documented property, by the key of the API page.
    case key(String)
    case row(RowName)
    /// Weekdays of the weekly hours, 0 is Sunday; in order, each once.
    case days([Int])
    /// Dates of the date-specific hours; in order, each once.
    case dates([CalendarDate])
  }

  /// How a row of a list is named.
  enum RowName: Sendable, Hashable {
    /// Counted from 1.
    case number(Int)
    /// A user or the name of one, a kind of location or notification, the id of a date.
    case text(String)
  }

  private(set) var parts: [Part]

  init(_ key: String) { parts = [.key(key)] }

  func appending(_ part: Part) -> ChangePlace {
    var place = self
    place.parts.append(part)
    return place
  }

  /// The place that it stands in.
  var parent: ChangePlace {
    var place = self
    place.parts.removeLast()
    return place
  }

  /// The key that it begins with.
  var topKey: String { if case .key(let key)? = parts.first { key } else { "" } }

  var isTopLevel: Bool { parts.count == 1 }

  /// The property that it is, or that it is a row, days, or dates of.
  var field: Field? {
    var field: Field?
    for part in parts {
      guard case .key(let key) = part else { continue }
      field = field.map { $0.objectType?.field(key) } ?? CalendarSchema.field(key)
    }
    return field
  }

  /// What stands here as a whole row: the type of the rows.
  var rowType: ObjectType? {
    switch parts.last {
    case .row?, .dates?: field?.objectType
    default: nil
    }
  }

  /// The dates that it is, or is the hours of; nil for every other place.
  var datesOfHours: [CalendarDate]? {
    switch (parts.last, parts.dropLast().last) {
    case (.dates(let dates)?, _): dates
    case (.key(DateEntryKey.hours.rawValue)?, .dates(let dates)?): dates
    default: nil
    }
  }

  /// Whether it is, or stands in, the entries of more than one date.
  var hasSeveralDates: Bool {
    parts.contains { if case .dates(let dates) = $0 { dates.count > 1 } else { false } }
  }

  /// The place with other days or dates at its end.
  private func ending(_ part: Part) -> ChangePlace { parent.appending(part) }

  /// The place without those of its weekdays or dates that are left out; nil where none stays.
  func leavingOut(_ isLeftOut: (ChangePlace) -> Bool) -> ChangePlace? {
    switch parts.last {
    case .days(let days)?:
      let left = days.filter { !isLeftOut(ending(.days([$0]))) }
      return left.isEmpty ? nil : ending(.days(left))
    case .dates(let dates)?:
      let left = dates.filter { !isLeftOut(ending(.dates([$0]))) }
      return left.isEmpty ? nil : ending(.dates(left))
    default: return isLeftOut(self) ? nil : self
    }
  }

  /// The weekdays that it is; nil for every other place.
  var days: [Int]? { if case .days(let days)? = parts.last { days } else { nil } }

  /// What it is called, in words: "Slot duration", "Team members › Jonas Berg › Priority".
  var words: String {
    var words: [String] = []
    var field: Field?
    for part in parts {
      switch part {
      case .key(let key):
        field = field.map { $0.objectType?.field(key) } ?? CalendarSchema.field(key)
        words.append(field?.label ?? key)
      case .row(.number(let number)): words.append("\(number)")
      case .row(.text(let text)): words.append(ChangeWording.plain(text))
      case .days(let days): words.append(Wording.weekdays(days))
      case .dates(let dates): words.append(DateTyping.named(dates))
      }
    }
    return words.joined(separator: " › ")
  }

  /// How it is written: `teamMembers[u1].priority`, `openHours.mon-fri`.
  var text: String {
    var text = ""
    for part in parts {
      switch part {
      case .key(let key): text += text.isEmpty ? key : "." + key
      case .row(.number(let number)): text += "[\(number)]"
      case .row(.text(let name)): text += "[\(Self.selector(name))]"
      case .days(let days): text += "." + Self.words(days)
      case .dates(let dates): text += "." + Self.words(dates)
      }
    }
    return text
  }

  private static func selector(_ name: String) -> String {
    let isPlain =
      !name.isEmpty && name.contains { !CharacterReader.isDigit($0) }
      && name.unicodeScalars.allSatisfy {
        $0.isASCII
          && ($0.properties.isAlphabetic || ("0"..."9").contains($0)
            || "_-@.".unicodeScalars.contains($0))
      }
      && CalendarDate(name) == nil
    return isPlain ? name : ChangeText.quoted(name)
  }

  /// Days as they are typed: `mon-fri`, `sat,sun`.
  static func words(_ days: [Int]) -> String {
    runs(days) { $0 }.map { run in
      let names = run.map { Choices.days[$0].label.lowercased() }
      return run.count > 2 ? "\(names[0])-\(names[run.count - 1])" : names.joined(separator: ",")
    }
    .joined(separator: ",")
  }

  /// Dates as they are typed: `2026-12-24`, `2026-12-24..2026-12-31`.
  static func words(_ dates: [CalendarDate]) -> String {
    runs(dates, \.daysSinceEpoch).map { run in
      run.count > 2
        ? "\(run[0])..\(run[run.count - 1])" : run.map(\.description).joined(separator: ",")
    }
    .joined(separator: ",")
  }

  private static func runs<Value>(
    _ values: [Value], _ number: (Value) -> Int
  ) -> [[Value]] {
    var runs: [[Value]] = []
    for value in values {
      if let last = runs.last?.last, number(last) + 1 == number(value) {
        runs[runs.count - 1].append(value)
      } else {
        runs.append([value])
      }
    }
    return runs
  }
}
