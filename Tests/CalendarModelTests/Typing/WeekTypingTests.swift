import CalendarModel
import TestSupport
import Testing

/// What is typed onto a day of the week; Wednesday has the focus.
@Suite("Typing onto weekdays")
struct WeekTypingTests {
  @Test(arguments: [
    ("9-12, 13-17", "Wed 9-12, 13-17"), ("closed", "Wed closed"), ("", "Wed closed"),
    ("mon-fri 9-12,13-17", "Mon–Fri 9-12, 13-17"), ("weekends closed", "Sun closed, Sat closed"),
    ("weekdays 9am-5pm", "Mon–Fri 9-17"), ("weekdays 9-17", "Mon–Fri 9-17"),
    ("Monday: 9-12", "Mon 9-12"), ("mondays off", "Mon closed"),
    ("mon, wed and fri 9-12", "Mon 9-12, Wed 9-12, Fri 9-12"),
    ("fri-sun closed", "Sun closed, Fri closed, Sat closed"), ("mon to thu 24h", "Mon–Thu 24h"),
    ("sat–sun 10-14", "Sun 10-14, Sat 10-14"), ("daily 9-17", "Sun–Sat 9-17"),
    ("every day 9-17", "Sun–Sat 9-17"), ("mon..wed unavailable", "Mon–Wed closed"),
    ("mon-thu 9-17; fri 9-12", "Mon–Thu 9-17, Fri 9-12"),
    ("mon-thu 9-17, 18-20, fri 9-12 and sat closed", "Mon–Thu 9-17, 18-20, Fri 9-12, Sat closed"),
    ("Mon–Fri: 09:00–17:00", "Mon–Fri 9-17"),
  ])
  func isUnderstood(_ text: String, _ meaning: String) throws {
    let hours = try WeekTyping(text, day: 3).hours
    #expect(Self.days(hours) == Self.days(of: meaning))
  }

  private static func days(_ hours: [Int: [HourRange]]) -> [String] {
    hours.sorted { $0.key < $1.key }.map { "\($0.key) \(HoursText.short($0.value))" }
  }

  /// "Mon–Fri 9-12, Sat closed" day by day, read without what is tested.
  private static func days(of meaning: String) -> [String] {
    let names = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    var days: [Int: [String]] = [:]
    var current: [Int] = []
    for part in meaning.split(separator: ", ") {
      var words = part.split(separator: " ").map(String.init)
      let ends = words[0].split(separator: "–").compactMap { names.firstIndex(of: String($0)) }
      if let first = ends.first, let last = ends.last {
        current = Array(first...last)
        words.removeFirst()
      }
      for day in current { days[day, default: []].append(words.joined(separator: " ")) }
    }
    return days.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.joined(separator: ", "))" }
  }

  @Test(arguments: [
    ("mon-fri", "mon-fri", "Write the hours after the days"),
    ("mon 9-12, mon 13-17", "mon", "Monday is named twice"),
    ("mon-fri 9-12, wed closed", "wed", "Wednesday is named twice"),
    ("mon, mon 9-12", "mon", "Monday is named twice"),
    ("mon-fri 9-5", "9-5", "write 9-17"), ("weekdays 9-12, 11-13", "11-13", "overlaps"),
    ("weekdays open", "open", "Say when it is open"),
    ("mon-fro 9-12", "fro", "not a day of the week"),
    ("24 Dec 9-12", "Dec", "cannot be read"), ("9-25", "25", "There is no time 25"),
  ])
  func isRefused(_ text: String, _ marked: String, _ message: String) {
    let error = #expect(throws: HoursError.self) { try WeekTyping(text, day: 3) }
    guard let error else { return }
    #expect(String(Array(text)[error.place]) == marked, "\(error.message)")
    #expect(error.message.contains(message), "\(error.message)")
  }

  /// What is shown of days and hours is read back as the same.
  @Test func whatIsShownReadsBack() throws {
    var random = SeededGenerator(seed: 47)
    for _ in 0..<2000 {
      let pool = (0..<3).map { _ in RandomHours.day(&random) }
      let days = (0...6).filter { _ in Bool.random(using: &random) }
      let hours = Dictionary(
        uniqueKeysWithValues: days.map { ($0, pool.randomElement(using: &random) ?? []) })
      guard !hours.isEmpty else { continue }
      let text = hours.sorted { $0.key < $1.key }
        .map {
          "\(Calendars.date(2026, 11, 22 + $0.key).weekdayName) \(HoursText.format($0.value))"
        }
        .joined(separator: Bool.random(using: &random) ? "; " : ", ")
      let typing = try WeekTyping(text, day: 3)
      #expect(typing.hours == hours, "\(text)")
      #expect(try WeekTyping(typing.summary, day: 0).hours == hours, "\(typing.summary)")
      let chosen = Calendars.today...Calendars.today
      let one = pool[0]
      #expect(
        try DateTyping(HoursText.format(one), chosen: chosen, today: Calendars.today)
          == DateTyping(HoursText.short(one), chosen: chosen, today: Calendars.today))
      #expect(try WeekTyping(HoursText.short(one), day: 3).hours == [3: one])
    }
  }

  /// Days that are named change as one step, and no other day does.
  @Test func isOneStep() throws {
    var random = SeededGenerator(seed: 48)
    for _ in 0..<200 {
      let calendar = Calendars.full(["openHours": RandomHours.week(&random, odd: false)])
      var document = Calendars.document(calendar)
      let before = document.weekHours
      let first = Int.random(in: 0...6, using: &random)
      let last = Int.random(in: 0...6, using: &random)
      func name(_ day: Int) -> String { Calendars.date(2026, 11, 22 + day).weekdayName }
      let typing = try WeekTyping("\(name(first)) - \(name(last)) 7-8", day: 3)
      let isChanged = document.setWeekHours(typing.hours)
      #expect(document.undoSteps.count == (isChanged ? 1 : 0))
      let count = (last - first + 7) % 7 + 1
      let named = Set((0..<count).map { (first + $0) % 7 })
      for day in 0...6 {
        let expected = named.contains(day) ? [HourRange(open: 420, close: 480)] : before[day].ranges
        #expect(document.weekHours[day].ranges == expected)
      }
      if isChanged { document.undo() }
      #expect(document.printed == calendar.printed())
    }
  }
}
