import JSON
import TestSupport
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

  @Test func manyCalendarsCostAsMuchMoreAsThereAreMore() {
    let growth = Effort.growth(from: 100, to: 1000) { count in
      { _ = Sandbox.accounts(count: 1, calendars: count) }
    }
    #expect(growth < 30)
  }

  /// A calendar is printed once for all lists that it is in, and again only when it has changed.
  @Test func aListIsPrintedOnce() {
    let accounts = Sandbox.accounts(count: 1, calendars: 20)
    var state = SandboxState(SandboxOptions(), accounts: accounts)
    func list() -> [UInt8] {
      state.answer(
        method: "GET", target: "/calendars/?locationId=\(accounts[0].id)",
        headers: { $0 == "Version" ? "2021-04-15" : "Bearer \(accounts[0].tokens[0])" }, body: []
      ).body
    }
    var unprinted: Int { state.calendars.count { $0.printed == nil } }
    #expect(unprinted == 20)
    let first = list()
    #expect(unprinted == 0)
    #expect(list() == first)
    state.change(accounts[0].calendarIDs[7], ["name": "New"])
    #expect(unprinted == 1)
    #expect(list() != first && unprinted == 0)
  }

  @Test func twoThousandCalendarsAreListed() throws {
    let accounts = Sandbox.accounts(count: 1, calendars: 2000)
    try withSandbox(accounts: accounts) { sandbox in
      let list = "/calendars/?locationId=\(accounts[0].id)"
      let token = accounts[0].tokens[0]
      let first = sandbox.get(list, token: token)
      let second = sandbox.get(list, token: token)
      #expect(first.body == second.body && first.body.count > 2_000_000)
      let last = try #require(accounts[0].calendarIDs.last)
      #expect(
        sandbox.get("/calendars/\(last)", token: token).calendar == accounts[0].calendars.last)
    }
  }
}
