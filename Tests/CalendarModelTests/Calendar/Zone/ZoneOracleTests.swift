#if canImport(Glibc)
  import Testing

  @testable import CalendarModel

  /// Zones as the system itself reads them, at many moments and around every change.
  @Suite(.enabled(if: SystemClocks.areThere)) struct ZoneOracleTests {
    /// Both hemispheres, half hours, seasons that are negative, far ahead or at odd hours, and none.
    static let zones = [
      "Europe/Berlin", "Europe/Dublin", "Europe/Lisbon", "America/New_York", "America/Chicago",
      "America/Sao_Paulo", "America/Santiago", "America/Nuuk", "America/Havana", "America/St_Johns",
      "Asia/Kathmandu", "Asia/Jerusalem", "Asia/Gaza", "Asia/Beirut", "Asia/Tehran", "Asia/Tokyo",
      "Africa/Casablanca", "Africa/Cairo", "Australia/Sydney", "Australia/Lord_Howe",
      "Pacific/Auckland", "Pacific/Chatham", "Pacific/Apia", "Pacific/Easter", "Antarctica/Troll",
      "Pacific/Kiritimati", "Etc/GMT+12", "UTC",
    ]

    /// From 1880 to 2190, and close to the changes that are known and to come.
    private func moments(_ zone: ZoneBytes) -> [Int] {
      var state: UInt64 = 88_172_645_463_325_252
      let spread = (0..<600).map { _ -> Int in
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % 9_783_000_000) - 2_840_000_000
      }
      let near = [-86_400, -3601, -3600, -1, 0, 1, 1800, 3599, 3600, 86_400]
      let known = zone.changes.filter { $0.moment > -2_840_000_000 }.flatMap { change in
        near.map { change.moment + $0 }
      }
      // Every other hour of a year that the files list and of one that they do not.
      let hours = [2037, 2052].flatMap { year in
        (0..<366 * 12).map { Calendars.date(year, 1, 1).daysSinceEpoch * 86_400 + $0 * 7200 }
      }
      return spread + known + hours
    }

    /// The moments at which an offset is not the one expected.
    private func wrong(
      _ moments: [Int], _ expected: [Int], _ offset: (Int) -> Int
    ) -> [Int] {
      zip(moments, expected).filter { offset($0) != $1 }.map(\.0)
    }

    @Test(arguments: zones) func everyFormOfTheFileSaysWhatTheSystemSays(_ name: String) throws {
      let file = try SystemClocks.file(name)
      let (parts, rule) = ZoneBytes.parts(of: file)
      let moments = moments(parts)
      let expected = try SystemClocks.offsets(name, at: moments)
      let fat = try #require(ZoneOffsets(tzif: file))
      // A slim file ends with the change from which on its rule is right.
      let read = try #require(ZoneRule(rule))
      let lastWrong = zip(moments, expected).filter { read.offset(at: $0) != $1 }.map(\.0).max()
      var slim = parts
      let end = parts.changes.firstIndex { $0.moment > lastWrong ?? .min }
      slim.changes.removeLast(slim.changes.count - (end.map { $0 + 1 } ?? slim.changes.count))
      let short = try #require(ZoneOffsets(tzif: slim.new(rule: rule, version: 0x33)))
      #expect(wrong(moments, expected, fat.offset) == [])
      #expect(wrong(moments, expected, short.offset) == [], "slim")
      var narrow = parts
      narrow.changes.removeAll { Int32(exactly: $0.moment) == nil }
      let old = try #require(ZoneOffsets(tzif: narrow.old), "old \(name)")
      let known = narrow.changes.map(\.moment)
      let within = moments.filter { $0 >= known.first ?? 0 && $0 < known.last ?? 0 }
      #expect(wrong(within, within.map(fat.offset), old.offset) == [], "old")
    }

    @Test(arguments: [
      "CET-1CEST,M3.5.0,M10.5.0/3", "AEST-10AEDT,M10.1.0,M4.1.0/3", "IST-1GMT0,M10.5.0,M3.5.0/1",
      "<+1245>-12:45<+1345>,M9.5.0/2:45,M4.1.0/3:45", "EST5EDT4:30,M3.2.0/2:30:15,M11.1.0",
      "AAA3BBB,J60/0,J300/0", "AAA-3BBB,59/1,299/1", "AAA0BBB,J59,J60", "<-03>3", "AAA-0:00:01",
    ])
    func everyRuleSaysWhatTheSystemSays(_ rule: String) throws {
      let moments = moments(ZoneBytes(offsets: [0])).filter { $0 > 0 }
      let expected = try SystemClocks.offsets(rule, at: moments)
      let read = try #require(ZoneRule(rule))
      #expect(wrong(moments, expected, read.offset) == [])
    }
  }
#endif
