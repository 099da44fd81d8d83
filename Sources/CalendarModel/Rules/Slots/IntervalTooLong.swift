import JSON

extension Rule {
  /// An interval that leads out of every open stretch: only the beginning of each is offered.
  ///
  /// Nothing is said of an interval that is not set.
  static let intervalTooLong = Rule("slots.intervalTooLong", .warning) { calendar in
    guard !calendar.held(.slotInterval).isNothing, let longest = calendar.longestStretch,
      let interval = calendar.minutes(.slotInterval), interval > longest
    else { return [] }
    return [
      Finding(
        "An interval of \(interval) minutes is longer than every open stretch; the longest has "
          + "\(longest) minutes. Only the first slot of each is offered.",
        at: CalendarKey.slotInterval.path)
    ]
  }
}
