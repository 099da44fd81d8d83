import CalendarModel
import JSON
import Testing

/// The ways in which people write dates, typed while December 2026 is shown.
@Suite("Forms of typed dates")
struct DateFormsTests {
  /// 2026-11-22, a Sunday.
  static let today = Calendars.today
  static let chosen = Calendars.date(2026, 12, 9)...Calendars.date(2026, 12, 9)

  static func read(
    _ text: String, chosen: ClosedRange<CalendarDate> = chosen, today: CalendarDate = today
  ) throws(HoursError) -> DateTyping {
    try DateTyping(text, chosen: chosen, today: today, month: chosen.lowerBound)
  }

  /// The dates and hours of a text: "2026-12-24 2026-12-26 closed".
  static func result(_ typing: DateTyping) -> String {
    switch typing {
    case .hours(let command):
      "\(named(command.dates)) \(HoursText.short(command.ranges))"
    case .dates(let dates): named(dates)
    }
  }

  /// Runs of dates as `first..last`.
  static func named(_ dates: [CalendarDate]) -> String {
    var runs: [[CalendarDate]] = []
    for date in dates {
      if let last = runs.last?.last, last.adding(days: 1) == date {
        runs[runs.count - 1].append(date)
      } else {
        runs.append([date])
      }
    }
    return runs.map { $0.count == 1 ? "\($0[0])" : "\($0[0])..\($0[$0.count - 1].day)" }
      .joined(separator: " ")
  }

  @Test(arguments: [
    // Runs within a month.
    ("24-26 Dec closed", "2026-12-24..26 closed"), ("24-31 dec closed", "2026-12-24..31 closed"),
    ("24–26 December 2026 closed", "2026-12-24..26 closed"),
    ("24 - 26 dec 9-12", "2026-12-24..26 9-12"), ("24 to 26 Dec", "2026-12-24..26"),
    ("24th-26th of December closed", "2026-12-24..26 closed"),
    ("Dec 24-26 closed", "2026-12-24..26 closed"), ("Dec 24 - 26", "2026-12-24..26"),
    ("Dec 24-26, 2027 closed", "2027-12-24..26 closed"),
    ("24-26 Dec", "2026-12-24..26"), ("24..26 dec 9-12", "2026-12-24..26 9-12"),
    ("2026-12-24 - 26 closed", "2026-12-24..26 closed"),
    ("11-20..25 closed", "2026-11-20..25 closed"),
    ("11-20..11-25 closed", "2026-11-20..25 closed"),
    ("20-25 Nov closed", "2026-11-20..25 closed"),
    // Days of the month that is shown.
    ("24..31", "2026-12-24..31"), ("24..31 9-12", "2026-12-24..31 9-12"),
    ("24-31 closed", "2026-12-24..31 closed"), ("24 - 31 closed", "2026-12-24..31 closed"),
    ("24–31 off", "2026-12-24..31 closed"), ("24-31 9-12", "2026-12-24..31 9-12"),
    ("9..12 closed", "2026-12-09..12 closed"), ("24 closed", "2026-12-24 closed"),
    ("24th", "2026-12-24"), ("24th 9-12", "2026-12-24 9-12"),
    ("24, 26 and 31 closed", "2026-12-24 2026-12-26 2026-12-31 closed"),
    ("2, 4 Feb closed", "2027-02-02 2027-02-04 closed"),
    ("2 Feb, 4 closed", "2027-02-02 2027-02-04 closed"),
    // Dots, slashes, dashes.
    ("24.12.", "2026-12-24"), ("24.12. 9-12", "2026-12-24 9-12"),
    ("24.12. closed", "2026-12-24 closed"), ("24.12 closed", "2026-12-24 closed"),
    ("24.12", "2026-12-24"), ("24.12 9-12", "2026-12-24 9-12"),
    ("24.12.2026", "2026-12-24"), ("1.2.2027 9-12", "2027-02-01 9-12"),
    ("11.12. closed", "2026-12-11 closed"), ("24.12.-26.12. closed", "2026-12-24..26 closed"),
    ("24.12..26.12 closed", "2026-12-24..26 closed"),
    ("19/12", "2026-12-19"), ("12/19 closed", "2026-12-19 closed"), ("12/12", "2026-12-12"),
    ("19/12/2027 closed", "2027-12-19 closed"), ("19/12-24/12 closed", "2026-12-19..24 closed"),
    ("2026/12/19 9-5pm", "2026-12-19 9-17"), ("24-12-2026 closed", "2026-12-24 closed"),
    ("24-12-2026", "2026-12-24"), ("2027-1-6", "2027-01-06"),
    ("24-Dec-2026 closed", "2026-12-24 closed"), ("24dec closed", "2026-12-24 closed"),
    ("24. December closed", "2026-12-24 closed"), ("Dec 24, 2027 closed", "2027-12-24 closed"),
    ("12-24, 12-26 closed", "2026-12-24 2026-12-26 closed"),
    // Days of the week, and words for days.
    ("sat 19 dec", "2026-12-19"), ("Saturday, 19 December closed", "2026-12-19 closed"),
    ("sat 2026-12-19 9-12", "2026-12-19 9-12"), ("sat 12-19 closed", "2026-12-19 closed"),
    ("mon 21 dec - wed 23 dec closed", "2026-12-21..23 closed"),
    ("today", "2026-11-22"), ("tomorrow closed", "2026-11-23 closed"),
    ("today..tomorrow closed", "2026-11-22..23 closed"), ("friday", "2026-11-27"),
    ("friday 9-12", "2026-11-27 9-12"), ("fri 12-19", "2026-11-27 12-19"),
    ("sunday closed", "2026-11-22 closed"), ("next friday", "2026-11-27"),
    ("this friday closed", "2026-11-27 closed"),
    ("fri 27 Nov - sun 29 Nov closed", "2026-11-27..29 closed"),
    ("24-31", "2026-12-24..31"),
    ("mon, wed closed", "2026-11-23 2026-11-25 closed"),
    // Hours.
    ("unavailable", "2026-12-09 closed"), ("off", "2026-12-09 closed"),
    ("24 Dec unavailable", "2026-12-24 closed"), ("closed all day", "2026-12-09 closed"),
    ("24 Dec off all day", "2026-12-24 closed"), ("24 Dec open 24h", "2026-12-24 24h"),
    ("24 Dec 0 - 24h", "2026-12-24 24h"), ("between 9 and 12", "2026-12-09 9-12"),
    ("24 Dec between 9 and 12 and 13-17", "2026-12-24 9-12, 13-17"),
  ])
  func isUnderstood(_ text: String, _ meaning: String) throws {
    #expect(Self.result(try Self.read(text)) == meaning)
  }

  @Test(arguments: [
    ("12/11 closed", "12/11", "write 11 Dec or 12 Nov."), ("12/11", "12/11", "11 Dec or 12 Nov"),
    ("12/11/2027 closed", "12/11/2027", "write 11 Dec 2027 or 12 Nov 2027."),
    ("11-12-2027 closed", "11-12-2027", "12 Nov 2027 or 11 Dec 2027"),
    ("11.12 closed", "11.12", "write 12 Nov or 11 Dec."),
    ("9-12 closed", "9-12", "write 12 Sep, 9 Dec or 9..12."),
    ("10-12 closed", "10-12", "write 12 Oct, 10 Dec or 10..12."),
    ("13-17 closed", "13-17", "write 13..17."), ("9 - 12 closed", "9 - 12", "9..12"),
    ("24-12 closed", "24-12", "write 24 Dec."), ("1-15 closed", "1-15", "write 15 Jan or 1..15."),
    ("12.24.2026 closed", "12.24.2026", "the day comes first, as in 24.12."),
    ("24.12.26 closed", "24.12.26", "with four digits"),
    ("sun 19 dec", "sun", "2026-12-19 is a Saturday; write Sat"),
    ("fri 18 dec - sun 19 dec closed", "sun", "2026-12-19 is a Saturday"),
    ("12-31..12-24 closed", "12-24", "for the next year, write 2025-12-31..2026-12-24"),
    ("31 Dec - 24 Dec closed", "24 Dec", "24 Dec is before 31 Dec"),
    ("2026-12-24..12-20 closed", "12-20", "is before"),
    ("1 Mar..31 Aug closed", "1 Mar..31 Aug", "write the years"),
    ("31..24 closed", "24", "lies before the first"), ("31 Dec, 2 closed", "2", "write its month"),
    ("24..32 closed", "32", "There is no day 32"), ("29 Feb 2027", "29 Feb 2027", "no day"),
    ("mon-fri closed", "mon-fri", "as in 2026-11-23..2026-11-27"),
    ("weekends closed", "weekends", "mark dates first"),
    ("fridays closed", "fridays", "write them under Weekly hours"),
    ("9-12,11-13", "11-13", "overlaps 09:00–12:00; write 9-13 for both."),
    ("9-12;11-13", "11-13", "overlaps"), ("9-12 & 11-13", "11-13", "overlaps"),
    ("9-12 and 11-13", "11-13", "overlaps"), ("9-12, 11-13, 14-17", "11-13", "overlaps"),
    ("12-24, 9-13", "9-13", "overlaps"), ("9-12 11-13", "11-13", "overlaps"),
    ("12-24 11-13", "12-24", "could be hours or a date"),
    ("12-24 from 9 to 12", "12-24", "could be hours or a date"),
    ("12-24 9am-10am", "12-24", "could be hours or a date"),
    ("13-25", "25", "There is no time 25"), ("12-25", "25", "There is no time 25"),
    ("fri-sun closed", "fri-sun", "as in 2026-11-27..2026-11-29"),
    ("9-12 lunch", "lunch", "cannot be read"),
    ("open", "open", "Say when it is open"), ("from", "from", "Say when it is open"),
    ("open, from", "open, from", "Say when it is open"), ("to", "to", "Say when it opens"),
    ("until", "until", "Say when it opens"), ("~", "~", "Say when it opens"),
    ("open closed", "closed", "closed or has hours"), ("open -", "-", "Say when it opens"),
    ("24 Dec open", "open", "Say when it is open"), ("24 Dec to", "to", "Say when it opens"),
    ("2026-12-24 9-12 closed", "closed", "closed or has hours"), ("   ", "   ", "Write hours"),
    ("next week closed", "next", "cannot be read"),
    ("december closed", "december", "cannot be read"),
  ])
  func isRefused(_ text: String, _ marked: String, _ message: String) {
    let error = #expect(throws: HoursError.self) { try Self.read(text) }
    guard let error else { return }
    #expect(String(Array(text)[error.place]) == marked, "\(error.message)")
    #expect(error.message.contains(message), "\(error.message)")
  }

  /// Every form that a refusal offers is understood.
  @Test func whatIsOfferedWorks() throws {
    for a in 1...32 {
      for b in 1...32 {
        for sign in ["-", "/", ".", " - ", "–"] {
          let text = "\(a)\(sign)\(b) closed"
          do throws(HoursError) {
            _ = try Self.read(text)
          } catch {
            guard error.reason == .ambiguous else { continue }
            let offers = error.message.split(separator: "write ")[1].dropLast()
              .replacing(" or ", with: ", ").split(separator: ", ")
            #expect(!offers.isEmpty)
            for offer in offers {
              #expect(throws: Never.self, "\(text): \(offer)") {
                try Self.read("\(offer) closed")
              }
            }
          }
        }
      }
    }
  }

  /// `next friday` is understood where it can only be one Friday; weeks begin on Monday.
  @Test(arguments: 0..<14, 0..<7)
  func nextWeekday(shift: Int, weekday: Int) throws {
    let today = Self.today.adding(days: shift)
    let name = Calendars.date(2026, 11, 22).adding(days: weekday).weekdayName
    let first = try #require((1...7).map(today.adding).first { $0.weekday == weekday })
    let monday = try #require((1...7).map(today.adding).first { $0.weekday == 1 })
    let isNextWeek = first >= monday
    do throws(HoursError) {
      let typing = try Self.read("next \(name)", today: today)
      #expect(isNextWeek && typing == .dates([first]))
    } catch {
      #expect(!isNextWeek && error.reason == .ambiguous)
      #expect(error.message.contains(first.dayAndMonth))
      #expect(error.message.contains(first.adding(days: 7).dayAndMonth))
    }
  }

  /// Sets of weekdays are those days of the marked run, and of no other dates.
  @Test(arguments: [
    ("mon-fri 9-12,13-17", [1, 2, 3, 4, 5], "9-12, 13-17"), ("weekends closed", [6, 0], "closed"),
    ("weekdays 9-5pm", [1, 2, 3, 4, 5], "9-17"), ("Fridays: closed", [5], "closed"),
    ("fri-mon closed", [5, 6, 0, 1], "closed"), ("every day 24h", [0, 1, 2, 3, 4, 5, 6], "24h"),
    ("every tue off", [2], "closed"),
  ])
  func weekdaysOfARun(_ text: String, _ days: [Int], _ hours: String) throws {
    let run = Calendars.date(2026, 12, 24)...Calendars.date(2027, 1, 8)
    guard case .hours(let command) = try Self.read(text, chosen: run) else {
      Issue.record("no hours")
      return
    }
    let expected = (0...15).map(run.lowerBound.adding).filter { days.contains($0.weekday) }
    #expect(command.dates == expected)
    #expect(HoursText.short(command.ranges) == hours)
  }
}
