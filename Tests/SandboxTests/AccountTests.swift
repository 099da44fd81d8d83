import JSON
import Testing

@testable import Sandbox

/// Several sub-accounts, and tokens that open one of them each.
@Suite struct AccountTests {
  private static let accounts = Sandbox.demoAccounts(now: 1_796_000_000)
  private static let lookUpVersion = "2021-07-28"

  /// The calls that name a sub-account, with their versions.
  private static func lookUps(_ location: String) -> [(target: String, version: String)] {
    [
      ("/calendars/?locationId=\(location)", "2021-04-15"),
      ("/calendars/groups?locationId=\(location)", "2021-04-15"),
      ("/calendars/schedules/search?locationId=\(location)", "v3"),
      ("/users/?locationId=\(location)", lookUpVersion),
      ("/forms/?locationId=\(location)&limit=50", lookUpVersion),
      ("/locations/\(location)", lookUpVersion),
    ]
  }

  @Test func eachTokenSeesItsOwnSubAccount() throws {
    try withSandbox(accounts: Self.accounts) { sandbox in
      for account in Self.accounts {
        let expected: [JSONValue] = [
          ["calendars": .array(account.calendars)], ["groups": .array(account.groups)],
          ["schedules": .array(account.schedules)], ["users": .array(account.users)],
          ["forms": .array(account.forms), "total": .integer(account.forms.count)],
          ["location": account.location],
        ]
        for (call, value) in zip(Self.lookUps(account.id), expected) {
          let answer = sandbox.get(call.target, version: call.version, token: account.tokens[0])
          #expect(answer.status == 200 && answer.json == value, "\(call.target)")
        }
      }
      #expect(sandbox.misdirectedRequests.isEmpty)
      #expect(sandbox.accounts == Self.accounts)
    }
  }

  /// Every call with every token: its own is answered, another's is 403, none that exists is 401.
  @Test(arguments: SandboxOptions.OtherCalendar.allCases)
  func noTokenOpensAnother(_ other: SandboxOptions.OtherCalendar) throws {
    try withSandbox(accounts: Self.accounts) {
      $0.otherCalendar = other
    } _: { sandbox in
      let before = sandbox.accounts
      for account in Self.accounts {
        let id = account.calendarIDs[0]
        let schedule = account.schedules.compactMap { ($0[key: "id"] ?? $0[key: "_id"])?.text }[0]
        let slots = "/calendars/\(id)/free-slots?startDate=1796000000000&endDate=1796086400000"
        let isHidden = other == .unknown
        for token in Self.accounts.map({ $0.tokens[0] }) + ["pit-nobody"]
        where token != account.tokens[0] {
          let isKnown = token != "pit-nobody"
          let named =
            Self.lookUps(account.id) + [("/calendars/schedules/\(schedule)", "2021-04-15")]
          for call in named {
            let answer = sandbox.get(call.target, version: call.version, token: token)
            #expect(answer.status == (isKnown ? 403 : 401), "\(call.target)")
            if isKnown {
              #expect(answer.message == "The token does not have access to this location.")
            }
          }
          for answer in [
            sandbox.get("/calendars/\(id)", token: token), sandbox.get(slots, token: token),
            sandbox.put(id, ["name": "n"], token: token),
            sandbox.send("PUT", "/calendars/\(id)/free-slots", ["name": "n"], token: token),
          ] {
            #expect(answer.status == (isKnown ? (isHidden ? 400 : 403) : 401))
            if isKnown, isHidden { #expect(answer.message == "Calendar not found") }
          }
        }
        #expect(sandbox.get("/calendars/\(id)", token: account.tokens[0]).status == 200)
        #expect(sandbox.get(slots, token: account.tokens[0]).status == 200)
        #expect(sandbox.get("/calendars/nobody", token: account.tokens[0]).status == 400)
      }
      #expect(sandbox.accounts == before, "nothing was stored")
    }
  }

  @Test func requestsAreKeptWithTokenAndSubAccount() throws {
    let (first, second) = (Self.accounts[0], Self.accounts[1])
    let schedule = try #require(second.schedules[0][key: "id"]?.text)
    try withSandbox(accounts: Self.accounts) { sandbox in
      func last() -> SandboxRequest? { sandbox.requests.last }
      for target in [
        "/calendars/\(second.calendarIDs[3])", "/calendars/schedules/\(schedule)",
        "/calendars/?locationId=\(second.id)",
      ] {
        _ = sandbox.get(target, token: second.tokens[0])
        #expect(last()?.token == second.tokens[0] && last()?.locationID == second.id)
        #expect(last()?.isMisdirected == false)
        _ = sandbox.get(target, token: first.tokens[0])
        #expect(last()?.token == first.tokens[0] && last()?.locationID == second.id)
        #expect(last()?.isMisdirected == true)
      }
      #expect(sandbox.misdirectedRequests.count == 3)
      _ = sandbox.get("/calendars/nobody", token: first.tokens[0])
      #expect(last()?.locationID == nil && last()?.isMisdirected == false)
      _ = sandbox.get("/calendars/\(first.calendarIDs[0])", token: "x")
      #expect(last()?.isMisdirected == true && last()?.calendarID == first.calendarIDs[0])
      #expect(last()?.call?.kind == .load)
      // What is printed stays without it.
      #expect(!"\(sandbox.requests)".contains(first.tokens[0]))
      #expect(sandbox.requests.allSatisfy { $0.header("Authorization") == "Bearer [token]" })
    }
  }

  /// Without tokens every token opens a sub-account, but not one that is another's.
  @Test func subAccountsWithoutTokensAreOpen() throws {
    var accounts = Sandbox.accounts(count: 2, calendars: 2)
    accounts[0].tokens = []
    try withSandbox(accounts: accounts) { sandbox in
      func status(_ account: Int, _ token: String) -> Int {
        sandbox.get("/calendars/\(accounts[account].calendarIDs[1])", token: token).status
      }
      #expect([status(0, "any"), status(1, "any")] == [200, 403])
      let own = accounts[1].tokens[0]
      #expect([status(0, own), status(1, own)] == [403, 200])
      // A token that is renewed.
      sandbox.setTokens(["new"], ofLocation: accounts[1].id)
      #expect([status(1, own), status(1, "new"), status(0, "new")] == [403, 200, 403])
      sandbox.setTokens(["other"], ofLocation: accounts[0].id)
      #expect(status(1, own) == 401)
    }
  }

  @Test func oneScopeMayBeMissingInOneSubAccount() throws {
    var accounts = Sandbox.accounts(count: 2, calendars: 1)
    accounts[1].missingScopes = [.users, .save]
    try withSandbox(accounts: accounts) { sandbox in
      for (account, expected) in zip(accounts, [[200, 200, 200], [401, 200, 401]]) {
        let token = account.tokens[0]
        let users = sandbox.get(
          "/users/?locationId=\(account.id)", version: Self.lookUpVersion, token: token)
        let statuses = [
          users.status, sandbox.get("/calendars/\(account.calendarIDs[0])", token: token).status,
          sandbox.put(account.calendarIDs[0], [:], token: token).status,
        ]
        #expect(statuses == expected)
      }
    }
  }

  /// A calendar belongs to the sub-account that has it, whatever it says of itself.
  @Test func aCalendarMayNameAnotherSubAccount() throws {
    let accounts = Sandbox.accounts(count: 2, calendars: 2)
    let id = accounts[0].calendarIDs[0]
    let stray = accounts[0].calendars[0].with(["locationId": .text(accounts[1].id)])
    try withSandbox(accounts: accounts) { sandbox in
      sandbox.replaceCalendar(id, with: stray)
      let answer = sandbox.get("/calendars/\(id)", token: accounts[0].tokens[0])
      #expect(answer.calendar == stray)
      #expect(sandbox.get("/calendars/\(id)", token: accounts[1].tokens[0]).status == 403)
      let list = "/calendars/?locationId=\(accounts[1].id)"
      #expect(
        sandbox.get(list, token: accounts[1].tokens[0]).json?[key: "calendars"]?.array?.count == 2)
      // A new one comes to the one that it names.
      sandbox.replaceCalendar("new", with: stray.with(["id": "new"]))
      #expect(sandbox.accounts[1].calendarIDs.last == "new")
    }
  }

  /// The list is printed once, and again after a change.
  @Test func theListShowsWhatIsStored() throws {
    try withSandbox(accounts: Self.accounts) {
      $0.redirectSpelling = .service
    } _: { sandbox in
      let account = Self.accounts[1]
      let list = "/calendars/?locationId=\(account.id)"
      func names() -> [String] {
        let answer = sandbox.get(list, token: account.tokens[0])
        #expect(!answer.text.contains("formSubmitRedirectURL"))
        return (answer.json?[key: "calendars"]?.array ?? []).compactMap { $0[key: "name"]?.text }
      }
      let before = names()
      #expect(before == account.calendars.compactMap { $0[key: "name"]?.text })
      #expect(
        sandbox.put(account.calendarIDs[2], ["name": "Other"], token: account.tokens[0]).status
          == 200)
      #expect(names()[2] == "Other")
      sandbox.changeCalendar(account.calendarIDs[3], ["name": "Theirs"])
      #expect(names() == before[..<2] + ["Other", "Theirs"] + before[4...])
    }
  }

  @Test(arguments: [
    "", "/", "//", "?", "/calendars/%", "/calendars/%00", "/locations/", "/users/x",
  ])
  func oddTargetsAreNoCalls(_ target: String) throws {
    try withSandbox(accounts: Self.accounts) { sandbox in
      let status = sandbox.get("/" + target, token: Sandbox.demoToken).status
      #expect([400, 404, 422].contains(status), "\(target) \(status)")
      let long = String(repeating: "x", count: 10_000)
      #expect(sandbox.get("/calendars/\(long)", token: Sandbox.demoToken).status == 400)
      #expect(sandbox.get("/calendars/x", token: long).status == 401)
    }
  }
}
