import JSON

/// What the service lists of the schedules for one calendar.
package struct ScheduleList: Sendable, Hashable {
  /// The calendar that was asked about.
  package let calendarID: String
  package private(set) var schedules: [Schedule] = []
  /// Why each entry that is no schedule cannot be read.
  package private(set) var unreadable: [String] = []
  /// The users who were asked about one by one; nil where everybody's schedules were listed.
  package var askedUserIDs: Set<String>?
  /// The time zones of the schedules that this machine knows, by name.
  package var zones: [String: ZoneOffsets] = [:]

  package init(calendarID: String, askedUserIDs: Set<String>? = nil) {
    self.calendarID = calendarID
    self.askedUserIDs = askedUserIDs
  }

  /// Adds the entries of an answer; a schedule that is listed already is not added again.
  package mutating func add(_ entries: [JSONValue]) {
    for entry in entries {
      do {
        let schedule = try Schedule(entry)
        if !schedules.contains(where: { $0.id != nil && $0.isSame(as: schedule) }) {
          schedules.append(schedule)
        }
      } catch {
        unreadable.append(error.reason)
      }
    }
  }

  /// The same list, asked about another calendar.
  package func asked(about calendarID: String) -> ScheduleList {
    var list = ScheduleList(calendarID: calendarID, askedUserIDs: askedUserIDs)
    (list.schedules, list.unreadable, list.zones) = (schedules, unreadable, zones)
    return list
  }

  /// The names of the time zones that its schedules have.
  package var zoneNames: Set<String> { Set(schedules.compactMap(\.zone)) }

  /// The schedules that the calendar's hours are taken from.
  package var governing: [Schedule] { schedules.filter { $0.governs(calendarID) } }
}

/// What is known of the schedules for a calendar.
package enum ScheduleAnswer: Sendable, Hashable {
  /// Nobody asked: the calendar is a file.
  case notAsked
  /// The answer is not here yet.
  case asking
  /// The service could not be asked, and why, as the end of a sentence.
  case unknown(reason: String)
  case listed(ScheduleList)

  /// Whether a schedule is known to govern the calendar.
  package var governs: Bool {
    if case .listed(let list) = self { !list.governing.isEmpty } else { false }
  }
}
