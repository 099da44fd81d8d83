import JSON

/// The answer to a request for all calendars of a sub-account, entry by entry; API notes, section 4.
package struct CalendarListing: Sendable {
  /// An entry that is no calendar.
  package struct Unreadable: Sendable, Hashable {
    /// Its place in the answer, counted from 0.
    package let index: Int
    /// Why, as the end of a sentence: "it is a text and no object".
    package let reason: String
  }

  /// What can be listed, in the order of the answer.
  package private(set) var entries: [ListedCalendar] = []
  package private(set) var unreadable: [Unreadable] = []

  /// Reads an answer: a list of calendars, bare or under `calendars`.
  ///
  /// - Parameter names: of users, groups and forms by id, as far as they are known.
  /// - Returns: nil where there is no such list.
  package init?(_ answer: JSONValue, names: [String: String] = [:]) {
    guard let list = answer.array ?? answer[key: "calendars"]?.array else { return nil }
    entries.reserveCapacity(list.count)
    for (index, entry) in list.enumerated() {
      if let calendar = ListedCalendar(entry, names: names) {
        entries.append(calendar)
      } else {
        unreadable.append(
          Unreadable(index: index, reason: "it is \(entry.kindInWords) and no object"))
      }
    }
  }

  /// What has to be said below the list: "2 entries cannot be read."; nil where nothing has.
  package var remark: String? {
    guard !unreadable.isEmpty else { return nil }
    return "\(Wording.counted(unreadable.count, "entry")) of the answer cannot be read."
  }

  /// Adds names that have become known to all entries.
  package mutating func join(_ names: [String: String]) {
    for index in entries.indices { entries[index].join(names) }
  }
}
