import CalendarAPI
import CalendarModel
import UserConfiguration

/// Finds the calendars that a command is about: by id, name, slug, link, group or file, by a list of
/// these, and by a filter.
struct CalendarFinder: Sendable {
  let troubles: Troubles
  private let reached: AskedOnce<Result<CommandAccounts, Failure>>

  /// Does something with a finder, and closes its connections behind it, also where that fails.
  ///
  /// - Parameters:
  ///   - reach: where to look; the configuration is read when it is needed first.
  ///   - troubles: told of the sub-accounts that cannot be asked, which do not hold the others.
  static func with<Value: Sendable>(
    _ reach: ReachOptions, _ troubles: Troubles,
    _ body: (CalendarFinder) async throws(Failure) -> Value
  ) async throws(Failure) -> Value {
    let finder = CalendarFinder(reach, troubles)
    let done = await result { () throws(Failure) in try await body(finder) }
    // Where nobody has looked, no token is read for it.
    try? await finder.reached.valueIfAsked?.get().shutdown()
    return try done.get()
  }

  private init(_ reach: ReachOptions, _ troubles: Troubles) {
    self.troubles = troubles
    reached = AskedOnce {
      do throws(Failure) {
        return .success(try CommandAccounts(reach).withTokens(troubles))
      } catch {
        return .failure(error)
      }
    }
  }

  /// The sub-accounts, with their tokens.
  ///
  /// - Throws: where none can be used.
  func accounts() async throws(Failure) -> CommandAccounts { try await reached.value.get() }

  /// Finds calendars, each once, in the order in which they are named.
  ///
  /// - Parameters:
  ///   - words: as they stand on the command line; see ``CalendarWord``.
  ///   - filter: the calendars that fit; of those that are named, where some are.
  ///   - list: the path of a list of words; `-` for standard input.
  /// - Throws: where a word means no calendar or several, where the filter cannot be read, and where
  ///   the only sub-account cannot be asked.
  func find(
    _ words: [String], filter: String? = nil, from list: String? = nil
  ) async throws(Failure) -> [FoundCalendar] {
    var read: [CalendarWord] = []
    for word in words { read.append(try CalendarWord(argument: word)) }
    if let list {
      if list == CalendarFile.standardInput, read.contains(where: { $0.kind == .standardInput }) {
        throw Failure("standard input can be read only once", status: .usage)
      }
      read += try CalendarWordList.read(list)
    }
    if read.count(where: { $0.kind == .standardInput }) > 1 {
      throw Failure("standard input can be read only once", status: .usage)
    }
    let query = try filter.map { text throws(Failure) in try Self.query(text) }
    guard !read.isEmpty else {
      guard let query else { throw Self.nothingNamed }
      return try await fitting(query)
    }
    let found = try await calendars(of: read)
    guard let query else { return found }
    return try await found.fitting(query, Self.today, troubles)
  }

  /// What is said where no calendar is named.
  static let nothingNamed = Failure(
    "no calendar is named",
    details: [
      "Give an id, a name, a slug, a link, @group or a file; --filter 'TEXT' for those that fit; or "
        + "--from FILE for those that a file names. caledit list shows what there is."
    ], status: .usage)

  static var today: CalendarDate { WallClock().now.date }

  /// Reads a filter; a script wants no guesses.
  static func query(_ text: String) throws(Failure) -> CalendarQuery {
    let query = CalendarQuery(text, today: today, isFuzzy: false)
    guard let first = query.mistakes.first else { return query }
    throw Failure(
      "--filter: \(first)", details: Array(query.mistakes.dropFirst()), status: .usage)
  }

  // MARK: By words

  private func calendars(of words: [CalendarWord]) async throws(Failure) -> [FoundCalendar] {
    var lists: CalendarLists?
    var found: [FoundCalendar] = []
    var unknown: [Failure] = []
    for word in words {
      switch word.kind {
      case .file(let path):
        found.append(FoundCalendar(try CalendarFile(path: path, choice: nil)))
      case .standardInput:
        found.append(FoundCalendar(try CalendarFile(ofStandardInput: nil, for: "-")))
      case .id(let id):
        let accounts = try await accounts()
        if let only = accounts.only {
          // The load shows whether it is there; a list would be a request more.
          found.append(FoundCalendar(id, in: only, of: accounts))
          continue
        }
        fallthrough
      case .name, .group:
        if lists == nil { lists = try await CalendarLists(try await accounts(), troubles) }
        do throws(Failure) {
          found += try lists?.calendars(of: word) ?? []
        } catch {
          unknown.append(error)
        }
      }
    }
    if let first = unknown.first {
      for failure in unknown.dropLast() { troubles.note(failure) }
      throw unknown.last ?? first
    }
    return found.eachOnce
  }

  // MARK: By a filter

  private func fitting(_ query: CalendarQuery) async throws(Failure) -> [FoundCalendar] {
    let accounts = try await accounts()
    let lists = try await CalendarLists(
      accounts, troubles, withNames: true, withForms: query.namedKinds.contains(.forms))
    try await query.checkNames(in: lists.lists.map(\.account))
    return lists.fitting(query, Self.today, troubles).eachOnce
  }
}

extension [FoundCalendar] {
  /// Each calendar once: two profiles may be for one sub-account.
  var eachOnce: [FoundCalendar] {
    var seen: Set<String> = []
    return filter { seen.insert($0.identity).inserted }
  }

  /// Those that fit a filter; the ones that were not listed are loaded for it.
  fileprivate func fitting(
    _ query: CalendarQuery, _ today: CalendarDate, _ troubles: Troubles
  ) async throws(Failure) -> [FoundCalendar] {
    try await query.checkNames(in: compactMap(\.account))
    let withForms = query.namedKinds.contains(.forms)
    var fitting: [FoundCalendar] = []
    var unknown = 0
    for calendar in self {
      var entry: ListedCalendar?
      do throws(ServiceError) {
        entry = ListedCalendar(
          try await calendar.load().calendar, isComplete: true,
          names: await calendar.account?.names(withForms: withForms) ?? [:])
      } catch {
        throw Failure(error, of: calendar.title)
      }
      guard let entry else { continue }
      var schedules: [String: ScheduleAnswer] = [:]
      if let account = calendar.account {
        schedules[calendar.id] = await account.schedules(
          for: calendar.id, users: entry.memberIDs, location: entry.calendar[.locationId]?.text)
      }
      let context = QueryContext(
        today: today, schedules: schedules, zone: await calendar.account?.zone())
      switch query.truth(of: entry, context) {
      case .yes: fitting.append(calendar)
      case .unknown: unknown += 1
      case .no: break
      }
    }
    if unknown > 0 {
      troubles.remark(
        "\(Wording.counted(unknown, "calendar")) left out: "
          + "whether the filter fits is not known")
    }
    return fitting
  }
}

extension CalendarQuery {
  /// Refuses what is not to have a user, a group or a form that none of some sub-accounts has: by a
  /// slip in a name every calendar would fit.
  fileprivate func checkNames(in accounts: [CommandAccount]) async throws(Failure) {
    let kinds = namedKinds
    guard !kinds.isEmpty, !accounts.isEmpty else { return }
    var known: [LookUp: [String: String]] = [:]
    for kind in kinds { known[kind] = [:] }
    for account in accounts {
      let lists = await account.lists(withForms: kinds.contains(.forms))
      for kind in kinds {
        guard let list = lists[kind] else {
          known[kind] = nil
          continue
        }
        for one in list { known[kind]?[one.id] = one.name }
      }
    }
    let unknown = unknownNames(known)
    guard let first = unknown.first else { return }
    throw Failure("--filter: \(first)", details: Array(unknown.dropFirst()), status: .usage)
  }
}
