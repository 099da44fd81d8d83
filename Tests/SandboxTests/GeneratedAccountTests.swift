import JSON
import Testing

@testable import Sandbox

/// Sub-accounts that are made up, in any number and size.
@Suite struct GeneratedAccountTests {
  @Test func theSameSeedMakesTheSame() {
    func made(_ seed: UInt64) -> [SandboxAccount] {
      Sandbox.accounts(count: 3, calendars: 30, seed: seed, now: 1_796_000_000)
    }
    #expect(made(7) == made(7))
    let others = Set(made(8).flatMap(\.calendarIDs))
    #expect(others.isDisjoint(with: made(7).flatMap(\.calendarIDs)))
    #expect(Sandbox.accounts(count: 0, calendars: 5).isEmpty)
    #expect(Sandbox.accounts(count: -1, calendars: 5).isEmpty)
    #expect(Sandbox.accounts(count: 1, calendars: -5)[0].calendars.isEmpty)
    // One account is the same however many there are.
    #expect(Sandbox.accounts(count: 1, calendars: 30, seed: 7, now: 1_796_000_000)[0] == made(7)[0])
  }

  @Test(arguments: [1, 5, 40, 300]) func everyCalendarCanBeSentBack(_ count: Int) {
    let accounts = Sandbox.accounts(count: 4, calendars: count, seed: UInt64(count))
    for account in accounts {
      #expect(account.calendars.count == count)
      let names = account.calendars.compactMap { $0[key: "name"]?.text }
      #expect(Set(names).count == count)
      let users = Set(account.users.compactMap { $0[key: "id"]?.text })
      let groups = Set(account.groups.compactMap { $0[key: "id"]?.text })
      for calendar in account.calendars {
        #expect(calendar[key: "locationId"]?.text == account.id)
        #expect(
          SandboxValidator.problems(inUpdate: documented(calendar), of: calendar) == [],
          "\(calendar[key: "name"]?.text ?? "")")
        #expect(calendar[key: "groupId"].map { groups.contains($0.text ?? "") } ?? true)
        for member in calendar[key: "teamMembers"]?.array ?? [] {
          #expect(users.contains(member[key: "userId"]?.text ?? ""))
        }
      }
    }
    let ids = accounts.flatMap { account in
      account.calendars.flatMap { calendar in
        [calendar[key: "id"]] + (calendar[key: "availabilities"]?.array ?? []).map { $0[key: "id"] }
      }
    }
    #expect(Set(ids).count == ids.count && !ids.contains(nil))
  }

  @Test func hundredsOfSubAccountsEachHaveTheirToken() throws {
    let accounts = Sandbox.accounts(count: 200, calendars: 3)
    #expect(Set(accounts.map(\.id)).count == 200)
    #expect(Set(accounts.map(\.name)).count == 200)
    #expect(accounts.map { $0.tokens } == (0..<200).map { [Sandbox.token(ofAccount: $0)] })
    try withSandbox(accounts: accounts) { sandbox in
      for account in [accounts[0], accounts[77], accounts[199]] {
        let list = "/calendars/?locationId=\(account.id)"
        let answer = sandbox.get(list, token: account.tokens[0])
        #expect(answer.json?[key: "calendars"]?.array == account.calendars)
        #expect(sandbox.get(list, token: accounts[5].tokens[0]).status == 403)
      }
    }
  }

  /// 2,000 calendars are there at once, and their list is quick; the bounds are wide, as machines
  /// are busy and tests are not optimised.
  @Test func twoThousandCalendarsAreQuick() throws {
    let clock = ContinuousClock()
    var accounts: [SandboxAccount] = []
    let making = clock.measure { accounts = Sandbox.accounts(count: 1, calendars: 2000) }
    #expect(making < .seconds(20))
    try withSandbox(accounts: accounts) { sandbox in
      let list = "/calendars/?locationId=\(accounts[0].id)"
      let token = accounts[0].tokens[0]
      var first = RawAnswer([])
      let printing = clock.measure { first = sandbox.get(list, token: token) }
      var second = RawAnswer([])
      let again = clock.measure { second = sandbox.get(list, token: token) }
      #expect(first.body == second.body && first.body.count > 2_000_000)
      #expect(printing < .seconds(30) && again < printing)
      let last = try #require(accounts[0].calendarIDs.last)
      #expect(
        sandbox.get("/calendars/\(last)", token: token).calendar == accounts[0].calendars.last)
    }
  }
}
