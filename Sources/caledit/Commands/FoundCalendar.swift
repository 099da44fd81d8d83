import CalendarAPI
import CalendarModel
import JSON

/// A calendar that was found for a command, of a sub-account or in a file.
struct FoundCalendar: Sendable {
  /// Nil for a file.
  let account: CommandAccount?
  /// Nil for a calendar of the service.
  let file: CalendarFile?
  /// Its id; empty for a file whose calendar has none.
  let id: String
  /// What it is called: its name, or what it was named by.
  let title: String
  /// As the list had it; nil where no list was asked for.
  let entry: ListedCalendar?
  /// The sub-accounts of the command, to name them.
  private let accounts: CommandAccounts?

  /// One of a sub-account, by its id; nothing is known of it yet.
  init(_ id: String, in account: CommandAccount, of accounts: CommandAccounts) {
    (self.account, self.accounts, file, entry) = (account, accounts, nil, nil)
    (self.id, title) = (id, id)
  }

  /// One of a list.
  ///
  /// - Returns: nil for an entry without an id: it cannot be loaded.
  init?(_ entry: ListedCalendar, in account: CommandAccount, of accounts: CommandAccounts) {
    guard let id = entry.id else { return nil }
    (self.account, self.accounts, file, self.entry) = (account, accounts, nil, entry)
    (self.id, title) = (id, entry.title)
  }

  /// One in a file.
  init(_ file: CalendarFile) {
    (account, accounts, self.file) = (nil, nil, file)
    id = file.calendar[.id]?.text ?? ""
    let entry = ListedCalendar(file.calendar, isComplete: true)
    title = entry?.name ?? CalendarFile.name(of: file.path)
    self.entry = entry
  }

  /// Where it is: the profile, or the file; empty where there is only one place.
  var place: String { account?.title ?? file.map { CalendarFile.name(of: $0.path) } ?? "" }

  /// What is unique to it in this command.
  var identity: String {
    if let account { return "\(account.base?.description ?? "demo") \(id)" }
    return "file \(file?.path ?? "") \(id)"
  }

  /// Loads it from the service; that of a file as it was read.
  ///
  /// - Throws: ``ServiceError/Kind/foreignCalendar(its:own:)`` for a calendar of another sub-account
  ///   than the one that it was asked for with.
  func load() async throws(ServiceError) -> LoadedCalendar {
    guard let account else {
      return LoadedCalendar(
        calendar: file?.calendar ?? [:], duplicateKeys: file?.duplicateKeys ?? [])
    }
    let loaded = try await account.connection.connected().loadCalendar(id: id)
    if let own = account.location, let its = loaded.calendar[.locationId]?.text, its != own {
      throw .foreignCalendar(
        its: accounts?.name(ofLocation: its) ?? its, own: accounts?.name(ofLocation: own) ?? own)
    }
    return loaded
  }

  /// What is asked for besides the calendar itself.
  struct Knowledge: OptionSet, Sendable {
    let rawValue: Int
    /// The names of users and groups.
    static let names = Knowledge(rawValue: 1)
    static let forms = Knowledge(rawValue: 2)
    static let schedules = Knowledge(rawValue: 4)
    static let zone = Knowledge(rawValue: 8)
    static let all: Knowledge = [.names, .forms, .schedules, .zone]
  }

  /// Loads it as a document, with what else is known; what cannot be asked for is left out.
  ///
  /// - Parameter today: the day for the rules about dates.
  func document(
    with knowledge: Knowledge = [], today: CalendarDate, format: LocalFormat = .standard
  ) async throws(ServiceError) -> CalendarDocument {
    let loaded = try await load().calendar
    var document = CalendarDocument(calendar: loaded, today: today, format: format)
    guard let account else { return document }
    document.version = account.connection.apiVersion
    if knowledge.contains(.names) {
      document.names = await account.names(withForms: knowledge.contains(.forms))
    }
    if knowledge.contains(.zone) { document.zone = await account.zone() }
    if knowledge.contains(.schedules) {
      document.schedules = await account.schedules(
        for: id, users: GoverningSchedules.users(of: loaded),
        location: loaded[.locationId]?.text)
    }
    return document
  }
}
