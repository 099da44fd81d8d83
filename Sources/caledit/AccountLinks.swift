import CalendarAPI
import CalendarModel
import Editor
import State

/// How the sub-accounts are reached: each by a connection of its own, with its own token.
struct AccountLinks {
  struct Link {
    /// The connection, with the address of its service (nil for the sandbox, of which nothing is kept);
    /// or why there is none.
    let result: Result<(connection: Connection, base: BaseURL?), Failure>

    init(_ result: Result<(connection: Connection, base: BaseURL?), Failure>) {
      self.result = result
    }
  }

  private let links: [AccountID: Link]

  init(_ links: [AccountID: Link]) { self.links = links }

  subscript(_ account: AccountID) -> Link? { links[account] }

  /// What is needed to work on a calendar of a sub-account.
  func source(of calendarID: String, in account: AccountID) -> CalendarSource? {
    (try? links[account]?.result.get()).map { link in
      CalendarSource(
        file: nil, connection: link.connection, calendarID: calendarID,
        draft: link.base.map { .service($0, calendarID: calendarID) })
    }
  }

  /// The connection to a sub-account whose token was not read yet, and is printed by a command: it may
  /// ask on the terminal.
  func connectionToAsk(_ account: AccountID) -> Connection? {
    guard let connection = try? links[account]?.result.get().connection,
      connection.secret == nil, case .command? = connection.tokenSource
    else { return nil }
    return connection
  }

  /// Asks for the calendars of a sub-account, and then for what the list shows of them besides: the
  /// name of the account, of its users and groups, schedules, drafts.
  ///
  /// - Parameter post: tells the application; works on any thread.
  func list(
    _ account: AccountID, locationID: String, post: @escaping @Sendable (AccountNews) -> Void
  ) {
    let connection: Connection
    let base: BaseURL?
    switch links[account]?.result {
    case .success(let link)?: (connection, base) = link
    case .failure(let failure)?:
      post(.listed(.failure(.notReached(failure.message))))
      return
    case nil: return
    }
    Task.detached {
      let listed = await result { () throws(ServiceError) in
        try await connection.connected().calendarList(locationID: locationID)
      }
      post(.listed(listed))
      post(.habits(connection.habits(of: locationID)))
      guard case .success(let listing) = listed, let service = try? await connection.connected()
      else { return }
      if let base { post(.drafts(Self.drafts(at: base))) }
      // Names and schedules only help to read the list; where one is refused, it goes without.
      async let name = try? service.location(id: locationID)
      async let users = try? service.users(locationID: locationID)
      async let groups = try? service.groups(locationID: locationID)
      async let schedules = try? service.schedules(locationID: locationID)
      if let name = await name { post(.named(name)) }
      if let users = await users { post(.lookedUp(.users, users)) }
      if let groups = await groups { post(.lookedUp(.groups, groups)) }
      if let schedules = await schedules { post(.schedules(schedules)) }
      // What the rules find is kept for all copies of an entry: nobody waits for it later.
      let today = WallClock().now.date
      for calendar in listing.entries { _ = calendar.problems(today: today) }
    }
  }

  /// The calendars at an address of which a draft is kept.
  private static func drafts(at base: BaseURL) -> Set<String> {
    guard let path = try? StateFolder.standardPath(environment: System.environment),
      let folder = try? StateFolder(making: path),
      let store = try? DraftStore(in: folder, program: Caledit.version)
    else { return [] }
    return store.calendars(at: base)
  }
}
