import CalendarModel

/// How long the service asks to wait, by the header `Retry-After`.
package enum RetryAfter {
  /// The seconds to wait; nil where the answer does not say.
  ///
  /// The header holds a number of seconds or a date. A date is compared with the date of the answer,
  /// so that only the service's own clock counts: that of this machine may be wrong.
  package static func seconds(_ response: HTTPResponse) -> Int? {
    guard let text = response.header("Retry-After") else { return nil }
    if let seconds = Int(text) { return seconds >= 0 ? seconds : nil }
    guard let then = moment(text), let now = response.header("Date").flatMap(moment) else {
      return nil
    }
    return max(0, then - now)
  }

  private static let months: [Substring] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Reads a date as HTTP writes it, `Wed, 21 Oct 2026 07:28:00 GMT`, as seconds since 1970.
  private static func moment(_ text: String) -> Int? {
    let parts = text.split { $0 == " " || $0 == ":" }
    guard parts.count == 8, parts[7] == "GMT", let day = Int(parts[1]),
      let month = months.firstIndex(of: parts[2]), let year = Int(parts[3]),
      let date = CalendarDate(year: year, month: month + 1, day: day),
      let hour = Int(parts[4]), (0...23).contains(hour),
      let minute = Int(parts[5]), (0...59).contains(minute), let second = Int(parts[6]),
      (0...60).contains(second)
    else { return nil }
    return ((date.daysSinceEpoch * 24 + hour) * 60 + minute) * 60 + second
  }
}
