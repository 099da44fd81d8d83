import JSON

/// What people write behind a number and what says only what the number is: `40%`, `8 times`.
enum NumberEnding {
  /// What may stand behind the numbers of a field, in small letters; the first one is the usual one.
  private static func all(of field: Field) -> [String] {
    switch field.key {
    case LookBusyKey.percentage.rawValue: ["%", "percent"]
    case RecurringKey.count.rawValue: ["times"]
    case CalendarKey.appoinmentPerSlot.rawValue: ["seats", "seat"]
    default: []
    }
  }

  /// A typed text without what may stand behind the numbers of a field, and without blanks around it.
  static func taken(from text: String, of field: Field) -> String {
    let typed = text.trimmed
    for end in all(of: field) where typed.lowercased().hasSuffix(end) {
      return String(typed.dropLast(end.count)).trimmed
    }
    return typed
  }
}
