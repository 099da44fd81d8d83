import CalendarModel
import TestSupport
import Testing

/// Morning or afternoon: all pairs of times with am, with pm, and bare.
@Suite("am, pm and neither")
struct HalfDayTests {
  struct Time {
    let hour: Int
    let minute: Int
    let suffix: String

    var text: String { "\(hour)" + (minute == 0 ? "" : ":\(minute)") + suffix }
    var isBare: Bool { suffix.isEmpty }
    /// The minutes after midnight that it can mean beside a time with am or pm.
    var meanings: [Int] {
      let base = hour % 12 * 60 + minute
      return switch suffix {
      case "am": [base]
      case "pm": [base + 720]
      default: [base, base + 720]
      }
    }
    /// As a 24-hour clock shows it.
    var plain: Int { hour * 60 + minute }
  }

  static let times = (1...12).flatMap { hour in
    [0, 30].flatMap { minute in
      ["", "am", "pm"].map { Time(hour: hour, minute: minute, suffix: $0) }
    }
  }

  /// The rule: of all that a bare time can mean, what makes the shortest range holds.
  ///
  /// Without am and pm both are times of a 24-hour clock. A range that ends at midnight and has a
  /// bare beginning before noon is refused, as 12am is often written for noon.
  static func oracle(_ open: Time, _ close: Time) -> HourRange? {
    if open.isBare, close.isBare {
      return close.plain > open.plain ? HourRange(open: open.plain, close: close.plain) : nil
    }
    if open.isBare, open.hour < 12, close.meanings == [0] { return nil }
    let ranges = open.meanings.flatMap { open in
      close.meanings.map { HourRange(open: open, close: $0 == 0 ? 1440 : $0) }
    }
    return ranges.filter { $0.length > 0 }.min { $0.length < $1.length }
  }

  @Test func everyPair() throws {
    for open in Self.times {
      for close in Self.times {
        let text = open.text + "-" + close.text
        let ranges = try? HoursText.parse(text)
        #expect(ranges == Self.oracle(open, close).map { [$0] }, "\(text)")
      }
    }
  }

  @Test(arguments: [
    ("9-9pm", "9-21"), ("9-9:30pm", "21-21:30"), ("12-12pm", "0-12"), ("12-12am", "12-24"),
    ("11-1pm", "11-13"), ("9:30-9pm", "9:30-21"), ("09-9pm", "9-21"), ("9pm-11", "21-23"),
  ])
  func examples(_ text: String, _ hours: String) throws {
    #expect(HoursText.short(try HoursText.parse(text)) == hours)
  }

  /// A time that is written for a 24-hour clock means what it says beside am and pm.
  @Test func twentyFourHoursStay() throws {
    for hour in 0..<24 {
      let open = (hour < 10 ? "0" : "") + "\(hour):00"
      for half in [0, 12] {
        for close in 1...12 {
          let end = close % 12 * 60 + half * 60
          let text = "\(open)-\(close)\(half == 0 ? "am" : "pm")"
          let isBare = (10...12).contains(hour)
          guard !isBare else { continue }
          let range = HourRange(open: hour * 60, close: end == 0 ? 1440 : end)
          #expect((try? HoursText.parse(text)) == (range.length > 0 ? [range] : nil), "\(text)")
        }
      }
    }
  }

  /// Only words for it, a dash, and nothing at all close a day.
  @Test func nothingElseCloses() {
    var random = SeededGenerator(seed: 46)
    let words = [
      "open", "from", "between", "to", "till", "until", "through", "and", "plus", ",", ";", "&",
      "+",
      "-", "–", "~", "closed", "off", "none", "unavailable", "shut", "all day", "24h", "9", "12",
      "am", "x", ".",
    ]
    let closing: Set = ["closed", "off", "none", "unavailable", "shut"]
    for _ in 0..<5000 {
      let parts = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        words.randomElement(using: &random) ?? ""
      }
      guard let ranges = try? HoursText.parse(parts.joined(separator: " ")), ranges.isEmpty else {
        continue
      }
      let isSaid =
        parts.contains(where: closing.contains)
        && parts.allSatisfy { closing.contains($0) || ["all day", "24h"].contains($0) }
      #expect(isSaid || ["-", "–"].contains(parts.joined()), "\(parts)")
    }
  }
}
