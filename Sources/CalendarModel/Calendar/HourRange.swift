import JSON

/// A range of open hours within a day, in minutes after midnight; API page, `hours[]`.
package struct HourRange: Sendable, Hashable {
  /// 0 to 1440.
  package let open: Int
  /// 0 to 1440; 1440 is midnight at the end of the day, written 23:60.
  package let close: Int

  package init(open: Int, close: Int) {
    self.open = open
    self.close = close
  }

  /// Reads a range as it stands in the JSON; nil when a part is missing, no whole number, or out of
  /// range.
  package init?(_ value: JSONValue) {
    guard let object = value.object,
      let openHour = object[member: HourKey.openHour]?.int,
      let openMinute = object[member: HourKey.openMinute]?.int,
      let closeHour = object[member: HourKey.closeHour]?.int,
      let closeMinute = object[member: HourKey.closeMinute]?.int,
      (0...23).contains(openHour), (0...60).contains(openMinute),
      (0...23).contains(closeHour), (0...60).contains(closeMinute)
    else { return nil }
    self.init(open: openHour * 60 + openMinute, close: closeHour * 60 + closeMinute)
  }

  /// In minutes; not positive when it closes before it opens.
  package var length: Int { close - open }

  package func overlaps(_ other: HourRange) -> Bool { open < other.close && other.open < close }
}

extension HourRange: CustomStringConvertible {
  /// `09:00–17:30`; midnight at the end of the day is 24:00.
  ///
  /// What a person reads is made by ``LocalFormat``.
  package var description: String { "\(Self.clock(open))–\(Self.clock(close))" }

  /// A range as it is written, also where its numbers are none of a day: `24:00–12:00`.
  static func written(_ value: JSONValue, in format: LocalFormat) -> String? {
    if let range = HourRange(value) { return format.range(range) }
    func clock(_ hour: HourKey, _ minute: HourKey) -> String? {
      guard let hour = value[member: hour]?.number, let minute = value[member: minute]?.number
      else {
        return nil
      }
      return [hour, minute].map { $0.spelling.count == 1 ? "0" + $0.spelling : $0.spelling }
        .joined(separator: ":")
    }
    guard let open = clock(.openHour, .openMinute), let close = clock(.closeHour, .closeMinute)
    else { return nil }
    return "\(open)–\(close)"
  }

  /// A time of day given in minutes after midnight: `09:00`.
  package static func clock(_ minutes: Int) -> String {
    let (hour, minute) = minutes.quotientAndRemainder(dividingBy: 60)
    return "\(hour.padded(to: 2)):\(minute.padded(to: 2))"
  }
}
