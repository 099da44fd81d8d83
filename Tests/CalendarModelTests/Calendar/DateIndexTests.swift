import CalendarModel
import JSON
import TestSupport
import Testing

@Suite("Date-specific hours")
struct DateIndexTests {
  static func date(_ text: String) -> CalendarDate { CalendarDate(text)! }

  static let list = Calendars.parse(
    """
    [{"id": "a", "date": "2026-12-31T00:00:00.000Z", "hours": []},
     {"_id": "b", "date": "2026-12-24T00:00:00.000Z", "hours": [
       {"openHour": 9, "openMinute": 0, "closeHour": 12, "closeMinute": 0, "x": 1}]},
     {"date": "2026-12-25", "hours": [{"openHour": 9}]},
     {"id": "d", "date": "2026-12-26T00:00:00.000Z", "hours": [], "deleted": true},
     {"id": "e", "date": "2026-12-31T00:00:00.000Z", "hours": [
       {"openHour": 10, "openMinute": 0, "closeHour": 23, "closeMinute": 60}], "deleted": false},
     {"id": "f", "date": "27.12.2026", "hours": []}, 7]
    """)

  static func document(_ list: JSONValue? = list) -> CalendarDocument {
    Calendars.document(Calendars.full(["availabilities": list]))
  }

  // MARK: Reading

  @Test func tellsTheStateOfADay() {
    let index = DateIndex(Self.list)
    func state(_ text: String) -> DateState { index.state(of: Self.date(text), in: Self.list) }
    #expect(state("2026-12-24") == .open([HourRange(open: 540, close: 720)]))
    #expect(state("2026-12-25") == .closed)
    #expect(state("2026-12-26") == .deleted)
    #expect(state("2026-12-27") == .none && state("2026-12-28") == .none)
    #expect(state("2026-12-31") == .closed)
    #expect(index.rows(on: Self.date("2026-12-31")) == [0, 4])
    #expect(index.rowsWithoutDate == [5, 6])
    #expect(index.places.map(\.row) == [1, 2, 3, 0, 4])
    #expect(index.count(before: Self.date("2026-12-26")) == 2)
    #expect((-1...7).map { index.position(ofRow: $0) } == [nil, 3, 0, 1, 2, 4, nil, nil, nil])
    #expect(index.date(ofRow: 3) == Self.date("2026-12-26") && index.date(ofRow: 7) == nil)
    let from = Self.date("2026-12-26")
    #expect(index.day(from: from, forward: true) == Self.date("2026-12-31"))
    #expect(index.day(from: from, forward: false) == Self.date("2026-12-25"))
    #expect(index.day(from: Self.date("2026-12-31"), forward: true) == nil)
    #expect(index.day(from: Self.date("2026-12-24"), forward: false) == nil)
  }

  @Test func explainsWhatIsOdd() {
    let index = DateIndex(Self.list)
    #expect(
      index.notes(on: Self.date("2026-12-31"), in: Self.list)
        == ["There are 2 entries for this date; the first one is shown and changed."])
    #expect(
      index.notes(on: Self.date("2026-12-25"), in: Self.list).first?
        .hasPrefix("A range cannot be read") == true)
    #expect(index.notes(on: Self.date("2026-12-24"), in: Self.list).isEmpty)
    let entries = (Self.list.array ?? []).map { DateEntry($0) }
    #expect(entries[0].identity == .id("a") && entries[0].explanation(wasLoaded: true) == nil)
    #expect(entries[1].identity == .underscoreID("b"))
    #expect(entries[1].explanation(wasLoaded: true)?.contains("_id") == true)
    #expect(entries[2].explanation(wasLoaded: true)?.contains("without an id") == true)
    #expect(entries[2].explanation(wasLoaded: false)?.hasPrefix("New") == true)
    #expect(entries[5].date == nil && entries[6].oddities.count == 1)
  }

  @Test func tellsChangedDays() {
    var document = Self.document()
    document.setDateHours([], on: [Self.date("2026-12-24"), Self.date("2026-12-28")])
    let changed = (20...31).filter { document.isDateChanged(Calendars.date(2026, 12, $0)) }
    #expect(changed == [24, 28])
  }

  // MARK: Editing

  @Test func closesARunOfDays() {
    var document = Self.document()
    let before = document.printed
    let days = (24...31).map { Calendars.date(2026, 12, $0) }
    let isDone = document.setDateHours([], on: days)
    #expect(isDone && document.undoSteps.map(\.title) == ["Close 2026-12-24..2026-12-31"])
    let list = document[DateIndex.path]
    let index = DateIndex(list)
    #expect(days.allSatisfy { index.state(of: $0, in: list) == .closed })
    let rows = list?.array ?? []
    #expect(rows.prefix(7).map(\.serviceID) == ["a", "b", nil, "d", "e", "f", nil])
    #expect(rows[0] == Self.list[.index(0)] && rows[4] == Self.list[.index(4)])
    #expect(rows[2][key: "date"] == "2026-12-25T00:00:00.000Z")
    #expect(rows[3][key: "deleted"] == false)
    #expect(
      rows.dropFirst(7).map { $0.printed() }
        == [27, 28, 29, 30].map {
          #"{"date":"2026-12-\#($0)T00:00:00.000Z","hours":[]}"#
        })
    let again = document.setDateHours([], on: days)
    #expect(!again)
    document.undo()
    #expect(document.printed == before && !document.isModified)
    document.redo()
    #expect(document[DateIndex.path] == list)
  }

  @Test func setsHoursInPlace() {
    var document = Self.document()
    document.setDateHours(
      [HourRange(open: 540, close: 720), HourRange(open: 780, close: 1440)],
      on: [Self.date("2026-12-24")])
    #expect(
      document["availabilities[1]"]?.printed()
        == #"{"_id":"b","date":"2026-12-24T00:00:00.000Z","hours":[{"openHour":9,"openMinute":0,"#
        + #""closeHour":12,"closeMinute":0,"x":1},{"openHour":13,"openMinute":0,"closeHour":23,"#
        + #""closeMinute":60}]}"#)
    #expect(document.undoSteps.last?.title == "2026-12-24: 09:00–12:00, 13:00–24:00")
    #expect(document.undoSteps.last?.focus == "availabilities[1]")
  }

  @Test func deletesByIdentity() {
    var document = Self.document()
    let before = document.printed
    document.setDateHours([.wholeDay], on: [Self.date("2027-01-01")])
    let all = [24, 25, 26, 31].map { Calendars.date(2026, 12, $0) } + [Self.date("2027-01-01")]
    let isDone = document.deleteDates(all)
    let rows = document[DateIndex.path]?.array ?? []
    #expect(isDone && rows.map(\.serviceID) == ["a", "b", "d", "e", "f", nil])
    #expect(rows.map { $0[key: "deleted"] == true } == [true, true, true, true, false, false])
    #expect(
      document.undoSteps.last?.title
        == "Delete dates 2026-12-24..2026-12-26, 2026-12-31..2027-01-01")
    let again = document.deleteDates(all)
    #expect(!again)
    document.undo()
    document.undo()
    #expect(document.printed == before)
  }

  @Test func settingADeletedDayKeepsItAgain() {
    var document = Calendars.document()
    let loaded = document.printed
    let date = Self.date("2027-01-04")
    document.deleteDates([date])
    #expect(document["availabilities[0].deleted"] == true)
    document.setDateHours([HourRange(open: 600, close: 750)], on: [date])
    #expect(document.printed == loaded && !document.isModified)
  }

  @Test func aListThatWasNotLoadedGoesWithItsLastRow() {
    for loaded in [nil, JSONValue.null] as [JSONValue?] {
      var document = Self.document(loaded)
      let before = document.printed
      document.setDateHours([], on: [Self.date("2026-12-24"), Self.date("2026-12-25")])
      #expect(document[DateIndex.path]?.array?.count == 2)
      document.deleteDates([Self.date("2026-12-24"), Self.date("2026-12-25")])
      #expect(!document.isModified && areEquivalent(document[DateIndex.path], loaded))
      document.undo()
      document.undo()
      #expect(document.printed == before)
    }
    var odd = Self.document("none")
    let isDone = odd.setDateHours([], on: [Self.date("2026-12-24")])
    #expect(!isDone && odd.undoSteps.isEmpty)
  }

  @Test func copiesADay() {
    var document = Self.document()
    let targets = [Self.date("2026-12-24"), Self.date("2027-01-01")]
    let copied = document.copyDateHours(of: targets[0], to: targets)
    #expect(copied && document["availabilities[7].hours[0].openHour"] == 9)
    let nothing = document.copyDateHours(of: Self.date("2026-12-26"), to: targets)
    #expect(!nothing)
  }

  // MARK: Properties

  static func random(_ random: inout SeededGenerator, count: Int, days: Int) -> JSONValue {
    .array(
      (0..<count).map { number in
        let date = CalendarDate(
          daysSinceEpoch: today + Int.random(in: 0..<days, using: &random))
        var row = JSONObject([
          .init(key: "date", value: .text(date.wire)),
          .init(key: "hours", value: .array(RandomHours.day(&random).map(\.json))),
        ])
        let kind = Int.random(in: 0...9, using: &random)
        if kind == 0 { row["date"] = "soon" }
        if kind > 2 { row[kind == 3 ? "_id" : "id"] = .text("n\(number)") }
        if kind == 9 { row["deleted"] = true }
        if kind == 8 { row["deleted"] = false }
        return .object(row)
      })
  }

  static let today = Calendars.today.daysSinceEpoch

  @Test(arguments: 0..<6)
  func setThenRead(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let list = Self.random(&random, count: Int.random(in: 0...25, using: &random), days: 20)
      var document = Self.document(list)
      let before = document.printed
      var prints = [before]
      for _ in 0..<3 {
        let old = document[DateIndex.path]
        let oldIndex = DateIndex(old)
        let days = Set((0..<20).filter { _ in Int.random(in: 0...3, using: &random) == 0 })
        let dates = days.map { CalendarDate(daysSinceEpoch: Self.today + $0) }
        let ranges = RandomHours.day(&random)
        let isDeletion = Int.random(in: 0...3, using: &random) == 0
        let isDone =
          isDeletion ? document.deleteDates(dates) : document.setDateHours(ranges, on: dates)
        let new = document[DateIndex.path]
        if isDone { prints.append(document.printed) }
        let index = document.dateHours
        #expect(index == DateIndex(new))
        for day in 0..<20 {
          let date = CalendarDate(daysSinceEpoch: Self.today + day)
          let (was, now) = (oldIndex.state(of: date, in: old), index.state(of: date, in: new))
          if !days.contains(day) {
            #expect(was == now)
          } else if isDeletion {
            #expect(now == .none || now == .deleted)
          } else {
            #expect(now == (ranges.isEmpty ? .closed : .open(ranges)))
          }
        }
      }
      while prints.count > 1 {
        #expect(document.printed == prints.removeLast())
        document.undo()
        #expect(document.dateHours == DateIndex(document[DateIndex.path]))
      }
      #expect(document.printed == before)
    }
  }

  @Test func theIndexKeepsUp() {
    var random = SeededGenerator(seed: 31)
    var rows = Self.random(&random, count: 40, days: 15).array ?? []
    var index = DateIndex(.array(rows))
    for _ in 0..<400 {
      let row = Self.random(&random, count: 1, days: 15).array?.first ?? .null
      switch Int.random(in: 0...2, using: &random) {
      case 0:
        let place = Int.random(in: 0...rows.count, using: &random)
        rows.insert(row, at: place)
        index.insert(row, at: place)
      case 1 where !rows.isEmpty:
        let place = Int.random(in: 0..<rows.count, using: &random)
        rows.remove(at: place)
        index.remove(at: place)
      default:
        guard !rows.isEmpty else { continue }
        let place = Int.random(in: 0..<rows.count, using: &random)
        rows[place] = row
        index.update(row: place, to: row)
      }
      #expect(index == DateIndex(.array(rows)))
    }
  }

  /// A list ten times as long costs about ten times as much; a walk through it for each day would
  /// cost a hundred times as much.
  @Test(arguments: ManyEntries.allCases)
  func manyEntriesCostAsMuchMoreAsThereAreMore(_ work: ManyEntries) {
    let growth = Effort.growth(from: 500, to: 5000) { count in
      var random = SeededGenerator(seed: 41)
      let list = Self.random(&random, count: count, days: count)
      let index = DateIndex(list)
      let document = Self.document(list)
      func dates(_ count: Int, from day: Int) -> [CalendarDate] {
        (0..<count).map { CalendarDate(daysSinceEpoch: Self.today + day + $0) }
      }
      return {
        switch work {
        case .reading: _ = DateIndex(list)
        case .asking:
          let open = dates(count, from: 0).count {
            if case .open = index.state(of: $0, in: list) { true } else { false }
          }
          #expect(open > count / 10)
        case .closing:
          var document = document
          _ = document.setDateHours([], on: dates(count / 10, from: count / 2))
        case .adding:
          var document = document
          _ = document.setDateHours([], on: dates(8, from: 2 * count))
        }
      }
    }
    #expect(growth < 40, "\(work)")
  }

  enum ManyEntries: CaseIterable { case reading, asking, closing, adding }
}
