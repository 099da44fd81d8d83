/// How long the service asks to wait with `Retry-After`.
enum RetryAfter {
  /// The seconds, or those from the date of the answer to the one that is named.
  ///
  /// The service's own clock is used for both, so that this machine's may be wrong.
  static func seconds(_ response: HTTPResponse) -> Int? {
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

  /// The seconds from a fixed moment to a date as HTTP writes it: `Wed, 21 Oct 2026 07:28:00 GMT`.
  private static func moment(_ text: String) -> Int? {
    let parts = text.split { $0 == " " || $0 == ":" }
    guard parts.count == 8, parts[7] == "GMT", let day = Int(parts[1]), (1...31).contains(day),
      let month = months.firstIndex(of: parts[2]), let year = Int(parts[3]),
      (1970...9999).contains(year), let hour = Int(parts[4]), (0...23).contains(hour),
      let minute = Int(parts[5]), (0...59).contains(minute), let second = Int(parts[6]),
      (0...60).contains(second)
    else { return nil }
    // Years from March on, so that a leap day is the last of its year.
    let (shifted, march) = (month < 2 ? year - 1 : year, (month + 10) % 12)
    let days =
      365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + (153 * march + 2) / 5 + day
    return ((days * 24 + hour) * 60 + minute) * 60 + second
  }
}
