import ArgumentParser
import CalendarAPI
import CalendarModel
import CommandOutput
import JSON

/// Lists the calendars of sub-accounts.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the calendars of a sub-account, or of several.",
    discussion: """
      The sub-account is that of the profile in use; --profile a,b names several, and \
      --all-profiles takes all. --filter is what the filter of the editor's list understands: \
      'type personal, not draft, duration > 30 min, open on 24 dec, has errors'. What looks like a \
      condition and cannot be read is refused. In JSON the letters of a week begin with Monday, and \
      times have 24 hours, whatever the settings say.
      """)

  @OptionGroup
  var choice: ChoiceOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Sort by \(ListOrder.allCases.map(\.rawValue).joined(separator: ", ")); with a - in front, "
        + "the other way round.", valueName: "order"),
    completion: .list(ListOrder.allCases.map(\.rawValue)))
  var sort: SortChoice?

  @Option(
    help: ArgumentHelp(
      "Put together by \(ListGrouping.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "what"),
    completion: .list(ListGrouping.allCases.map(\.rawValue)))
  var group: ListGrouping?

  @OptionGroup
  var output: OutputOptions

  func run() throws {
    try CommandRun(Self.verb, output).run(in: choice.reach) { [self] finder throws(Failure) in
      let listed = try await finder.listed(filter: choice.filter, from: choice.from)
      return ListReport(listed, sort: sort, group: group, today: CalendarFinder.today).report
    }
  }
}

/// An order, or its reverse.
struct SortChoice: ExpressibleByArgument, Sendable, Hashable {
  let order: ListOrder
  let isDescending: Bool

  init(_ order: ListOrder, isDescending: Bool = false) {
    (self.order, self.isDescending) = (order, isDescending)
  }

  init?(argument: String) {
    isDescending = argument.hasPrefix("-")
    guard let order = ListOrder(rawValue: isDescending ? String(argument.dropFirst()) : argument)
    else { return nil }
    self.order = order
  }
}

extension ListGrouping: ExpressibleByArgument {}

extension CalendarFinder {
  /// The calendars of all sub-accounts as a list shows them, those that a filter or a list of words
  /// leaves.
  func listed(
    filter: String?, from list: String?
  ) async throws(Failure) -> [ListedPart] {
    let query = try filter.map { text throws(Failure) in try Self.query(text) }
    let wanted = try list.map { path throws(Failure) in try CalendarWordList.read(path) }
    let accounts = try await accounts()
    let lists = try await CalendarLists(accounts, troubles, withNames: true)
    var found = query.map { lists.fitting($0, Self.today, troubles) } ?? lists.all
    if let wanted {
      var named: Set<String> = []
      for word in wanted { named.formUnion(try lists.calendars(of: word).map(\.identity)) }
      found = found.filter { named.contains($0.identity) }
    }
    let kept = Set(found.map(\.identity))
    return lists.lists.map { list in
      ListedPart(
        account: list.account, schedules: list.schedules,
        calendars: list.entries.filter { entry in
          guard entry.id != nil else { return query == nil && wanted == nil }
          return FoundCalendar(entry, in: list.account, of: accounts).map {
            kept.contains($0.identity)
          } ?? false
        }, format: accounts.format)
    }
  }
}

/// The calendars of one sub-account that are shown.
struct ListedPart: Sendable {
  let account: CommandAccount
  /// By the id of the calendar.
  let schedules: [String: ScheduleAnswer]
  let calendars: [ListedCalendar]
  let format: LocalFormat
}
