import JSON

/// What a rule about the whole calendar can look at; it notes what the rule looked at.
///
/// A rule runs again when something that it looked at has changed, so no rule lists what it reads.
/// Nothing here costs a walk through a list, once a fact is kept.
///
/// A property that is unset is not sent, and the service keeps what it has. Rules that judge
/// properties together look at what the service will hold (``held(_:)``, ``count(_:)``,
/// ``tally(_:)``): for an unset property that is what was loaded.
final class CalendarReader {
  /// Something that a rule looked at.
  enum Read: Hashable, Sendable {
    case value(String)
    /// How many rows a list has.
    case rows(String)
    /// A fact about the rows of a list.
    case fact(list: String, name: String)
    /// Which properties are unset.
    case unset

    /// The top-level property that it belongs to; nil for several.
    var key: String? {
      switch self {
      case .value(let key), .rows(let key), .fact(let key, _): key
      case .unset: nil
      }
    }
  }

  private let current: JSONValue
  private let base: JSONValue
  private let context: RuleContext
  private let modifiedKeys: Set<String>
  private let unset: Set<String>
  /// The lists that are edited; a fact that is asked for the first time is kept with them.
  private(set) var lists: [String: ListState]
  /// The facts of the lists as they were loaded.
  private(set) var loadedTallies: [String: Tallies]
  /// Whether a fact was asked for the first time.
  private(set) var hasNewTallies = false
  private var reads: Set<Read> = []

  init(
    current: JSONValue, base: JSONValue, context: RuleContext, modifiedKeys: Set<String>,
    unsetKeys: Set<String>, lists: [String: ListState], loadedTallies: [String: Tallies]
  ) {
    self.current = current
    self.base = base
    self.context = context
    self.modifiedKeys = modifiedKeys
    unset = unsetKeys
    self.lists = lists
    self.loadedTallies = loadedTallies
  }

  /// What was looked at since the last call.
  func takeReads() -> Set<Read> {
    defer { reads.removeAll(keepingCapacity: true) }
    return reads
  }

  // MARK: Values

  var today: CalendarDate { context.today }

  /// Whether a schedule is known to govern the calendar.
  var isGoverned: Bool { context.isGoverned }

  /// The version of the calls that the service gets.
  var version: APIVersion { context.version }

  /// How times are said in messages.
  var format: LocalFormat { context.format }

  /// The calendar's type; nil when nobody says it.
  var type: CalendarType? {
    reads.insert(.value(CalendarKey.calendarType.rawValue))
    return context.calendarType
  }

  /// A property as it is edited; nil where it is absent.
  func value(_ key: CalendarKey) -> JSONValue? { value(key.rawValue) }

  /// A property as it is edited; nil where it is absent.
  func value(_ key: String) -> JSONValue? {
    reads.insert(.value(key))
    return current[key: key]
  }

  /// A property as the service will hold it.
  func held(_ key: CalendarKey) -> JSONValue? { held(key.rawValue) }

  /// A property as the service will hold it.
  func held(_ key: String) -> JSONValue? { value(key) ?? base[key: key] }

  /// A property as it was loaded.
  func loaded(_ key: String) -> JSONValue? { base[key: key] }

  /// Whether a property differs from what was loaded.
  func isChanged(_ key: String) -> Bool {
    reads.insert(.value(key))
    return modifiedKeys.contains(key)
  }

  /// The properties that were loaded and are unset now.
  var unsetKeys: Set<String> {
    reads.insert(.unset)
    return unset
  }

  // MARK: Lists

  /// How many rows a list will have.
  func count(_ key: CalendarKey) -> Int {
    let list = key.rawValue
    reads.insert(.rows(list))
    if let rows = lists[list]?.rows { return rows.count }
    return current[key: list] == nil ? base[key: list]?.array?.count ?? 0 : 0
  }

  /// A fact about the rows that a list will have.
  func tally<Value>(_ fact: RowFact<Value>) -> Tally<Value> {
    reads.insert(.fact(list: fact.list, name: fact.name))
    return current[key: fact.list] == nil ? loadedTally(fact) : editedTally(fact)
  }

  private func editedTally<Value>(_ fact: RowFact<Value>) -> Tally<Value> {
    if let tally = lists[fact.list]?.tallies[fact] { return tally }
    guard let state = lists[fact.list] else { return Tally(fact, []) }
    let tally = Tally(fact, views(current, fact.list) { state.rows[$0].problems })
    lists[fact.list]?.tallies.keep(tally)
    hasNewTallies = true
    return tally
  }

  /// A fact about the rows that were loaded.
  func loadedTally<Value>(_ fact: RowFact<Value>) -> Tally<Value> {
    if let tally = loadedTallies[fact.list]?[fact] { return tally }
    // What is not edited is what was loaded, and need not be read again.
    let isSame = !modifiedKeys.contains(fact.list) && lists[fact.list] != nil
    let tally = isSame ? editedTally(fact) : Tally(fact, views(base, fact.list))
    loadedTallies[fact.list, default: Tallies()].keep(tally)
    hasNewTallies = true
    return tally
  }

  /// Whether rows of a list are there to point at: it is not unset.
  ///
  /// What stands in the rows does not matter, so a change within one does not count.
  func isPresent(_ list: CalendarKey) -> Bool { isPresent(list.rawValue) }

  /// Whether rows of a list are there to point at: it is not unset.
  func isPresent(_ list: String) -> Bool {
    reads.insert(.rows(list))
    return current[key: list] != nil
  }

  /// Whether a property holds a list, whatever stands in its rows.
  func isList(_ key: CalendarKey) -> Bool {
    reads.insert(.rows(key.rawValue))
    return current[key]?.array != nil
  }

  private func views(
    _ calendar: JSONValue, _ list: String, problems: ((Int) -> [Problem])? = nil
  ) -> some Sequence<RowView> {
    let type = CalendarSchema.field(list)?.objectType
    let rows = type == nil ? [] : calendar[key: list]?.array ?? []
    return rows.enumerated().lazy.compactMap { [context] index, row in
      type.map { RowView(row, type: $0, context: context, problems: problems?(index)) }
    }
  }
}
