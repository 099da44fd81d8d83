import JSON

extension SlotPreview {
  /// The entries of `availabilities` by date.
  ///
  /// Making it reads the date of every entry, once; a date is then found without a walk.
  package struct DateIndex: Sendable {
    private let entries: [JSONValue]
    private let rows: [Int: [Int]]
    /// The dates that have an entry, as days since 1970, ascending.
    private let days: [Int]
    /// How many entries that are not deleted have no date that exists.
    package let unreadable: Int

    /// Reads `availabilities`; anything but a list is an empty one.
    package init(_ availabilities: JSONValue?) {
      entries = availabilities?.array ?? []
      var rows: [Int: [Int]] = [:]
      rows.reserveCapacity(entries.count)
      var unreadable = 0
      for (row, entry) in entries.enumerated() where entry[key: "deleted"] != true {
        guard let text = entry[key: "date"]?.text, let date = Self.date(text) else {
          unreadable += 1
          continue
        }
        rows[date.daysSinceEpoch, default: []].append(row)
      }
      self.rows = rows
      self.unreadable = unreadable
      days = rows.keys.sorted()
    }

    /// The date that a text begins with, whatever time of day follows it.
    private static func date(_ text: String) -> CalendarDate? {
      CalendarDate(wire: text) ?? CalendarDate(text.prefix(10))
    }

    /// How many dates have an entry that is not deleted.
    package var count: Int { days.count }

    /// The hours of a date with its rows; nil where it has no entry.
    ///
    /// Of several entries the first counts, which is the one that is shown and edited
    /// (``DateHours/effectiveRow(on:in:)``).
    package func hours(of date: CalendarDate) -> (rows: [Int], open: OpenRanges)? {
      rows[date.daysSinceEpoch].map { rows in
        (rows, OpenRanges(rows.prefix(1).map { entries[$0][key: "hours"] }))
      }
    }

    /// How many dates from a date on have an entry; found by bisection.
    package func count(from date: CalendarDate) -> Int { days.count - place(of: date) }

    /// The next dates with an entry, from a date on.
    package func next(from date: CalendarDate, limit: Int) -> [CalendarDate] {
      days.dropFirst(place(of: date)).prefix(max(0, limit)).map {
        CalendarDate(daysSinceEpoch: $0)
      }
    }

    private func place(of date: CalendarDate) -> Int {
      var (low, high) = (0, days.count)
      while low < high {
        let middle = (low + high) / 2
        if days[middle] < date.daysSinceEpoch { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }
}
