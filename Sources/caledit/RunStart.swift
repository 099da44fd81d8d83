import ArgumentParser
import CalendarAPI
import CalendarModel
import Editor
import Logging
import Sandbox
import State
import UserConfiguration

/// What a run of the editor begins with: a calendar, a file, the list, or what a first start needs to
/// know; and how its sub-accounts are reached.
struct RunStart {
  private enum First {
    case file(CalendarFile)
    /// A calendar of a sub-account, by its id.
    case calendar(String, Account)
    /// The list of calendars, where one of that name is opened; nil for the list alone.
    case list(wanted: String?)
    /// Nothing is known yet.
    case welcome
  }

  private let command: EditCommand
  private let settings: EditSettings
  private let first: First
  private let accounts: AccountDirectory
  let links: AccountLinks
  /// What the calendar that is shown first comes from; nil for the list.
  let source: CalendarSource?

  /// - Throws: where what the run needs is missing or wrong.
  init(
    _ command: EditCommand, _ settings: EditSettings, _ file: CalendarFile?, _ logger: Logger?
  ) throws {
    self.command = command
    self.settings = settings
    let log = logger.map { ExchangeLogger(logger: $0, wantsBodies: settings.logsBodies) }
    if let file {
      first = .file(file)
      (accounts, links) = (AccountDirectory([]), AccountLinks([:]))
      source = CalendarSource(
        file: file, connection: nil, calendarID: command.id ?? "",
        draft: command.readsStandardInput
          ? nil : .file(named: command.file ?? "", entry: file.entryName))
      return
    }
    let isEmpty =
      !command.demo && command.calendarID == nil && settings.profile.name == nil
      && settings.profile.location == nil
    if isEmpty, !System.isOnTerminal {
      throw ValidationError("Give the id of a calendar, --file calendar.json or --demo.")
    }
    let knowsList = command.demo || settings.profile.location != nil
    if command.calendarID != nil, !knowsList { try command.checkIsID() }
    let reached =
      command.demo || isEmpty
      ? ReachedAccounts(demo: settings, log) : try ReachedAccounts(settings, log)
    links = reached.links
    let current = reached.accounts.first
    // The demo has no sub-account that somebody chose: a name is looked for in all of them.
    let isAnywhere = command.demo && command.calendarID != nil && !command.wanted.looksLikeID
    accounts = AccountDirectory(reached.accounts, listed: isAnywhere ? nil : current?.id)
    if isEmpty {
      first = .welcome
    } else if command.calendarID != nil, let current,
      command.wanted.looksLikeID || current.locationID == nil
    {
      first = .calendar(command.wanted, current)
    } else {
      first = .list(wanted: command.calendarID == nil ? nil : command.wanted)
    }
    if case .calendar(let id, let account) = first {
      source = links.source(of: id, in: account.id)
    } else {
      source = nil
    }
  }

  /// What the log calls it.
  var place: String {
    switch first {
    case .file(let file): source?.draft?.place ?? CalendarFile.name(of: file.path)
    case .calendar: source?.draft?.place ?? "the sandbox"
    case .list, .welcome: "the list of calendars"
    }
  }

  /// The application as it starts.
  func app(_ display: Display, now: CalendarMoment) -> App {
    switch first {
    case .file(let file):
      var calendar = CalendarEditor(
        source: output(.file(path: command.file ?? "")), display: display,
        AccountTerms(
          isReadOnly: settings.isReadOnly,
          checksBeforeSaving: settings.checks && !command.readsStandardInput,
          updates: settings.updates),
        today: now.date, now: now)
      calendar.open(file.calendar, duplicateKeys: file.duplicateKeys)
      return App(calendar)
    case .calendar(let id, let account):
      let calendar = CalendarEditor(
        opening: id, of: account, output: command.output,
        replacesOutput: replacesOutput, display: display, today: now.date, now: now)
      return App(calendar, accounts: accounts)
    case .list(let wanted):
      return App(
        listing: accounts, wanted: wanted, display: display, today: now.date, now: now)
    case .welcome:
      return App(
        listing: accounts,
        welcome: (ConfigurationLoader.path ?? "~/.config/caledit/config", ServiceCall.scopes),
        display: display, today: now.date, now: now)
    }
  }

  private var replacesOutput: Bool { command.output.map { AtomicFile.isThere($0) } ?? false }

  private func output(_ kind: Source.Kind) -> Source {
    Source(kind, output: command.output, replacesOutput: replacesOutput)
  }
}

/// The sub-accounts of a run, and how each is reached.
struct ReachedAccounts {
  let accounts: [Account]
  let links: AccountLinks

  /// Those of the sandbox.
  init(demo settings: EditSettings, _ log: (any ExchangeLog)?) {
    let sandbox = DemoSandbox()
    var links: [AccountID: AccountLinks.Link] = [:]
    accounts = sandbox.accounts.map { known in
      let account = Account(
        known.name, at: .demo, locationID: known.id,
        AccountTerms(
          isReadOnly: settings.isReadOnly, checksBeforeSaving: settings.checks,
          updates: settings.updates))
      let connection = Connection(
        .demo(sandbox, token: known.tokens.first ?? Sandbox.demoToken), location: known.id,
        route: settings.profile.route, log: log)
      links[account.id] = .init(.success((connection, base: nil)))
      return account
    }
    self.links = AccountLinks(links)
  }

  /// That of the profile in use first, and then those of the other profiles.
  ///
  /// - Throws: where the profile in use cannot be reached; others say so when they are listed.
  init(_ settings: EditSettings, _ log: (any ExchangeLog)?) throws(Failure) {
    let maker = ConnectionMaker(log: log)
    let current = settings.profile
    let connection = try maker.connection(to: current)
    // A command that prints it may ask on the terminal, which is the program's own from now on.
    try connection.readToken()
    let base = try current.base()
    let first = Account(current, settings, connection, base)
    var accounts = [first]
    var links = [first.id: AccountLinks.Link(.success((connection, base: base)))]
    for profile in settings.profiles where profile.name != current.name {
      do throws(Failure) {
        let connection = try maker.connection(to: profile)
        let base = try profile.base()
        let account = Account(profile, settings, connection, base)
        accounts.append(account)
        links[account.id] = .init(.success((connection, base: base)))
      } catch {
        let account = Account(
          profile.name ?? "", at: .service(profile.baseURL), locationID: profile.location)
        accounts.append(account)
        links[account.id] = .init(.failure(error))
      }
    }
    self.accounts = accounts
    self.links = AccountLinks(links)
  }
}

extension Account {
  fileprivate init(
    _ profile: Profile, _ settings: EditSettings, _ connection: Connection, _ base: BaseURL
  ) {
    let token = connection.tokenSource
    self.init(
      profile.name ?? "", at: .service(base.host), locationID: profile.location,
      AccountTerms(
        isReadOnly: settings.isReadOnly || profile.isReadOnly,
        checksBeforeSaving: settings.checks && profile.isOn(.check, standard: true),
        updates: profile.updates, version: connection.apiVersion,
        tokenOrigin: token.flatMap { $0.canBeReadAgain ? nil : .fixed(name: $0.name) }
          ?? .readable))
  }
}
