import JSON
import Testing

@testable import CalendarModel

/// Form, preview, summary, review, merge and read-back say the same of every date, hour and row.
@Suite("One reading of dates and hours", .timeLimit(.minutes(240))) struct OneReadingTests {
  private static let seeds = 1...40 as ClosedRange<UInt64>

  /// The hours of a date and a weekday, read by the simplest code that could be right.
  private struct Oracle {
    let calendar: JSONValue

    /// Which minutes the list of hours opens.
    static func minutes(_ hours: JSONValue?) -> Set<Int> {
      var open: Set<Int> = []
      for hour in hours?.array ?? [] {
        let parts = ["openHour", "openMinute", "closeHour", "closeMinute"].map {
          hour[key: $0]?.int
        }
        guard let a = parts[0], let b = parts[1], let c = parts[2], let d = parts[3] else {
          continue
        }
        let (start, end) = (a * 60 + b, c * 60 + d)
        if start < end { open.formUnion(start..<end) }
      }
      return open
    }

    /// The entry that counts for a date: the first that is not deleted.
    func entry(_ date: CalendarDate) -> JSONValue? {
      (calendar[key: "availabilities"]?.array ?? []).first {
        $0[key: "date"]?.text?.hasPrefix("\(date)") == true && $0[key: "deleted"] != true
      }
    }

    func weekday(_ day: Int) -> Set<Int> {
      var open: Set<Int> = []
      for entry in calendar[key: "openHours"]?.array ?? [] {
        let days = (entry[key: "daysOfTheWeek"]?.array ?? []).compactMap(\.int)
        if days.contains(day) { open.formUnion(Self.minutes(entry[key: "hours"])) }
      }
      return open
    }
  }

  private static func minutes(_ ranges: [HourRange]) -> Set<Int> {
    Set(ranges.flatMap { Array($0.open..<$0.close) })
  }

  @Test(arguments: seeds) func formAndPreviewAgree(_ seed: UInt64) {
    var generator = OddCalendar(seed: seed)
    for _ in 0..<15 {
      let calendar = generator.calendar()
      let document = Calendars.document(calendar)
      let oracle = Oracle(calendar: calendar)
      let preview = SlotPreview(
        calendar: calendar, now: CalendarMoment(Calendars.today, minute: 0))
      for day in 0...6 {
        #expect(Self.minutes(document.weekHours[day].ranges) == oracle.weekday(day))
        #expect(Self.minutes(document.weekHours[day].hours.stretches) == oracle.weekday(day))
      }
      for number in OddCalendar.days {
        let date = OddCalendar.date(number)
        let entry = oracle.entry(date)
        let expected = entry.map { Oracle.minutes($0[key: "hours"]) }
        switch document.dateState(of: date) {
        case .none, .deleted: #expect(expected == nil, "seed \(seed), \(date)")
        case .closed: #expect(expected == [])
        case .open(let ranges): #expect(expected == Self.minutes(ranges) && !ranges.isEmpty)
        }
        let shown = preview.day(date)
        switch shown.source {
        case .dateEntry:
          #expect(expected.map { $0 == Self.minutes(shown.open.stretches) } == true)
        case .weekly:
          #expect(preview.settings.availability == .weekly || expected == nil)
          #expect(Self.minutes(shown.open.stretches) == oracle.weekday(date.weekday))
        case .nothing: #expect(preview.settings.availability == .dates && expected == nil)
        case .schedules: Issue.record("nobody asked about schedules")
        }
      }
    }
  }

  @Test(arguments: seeds) func summaryCountsTheDatesOfTheForm(_ seed: UInt64) {
    var generator = OddCalendar(seed: seed &+ 100)
    for _ in 0..<15 {
      let calendar = generator.calendar()
      let document = Calendars.document(calendar)
      let dates = OddCalendar.days.map(OddCalendar.date).filter { date in
        switch document.dateState(of: date) {
        case .closed, .open: true
        case .none, .deleted: false
        }
      }
      let line = document.summary().lines.first { $0.topic == .dates }?.text ?? ""
      #expect(line.contains(Wording.counted(dates.count, "date") + " to come") == !dates.isEmpty)
      if let first = dates.first, case .open(let ranges) = document.dateState(of: first) {
        #expect(line.contains("\(first) \(HoursText.format(ranges.joined))"))
      }
      // What is not written as the service wants it has a problem, and only that.
      for (row, value) in (calendar[key: "availabilities"]?.array ?? []).enumerated() {
        guard let text = value[key: "date"]?.text, !text.isEmpty else { continue }
        let path = DateIndex.path.appending(row).appending("date")
        let found = document.validation.problems(at: path).filter {
          [Rule.dateSpelling.id, Rule.noDate.id].contains($0.rule)
        }
        #expect(found.isEmpty == (CalendarDate(wire: text) != nil), "\(text)")
      }
    }
  }

  @Test(arguments: seeds) func theReviewSaysWhatTheFormShowed(_ seed: UInt64) {
    var generator = OddCalendar(seed: seed &+ 200)
    for _ in 0..<15 {
      let calendar = generator.calendar()
      var document = Calendars.document(calendar)
      let date = OddCalendar.date(Int.random(in: OddCalendar.days, using: &generator.random))
      let before = document.dateState(of: date)
      let ranges = [HourRange(open: 425, close: 610)]
      guard document.setDateHours(ranges, on: [date]) else { continue }
      #expect(document.dateState(of: date) == .open(ranges))
      let texts = ReviewLine.all(of: document).map(\.text)
      let entry = Oracle(calendar: document.base).entry(date)
      let oddities = entry.map { DateEntry($0).oddities } ?? []
      switch before {
      case .none: #expect(texts == ["+ Date-specific hours › \(date) 07:05–10:10"])
      case .closed where oddities.isEmpty:
        #expect(texts.contains("Date-specific hours › \(date): closed → 07:05–10:10"), "\(texts)")
      case .open(let old) where oddities.isEmpty:
        let said = "Date-specific hours › \(date): \(HoursText.format(old)) → 07:05–10:10"
        #expect(texts.contains(said), "\(texts)")
      default: #expect(!texts.isEmpty)
      }
      document.resetDates([date])
      #expect(document.current == document.base, "seed \(seed): a reset gives the loaded bytes")
    }
  }

  @Test(arguments: seeds) func mergeAndReadBackAgree(_ seed: UInt64) {
    var generator = OddCalendar(seed: seed &+ 300)
    for _ in 0..<15 {
      let calendar = generator.calendar()
      var theirs = Calendars.document(calendar)
      var mine = Calendars.document(calendar)
      let days = OddCalendar.days.shuffled(using: &generator.random)
      let (their, my) = (OddCalendar.date(days[0]), OddCalendar.date(days[1]))
      theirs.setDateHours([HourRange(open: 60, close: 120)], on: [their])
      mine.setDateHours([HourRange(open: 180, close: 240)], on: [my])
      let merge = CalendarMerge(base: calendar, theirs: theirs.current, mine: mine.current)
      // Where rows cannot be told apart the list is one question.
      guard merge.conflicts.isEmpty else { continue }
      var merged = mine
      merged.rebase(merge)
      #expect(merged.dateState(of: their) == theirs.dateState(of: their), "seed \(seed)")
      #expect(merged.dateState(of: my) == mine.dateState(of: my))
      for day in days.dropFirst(2) {
        let date = OddCalendar.date(day)
        #expect(merged.dateState(of: date) == Calendars.document(calendar).dateState(of: date))
      }
      let body = UpdateBody(merged).json
      guard case .object(var held) = merged.base else { continue }
      for member in body.object?.members ?? [] { held[member.key] = member.value }
      let found = ReadBack(sent: body, held: .object(held))
      #expect(found.isExact, "seed \(seed): \(found.differences.map(\.text))")
    }
  }
}
