/// A time of day as somebody typed it; whether a bare `5` is in the morning or in the afternoon is
/// decided later, by the other end of its range.
struct ClockTime {
  enum Half { case am, pm }

  var hour: Int
  var minute = 0
  var half: Half?
  /// Whether only a 24-hour clock is read like this: `08:00`, `17h`, `noon`.
  var isTwentyFourHour = false
  /// Whether it is `24h`, which alone means the whole day.
  var couldBeWholeDay = false
  /// As it was typed.
  var spelling: String
  var place: Range<Int>

  /// Whether it can mean the morning and the afternoon: 1 to 12 without am or pm.
  var hasTwoMeanings: Bool { half == nil && !isTwentyFourHour && (1...12).contains(hour) }

  /// The minutes after midnight as the beginning of a range.
  func opening() throws(HoursError) -> Int {
    let minutes = try minutes()
    if minutes == 1440 { throw HoursError(.noSuchTime, at: place, HoursWording.opensAtEnd) }
    return minutes
  }

  /// The minutes after midnight as the end of a range, where midnight is 24:00.
  func closing() throws(HoursError) -> Int {
    let minutes = try minutes()
    return minutes == 0 ? 1440 : minutes
  }

  private func minutes() throws(HoursError) -> Int {
    if half == nil, hour == 24 && minute == 0 || hour == 23 && minute == 60 { return 1440 }
    guard (0...23).contains(hour), (0...59).contains(minute) else {
      throw HoursError(.noSuchTime, at: place, HoursWording.noSuchTime(spelling))
    }
    guard let half else { return hour * 60 + minute }
    guard (1...12).contains(hour) else {
      throw HoursError(.noSuchTime, at: place, HoursWording.noTwelveHour(spelling))
    }
    return hour % 12 * 60 + minute + (half == .pm ? 720 : 0)
  }

  /// The same time in the morning and in the afternoon.
  var halves: [ClockTime] {
    [Half.am, .pm].map { half in
      var time = self
      time.half = half
      return time
    }
  }
}
