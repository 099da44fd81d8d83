import JSON

extension Rule {
  /// A range that opens nothing, because it closes before it opens or at once.
  ///
  /// 0:00–0:00 alone in its list is how the service stores a closed day, and nothing is wrong with
  /// it; see ``DayHours``.
  static let hourOrder = Rule(
    "hour.order", .warning, objects: .openHours, .availability
  ) { entry, context in
    let hours = entry[member: DayHours.key]?.array ?? []
    guard hours.contains(where: { HourRange($0)?.isUsable == false }),
      !DayHours(.array(hours)).isExact
    else { return [] }
    return hours.enumerated().compactMap { index, hour in
      guard let range = HourRange(hour), !range.isUsable else { return nil }
      return Finding(
        message(range, context.format),
        at: DayHours.key.path.appending(index).appending(HourKey.closeHour))
    }
  }

  private static func message(_ range: HourRange, _ format: LocalFormat) -> String {
    let (open, close) = (format.time(range.open), format.time(range.close))
    if range.length == 0 {
      return "It opens and closes at \(open), so it is never open; change one, or delete it."
    }
    if range.close == 0 {
      return "It closes at \(close), before it opens. Midnight at the end of the day is 23:60."
    }
    return "It closes at \(close), before it opens at \(open). "
      + "Hours after midnight belong to the next day."
  }
}
