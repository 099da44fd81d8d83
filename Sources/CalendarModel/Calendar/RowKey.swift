import JSON

/// What a row of a list is known by through all changes.
///
/// Whoever pairs the rows of two lists asks this: the review, the merge, the comparison after a save
/// and the messages of the service.
package enum RowKey: Sendable, Hashable {
  /// The id of a user; empty in a member for whom nobody was chosen yet.
  case user(String)
  /// The id that the service gave the row.
  case id(String)
  case date(CalendarDate)
  /// Days of the week, in the order of the entry.
  case days([Int])
  /// The kind of a meeting location.
  case kind(String)
  /// A text that stands where one of the others belongs.
  case text(String)

  /// Whether it says nothing that tells the row from another.
  var isEmpty: Bool {
    switch self {
    case .user(let text), .id(let text), .kind(let text), .text(let text): text.isEmpty
    case .days(let days): days.isEmpty
    case .date: false
    }
  }

  /// The key as a text, for the places of a merge: the id, `2026-12-24`.
  var text: String {
    switch self {
    case .user(let text), .id(let text), .kind(let text), .text(let text): text
    case .date(let date): date.description
    case .days(let days): days.map(String.init).joined(separator: ",")
    }
  }
}

extension RowKey {
  static func ofMember(_ row: JSONObject) -> RowKey? {
    row[member: MemberKey.userId]?.text.map { .user($0) }
  }

  static func ofDate(_ row: JSONObject) -> RowKey? {
    JSONValue.object(row).serviceID.map { .id($0) } ?? ofDay(row)
  }

  /// The day of a date-specific entry: the service may give it another id.
  static func ofDay(_ row: JSONObject) -> RowKey? {
    guard let text = row[member: DateEntryKey.date]?.text else { return nil }
    return CalendarDate(beginning: text).map { .date($0) } ?? .text(text)
  }

  static func ofWeekEntry(_ row: JSONObject) -> RowKey? {
    guard let days = row[member: WeekEntryKey.daysOfTheWeek] else { return nil }
    guard let elements = days.array else { return .text(days.printed()) }
    let known = elements.compactMap(\.int)
    return known.count == elements.count ? .days(known) : .text(days.printed())
  }

  static func ofLocation(_ row: JSONObject) -> RowKey? {
    row[member: LocationKey.kind]?.text.map { .kind($0) }
  }
}

extension JSONValue {
  /// The id that the service gave a row, under either spelling that is seen in the field.
  package var serviceID: String? {
    for key in [DateEntryKey.id, .underscoreID] {
      if let id = self[member: key]?.text, !id.isEmpty { return id }
    }
    return nil
  }
}
