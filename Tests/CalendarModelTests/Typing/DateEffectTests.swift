import CalendarModel
import JSON
import TestSupport
import Testing

/// What typed hours replace, said before they are taken.
@Suite("What typed dates replace")
struct DateEffectTests {
  static let today = Calendars.today

  static func document(_ entries: [(String, [HourRange], isDeleted: Bool)]) -> CalendarDocument {
    Calendars.document(
      Calendars.full([
        "availabilities": .array(
          entries.map { date, ranges, isDeleted in
            [
              "date": .text(date + "T00:00:00.000Z"), "hours": .array(ranges.map(\.json)),
              "id": .text(date), "deleted": .bool(isDeleted),
            ]
          })
      ]))
  }

  static let sample = document([
    ("2026-12-29", [HourRange(open: 480, close: 720)], false), ("2027-01-04", [], false),
    ("2027-01-05", [], true), ("2027-01-06", [HourRange(open: 540, close: 600)], false),
    ("2027-01-07", [HourRange(open: 540, close: 600)], false),
    ("2027-01-08", [HourRange(open: 540, close: 660)], false),
    ("2027-01-09", [HourRange(open: 540, close: 720)], false),
  ])

  @Test(arguments: [
    (
      "24..31 closed",
      "2026-12-24..2026-12-31, 8 days: closed; 7 new, 1 replaced: 29 Dec 08:00–12:00"
    ),
    ("24..28 closed", "2026-12-24..2026-12-28, 5 days: closed"),
    ("29 Dec closed", "Tue 2026-12-29: closed; replaces 08:00–12:00"),
    ("29 Dec 8-12", "Tue 2026-12-29: 08:00–12:00; as before"),
    ("4 Jan 9-12", "Mon 2027-01-04: 09:00–12:00; replaces closed"),
    ("5 Jan closed", "Tue 2027-01-05: closed; no longer deleted"),
    (
      "4-10 Jan closed",
      "2027-01-04..2027-01-10, 7 days: closed; 1 new, 1 as before, 1 no longer deleted, "
        + "4 replaced: 6 Jan 09:00–10:00; 7 Jan 09:00–10:00; 8 Jan 09:00–11:00; and 1 more"
    ),
    (
      "24..31",
      "2026-12-24..2026-12-31, 8 days: write hours behind it, or closed; Enter goes there."
    ),
  ])
  func isSaid(_ text: String, _ summary: String) throws {
    let day = Calendars.date(2026, 12, 9)
    let typing = try DateTyping(text, chosen: day...day, today: Self.today)
    #expect(Self.sample.summary(of: typing, today: Self.today) == summary)
  }

  /// The counts are those of what happens.
  @Test func countsAreTrue() throws {
    var random = SeededGenerator(seed: 49)
    let first = Calendars.date(2026, 12, 1)
    for _ in 0..<300 {
      let pool: [[HourRange]] = [[], [HourRange(open: 540, close: 720)], [.wholeDay]]
      let taken = (0..<20).filter { _ in Bool.random(using: &random) }
      var document = Self.document(
        taken.map {
          (
            "\(first.adding(days: $0))", pool.randomElement(using: &random) ?? [],
            Int.random(in: 0...4, using: &random) == 0
          )
        })
      let start = Int.random(in: 0..<18, using: &random)
      let days = (start...Int.random(in: (start + 1)...19, using: &random)).map(first.adding)
      let ranges = pool.randomElement(using: &random) ?? []
      let before = days.map(document.dateState)
      let said = document.effect(ofSetting: ranges, on: days)
      document.setDateHours(ranges, on: days)
      #expect(
        days.allSatisfy { document.dateState(of: $0) == (ranges.isEmpty ? .closed : .open(ranges)) }
      )
      let wanted: DateState = ranges.isEmpty ? .closed : .open(ranges)
      func number(_ word: String) -> Int {
        said.split(separator: ":")[..<min(1, said.isEmpty ? 0 : 1)].joined().split(separator: ", ")
          .first { $0.hasSuffix(word) }.flatMap { Int($0.prefix { $0.isNumber }) } ?? 0
      }
      if before.allSatisfy({ $0 == .none }) {
        #expect(said.isEmpty)
        continue
      }
      #expect(number(" new") == before.count { $0 == .none }, "\(said)")
      #expect(number(" as before") == before.count { $0 == wanted }, "\(said)")
      #expect(number(" no longer deleted") == before.count { $0 == .deleted }, "\(said)")
      #expect(
        number(" replaced") == before.count { $0 != .none && $0 != wanted && $0 != .deleted },
        "\(said)")
    }
  }
}
