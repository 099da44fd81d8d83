import CalendarAPI
import CalendarModel
import State
import UserConfiguration

/// The calendars of all sub-accounts of a command, as the service lists them.
struct CalendarLists: Sendable {
  /// The list of one sub-account, with what makes it readable.
  struct List: Sendable {
    let account: CommandAccount
    let entries: [ListedCalendar]
    /// What of the answer is no calendar, in a sentence; nil where all are.
    let remark: String?
    /// By the id of the calendar; empty where nobody asked.
    var schedules: [String: ScheduleAnswer] = [:]
    var zone: NamedZone?
  }

  let lists: [List]
  private let accounts: CommandAccounts

  /// Asks all sub-accounts at once; one that fails is told and left out.
  ///
  /// - Parameters:
  ///   - withNames: whether the names of users, the schedules and the time zone are asked for as
  ///     well, which a filter may be about; groups always are.
  ///   - withForms: whether the names of forms are, too.
  /// - Throws: where none of them answers.
  init(
    _ accounts: CommandAccounts, _ troubles: Troubles, withNames: Bool = false,
    withForms: Bool = false
  ) async throws(Failure) {
    self.accounts = accounts
    let asked = await withTaskGroup(of: (Int, Result<List, ServiceError>).self) { group in
      for (place, account) in accounts.accounts.enumerated() {
        group.addTask {
          (
            place,
            await result { () throws(ServiceError) in
              try await Self.list(account, withNames: withNames, withForms: withForms)
            }
          )
        }
      }
      var all: [(Int, Result<List, ServiceError>)] = []
      for await answer in group { all.append(answer) }
      return all.sorted { $0.0 < $1.0 }
    }
    var lists: [List] = []
    var failures: [Failure] = []
    for (place, answer) in asked {
      switch answer {
      case .success(let list): lists.append(list)
      case .failure(let error):
        let account = accounts.accounts[place]
        failures.append(
          account.location == nil
            ? Failure("\(account.title): \(CommandAccount.noLocation)", status: .usage)
            : Failure(error, of: account.title))
      }
    }
    guard !lists.isEmpty else {
      for failure in failures.dropLast() { troubles.note(failure) }
      throw failures.last ?? Failure("there is no sub-account to look in")
    }
    for failure in failures { troubles.note(failure) }
    for list in lists {
      list.keepForCompletion()
      if let remark = list.remark { troubles.remark("\(list.account.title): \(remark)") }
    }
    self.lists = lists
  }

  private static func list(
    _ account: CommandAccount, withNames: Bool, withForms: Bool
  ) async throws(ServiceError) -> List {
    async let listing = result { () throws(ServiceError) in try await account.listing() }
    async let names = withNames ? account.names(withForms: withForms) : account.groupNames()
    async let schedules = withNames ? try? account.schedules().withZones : nil
    async let zone = withNames ? account.zone() : nil
    var known = try await listing.get()
    known.join(await names)
    var list = List(account: account, entries: known.entries, remark: known.remark)
    if let all = await schedules {
      for id in known.entries.compactMap(\.id) {
        list.schedules[id] = .listed(all.asked(about: id))
      }
    }
    list.zone = await zone
    return list
  }

  // MARK: By a word

  /// The calendars that a word means.
  ///
  /// - Throws: where it means none, or more than one without being a group.
  func calendars(of word: CalendarWord) throws(Failure) -> [FoundCalendar] {
    switch word.kind {
    case .id(let text), .name(let text): return [try calendar(named: text, word)]
    case .group(let text): return try calendars(inGroup: text)
    case .file, .standardInput: return []
    }
  }

  private func calendar(
    named text: String, _ word: CalendarWord
  ) throws(Failure) -> FoundCalendar {
    let searched = lists.filter { word.profile == nil || $0.account.name == word.profile }
    let all = searched.flatMap { list in
      list.entries.compactMap { FoundCalendar($0, in: list.account, of: accounts) }
    }
    let wanted = text.lowercased()
    let tests: [(FoundCalendar) -> Bool] = [
      { $0.id == text },
      { $0.entry?.name == text || $0.entry?.slug == text },
      { [$0.entry?.name, $0.entry?.slug, $0.id].contains { $0?.lowercased() == wanted } },
    ]
    for fits in tests {
      let found = all.filter(fits).eachOnce
      if found.count == 1 { return found[0] }
      if found.count > 1 { throw Self.ambiguous(word.text, found) }
    }
    throw unknown(word.text, all)
  }

  private static func ambiguous(_ text: String, _ found: [FoundCalendar]) -> Failure {
    Failure(
      "“\(text)” means \(found.count) calendars; name one by its id:",
      details: found.map { "  \($0.id)  \($0.title)  (\($0.place))" })
  }

  /// The most names that are offered.
  private static let offered = 3

  private func unknown(_ text: String, _ all: [FoundCalendar]) -> Failure {
    let wanted = FoldedText(text)
    var near = all.filter { calendar in
      let title = FoldedText(calendar.title)
      return wanted.bytes.count > 2 && title.bytes.containsRun(wanted.bytes)
    }
    let names = all.flatMap { [$0.title, $0.id, $0.entry?.slug ?? ""] }
    if near.isEmpty, let name = NearestName.of(text, in: names) {
      near = all.filter { [$0.title, $0.id, $0.entry?.slug].contains(name) }
    }
    let places = lists.map(\.account.title).joined(separator: ", ")
    return Failure(
      "there is no calendar “\(text)” in \(places)"
        + (near.isEmpty ? "; caledit list shows what there is" : "; did you mean:"),
      details: near.prefix(Self.offered).map { "  \($0.id)  \($0.title)  (\($0.place))" })
  }

  private func calendars(inGroup text: String) throws(Failure) -> [FoundCalendar] {
    let wanted = FoldedText(text)
    let found = lists.flatMap { list in
      list.entries.filter { entry in
        entry.groupID == text || entry.groupName.map { FoldedText($0) == wanted } ?? false
      }.compactMap { FoundCalendar($0, in: list.account, of: accounts) }
    }
    guard found.isEmpty else { return found }
    let names = Set(lists.flatMap { $0.entries.compactMap(\.groupName) }).sorted()
    let nearest = NearestName.of(text, in: names)
    let known = nearest.map { "; did you mean @\($0)?" } ?? ""
    throw Failure(
      "there is no group “\(text)” with calendars in it\(known)",
      details: nearest == nil ? names.prefix(10).map { "  @\($0)" } : [])
  }

  // MARK: By a filter

  /// All that have an id, in the order of the lists.
  var all: [FoundCalendar] {
    lists.flatMap { list in
      list.entries.compactMap { FoundCalendar($0, in: list.account, of: accounts) }
    }
  }

  /// The calendars that fit; of those of which nobody can say it, it is told how many there are.
  func fitting(
    _ query: CalendarQuery, _ today: CalendarDate, _ troubles: Troubles
  ) -> [FoundCalendar] {
    var found: [FoundCalendar] = []
    for list in lists {
      let context = QueryContext(today: today, schedules: list.schedules, zone: list.zone)
      let result = query.result(in: list.entries, context)
      found += result.matches.sorted().compactMap {
        FoundCalendar(list.entries[$0], in: list.account, of: accounts)
      }
      for remark in result.remarks { troubles.remark("\(list.account.title): \(remark)") }
    }
    for sentence in query.unknownNames(in: lists.map(\.entries)) { troubles.remark(sentence) }
    return found
  }
}

extension CommandAccount {
  /// The names of its groups by id; those that cannot be asked for are left out.
  fileprivate func groupNames() async -> [String: String] {
    let groups = (try? await groups()) ?? []
    return Dictionary(groups.map { ($0.id, $0.name) }) { first, _ in first }
  }
}

extension CalendarLists.List {
  /// Keeps what the calendars are called for shells that complete what is typed; where that fails,
  /// nothing is lost.
  fileprivate func keepForCompletion() {
    guard let base = account.base, let profile = account.profile,
      let path = try? StateFolder.standardPath(environment: System.environment),
      let folder = try? StateFolder(making: path)
    else { return }
    let known = entries.compactMap { entry in
      entry.id.map {
        CalendarListCache.Entry(id: $0, name: entry.name ?? "", group: entry.groupName)
      }
    }
    try? CalendarListCache(in: folder).keep(
      known, base, account: profile.listName, without: account.connection.secret)
  }
}
