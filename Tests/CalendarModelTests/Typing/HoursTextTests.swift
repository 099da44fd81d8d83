import CalendarModel
import JSON
import TestSupport
import Testing

@Suite("Typed hours")
struct HoursTextTests {
  /// Ranges written as minutes: `540-720`.
  struct Example: Sendable, CustomTestStringConvertible {
    let text: String
    let ranges: [HourRange]
    var testDescription: String { text.isEmpty ? "(nothing)" : text }

    init(_ text: String, _ hours: (Double, Double)...) {
      self.text = text
      ranges = hours.map { HourRange(open: Int($0 * 60), close: Int($1 * 60)) }
    }
  }

  static let examples = [
    Example("9-12, 13:30-17", (9, 12), (13.5, 17)),
    Example("9am-5pm", (9, 17)),
    Example("9:30 am – 5 pm", (9.5, 17)),
    Example("08:00–16:00", (8, 16)),
    Example("0800-1600", (8, 16)),
    Example("830-1600", (8.5, 16)),
    Example("9 to 17", (9, 17)),
    Example("from 9 until 17", (9, 17)),
    Example("9.30-17.45", (9.5, 17.75)),
    Example("9h-17h30", (9, 17.5)),
    Example("9-12; 13-17", (9, 12), (13, 17)),
    Example("9-12 and 13-17", (9, 12), (13, 17)),
    Example("9-12 & 13-17", (9, 12), (13, 17)),
    Example("9-12 13-17", (9, 12), (13, 17)),
    Example("9 - 12  13 - 17", (9, 12), (13, 17)),
    Example("9-12,", (9, 12)),
    Example("13-17, 9-12", (9, 12), (13, 17)),
    Example("9-12, 12-17", (9, 12), (12, 17)),
    Example("closed"), Example("Closed"), Example("-"), Example("–"), Example(""), Example("  "),
    Example("24h", (0, 24)), Example("24 hours", (0, 24)), Example("all day", (0, 24)),
    Example("All-day", (0, 24)), Example("0-24", (0, 24)), Example("0:00-0:00", (0, 24)),
    Example("0-24h", (0, 24)), Example("midnight to midnight", (0, 24)),
    Example("18-24:00", (18, 24)), Example("18-0:00", (18, 24)), Example("6pm-12am", (18, 24)),
    Example("18-midnight", (18, 24)), Example("18-23:60", (18, 24)),
    Example("12am-6am", (0, 6)), Example("12pm-6pm", (12, 18)), Example("noon-6pm", (12, 18)),
    Example("12 noon - 5pm", (12, 17)), Example("9-noon", (9, 12)), Example("noon-5", (12, 17)),
    Example("9-5pm", (9, 17)), Example("1-5pm", (13, 17)), Example("9-11pm", (21, 23)),
    Example("11-12pm", (11, 12)), Example("12-5pm", (12, 17)), Example("9am-5", (9, 17)),
    Example("9am-11", (9, 11)), Example("9am-12", (9, 12)), Example("10pm-12", (22, 24)),
    Example("13-5pm", (13, 17)), Example("09:00-5pm", (9, 17)), Example("8a-4p", (8, 16)),
    Example("9 A.M. to 5 P.M.", (9, 17)), Example("9\u{A0}AM\u{2009}–\u{2009}5\u{202F}PM", (9, 17)),
    Example("9-5pm, 6-8pm", (9, 17), (18, 20)),
    Example("1-5", (1, 5)),
  ]

  @Test(arguments: examples)
  func meansRanges(_ example: Example) throws {
    #expect(try HoursText.parse(example.text) == example.ranges)
  }

  typealias Mistake = TypingMistake

  static let mistakes = [
    Mistake("25-26", .noSuchTime, "25", "There is no time 25; write it as 9"),
    Mistake("9:75-12", .noSuchTime, "9:75", "There is no time 9:75"),
    Mistake("9-24:30", .noSuchTime, "24:30", "There is no time 24:30"),
    Mistake("9-12, 13pm-14", .noSuchTime, "13pm", "There is no 13pm"),
    Mistake("0am-3", .noSuchTime, "0am", "There is no 0am"),
    Mistake("9-123456", .noSuchTime, "123456", "There is no time 123456"),
    Mistake("9:-12", .noSuchTime, "9:", "The minutes are missing"),
    Mistake("9:3-12", .noSuchTime, "9:3", "The minutes are missing"),
    Mistake("24-24", .noSuchTime, "24", "24:00 is the end of the day"),
    Mistake("17-9", .closesBeforeItOpens, "17-9", "before it opens at 17:00; write 17-21"),
    Mistake("9-5", .closesBeforeItOpens, "9-5", "before it opens at 09:00; write 9-17"),
    Mistake("22 - 2am", .closesBeforeItOpens, "22 - 2am", "write 22-24, and the rest on the next"),
    Mistake("9-9", .isEmpty, "9-9", "It opens and closes at 09:00"),
    Mistake("9-12am", .ambiguous, "9", "12am is midnight; write 12pm for noon"),
    Mistake(
      "9-14, 13-18", .overlaps(merged: [HourRange(open: 540, close: 1080)]), "13-18",
      "13:00–18:00 overlaps 09:00–14:00; write 9-18 for both."),
    Mistake(
      "13-18, 8-9, 9-14",
      .overlaps(merged: [HourRange(open: 480, close: 540), HourRange(open: 540, close: 1080)]),
      "9-14", "09:00–14:00 overlaps 13:00–18:00; write 9-18 for both."),
    Mistake("24h, 9-12", .overlaps(merged: [.wholeDay]), "9-12", "overlaps"),
    Mistake("9", .missingEnd, "9", "Say when it closes, as in 9-17."),
    Mistake("9-12, 17", .missingEnd, "17", "Say when it closes, as in 17-20."),
    Mistake("9-", .missingEnd, "9-", "Say when it closes"),
    Mistake("9 17", .missingEnd, "9", "Say when it closes"),
    Mistake("9-,12", .missingEnd, "9-", "Say when it closes"),
    Mistake("-12", .missingStart, "-", "Say when it opens"),
    Mistake("9-12-17", .missingStart, "-", "A range has one beginning and one end"),
    Mistake("9-12 lunch", .unknownWord, "lunch", "\"lunch\" cannot be read"),
    Mistake("9 foo 12", .unknownWord, "foo", "\"foo\" cannot be read"),
    Mistake("9-?", .unknownWord, "?", "\"?\" cannot be read"),
    Mistake("👩‍👩‍👧 9-12", .unknownWord, "👩‍👩‍👧", "cannot be read"),
    Mistake(",", .unknownWord, ",", "Write hours as in"),
    Mistake("closed, 9-12", .closedWithHours, "closed", "closed or has hours"),
    Mistake("9-12 closed", .closedWithHours, "closed", "closed or has hours"),
  ]

  @Test(arguments: mistakes)
  func marksTheMistake(_ mistake: Mistake) {
    mistake.expect { try HoursText.parse($0) }
  }

  @Test func isShownAndEdited() {
    let day = [HourRange(open: 540, close: 720), HourRange(open: 810, close: 1440)]
    #expect(HoursText.format(day) == "09:00–12:00, 13:30–24:00")
    #expect(HoursText.short(day) == "9-12, 13:30-24")
    #expect(HoursText.format([]) == "closed")
    #expect(HoursText.short([.wholeDay]) == "24h")
    #expect(HoursText.short([HourRange(open: 5, close: 65)]) == "0:05-1:05")
  }

  @Test func whatIsShownReadsBack() throws {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<2000 {
      let day = RandomHours.day(&random)
      #expect(try HoursText.parse(HoursText.format(day)) == day)
      #expect(try HoursText.parse(HoursText.short(day)) == day)
    }
  }

  @Test func anyTextIsReadOrMarked() {
    var random = SeededGenerator(seed: 12)
    let parts = ["9", "12", "1730", ":", "-", " ", "am", "p", ",", "to", "h", "é", "24", ".", "00"]
    for _ in 0..<5000 {
      let text = (0..<Int.random(in: 0...8, using: &random))
        .map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      do throws(HoursError) {
        let ranges = try HoursText.parse(text)
        #expect(ranges == ranges.merged)
      } catch {
        #expect(!error.place.isEmpty && error.place.upperBound <= text.count, "\(text)")
      }
    }
  }
}

@Suite("Hours on the wire")
struct HourWireTests {
  @Test func midnightIsSpelt2360() {
    #expect(
      HourRange(open: 570, close: 1440).json.printed()
        == #"{"openHour":9,"openMinute":30,"closeHour":23,"closeMinute":60}"#)
    #expect(HourRange(HourRange(open: 570, close: 1440).json)?.close == 1440)
  }

  @Test func aCloseAtZeroStaysWhatItIs() {
    #expect(HourRange(Calendars.hour(9, 0)) == HourRange(open: 540, close: 0))
    #expect([HourRange(open: 540, close: 0)].merged.isEmpty)
  }

  @Test func everyRangeReadsBack() {
    for open in stride(from: 0, to: 1440, by: 7) {
      for close in [open + 1, (open + 1441) / 2, 1440] {
        let range = HourRange(open: open, close: close)
        #expect(HourRange(range.json) == range)
      }
    }
  }

  @Test func overlappingRangesAreMergedAndTouchingOnesAreNot() {
    let ranges = [(780, 900), (540, 720), (720, 780), (600, 660), (840, 1000), (300, 200)].map {
      HourRange(open: $0.0, close: $0.1)
    }
    #expect(HoursText.short(ranges.merged) == "9-12, 12-13, 13-16:40")
  }
}
