import JSON

/// The service's own answer on free slots, by date; API page, `GET …/free-slots`.
///
/// Times are taken as they are written, without a shift to another zone.
package struct FreeSlots: Sendable, Hashable {
  /// Start times in minutes after midnight, ascending; days without slots may be absent.
  package let starts: [CalendarDate: [Int]]
  /// The offsets that stand behind the times: `-05:00`, `Z`.
  package let offsets: Set<String>
  /// How many times could not be read.
  package let unreadable: Int

  /// Reads `{"2024-10-28": {"slots": ["2024-10-28T10:00:00-05:00"]}}`; members that are not about a
  /// date are passed over.
  package init(answer: JSONValue) {
    self.init(
      days: (answer.object?.members ?? []).map { member in
        (member.key, (member.value[key: "slots"]?.array ?? []).map { $0.text ?? "" })
      })
  }

  /// Reads the times of days, as the service writes both; days that are no date are passed over.
  package init(days: some Sequence<(date: String, times: [String])>) {
    var starts: [CalendarDate: Set<Int>] = [:]
    var offsets: Set<String> = []
    var unreadable = 0
    for day in days where CalendarDate(day.date) != nil {
      for time in day.times {
        guard let read = Self.read(time) else {
          unreadable += 1
          continue
        }
        starts[read.date, default: []].insert(read.minute)
        offsets.insert(read.offset)
      }
    }
    self.starts = starts.mapValues { $0.sorted() }
    self.offsets = offsets
    self.unreadable = unreadable
  }

  private static func read(_ text: String) -> (date: CalendarDate, minute: Int, offset: String)? {
    let halves = text.split(separator: "T", maxSplits: 1)
    guard halves.count == 2, let date = CalendarDate(halves[0]) else { return nil }
    let time = halves[1].prefix { ("0"..."9").contains($0) || $0 == ":" || $0 == "." }
    let parts = time.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts[0].count == 2, parts[1].count == 2,
      let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
    else { return nil }
    return (date, hour * 60 + minute, String(halves[1].dropFirst(time.count)))
  }
}
