import JSON

/// Weekdays and dates, each by itself, whatever the entries that say when they are open.
extension ChangeFinder {
  /// Whether two values mean the same in whichever calendar: ids of dates and the entries over which
  /// the days of the week are spread do not count.
  static func isSame(_ old: JSONValue?, _ new: JSONValue?, _ field: Field) -> Bool {
    if field.isSamePart(old, new) { return true }
    guard let rows = old?.array, let others = new?.array else { return false }
    switch field.objectType {
    case ObjectType.availability?: return Self.dates(rows) == Self.dates(others)
    case ObjectType.openHours?:
      let (week, other) = (WeekHours(old), WeekHours(new))
      return week.oddities.isEmpty && other.oddities.isEmpty
        && zip(week.days, other.days).allSatisfy { $0.hours.isSame(as: $1.hours) }
    default: return false
    }
  }

  /// The entries that stay, without their ids, counted.
  private static func dates(_ rows: [JSONValue]) -> [MeaningKey: Int] {
    var counts: [MeaningKey: Int] = [:]
    for row in rows where !DateEntry.isDeleted(row) {
      counts[MeaningKey(meaning(of: row)), default: 0] += 1
    }
    return counts
  }

  /// What an entry means in whichever calendar: without its id, with its date and its hours as this
  /// program writes them.
  private static func meaning(of row: JSONValue) -> JSONValue {
    let documented = withoutID(ObjectType.availability.documentedPart(of: row))
    guard case .object(var object) = documented else { return row }
    object[member: DateEntryKey.deleted] = nil
    let entry = DateEntry(row)
    if let date = entry.date { object[member: DateEntryKey.date] = .text(date.wire) }
    if entry.isExact, entry.ranges == entry.hours.stored.sorted(by: HourRange.isEarlier) {
      object[member: DateEntryKey.hours] = .array(entry.ranges.map(\.json))
    }
    return .object(object)
  }

  /// An entry without the id that it has in one calendar.
  static func withoutID(_ row: JSONValue) -> JSONValue {
    guard case .object(var object) = row else { return row }
    object[member: DateEntryKey.id] = nil
    return .object(object)
  }

  // MARK: Changes

  func week(
    _ old: [JSONValue], _ new: [JSONValue], _ place: ChangePlace
  ) -> [CalendarChange]? {
    let (week, other) = (WeekHours(.array(old)), WeekHours(.array(new)))
    guard other.oddities.isEmpty, other.days.allSatisfy(\.isExact) else { return nil }
    return LocalFormat(weekStart: .monday).weekdays.compactMap { day in
      if week[day].hours.isSame(as: other[day].hours) { return nil }
      return CalendarChange(
        place.appending(.days([day])), .hours(other[day].ranges),
        remark: remark(HoursText.format(week[day].ranges), Wording.weekday(day)))
    }
  }

  func dates(
    _ old: [JSONValue], _ new: [JSONValue], _ place: ChangePlace
  ) -> [CalendarChange] {
    let (index, other) = (DateIndex(.array(old)), DateIndex(.array(new)))
    var changes: [CalendarChange] = []
    let days = Set(index.places.map(\.date)).union(other.places.map(\.date)).sorted()
    for day in days {
      let (was, now) = (index.effectiveRow(on: day), other.effectiveRow(on: day))
      let here = place.appending(.dates([day]))
      guard let now else {
        if let was {
          changes.append(CalendarChange(here, .unset, remark: remark(ofDate: old[was])))
        }
        continue
      }
      if let was, Self.meaning(of: old[was]).isEquivalent(to: Self.meaning(of: new[now])) {
        continue
      }
      changes.append(
        CalendarChange(
          here, .hours(DateEntry(new[now]).ranges), remark: was.map { remark(ofDate: old[$0]) })
      )
    }
    return changes
  }

  private func remark(ofDate row: JSONValue) -> String {
    "was \(HoursText.format(DateEntry(row).ranges))"
  }
}
