import CalendarModel
import JSON
import Testing

@testable import Sandbox

/// The three sub-accounts of the demo.
@Suite struct DemoAccountsTests {
  // 29 November 2026.
  private static let accounts = Sandbox.demoAccounts(now: 20_786 * 86_400)
  private static let calendars = accounts.flatMap(\.calendars)
  private static let flawed = Set(Sandbox.demoFaultyCalendarIDs)

  private func id(_ value: JSONValue) -> String {
    (value[key: "id"] ?? value[key: "_id"])?.text ?? ""
  }

  @Test func thereAreThreeWithSomeFortyCalendars() {
    #expect(Self.accounts.map(\.calendars.count) == [15, 16, 15])
    #expect(
      Self.accounts.map(\.timezone) == ["Europe/Berlin", "America/Chicago", "Australia/Sydney"])
    #expect(Self.accounts.map(\.tokens) == (0..<3).map { [Sandbox.token(ofAccount: $0)] })
    #expect(Self.accounts[0].tokens == [Sandbox.demoToken])
    #expect(Self.accounts.allSatisfy { ZoneOffsets(systemZone: $0.timezone ?? "") != nil })
    for account in Self.accounts {
      let types = Set(account.calendars.compactMap { $0[key: "calendarType"]?.text })
      #expect(types.count == 6)
      let names = account.calendars.compactMap { $0[key: "name"]?.text }
      #expect(Set(names).count == account.calendars.count)
      #expect(account.calendarID(named: names[1]) == account.calendarIDs[1])
    }
  }

  /// What the demo has always had comes first, as it was.
  @Test func theFirstOneContinuesTheStandardOne() {
    let standard = SandboxAccount.standard(SandboxOptions(now: 20_786 * 86_400))
    let first = Self.accounts[0]
    #expect(first.id == Sandbox.locationID && first.location == standard.location)
    #expect(first.calendarIDs.starts(with: Sandbox.calendarIDs))
    #expect(Array(first.calendars.prefix(6)) == standard.calendars)
    #expect(Array(first.schedules.prefix(7)) == standard.schedules)
    #expect(first.users == standard.users && first.groups == standard.groups)
    #expect(first.forms == standard.forms)
  }

  @Test func everyIdIsOfOneThing() {
    var things: [JSONValue] = []
    for account in Self.accounts {
      things += account.calendars + account.schedules + account.users
      things += account.groups + account.forms
      for calendar in account.calendars {
        things += calendar[key: "availabilities"]?.array ?? []
      }
    }
    let ids = things.map(id) + Self.accounts.map(\.id)
    #expect(Set(ids).count == ids.count)
    for id in ids {
      #expect(id.utf8.count == 20 && id.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) })
    }
  }

  @Test func everythingNamedIsThere() {
    for account in Self.accounts {
      let (users, groups) = (Set(account.users.map(id)), Set(account.groups.map(id)))
      let (forms, calendars) = (Set(account.forms.map(id)), Set(account.calendarIDs))
      for calendar in account.calendars {
        let name = Comment(rawValue: calendar[key: "name"]?.text ?? "")
        #expect(calendar[key: "locationId"]?.text == account.id, name)
        #expect(calendar[key: "groupId"].map { groups.contains($0.text ?? "") } ?? true, name)
        #expect(calendar[key: "formId"].map { forms.contains($0.text ?? "") } ?? true, name)
        let members = (calendar[key: "teamMembers"]?.array ?? []).compactMap {
          $0[key: "userId"]?.text
        }
        #expect(users.isSuperset(of: members), name)
        #expect((calendar[key: "calendarType"] == "event") == members.isEmpty, name)
        #expect(calendar[key: "openHours"]?.array?.isEmpty == false, name)
      }
      for schedule in account.schedules.suffix(account.id == Sandbox.locationID ? 2 : 9) {
        #expect(users.contains(schedule[key: "userId"]?.text ?? ""))
        #expect(schedule[key: "locationId"]?.text == account.id)
        for id in schedule[key: "calendarIds"]?.array ?? [] {
          #expect(calendars.contains(id.text ?? ""))
        }
      }
    }
  }

  /// What a client may do with each calendar: load it, list it, ask for its slots, send it back.
  @Test func everyCalendarWithoutAFlawCanBeSentBack() throws {
    #expect(Self.flawed.count == CalendarSpec.Flaw.allCases.count)
    try withSandbox(accounts: Self.accounts) {
      $0.now = 20_786 * 86_400
    } _: { sandbox in
      for account in Self.accounts {
        let token = account.tokens[0]
        for id in account.calendarIDs {
          let loaded = try #require(sandbox.get("/calendars/\(id)", token: token).calendar)
          let name = Comment(rawValue: loaded[key: "name"]?.text ?? "")
          #expect(account.calendars.contains(loaded), name)
          let slots = sandbox.get(
            "/calendars/\(id)/free-slots?startDate=1795910400000&endDate=1796515200000",
            token: token)
          #expect(slots.status == 200, name)
          let body = documented(loaded)
          let answer = sandbox.put(id, body, token: token)
          if Self.flawed.contains(id) {
            #expect(answer.status == 422, name)
          } else {
            #expect(answer.status == 200, "\(name) \(answer.text)")
            let after = try #require(answer.calendar)
            #expect(documented(after) == body, name)
            #expect(SandboxValidator.problems(inUpdate: body, of: after) == [], name)
          }
        }
      }
    }
  }

  /// What people look for in the demo is there in each sub-account.
  @Test(arguments: accounts) func thereIsSomethingOfEveryKind(_ account: SandboxAccount) {
    let calendars = account.calendars
    let state = SandboxState(SandboxOptions(), accounts: [account])
    func has(_ isRight: (JSONValue) -> Bool) -> Bool { calendars.contains(where: isRight) }
    #expect(has { $0[key: "isActive"] == false } && has { $0[key: "isActive"] == true })
    #expect(has { $0["lookBusyConfig.enabled"] == true })
    #expect(has { $0[key: "enableRecurring"] == true })
    #expect(has { Self.flawed.contains(id($0)) })
    #expect(has { !state.schedules(governing: $0).isEmpty })
    #expect(has { $0[key: "slotDurationUnit"] == "hours" })
    #expect(Set(calendars.compactMap { $0[key: "slotDuration"] }).count > 4)
    #expect(Set(calendars.compactMap { $0[key: "groupId"] }).count > 2)
    let dates = Set(
      calendars.flatMap { $0[key: "availabilities"]?.array ?? [] }
        .compactMap { $0[key: "date"]?.text?.prefix(10) })
    #expect(dates.isSuperset(of: ["2026-12-25", "2027-01-01"]))
    #expect(
      has { calendar in
        !(calendar[key: "availabilities"]?.array ?? []).contains {
          $0[key: "date"]?.text?.hasPrefix("2026-12-25") == true
        }
      }, "somebody forgot Christmas")
  }

  /// A day that is both a holiday and counted from today stands there once.
  @Test(arguments: 20_700...20_860) func datesComeOnce(_ today: Int) {
    for account in Sandbox.demoAccounts(now: today * 86_400).dropFirst() {
      for calendar in account.calendars {
        let dates = (calendar[key: "availabilities"]?.array ?? []).compactMap {
          $0[key: "date"]?.text
        }
        #expect(Set(dates).count == dates.count && dates == dates.sorted())
      }
    }
  }

  // MARK: The tables

  @Test(arguments: [
    ("Mon 8-12", "1 8:0-12:0"), ("Mon-Wed,Sat 8:30-24", "1236 8:30-23:60"),
    ("Fri-Mon 0-1 2-3:05", "5601 0:0-1:0 2:0-3:5"), ("Sun", "0"), ("", ""), (" ; ", ""),
    ("Xyz 8-12", " 8:0-12:0"), ("Mon 12-8 x-9 8-25 9", "1"),
  ])
  func weeksAreRead(_ text: String, _ expected: String) {
    let read = DemoHours.week(text).map { days in
      ([days.weekdays.map(String.init).joined()]
        + days.stretches.map { stretch in
          let hour = stretch.hour
          let parts = ["openHour", "openMinute", "closeHour", "closeMinute"].map {
            "\(hour[key: $0]?.int ?? -1)"
          }
          return "\(parts[0]):\(parts[1])-\(parts[2]):\(parts[3])"
        }).joined(separator: " ")
    }
    #expect(read.joined(separator: "; ") == expected)
  }

  @Test func datesAreRead() {
    let today = CalendarDate(daysSinceEpoch: 20_786)
    let read = DemoHours.dates(
      "2026-12-24 8-12; 2026-12-25; +25; +1 9-10; 2026-02-30; x; 2026-12-25 7-8", today: today)
    #expect(
      read.map(\.date.description) == ["2026-12-24", "2026-12-25", "2026-11-30"])
    #expect(read.map(\.stretches.count) == [1, 0, 1])
    #expect(read[0].stretches[0].interval == ["from": "08:00", "to": "12:00"])
  }

  @Test func tablesNameOnlyWhatIsThere() {
    for business in DemoBusiness.all {
      let firsts = business.people.map { $0.split(separator: " ")[0] }
      #expect(Set(firsts).count == firsts.count)
      let names = business.calendars.map(\.name)
      for calendar in business.calendars {
        #expect(calendar.team.allSatisfy { business.person($0) != $0 }, "\(calendar.name)")
        #expect(calendar.group.map(business.groups.contains) ?? true, "\(calendar.name)")
        let week = DemoHours.week(calendar.week)
        #expect(!week.isEmpty && week.allSatisfy { !$0.weekdays.isEmpty && !$0.stretches.isEmpty })
      }
      for schedule in business.schedules {
        #expect(business.person(schedule.user) != schedule.user)
        #expect(schedule.calendars.allSatisfy(names.contains))
        #expect(schedule.timezone.map { ZoneOffsets(systemZone: $0) != nil } ?? true)
      }
    }
  }
}
