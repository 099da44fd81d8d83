import Testing

@testable import CalendarModel

@Suite struct ZoneOffsetsTests {
  private static func seconds(_ year: Int, _ month: Int, _ day: Int, _ hour: Int = 0) -> Int {
    Calendars.date(year, month, day).daysSinceEpoch * 86_400 + hour * 3600
  }

  /// Clocks of Berlin as a slim file has them: one change, then the rule.
  private static let berlin = ZoneBytes(
    changes: [(seconds(1980, 4, 6, 1), 1)], offsets: [3600, 7200])
  private static let berlinRule = "CET-1CEST,M3.5.0,M10.5.0/3"

  @Test func theRuleCountsBehindTheLastChange() throws {
    let zone = try #require(ZoneOffsets(tzif: Self.berlin.new(rule: Self.berlinRule)))
    #expect(zone.offset(at: Self.seconds(1979, 7, 1)) == 3600)
    for year in [1980, 1999, 2026, 2040, 2400] {
      #expect(zone.offset(at: Self.seconds(year, 7, 1)) == 7200)
      #expect(zone.offset(at: Self.seconds(year, 12, 1)) == 3600)
    }
    #expect(zone.offset(at: Self.seconds(2026, 3, 29, 1) - 1) == 3600)
    #expect(zone.offset(at: Self.seconds(2026, 3, 29, 1)) == 7200)
    #expect(zone.offset(at: Self.seconds(2026, 10, 25, 1) - 1) == 7200)
    #expect(zone.offset(at: Self.seconds(2026, 10, 25, 1)) == 3600)
  }

  @Test func withoutARuleTheLastChangeStays() throws {
    for bytes in [Self.berlin.new(rule: ""), Self.berlin.old] {
      let zone = try #require(ZoneOffsets(tzif: bytes))
      #expect(zone.offset(at: Self.seconds(1979, 7, 1)) == 3600)
      #expect(zone.offset(at: Self.seconds(2026, 12, 1)) == 7200)
    }
  }

  @Test func aFileWithoutChangesHasItsRuleAtAllTimes() throws {
    let bytes = ZoneBytes(offsets: [0]).new(rule: "AEST-10AEDT,M10.1.0,M4.1.0/3")
    let zone = try #require(ZoneOffsets(tzif: bytes))
    for year in [1900, 1970, 2026] {
      #expect(zone.offset(at: Self.seconds(year, 1, 15)) == 39_600)
      #expect(zone.offset(at: Self.seconds(year, 7, 15)) == 36_000)
    }
    #expect(ZoneOffsets.utc.offset(at: 0) == 0)
    #expect(ZoneOffsets.utc.moment(ofLocal: 77) == 77)
    for moment in [Int.min, -(1 << 60), 1 << 60, Int.max] { _ = zone.offset(at: moment) }
  }

  @Test func aSeasonCanLastAllYear() throws {
    let bytes = ZoneBytes(offsets: [0]).new(rule: "XXX3EDT4,0/0,J365/23", version: 0x33)
    let zone = try #require(ZoneOffsets(tzif: bytes))
    for hour in 0..<(3 * 366 * 24) {
      try #require(zone.offset(at: Self.seconds(2023, 1, 1, hour)) == -4 * 3600)
    }
  }

  /// What is cut short or damaged is no zone, and no crash.
  @Test func damagedFilesAreRefused() {
    let whole = Self.berlin.new(rule: Self.berlinRule)
    let body = whole.count - Self.berlinRule.utf8.count - 2
    for length in whole.indices where length != body {
      #expect(ZoneOffsets(tzif: Array(whole[..<length])) == nil, "\(length) bytes")
    }
    for index in whole.indices {
      for value in [0, 0x7F, 0xFF] as [UInt8] {
        var bytes = whole
        bytes[index] = value
        _ = ZoneOffsets(tzif: bytes)?.offset(at: 1_800_000_000)
      }
    }
    let backwards = ZoneBytes(changes: [(5, 0), (5, 0)], offsets: [0])
    #expect(ZoneOffsets(tzif: backwards.new(rule: "")) == nil)
    #expect(ZoneOffsets(tzif: ZoneBytes(changes: [(5, 1)], offsets: [0]).new(rule: "")) == nil)
    #expect(ZoneOffsets(tzif: ZoneBytes(offsets: [0], leapSeconds: 1).new(rule: "")) == nil)
    #expect(ZoneOffsets(tzif: ZoneBytes(offsets: []).new(rule: "")) == nil)
  }

  @Test(arguments: [
    "CET", "CE-1", "CET-1CEST", "CET-1CEST,", "CET-1CEST,M3.5.0", "CET-25", "CET-1:60",
    "CET-1CEST,M13.5.0,M10.5.0", "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.5.7,M10.5.0",
    "CET-1CEST,J0,J365", "CET-1CEST,J1,J366", "CET-1CEST,0,366", "CET-1CEST,M3.5.0/168,M10.5.0",
    "<CET-1", "<CE>-1", "CET-1 ", "CET--1", ",M3.5.0,M10.5.0", "CET-1CEST,M3.5.0,M10.5.0/3x",
  ])
  func whatIsNoRuleIsRefused(_ text: String) {
    #expect(ZoneRule(text) == nil)
    #expect(ZoneOffsets(tzif: Self.berlin.new(rule: text)) == nil)
  }

  @Test func wallClocksAreFound() throws {
    let zone = try #require(ZoneOffsets(tzif: Self.berlin.new(rule: Self.berlinRule)))
    let spring = Self.seconds(2026, 3, 29)
    #expect(zone.moment(ofLocal: spring + 3600) == spring)
    // From 2:00 to 3:00 no clock shows; an hour later it does.
    #expect(zone.moment(ofLocal: spring + 2 * 3600 + 1800) == spring + 3600 + 1800)
    #expect(zone.moment(ofLocal: spring + 3 * 3600) == spring + 3600)
    let autumn = Self.seconds(2026, 10, 25)
    #expect(zone.moment(ofLocal: autumn + 2 * 3600) == autumn, "the first of two")
    #expect(zone.moment(ofLocal: autumn + 3 * 3600) == autumn + 2 * 3600)
    for hour in 0..<(366 * 24) {
      let moment = Self.seconds(2026, 1, 1, hour)
      let local = moment + zone.offset(at: moment)
      let found = zone.moment(ofLocal: local)
      try #require(found + zone.offset(at: found) == local && found <= moment)
    }
  }
}
