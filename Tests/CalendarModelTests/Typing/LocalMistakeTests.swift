import CalendarModel
import Testing

@Suite("What is wrong with typed hours, by the clock of the reader")
struct LocalMistakeTests {
  @Test(arguments: [
    ("25-26", "There is no time 25; write it as 9am, 9:30am or 5pm."),
    ("24:00-25:00", "24:00 is the end of the day; write 12am for its beginning."),
    ("17-17", "It opens and closes at 5pm; write when it closes, or closed."),
    (
      "22-6",
      "It closes at 6am, before it opens at 10pm; a range ends at midnight: write 10pm-12am, "
        + "and the rest on the next day."
    ),
    ("9-5", "It closes at 5am, before it opens at 9am; write 9am-5pm."),
    ("9-17, 13-18", "1pm–6pm overlaps 9am–5pm; write 9am-6pm for both."),
    ("5pm", "Say when it closes, as in 5pm-8pm."), ("9", "Say when it closes, as in 9-5pm."),
    ("-17", "Say when it opens before the dash, as in 9am-12pm."),
    ("open", "Say when it is open, as in 9am-12pm, 1:30pm-5pm, or 24h for the whole day."),
    (
      "soon",
      "\"soon\" cannot be read; write hours as in 9am-12pm, 1:30pm-5pm, or closed, or 24h."
    ),
    (",", "Write hours as in 9am-12pm, 1:30pm-5pm, or closed, or 24h."),
    ("mon-fri", "Write the hours after the days: 9am-12pm, 1:30pm-5pm, or closed, or 24h."),
  ])
  func saysWhatToWrite(_ typed: String, _ message: String) {
    #expect { try WeekTyping(typed, day: 1) } throws: { error in
      guard let error = error as? HoursError else { return false }
      #expect(error.message(in: LocalFormat(clock: .twelve)) == message)
      #expect(error.message(in: .standard) == error.message)
      return true
    }
  }

  /// What is advised to be typed can be read.
  @Test func adviceIsUnderstood() throws {
    for format in LocalFormat.all {
      #expect(try HoursText.parse(HoursText.short(HoursText.example, in: format)).count == 2)
      #expect(try HoursText.parse(HoursText.short(HoursText.shortExample, in: format)).count == 2)
    }
  }

  /// Hostile text stands in the message as it was typed, whatever the clock.
  @Test func longTextIsCut() {
    let typed = String(repeating: "\u{1b}x", count: 10_000)
    #expect { try WeekTyping(typed, day: 1) } throws: { error in
      (error as? HoursError)?.message(in: .american).count ?? .max < 200
    }
  }
}
