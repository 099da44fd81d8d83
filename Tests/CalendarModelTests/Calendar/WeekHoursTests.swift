import CalendarModel
import JSON
import TestSupport
import Testing

@Suite("Weekly hours, read")
struct WeekHoursTests {
  static let mixed = Calendars.parse(
    """
    [{"daysOfTheWeek": [1, 2], "hours": [
       {"openHour": 13, "openMinute": 0, "closeHour": 17, "closeMinute": 0},
       {"openHour": 9, "openMinute": 0, "closeHour": 12, "closeMinute": 0}]},
     {"daysOfTheWeek": [2, 3.0, 9], "hours": [
       {"openHour": 11, "openMinute": 0, "closeHour": 14, "closeMinute": 0}]},
     {"daysOfTheWeek": [4], "hours": [
       {"openHour": 9, "openMinute": 0, "closeHour": 0, "closeMinute": 0},
       {"openHour": 18, "openMinute": 0, "closeHour": 23, "closeMinute": 60}]},
     {"daysOfTheWeek": [5], "hours": "9-17"},
     {"daysOfTheWeek": "6", "hours": []},
     {"daysOfTheWeek": [6], "hours": [{"openHour": 9}]},
     {"hours": []}, 5, {"daysOfTheWeek": [], "hours": []}]
    """)

  @Test func showsEachDayFromAllItsEntries() {
    let week = WeekHours(Self.mixed)
    #expect(
      week.days.map { HoursText.short($0.ranges) } == [
        "closed", "9-12, 13-17", "9-17", "11-14", "18-24", "closed", "closed",
      ])
    #expect(HoursText.short(week[2].raw) == "9-12, 11-14, 13-17")
    #expect(week.days.map(\.entries) == [[], [0], [0, 1], [1], [2], [3], [5]])
  }

  @Test func saysWhatItCannotShow() {
    let week = WeekHours(Self.mixed)
    #expect(week.days.map(\.isExact) == [true, true, true, true, false, false, false])
    #expect(week[4].raw.first == HourRange(open: 540, close: 0))
    #expect(
      week[4].oddities
        == ["The range 09:00–00:00 closes before it opens; the end of the day is 24:00."])
    #expect(week[5].oddities == ["Its hours are a text instead of a list."])
    #expect(week[6].oddities.first?.hasPrefix("A range cannot be read") == true)
    #expect(week.oddities.map(\.entry) == [1, 4, 6, 7])
    #expect(week.oddities[0].message.contains("names \"9\", not a day"))
  }

  @Test func isEmptyWhereThereIsNone() {
    for value in [nil, JSONValue.null, []] as [JSONValue?] {
      #expect(WeekHours(value).isEmpty && WeekHours(value).isEditable)
    }
    #expect(!WeekHours("9-17").isEditable)
    #expect(WeekHours("9-17").changes(setting: [1: [.wholeDay]]).isEmpty)
  }
}

@Suite("Weekly hours, edited")
struct WeekEditingTests {
  static let nineToFive = HourRange(open: 540, close: 1020)
  static let split = [HourRange(open: 540, close: 720), HourRange(open: 780, close: 1020)]

  /// Entries as `days: hours`, undocumented members behind them.
  static func summary(_ list: [JSONValue]) -> [String] {
    list.map { entry in
      let days = (entry[key: "daysOfTheWeek"]?.array ?? []).map { $0.printed() }.joined()
      let hours = (entry[key: "hours"]?.array ?? []).compactMap { HourRange($0) }
      let rest = (entry.object?.members ?? []).filter {
        $0.key != "daysOfTheWeek" && $0.key != "hours"
      }
      return "\(days): \(HoursText.short(hours))" + rest.map { " \($0.key)" }.joined()
    }
  }

  struct Example: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let before: [String]
    let days: Set<Int>
    let hours: String
    let after: [String]

    init(
      _ description: String, _ before: [String], set days: Set<Int>, to hours: String,
      gives after: [String]
    ) {
      testDescription = description
      self.before = before
      self.days = days
      self.hours = hours
      self.after = after
    }
  }

  static func list(_ summary: [String]) throws -> JSONValue {
    .array(
      try summary.map { entry in
        let parts = entry.split(separator: ": ")
        let days = parts[0].compactMap(\.wholeNumberValue).map { JSONValue.integer($0) }
        let words = parts[1].split(separator: " _")
        var object = JSONObject([
          .init(key: "daysOfTheWeek", value: .array(days)),
          .init(
            key: "hours", value: .array(try HoursText.parse(String(words[0])).map(\.json))),
        ])
        for word in words.dropFirst() { object["_" + word] = 1 }
        return .object(object)
      })
  }

  static let examples = [
    Example(
      "one day of five", ["12345: 9-17"], set: [2], to: "9-12",
      gives: ["1345: 9-17", "2: 9-12"]),
    Example(
      "joins an equal entry", ["12345: 9-17", "6: 9-12"], set: [2], to: "9-12",
      gives: ["1345: 9-17", "26: 9-12"]),
    Example(
      "several days make one entry", ["12345: 9-17"], set: [4, 5], to: "9-12",
      gives: ["123: 9-17", "45: 9-12"]),
    Example(
      "days of several entries make one", ["123: 9-17", "45: 10-17"], set: [3, 4], to: "9-12",
      gives: ["12: 9-17", "5: 10-17", "34: 9-12"]),
    Example(
      "a whole entry changes in place", ["12345: 9-17 _id"], set: [1, 2, 3, 4, 5],
      to: "9-12, 13-17",
      gives: ["12345: 9-12, 13-17 _id"]),
    Example(
      "equal again joins again", ["1345: 9-17", "2: 9-12"], set: [2], to: "9-17",
      gives: ["12345: 9-17"]),
    Example(
      "closing leaves the entry", ["12345: 9-17 _id"], set: [3], to: "closed",
      gives: ["1245: 9-17 _id"]),
    Example(
      "closing the last day removes it", ["1: 9-17", "2: 9-12"], set: [1], to: "closed",
      gives: ["2: 9-12"]),
    Example(
      "undocumented members stay", ["12: 9-17 _id"], set: [1], to: "9-12",
      gives: ["2: 9-17 _id", "1: 9-12"]),
    Example("an empty week", [], set: [1, 2], to: "9-12", gives: ["12: 9-12"]),
    Example(
      "a closed day's own empty entry is used", ["06: closed", "12345: 9-17"], set: [0, 6],
      to: "10-12", gives: ["06: 10-12", "12345: 9-17"]),
    Example(
      "a day in two entries keeps its part", ["12345: 9-12", "12345: 13-17"], set: [1],
      to: "9-12, 14-17", gives: ["12345: 9-12", "2345: 13-17", "1: 14-17"]),
    Example(
      "half a day closed", ["12345: 9-12", "12345: 13-17"], set: [5], to: "9-12",
      gives: ["12345: 9-12", "1234: 13-17"]),
    Example(
      "overlapping entries stand for their union", ["1: 9-13", "1: 12-17", "1: 18-20"], set: [1],
      to: "9-17", gives: ["1: 9-13", "1: 12-17"]),
    Example(
      "the order of the days is kept", ["54321: 9-17", "6: 9-12"], set: [6], to: "9-17",
      gives: ["654321: 9-17"]),
    Example(
      "unsorted hours", ["12: 9-17"], set: [1], to: "13-17, 9-12",
      gives: ["2: 9-17", "1: 9-12, 13-17"]),
  ]

  @Test(arguments: examples)
  func changesTheFewestEntries(_ example: Example) throws {
    let before = try Self.list(example.before)
    let hours = WeekHours.hours(try HoursText.parse(example.hours), on: example.days)
    #expect(Self.summary(WeekHours(before).list(setting: hours)) == example.after)
  }

  @Test func eachDayMovesInItsOwnEntry() throws {
    let week = WeekHours(try Self.list(["1: 9-12", "2: 10-13", "3: 11-14 _id"]))
    let moved = try week.shifting([1, 2, 3], by: 60)
    #expect(Self.summary(week.list(setting: moved)) == ["1: 10-13", "2: 11-14", "3: 12-15 _id"])
    #expect(week.changes(setting: moved).count == 3)
  }

  @Test func untouchedEntriesKeepTheirSpelling() {
    let list = Calendars.parse(
      #"[{"hours":[{"closeMinute":0.0,"openHour":9,"openMinute":0,"closeHour":17,"x":"\u0041"}],"#
        + #""daysOfTheWeek":[1.0,2,3e0],"_id":"a"},7,{"daysOfTheWeek":[4],"hours":[]}]"#)
    let set = WeekHours(list).list(setting: [5: [Self.nineToFive], 2: []])
    #expect(
      JSONValue.array(set).printed()
        == #"[{"hours":[{"closeMinute":0.0,"openHour":9,"openMinute":0,"closeHour":17,"x":"\u0041"}],"#
        + #""daysOfTheWeek":[1.0,3e0,5],"_id":"a"},7,{"daysOfTheWeek":[4],"hours":[]}]"#)
  }

  @Test func anEntryThatNamesMoreThanDaysStays() {
    let list = Calendars.parse(#"[{"daysOfTheWeek":[1,9],"hours":[],"_id":"a"}]"#)
    #expect(
      JSONValue.array(WeekHours(list).list(setting: [1: [Self.nineToFive]])).printed()
        == #"[{"daysOfTheWeek":[9],"hours":[],"_id":"a"},{"daysOfTheWeek":[1],"hours":[{"#
        + #""openHour":9,"openMinute":0,"closeHour":17,"closeMinute":0}]}]"#)
  }

  @Test func rangesThatStayKeepTheirMembers() {
    let list = Calendars.parse(
      """
      [{"daysOfTheWeek": [1], "hours": [
        {"openHour": 9, "openMinute": 0, "closeHour": 12, "closeMinute": 0, "_id": "a"},
        {"openHour": 13, "openMinute": 0, "closeHour": 17, "closeMinute": 0, "_id": "b"}]}]
      """)
    let set = WeekHours(list).list(
      setting: [1: [HourRange(open: 480, close: 540), HourRange(open: 780, close: 1020)]])
    let hours = set[0][key: "hours"]?.array ?? []
    #expect(hours.map { $0[key: "_id"]?.text } == ["a", "b"])
    #expect(hours.map { HourRange($0)?.description } == ["08:00–09:00", "13:00–17:00"])
  }

  @Test func settingADayDropsWhatItsRangesDoNotShow() {
    let list: JSONValue = [Calendars.week([1, 2], Calendars.hour(9, 17), Calendars.hour(18, 0))]
    let week = WeekHours(list)
    #expect(week.list(setting: [3: []]) == list.array)
    #expect(
      Self.summary(week.list(setting: [1: [Self.nineToFive]])) == ["2: 9-17, 18-0", "1: 9-17"])
  }

  @Test func shiftsWithinTheDay() throws {
    #expect(HoursText.short(try Self.split.shifted(by: -30)) == "8:30-11:30, 12:30-16:30")
    #expect(HoursText.short(try Self.split.shifted(by: 480)) == "17-20, 21-24")
    let error = #expect(throws: HoursShiftError.self) { try Self.split.shifted(by: -720) }
    #expect(
      error?.message
        == "09:00–12:00 cannot be moved 12 hours earlier: it would leave the day.")
  }

  // MARK: As steps of a document

  @Test func isOneStepWithATitle() {
    var document = Calendars.document()
    let before = document.printed
    let isDone1 = document.setWeekHours(Self.split, on: 1...5)
    #expect(isDone1)
    #expect(document.undoSteps.map(\.title) == ["Mon–Fri: 09:00–17:00 → 09:00–12:00, 13:00–17:00"])
    let isDone2 = document.setWeekHours(Self.split, on: 1...5)
    #expect(!isDone2)
    let isDone3 = document.copyWeekHours(of: 1, to: [0, 1, 6])
    #expect(isDone3)
    #expect(document.undoSteps.last?.title == "Sun, Sat: closed → 09:00–12:00, 13:00–17:00")
    #expect(document.weekHours.days.allSatisfy { $0.ranges == Self.split })
    #expect(document[WeekHours.path]?.array?.count == 1)
    document.undo()
    document.undo()
    #expect(document.printed == before)
    #expect(!document.isModified)
  }

  @Test func makingADayEqualAgainIsNoChange() {
    var document = Calendars.document()
    document.setWeekHours(Self.split, on: [2])
    document.setWeekHours([Self.nineToFive], on: [2])
    #expect(!document.isModified && document.undoSteps.count == 2)
  }

  @Test func aListThatWasNotLoadedGoesWithItsLastEntry() {
    for loaded in [nil, JSONValue.null] as [JSONValue?] {
      var document = Calendars.document(Calendars.full(["openHours": loaded]))
      let before = document.printed
      let isDone4 = document.setWeekHours([], on: [1])
      #expect(!isDone4)
      document.setWeekHours(Self.split, on: [1])
      document.setWeekHours([], on: [1])
      #expect(!document.isModified && areEquivalent(document[WeekHours.path], loaded))
      document.undo()
      document.undo()
      #expect(document.printed == before)
    }
  }

  @Test func shiftsAsOneStep() throws {
    var document = Calendars.document()
    let isDone5 = try document.shiftWeekHours(of: 0...6, by: 30)
    #expect(isDone5)
    #expect(document.undoSteps.last?.title == "Mon–Fri: 30 minutes later")
    #expect(HoursText.short(document.weekHours[3].ranges) == "9:30-17:30")
    #expect(throws: HoursShiftError.self) { () throws in
      _ = try document.shiftWeekHours(of: [1], by: 960)
    }
    #expect(document.undoSteps.count == 1)
  }

  // MARK: Properties

  /// The minutes of a day in which some entry is open, told without any of the code under test.
  static func minutes(_ list: JSONValue?, _ day: Int) -> [Bool] {
    var open = Array(repeating: false, count: 1440)
    for entry in list?.array ?? [] {
      let days = (entry[key: "daysOfTheWeek"]?.array ?? []).compactMap(\.int)
      guard days.contains(day) else { continue }
      for hour in entry[key: "hours"]?.array ?? [] {
        guard let a = hour[key: "openHour"]?.int, let b = hour[key: "openMinute"]?.int,
          let c = hour[key: "closeHour"]?.int, let d = hour[key: "closeMinute"]?.int,
          a * 60 + b < c * 60 + d
        else { continue }
        for minute in (a * 60 + b)..<(c * 60 + d) { open[minute] = true }
      }
    }
    return open
  }

  @Test(arguments: 0..<8)
  func setThenRead(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let list = RandomHours.week(&random)
      let calendar = Calendars.full(["openHours": list])
      var document = Calendars.document(calendar)
      let before = document.weekHours
      var hours: [Int: [HourRange]] = [:]
      let shared = RandomHours.day(&random)
      for day in 0...6 where Int.random(in: 0...2, using: &random) == 0 {
        hours[day] =
          Bool.random(using: &random)
          ? shared : before[Int.random(in: 0...6, using: &random)].ranges
      }
      let changed = document.setWeekHours(hours)
      let after = document.weekHours
      let new = document[WeekHours.path]
      #expect(changed == (document.printed != calendar.printed()))
      #expect(changed == !before.differing(hours).isEmpty)
      for day in 0...6 {
        if let ranges = hours[day] {
          #expect(after[day].ranges == ranges && after[day].isExact)
        } else {
          #expect(after[day].ranges == before[day].ranges)
          #expect(after[day].oddities == before[day].oddities)
          #expect(Self.minutes(new, day) == Self.minutes(list, day))
        }
      }
      // An entry that names no changed day is there as it was, unless another day joined it.
      let printed = (new?.array ?? []).map { $0.printed() }
      for entry in list.array ?? [] {
        let days = (entry[key: "daysOfTheWeek"]?.array ?? []).compactMap(\.int)
        guard before.differing(hours).keys.allSatisfy({ !days.contains($0) }) else { continue }
        let hoursOfEntry = entry[key: "hours"]?.printed()
        #expect(
          printed.contains(entry.printed())
            || (new?.array ?? []).contains { $0[key: "hours"]?.printed() == hoursOfEntry })
      }
      #expect(document[WeekHours.path]?.array == before.list(setting: hours))
      document.undo()
      #expect(document.printed == calendar.printed())
      document.redo()
      #expect(document[WeekHours.path] == new)
      let isDone6 = document.setWeekHours(hours)
      #expect(!isDone6)
    }
  }
}
