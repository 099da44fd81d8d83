import CalendarModel
import JSON
import TextUI

/// What the list of calendars shows: which calendars, in which order, under which headings.
struct CalendarListContent: Sendable {
  enum Row: Sendable, Hashable {
    case heading(String, count: Int)
    /// The number of the calendar in ``calendars``.
    case calendar(Int)
  }

  /// The sub-accounts, those included that are not listed.
  private(set) var accounts: [AccountCalendars] = []
  /// Those whose calendars are listed.
  private(set) var listed: [AccountCalendars] = []
  private(set) var calendars: [ListedCalendar] = []
  /// Of which of the listed sub-accounts each calendar is.
  private(set) var owners: [Int] = []
  private(set) var rows: [Row] = []
  private(set) var order = ListOrder.name
  private(set) var isTurned = false
  private(set) var grouping: ListGrouping?
  /// The calendars that are marked for what is done with several.
  private(set) var marks: Set<ListedPlace> = []
  /// Those of them that a run has used already: they are there to do the rest of it, and nothing else
  /// begins with them.
  private(set) var usedMarks: Set<ListedPlace> = []
  /// The calendars that are open, and whether they are changed.
  private(set) var open: [ListedPlace: Bool] = [:]
  private(set) var query: CalendarQuery?
  /// What is to be said of what the query found.
  private(set) var remarks: [String] = []
  /// The names that conditions can hold.
  private(set) var vocabulary = QueryVocabulary()
  private var typed = ""
  /// The calendars in the chosen order.
  private var sorted: [Int] = []
  private var today: CalendarDate

  init(today: CalendarDate) { self.today = today }

  // MARK: What is known

  mutating func take(_ accounts: AccountDirectory, open: [ListedPlace: Bool], today: CalendarDate) {
    self.accounts = accounts.entries
    self.open = open
    self.today = today
    listed = accounts.shown
    calendars = []
    owners = []
    for (number, account) in listed.enumerated() {
      calendars += account.calendars
      owners += Array(repeating: number, count: account.calendars.count)
    }
    vocabulary = QueryVocabulary(calendars)
    sort()
  }

  /// How far the lists of the sub-accounts have come: how many are there, and which are not.
  var progress: (loaded: Int, failed: [AccountCalendars]) {
    (
      listed.count { $0.state == .loaded },
      listed.filter { if case .failed = $0.state { true } else { false } }
    )
  }

  /// Why Enter opens nothing; nil where something is selected.
  var whyNothingOpens: String? {
    if listed.contains(where: { $0.state == .asked }) { return "The list is still loading." }
    return rows.isEmpty ? "No calendar is selected." : "This entry has no id to open it by."
  }

  // MARK: Order

  mutating func narrow(by text: String) {
    typed = text
    query = text.isEmpty ? nil : CalendarQuery(text, today: today)
    arrange()
  }

  mutating func sortByNext() {
    order =
      ListOrder.allCases[
        ((ListOrder.allCases.firstIndex(of: order) ?? 0) + 1) % ListOrder.allCases.count]
    isTurned = false
    sort()
  }

  mutating func turn() {
    isTurned.toggle()
    sort()
  }

  mutating func groupByNext() {
    let all: [ListGrouping?] = [nil] + ListGrouping.allCases
    grouping = all[((all.firstIndex(of: grouping) ?? 0) + 1) % all.count]
    arrange()
  }

  private mutating func sort() {
    sorted = order.sorted(calendars, isDescending: isTurned, today: today)
    arrange()
  }

  /// Makes the rows: of the calendars that fit, in their order, under their headings.
  private mutating func arrange() {
    var found = sorted
    remarks = []
    if let query, !query.isEmpty { found = matches(of: query) }
    rows = rows(of: found)
  }

  /// The rows of some calendars that stand in their order.
  private func rows(of found: [Int]) -> [Row] {
    if let grouping {
      return grouping.groups(of: calendars, in: found).flatMap { group in
        [.heading(group.title, count: group.calendars.count)]
          + group.calendars.map { Row.calendar($0) }
      }
    }
    guard listed.count > 1 else { return found.map { .calendar($0) } }
    return listed.indices.flatMap { number in
      let own = found.filter { owners[$0] == number }
      return own.isEmpty
        ? [] : [.heading(listed[number].title, count: own.count)] + own.map { Row.calendar($0) }
    }
  }

  /// The calendars that fit: the best first where words were typed, else in the chosen order.
  private mutating func matches(of query: CalendarQuery) -> [Int] {
    var matches: [Int] = []
    var start = 0
    for account in listed {
      let context = QueryContext(today: today, schedules: account.schedules)
      let result = query.result(in: account.calendars, context)
      matches += result.matches.map { start + $0 }
      remarks += result.remarks
      start += account.calendars.count
    }
    if matches.isEmpty { remarks += query.unknownNames(in: listed.map(\.calendars)) }
    guard query.parts.allSatisfy({ $0.kind == .condition }) else { return matches }
    let fitting = Set(matches)
    return sorted.filter(fitting.contains)
  }

  // MARK: Places

  func place(inRow row: Int) -> ListedPlace? { place(of: row, in: rows) }

  private func place(of row: Int, in rows: [Row]) -> ListedPlace? {
    guard rows.indices.contains(row), case .calendar(let index) = rows[row] else { return nil }
    return place(of: index)
  }

  /// Where a calendar is; nil for one without an id.
  func place(of index: Int) -> ListedPlace? {
    calendars[index].id.map {
      ListedPlace(account: listed[owners[index]].account.id, calendarID: $0)
    }
  }

  func row(of place: ListedPlace) -> Int? {
    rows.firstIndex {
      if case .calendar(let index) = $0 { self.place(of: index) == place } else { false }
    }
  }

  /// The calendars in the order of the rows, each once.
  var places: [ListedPlace] { places(in: rows) }

  private func places(in rows: [Row]) -> [ListedPlace] {
    var seen: Set<ListedPlace> = []
    return rows.indices.compactMap { place(of: $0, in: rows) }
      .filter { seen.insert($0).inserted }
  }

  /// The calendars in the order in which somebody goes through them: as they are shown.
  ///
  /// Words are typed to find one calendar, which has the whole list around it; so has the only one that
  /// a condition finds.
  var placesInTurn: [ListedPlace] {
    let shown = places
    let isNarrowed = query?.parts.contains { $0.kind == .condition } ?? true
    return isNarrowed && (query == nil || shown.count > 1) ? shown : places(in: rows(of: sorted))
  }

  /// The nearest row with a calendar, looking in one direction.
  func calendarRow(from row: Int, step: Int) -> Int? {
    var row = row
    while rows.indices.contains(row) {
      if case .calendar = rows[row] { return row }
      row += step
    }
    return nil
  }

  /// Marks every calendar that is shown, or none of them where all are.
  mutating func toggleMarks() {
    let shown = Set(places)
    usedMarks.subtract(shown)
    if shown.isSubset(of: marks) { marks.subtract(shown) } else { marks.formUnion(shown) }
  }

  mutating func unmark(_ places: Set<ListedPlace>) { marks.subtract(places) }

  /// Takes note that a run was about some calendars.
  mutating func noteUse(of places: Set<ListedPlace>) { usedMarks.formUnion(places) }

  /// The marked calendars, in the order of the rows, and behind them those that are not shown.
  var markedPlaces: [ListedPlace] {
    let shown = places.filter(marks.contains)
    let hidden = marks.subtracting(shown)
    return shown
      + calendars.indices.compactMap(place(of:)).filter(hidden.contains)
  }

  mutating func toggleMark(_ place: ListedPlace) {
    usedMarks.remove(place)
    if marks.remove(place) == nil { marks.insert(place) }
  }

  // MARK: Of one calendar

  /// Lets the rules judge the calendars of some rows; what they found is kept.
  func countProblems(inRows range: Range<Int>) {
    for row in range.clamped(to: rows.indices) {
      if case .calendar(let index) = rows[row] { _ = problems(of: index) }
    }
  }

  func problems(of index: Int) -> ProblemCounts { calendars[index].problems(today: today) }

  func hasDraft(_ index: Int) -> Bool {
    calendars[index].id.map(listed[owners[index]].drafts.contains) ?? false
  }

  /// The marks of a calendar, each with what it means.
  func marks(of index: Int, _ symbols: Symbols) -> [(mark: String, meaning: String)] {
    var marks: [(mark: String, meaning: String)] = []
    switch place(of: index).flatMap({ open[$0] }) {
    case true?: marks.append((symbols.changed, "open and changed"))
    case false?: marks.append(("o", "open"))
    case nil: break
    }
    if hasDraft(index) { marks.append(("d", "a draft is kept")) }
    if isGoverned(index) { marks.append(("s", "a schedule governs the hours")) }
    return marks
  }

  /// Whether a schedule is known to govern the hours.
  func isGoverned(_ index: Int) -> Bool {
    calendars[index].id.flatMap { listed[owners[index]].schedules[$0] }?.governs ?? false
  }
}
