import JSON

extension Rule {
  /// A meeting that fits into no open stretch of any day.
  static let slotTooLong = Rule("slots.tooLong", .warning) { calendar in
    guard let longest = calendar.longestStretch, let duration = calendar.minutes(.slotDuration),
      duration > longest
    else { return [] }
    return [
      Finding(
        "A slot of \(duration) minutes is longer than every open stretch; the longest has "
          + "\(longest) minutes. Nothing can be booked.",
        at: CalendarKey.slotDuration.path)
    ]
  }
}
