import JSON
import Synchronization

/// One calendar as a list shows it; API notes, section 4 (`GET /calendars/`).
///
/// Reading one costs a walk through its top-level members. The week and the problems are worked out
/// when they are asked for.
package struct ListedCalendar: Sendable {
  /// Whether a calendar can be booked.
  package enum State: Sendable, Hashable, CaseIterable {
    case active, draft
    /// The entry does not say it, or in no way that can be read.
    case unknown

    /// What the list shows: "Active", "Draft", "?".
    package var label: String {
      switch self {
      case .active: "Active"
      case .draft: "Draft"
      case .unknown: "?"
      }
    }
  }

  /// Nil where the entry has none; it cannot be opened by its id then.
  package let id: String?
  /// Nil where it has none that is a text.
  package let name: String?
  package let slug: String?
  /// Nil where the entry says none, or one that no document lists.
  package let type: CalendarType?
  package let groupID: String?
  /// The users of the team, each once.
  package let memberIDs: [String]
  package let state: State
  /// When it was changed last, as the service writes it; nil where it does not say it.
  package let updated: String?
  /// The entry as it came.
  package let json: JSONValue
  /// The entry with the keys of the API page.
  package let calendar: JSONValue
  /// Whether a key that is not there means that nothing is set.
  ///
  /// An answer that lists many calendars may leave keys out.
  package let isComplete: Bool
  /// The names of users, groups and forms by id, as far as they are known.
  package private(set) var names: [String: String] = [:]
  /// What the words of a filter are compared with.
  package private(set) var searchKey: SearchKey
  private let problemCache = ProblemCache()

  /// Reads an entry.
  ///
  /// - Parameters:
  ///   - isComplete: whether it is the whole calendar, as a load of it alone is.
  ///   - names: of users, groups and forms by id.
  /// - Returns: nil where it is no object.
  package init?(_ entry: JSONValue, isComplete: Bool = false, names: [String: String] = [:]) {
    guard entry.object != nil else { return nil }
    let calendar = LoadedSpellings.normalised(entry)
    json = entry
    self.calendar = calendar
    self.isComplete = isComplete
    id = entry.calendarID
    name = calendar[.name]?.text
    slug = calendar[.slug]?.text
    type = CalendarType(reading: calendar[.calendarType])
    groupID = calendar[.groupId]?.unlessBlank?.text
    memberIDs = GoverningSchedules.users(of: calendar)
    updated = calendar[member: StampKey.dateUpdated]?.unlessBlank.map { $0.text ?? $0.printed() }
    state = Self.state(calendar[.isActive], isComplete: isComplete)
    searchKey = SearchKey(name: "", slug: "", id: "", others: [])
    join(names)
  }

  private static func state(_ value: JSONValue?, isComplete: Bool) -> State {
    let field = CalendarSchema.field(.isActive)
    guard
      let given = value?.unlessBlank ?? (value != nil || isComplete ? field?.defaultValue : nil),
      let isActive = given.looseBool
    else { return .unknown }
    return isActive ? .active : .draft
  }

  /// Adds names that have become known; those that were known before are replaced.
  package mutating func join(_ names: [String: String]) {
    self.names = names
    let types = type.map { [$0.label, $0.rawValue] } ?? [typeText]
    searchKey = SearchKey(
      name: name ?? "", slug: slug ?? "", id: id ?? "",
      others: [groupName].compactMap { $0 } + memberNames + types
        + (state == .unknown ? [] : [state.label]))
  }
}

/// A member of the answer that no document lists, and that the list shows.
enum StampKey: String, NamedKey {
  case dateUpdated, dateAdded
}

// MARK: What the list shows

extension ListedCalendar {
  /// What it is called on screen: its name, its slug or its id.
  package var title: String {
    for text in [name, slug, id] {
      if let text, !text.trimmed.isEmpty { return text }
    }
    return "(no name)"
  }

  /// The type in words; what stands there instead where no document lists it, empty where nothing
  /// does.
  package var typeText: String {
    if let type { return type.label }
    guard let odd = calendar[.calendarType]?.unlessBlank else { return "" }
    return odd.text ?? odd.printed()
  }

  /// The name of the group, or its id while the name is not known; nil without a group.
  package var groupName: String? { groupID.map { names[$0] ?? $0 } }

  /// The names of the team, or the ids of those whose names are not known.
  package var memberNames: [String] { memberIDs.map { names[$0] ?? $0 } }

  /// How many members the team has; "?" where the entry does not say it.
  package var memberCount: String { isKnown(.teamMembers) ? "\(memberIDs.count)" : "?" }

  /// How long a meeting lasts: "30 min"; empty where the entry does not say it.
  package var duration: String {
    let isSet = calendar[.slotDuration]?.unlessBlank != nil
    return isSet ? Wording.meaning(of: .slotDuration, in: calendar) : ""
  }

  /// How long a meeting lasts, in minutes; nil where that cannot be read.
  package var durationMinutes: Double? {
    QuantityField(.slotDuration)?.reading(in: calendar).minutes
  }

  /// The week in at most ``WeekGlance/width`` columns: "Mo-Fr 9-17", "MTWTF-- 40h".
  package func week(_ glance: WeekGlance) -> String { glance.text(of: calendar) }

  /// Its weekly hours in words; "dates only" where none count.
  package func weekInWords(_ format: LocalFormat) -> String {
    guard AvailabilityType(in: calendar) != .dates, let hours = calendar[.openHours] else {
      return week(WeekGlance(format))
    }
    return WeekHours(hours).text(in: format)
  }

  /// What about the entry cannot be read, in words; empty for a sound one.
  package var oddities: [String] {
    var oddities = id == nil ? ["It has no id, so it cannot be opened."] : []
    if name == nil { oddities.append("It has no name.") }
    if type == nil, !typeText.isEmpty {
      oddities.append("Its type, \(Wording.quoted(typeText)), is not known.")
    }
    return oddities
  }
}

// MARK: Problems

extension ListedCalendar {
  /// How many errors and warnings the rules find; worked out once for each day.
  ///
  /// An error is one here, whether the calendar came like this or not. A form makes a warning of it
  /// until the value is changed.
  package func problems(today: CalendarDate) -> ProblemCounts {
    problemCache.counts(on: today) {
      Validation(base: calendar, current: calendar, today: today, statedType: nil).rawCounts
    }
  }
}

/// Keeps what the rules found in a calendar, for all copies of its entry.
private final class ProblemCache: Sendable {
  private let known = Mutex<(today: CalendarDate, counts: ProblemCounts)?>(nil)

  func counts(on today: CalendarDate, _ count: () -> ProblemCounts) -> ProblemCounts {
    if let counts = known.withLock({ $0?.today == today ? $0?.counts : nil }) { return counts }
    let counts = count()
    known.withLock { $0 = (today, counts) }
    return counts
  }
}
