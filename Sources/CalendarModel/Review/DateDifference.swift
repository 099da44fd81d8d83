import JSON

/// Dates whose hours were given, changed or taken away, for the review: the dates with the same
/// change together.
struct DateDifference {
  enum Kind: Hashable {
    case added, changed, removed
  }

  let kind: Kind
  /// In order, never empty.
  let dates: [CalendarDate]
  /// The hours before and after in words; of dates that came or went the ones that there are.
  let before: String
  let after: String
  /// What is not sure about taking them away.
  let caveat: String
  /// What it is made of.
  let differences: [Difference]
  /// Where the first of them is edited.
  let path: JSONPath

  /// "+ Date-specific hours › 2026-12-24..2026-12-31 closed".
  func text(in list: String) -> String {
    let days = HoursWording.dates(dates)
    switch kind {
    case .added: return "+ \(list) › \(days) \(after)"
    case .removed: return "- \(list) › \(days) \(before)\(caveat)"
    case .changed: return "\(list) › \(days): \(before) → \(after)"
    }
  }

  /// The changes of dates that can be said in hours.
  ///
  /// - Parameters:
  ///   - differences: all of `availabilities`.
  ///   - rest: receives those that cannot: rows in another order, entries without a date, hours that
  ///     cannot be read, another date in an entry.
  static func all(
    _ differences: [Difference], in document: CalendarDocument, _ format: LocalFormat,
    rest: inout [Difference]
  ) -> [DateDifference] {
    var groups: [Said: [Entry]] = [:]
    var order: [Said] = []
    for (row, parts) in grouped(differences) {
      guard let (said, date) = row.said(parts, document, format) else {
        rest += parts
        continue
      }
      if groups[said] == nil { order.append(said) }
      groups[said, default: []].append(Entry(date: date, parts: parts))
    }
    return order.compactMap { said in
      let entries = (groups[said] ?? []).sorted { $0.date < $1.date }
      guard let first = entries.first, let path = first.parts.first?.path else { return nil }
      return DateDifference(
        kind: said.kind, dates: entries.map(\.date), before: said.before, after: said.after,
        caveat: said.caveat, differences: entries.flatMap(\.parts),
        path: path.row.map { DateIndex.path.appending($0) } ?? path)
    }
  }

  private struct Said: Hashable {
    let kind: Kind
    var before = ""
    var after = ""
    var caveat = ""
  }

  private struct Entry {
    let date: CalendarDate
    let parts: [Difference]
  }

  /// A row of the edited list, or one that is gone.
  private enum Row {
    case here(Int), gone, whole

    func said(
      _ parts: [Difference], _ document: CalendarDocument, _ format: LocalFormat
    ) -> (Said, CalendarDate)? {
      guard let first = parts.first else { return nil }
      switch (self, first.kind) {
      case (.here, .added(let row)) where parts.count == 1:
        guard let (date, hours) = row.sayable(format), !DateEntry.isDeleted(row) else { return nil }
        return (Said(kind: .added, after: hours), date)
      case (.gone, .removed(let row, _)), (.here, .removed(let row, _)):
        guard parts.count == 1, let (date, hours) = row.sayable(format) else { return nil }
        return (
          Said(
            kind: .removed, before: hours, caveat: row.serviceID == nil ? HoursWording.mayStay : ""),
          date
        )
      case (.here(let index), .changed):
        let path = DateIndex.path.appending(index)
        guard parts.allSatisfy({ $0.isOfHours(path) }), let old = document.loaded(path),
          let new = document[path], let (date, before) = old.sayable(format),
          let (same, after) = new.sayable(format), date == same
        else { return nil }
        func words(_ row: JSONValue, _ hours: String) -> String {
          DateEntry.isDeleted(row) ? "deleted" : hours
        }
        let said = Said(kind: .changed, before: words(old, before), after: words(new, after))
        return said.before == said.after ? nil : (said, date)
      default: return nil
      }
    }
  }

  /// The differences row by row, in their order.
  private static func grouped(_ differences: [Difference]) -> [(Row, [Difference])] {
    var groups: [(row: Row, parts: [Difference])] = []
    var places: [Int: Int] = [:]
    for difference in differences {
      guard let index = difference.path.row else {
        if case .removed = difference.kind {
          groups.append((.gone, [difference]))
        } else {
          groups.append((.whole, [difference]))
        }
        continue
      }
      if let place = places[index] {
        groups[place].parts.append(difference)
      } else {
        places[index] = groups.count
        groups.append((.here(index), [difference]))
      }
    }
    return groups
  }
}

extension Difference {
  /// Whether it is one of the hours of a date, of its mark of deletion, or of how the date is written.
  fileprivate func isOfHours(_ row: JSONPath) -> Bool {
    guard case .changed = kind, path.count > row.count,
      case .key(let key) = path.components[row.count]
    else { return false }
    return [.hours, .date, .deleted].contains(DateEntryKey(rawValue: key))
  }
}

extension JSONValue {
  /// The date of an entry and its hours in words; nil where it has none, or more than words can say.
  fileprivate func sayable(_ format: LocalFormat) -> (date: CalendarDate, hours: String)? {
    let entry = DateEntry(self)
    guard let date = entry.date, entry.isExact else { return nil }
    return (date, HoursText.format(entry.ranges, in: format))
  }
}
