import JSON
import Sandbox
import TerminalTesting
import Testing

/// Hours that a schedule governs are left out of updates, however little a command knows of the
/// sub-account and of the calendar before it loads it.
@Suite(.waits, .timeLimit(.minutes(240))) struct GovernedCalendarTests {
  /// A place where a schedule governs the first calendar, and hours that are sent delete it.
  private func place(_ search: SandboxOptions.ScheduleSearch) throws -> (CommandPlace, id: String) {
    var options = SandboxOptions()
    (options.schedules, options.hours) = (search, .deletes)
    let place = try CommandPlace(Sandbox.accounts(count: 1, calendars: 3), options: options)
    let id = try #require(
      place.accounts[0].calendarIDs.first {
        place.sandbox.calendar($0)?[key: "teamMembers"]?.array?.isEmpty == false
      })
    let team = place.sandbox.calendar(id)?[key: "teamMembers"]?.array ?? []
    let user = try #require(team[0][key: "userId"])
    place.sandbox.replaceSchedules(with: [
      [
        "id": "s1", "locationId": .text(place.accounts[0].id), "name": "Working hours",
        "userId": user, "timezone": "Europe/Berlin", "calendarIds": [.text(id)], "deleted": false,
        "rules": [
          ["type": "wday", "day": "monday", "intervals": [["from": "09:00", "to": "17:00"]]]
        ],
      ]
    ])
    return (place, id)
  }

  private func saves(_ place: CommandPlace) -> [JSONValue] {
    place.sandbox.requests.filter { $0.call?.kind == .save }.compactMap(\.json)
  }

  private static func reach(_ place: CommandPlace, location: Bool) -> String {
    "--base-url \(place.sandbox.baseURL) --token-file \(place.folder.path("token0")) --yes"
      + (location ? " --location \(place.accounts[0].id)" : "")
  }

  /// The calendar says which sub-account it is in, and whose schedules are asked for.
  @Test(arguments: [SandboxOptions.ScheduleSearch.filtered, .needsUser], [false, true])
  func hoursAreKeptOut(_ search: SandboxOptions.ScheduleSearch, location: Bool) throws {
    let (place, id) = try place(search)
    try place.folder.configure("")
    let reach = Self.reach(place, location: location)
    let shell = try place.run("caledit set \(id) openHours.sat=9-12 \(reach)")
    #expect(shell.status == .status(3), "\(shell.output) \(shell.error)")
    #expect(shell.output.contains("a schedule governs the hours"), "\(shell.output)")
    #expect(saves(place).isEmpty && place.sandbox.schedules.count == 1)
    // An update of the whole calendar leaves them out as well.
    let whole = try place.run("caledit set \(id) slotDuration=55min --update whole \(reach)")
    #expect(saves(place).allSatisfy { $0[key: "openHours"] == nil }, "\(whole.output)")
    #expect(!saves(place).isEmpty && place.sandbox.schedules.count == 1)
  }

  /// Who agrees sends them; then it is looked whether the schedule is still there.
  @Test(arguments: [SandboxOptions.ScheduleSearch.filtered, .needsUser])
  func whatHoursTookAwayIsSaid(_ search: SandboxOptions.ScheduleSearch) throws {
    let (place, id) = try place(search)
    try place.folder.configure("")
    let reach = Self.reach(place, location: false)
    let shell = try place.run("caledit set \(id) openHours.sat=9-12 --hours-anyway \(reach)")
    #expect(saves(place).count == 1)
    #expect(
      shell.output.contains("A schedule no longer governs this calendar"), "\(shell.output)")
  }

  /// A calendar whose schedules cannot be asked for is loaded once for its plan.
  @Test func itIsLoadedOnceForThePlan() throws {
    let (place, id) = try place(.needsUser)
    _ = try place.run("caledit set \(id) openHours.sat=9-12 -n")
    #expect(place.sandbox.requests.count { $0.call?.kind == .load } == 1)
  }
}
