import JSON

extension Rule {
  /// Says which rules are silent, instead of guessing.
  static let typeUnknown = Rule("type.unknown", .note) { calendar in
    guard calendar.type == nil else { return [] }
    return [
      Finding(
        "The calendar's type is not known, so the rules that depend on it are not checked: those "
          + "about team members, locations and look busy. Choose the type here to check them; it "
          + "is never sent.",
        at: CalendarKey.calendarType.path)
    ]
  }
}
