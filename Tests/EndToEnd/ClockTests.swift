import CalendarModel
import Foundation
import Glibc
import JSON
import Sandbox
import TerminalTesting
import Testing

/// The calendar's own clock, for an administrator on a machine in UTC.
@Suite(.waits, .timeLimit(.minutes(240))) struct ClockTests {
  /// A zone file of version 1 with one offset at all times.
  private static func zoneFile(_ offset: Int) -> Data {
    func word(_ number: Int) -> [UInt8] {
      let bits = UInt32(bitPattern: Int32(number))
      return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: bits >> $0) }
    }
    let counts = [0, 0, 0, 0, 1, 4].flatMap(word)
    let bytes: [UInt8] =
      Array("TZif".utf8) + [UInt8](repeating: 0, count: 16) + counts + word(offset) + [0, 0]
      + Array("XXX".utf8) + [0]
    return Data(bytes)
  }

  /// A place whose calendar names the zone `Test/Zone`; its sub-account is not known to the service.
  private func place(offset: Int) throws -> (DraftPlace, environment: [String: String]) {
    let place = try DraftPlace()
    let zones = place.folder.path("zones/Test")
    try FileManager.default.createDirectory(atPath: zones, withIntermediateDirectories: true)
    _ = FileManager.default.createFile(atPath: zones + "/Zone", contents: Self.zoneFile(offset))
    var calendar = try #require(place.sandbox.calendar(Program.calendarID)?.object)
    calendar["locationId"] = "unknown"
    calendar["timezone"] = "Test/Zone"
    place.sandbox.replaceCalendar(Program.calendarID, with: .object(calendar))
    return (place, ["TZ": "UTC", "TZDIR": place.folder.path("zones")])
  }

  private func date(_ seconds: Int) -> CalendarDate {
    CalendarDate(daysSinceEpoch: seconds / 86_400)
  }

  @Test func todayIsTheCalendarsOwn() throws {
    // Another date than in UTC, whatever time it is, and for hours to come.
    let start = time(nil)
    let today = start % 86_400
    let offset = today < 43_200 ? -(today + 21_600) : 86_400 - today + 21_600
    let (place, environment) = try place(offset: offset)
    let program = try place.start(environment: environment)
    try program.goTo("availabilities")
    try program.wait(for: "Test/Zone")
    program.session.alt("p")
    try program.wait(for: "in Test/Zone.")
    let own = date(start + offset)
    #expect(own != date(start))
    try program.wait(forSentence: "It is \(own.weekdayName) \(own), ")
    program.session.type("a")
    try program.wait(forSentence: "Times are in Test/Zone")
    try program.session.wait("asked", seconds: Program.patience) {
      place.sandbox.requests.contains {
        $0.target == "/locations/unknown" && $0.header("Version") == "2021-07-28"
      }
    }
  }

  @Test func theDayChangesWithoutAKey() throws {
    // Midnight comes in less than a minute.
    let offset = 86_400 - time(nil) % 86_400 - 45
    let (place, environment) = try place(offset: offset)
    let program = try place.start(environment: environment)
    program.session.alt("p")
    try program.wait(for: "in Test/Zone.")
    let today = date(time(nil) + offset)
    try program.wait(forSentence: "It is \(today.weekdayName) \(today), 23:59, in Test/Zone.")
    let questions = place.sandbox.requests.count { $0.path.hasSuffix("/free-slots") }
    let next = today.adding(days: 1)
    try program.session.wait("midnight", seconds: Program.patience + 50) {
      program.flatText.contains("It is \(next.weekdayName) \(next), 00:00, in Test/Zone.")
    }
    let count = place.sandbox.requests.count { $0.path.hasSuffix("/free-slots") }
    #expect(count <= questions + 2, "one question for the new week")
  }

  @Test func aZoneThatIsNotThereIsSaid() throws {
    let (place, environment) = try place(offset: 0)
    let program = try place.start(
      environment: environment.merging(["TZDIR": place.folder.path("none")]) { $1 })
    // The preview says what is known when it is opened.
    try program.session.wait("the question for the zone", seconds: Program.patience) {
      place.sandbox.requests.contains { $0.path.hasPrefix("/locations/") }
    }
    program.session.settle(milliseconds: 500)
    program.session.alt("p")
    try program.wait(for: "by the clock of this machine.")
    program.session.type("a")
    try program.wait(
      forSentence: "which is not known (this machine has no data of the zone Test/Zone)")
  }
}
