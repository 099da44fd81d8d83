import JSON

/// What can be read of a list of hours as it was loaded; API page, `hours`.
struct HoursReading: Sendable, Hashable {
  /// The ranges that can be read, in their order; some may close before they open.
  private(set) var ranges: [HourRange] = []
  /// What a list of ranges cannot say about it, in words; empty when ``ranges`` say it all.
  private(set) var oddities: [String] = []

  init(_ value: JSONValue?) {
    guard let hours = value?.array else {
      oddities.append(HoursWording.hoursAreNoList(value))
      return
    }
    for hour in hours {
      guard let range = HourRange(hour) else {
        oddities.append(HoursWording.unreadableRange(hour))
        continue
      }
      ranges.append(range)
      if !range.isUsable { oddities.append(HoursWording.unusableRange(range)) }
    }
  }

  /// Whether ``ranges`` say all that stands in it, and something can be booked in each.
  var isExact: Bool { oddities.isEmpty }
}
