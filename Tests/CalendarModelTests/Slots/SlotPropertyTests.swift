import CalendarModel
import JSON
import TestSupport
import Testing

/// What holds of every preview, over calendars made by chance.
@Suite("Slot preview, properties")
struct SlotPropertyTests {
  static func hour(_ generator: inout SeededGenerator) -> JSONValue {
    [
      "openHour": .integer(.random(in: 0...23, using: &generator)),
      "openMinute": .integer([0, 15, 30, 60].randomElement(using: &generator)!),
      "closeHour": .integer(.random(in: 0...23, using: &generator)),
      "closeMinute": .integer([0, 10, 45, 60].randomElement(using: &generator)!),
    ]
  }

  static func hours(_ generator: inout SeededGenerator) -> JSONValue {
    .array((0..<Int.random(in: 0...3, using: &generator)).map { _ in hour(&generator) })
  }

  static func calendar(_ generator: inout SeededGenerator) -> JSONValue {
    func number(_ choices: [JSONValue?]) -> JSONValue? {
      choices.randomElement(using: &generator)!
    }
    let week = (0..<Int.random(in: 0...4, using: &generator)).map { _ -> JSONValue in
      let days = (0..<7).filter { _ in Bool.random(using: &generator) }
      return ["daysOfTheWeek": .array(days.map { .integer($0) }), "hours": hours(&generator)]
    }
    let dates = (0..<Int.random(in: 0...12, using: &generator)).map { _ -> JSONValue in
      let date = CalendarDate(daysSinceEpoch: 20_820 + .random(in: 0..<20, using: &generator))
      return [
        "date": .text(date.wire), "hours": hours(&generator),
        "deleted": .bool(Int.random(in: 0..<5, using: &generator) == 0),
      ]
    }
    return Calendars.full([
      "openHours": .array(week), "availabilities": .array(dates),
      "availabilityType": number([0, 1, .null, nil]),
      "slotDuration": number([10, 25, 30, 60, 90, nil, 0]),
      "slotInterval": number([5, 15, 30, 60, nil]),
      "allowBookingAfter": number([0, 1, 3, nil]),
      "allowBookingAfterUnit": number(["hours", "days", "weeks"]),
      "allowBookingFor": number([3, 10, nil]), "allowBookingForUnit": number(["days", "weeks"]),
      "lookBusyConfig": [
        "enabled": true, "LookBusyPercentage": .integer(.random(in: 0...100, using: &generator)),
      ],
    ])
  }

  @Test func everySlotKeepsTheSettings() throws {
    var generator = SeededGenerator(seed: 2026)
    var offered = 0
    for _ in 0..<400 {
      let calendar = Self.calendar(&generator)
      let now = CalendarMoment(
        CalendarDate(daysSinceEpoch: 20_822),
        minute: .random(in: 0..<1440, using: &generator))
      let preview = SlotPreview(calendar: calendar, now: now)
      let settings = preview.settings
      for day in preview.days(from: CalendarDate(daysSinceEpoch: 20_818), count: 24) {
        offered += day.starts.count
        #expect(day.starts.isEmpty == (day.reason != nil))
        #expect(day.hidden <= day.starts.count)
        #expect(day.starts == Set(day.starts).sorted())
        for (a, b) in zip(day.open.stretches, day.open.stretches.dropFirst()) {
          #expect(a.close < b.open)
        }
        guard let duration = settings.duration, let interval = settings.interval else {
          #expect(day.starts.isEmpty)
          continue
        }
        for start in day.starts {
          let range = try #require(
            day.open.stretches.first { $0.open <= start && start + duration <= $0.close })
          #expect((start - range.open) % interval == 0)
          let moment = CalendarMoment(day.date, minute: start)
          #expect(moment >= now && moment >= settings.earliest)
          #expect(settings.latest.map { moment < $0 } ?? true)
        }
        // Nothing that fits is left out.
        let fitting = day.open.stretches.reduce(0) {
          $0 + max(0, ($1.length - duration) / interval + ($1.length >= duration ? 1 : 0))
        }
        #expect(day.starts.count + day.tooSoon + day.tooLate == fitting)
      }
    }
    #expect(offered > 10_000)
  }

  /// The index says the same as a walk through the entries.
  @Test func theIndexIsTheList() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<100 {
      let calendar = Self.calendar(&generator)
      let index = DateIndex(calendar[key: "availabilities"])
      let kept = (calendar[key: "availabilities"]?.array ?? []).enumerated().filter {
        $0.element[key: "deleted"] != true
      }
      for day in 20_815..<20_845 {
        let date = CalendarDate(daysSinceEpoch: day)
        let rows = kept.filter { $0.element[key: "date"]?.text == date.wire }.map(\.offset)
        #expect(index.liveRows(on: date) == rows)
        let coming = Set(kept.compactMap { $0.element[key: "date"]?.text }).filter {
          $0 >= date.wire
        }
        .sorted()
        #expect(index.days(from: date).map(\.wire) == coming)
      }
    }
  }

  @Test func comparingWithItselfChangesNothing() {
    var generator = SeededGenerator(seed: 9)
    let now = CalendarMoment(CalendarDate(daysSinceEpoch: 20_820), minute: 0)
    for _ in 0..<50 {
      let first = SlotPreview(calendar: Self.calendar(&generator), now: now)
        .days(from: now.date, count: 14)
      let second = SlotPreview(calendar: Self.calendar(&generator), now: now)
        .days(from: now.date, count: 14)
      #expect(SlotComparison(loaded: first, edited: first).days.allSatisfy { !$0.isChanged })
      let there = SlotComparison(loaded: first, edited: second)
      let back = SlotComparison(loaded: second, edited: first)
      #expect(there.gained == back.lost && there.lost == back.gained)
      for day in there.days {
        #expect(Set(day.now).subtracting(day.lost).union(day.gained) == Set(day.after))
      }
    }
  }

  /// A week of a calendar with many dates costs what one with few costs.
  @Test func manyDatesAreFoundAtOnce() {
    let growth = Effort.growth(from: 50, to: 5000) { count in
      let now = CalendarMoment(CalendarDate(daysSinceEpoch: 22_000), minute: 0)
      let entries = (0..<count).map { row -> JSONValue in
        [
          "date": .text(CalendarDate(daysSinceEpoch: 22_000 - count / 2 + row).wire),
          "hours": [Calendars.hour(9, 12)],
        ]
      }
      let calendar = Calendars.full(["availabilities": .array(entries)])
      let index = DateIndex(calendar[key: "availabilities"])
      #expect(index.count == count)
      return {
        let preview = SlotPreview(calendar: calendar, now: now, dates: index)
        #expect(preview.days(from: now.date, count: 7).count == 7)
      }
    }
    #expect(growth < 5)
  }
}
