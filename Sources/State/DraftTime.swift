import Glibc

/// A moment to the second, kept as text in UTC: `2026-11-22T21:04:00Z`.
package struct DraftTime: Sendable, Hashable, Comparable {
  /// Since 1970, without leap seconds.
  package let seconds: Int

  package init(seconds: Int) { self.seconds = seconds }

  package static var now: DraftTime { DraftTime(seconds: clock.tv_sec) }

  /// What the clock of the machine says, to the nanosecond.
  ///
  /// `time` goes by another one, which is up to a few milliseconds late: the second that it says may
  /// be over.
  package static var clock: timespec {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return now
  }

  package static func < (a: DraftTime, b: DraftTime) -> Bool { a.seconds < b.seconds }

  package var text: String {
    var moment = seconds
    var parts = tm()
    gmtime_r(&moment, &parts)
    func digits(_ value: Int32) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(Int(parts.tm_year) + 1900)-\(digits(parts.tm_mon + 1))-\(digits(parts.tm_mday))"
      + "T\(digits(parts.tm_hour)):\(digits(parts.tm_min)):\(digits(parts.tm_sec))Z"
  }

  init?(text: String) {
    let parts = text.split(omittingEmptySubsequences: false) { "-T:Z".contains($0) }
    let numbers = parts.dropLast().compactMap { Int32($0) }
    guard text.utf8.count == 20, parts.count == 7, numbers.count == 6, numbers[0] >= 1970 else {
      return nil
    }
    var moment = tm()
    moment.tm_year = numbers[0] - 1900
    moment.tm_mon = numbers[1] - 1
    moment.tm_mday = numbers[2]
    moment.tm_hour = numbers[3]
    moment.tm_min = numbers[4]
    moment.tm_sec = numbers[5]
    let time = DraftTime(seconds: timegm(&moment))
    // timegm reads a month 13 as the next January, so the text has to come out the same again.
    guard time.text == text else { return nil }
    self = time
  }

  /// How long ago it was, in words: "3 minutes ago".
  package func age(at now: DraftTime) -> String {
    let passed = now.seconds - seconds
    func counted(_ count: Int, _ unit: String) -> String {
      count == 1 ? "1 \(unit) ago" : "\(count) \(unit)s ago"
    }
    switch passed {
    case ..<0: return "in the future"
    case ..<5: return "just now"
    case ..<60: return counted(passed, "second")
    case ..<3600: return counted(passed / 60, "minute")
    case ..<86_400: return counted(passed / 3600, "hour")
    default: return counted(passed / 86_400, "day")
    }
  }
}
