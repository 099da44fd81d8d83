import CalendarModel
import JSON

/// What this machine saved of a calendar a moment ago.
///
/// The service may show for some seconds what was there before a save. Put together with the edits,
/// that would look as if somebody else had taken the save back, and a list that is sent whole would
/// take it back indeed. So what is read soon behind a save is compared with it first.
package struct RecentSaves: Sendable, Hashable {
  /// A save whose effect was seen.
  package struct Save: Sendable, Hashable {
    /// When it ended, in seconds since 1970.
    package let seconds: Int
    /// The properties that were sent, as they were before it and as they were seen after it, with the
    /// keys of the API page.
    let before, after: [String: JSONValue]

    /// - Parameters:
    ///   - before: the calendar before the save.
    ///   - sent: the update.
    ///   - after: the calendar as it was seen after the save.
    ///   - withheld: properties of which something is left out here.
    package init(
      before: JSONValue, sent: JSONValue, after: JSONValue, at seconds: Int,
      without withheld: Set<String> = []
    ) {
      let keys = Set(sent.object?.keys ?? []).subtracting(withheld)
      func part(_ calendar: JSONValue) -> [String: JSONValue] {
        let members = LoadedSpellings.normalised(calendar).object?.members ?? []
        let pairs = members.filter { keys.contains($0.key) }.map { ($0.key, $0.value) }
        return Dictionary(pairs) { first, _ in first }
      }
      (self.seconds, self.before, self.after) = (seconds, part(before), part(after))
    }
  }

  /// For so many seconds what is read may be older than a save.
  package static let longest = 30
  /// How many seconds to wait before each new look, where what is read is older.
  package static let pauses = [1, 2, 4, 8]
  /// The same behind an update that the service said it saved, where nothing of it is shown.
  package static let pausesBehind = [1, 2, 4]

  /// The oldest first.
  private let saves: [Save]

  /// Knows of none.
  package init() { saves = [] }

  /// - Parameters:
  ///   - saves: in any order, but those of one second in theirs.
  ///   - now: in seconds since 1970; saves that are older than ``longest`` do not count.
  package init(_ saves: [Save], at now: Int) {
    self.saves = saves.filter { abs(now - $0.seconds) < Self.longest }.enumerated()
      .sorted { ($0.element.seconds, $0.offset) < ($1.element.seconds, $1.offset) }
      .map(\.element)
  }

  package var isEmpty: Bool { saves.isEmpty }

  /// What a calendar shows as it was before a save; nil where it shows nothing of that kind.
  ///
  /// - Parameters:
  ///   - calendar: as it was loaded just now.
  ///   - names: what the ids of users stand for.
  package func oldRead(
    in calendar: JSONValue, names: [String: String], format: LocalFormat
  ) -> OldRead? {
    guard !saves.isEmpty else { return nil }
    let read = LoadedSpellings.normalised(calendar)
    var keys: [String] = []
    var saved = read.object ?? JSONObject()
    for field in CalendarSchema.all where !field.isReadOnly {
      let key = field.key
      let changes = saves.filter { !field.isSamePart($0.before[key], $0.after[key]) }
      guard let last = changes.last?.after[key], !field.isSamePart(read[key: key], last),
        changes.contains(where: { field.isSamePart($0.before[key], read[key: key]) })
      else { continue }
      keys.append(key)
      saved[key] = last
    }
    guard !keys.isEmpty else { return nil }
    return OldRead(read: read, saved: .object(saved), keys: keys, names: names, format: format)
  }
}

/// A calendar that shows what was there before a save of this machine: the service shows an older
/// state, or somebody has put it back.
package struct OldRead: Sendable, Hashable {
  /// The properties in question, by their keys.
  package let keys: [String]
  /// What was saved, and what the service shows, in sentences: "Slot duration: 30 min → 45 min".
  package let sentences: [String]
  /// The calendar with what was saved in the place of what is shown.
  let saved: JSONValue
  /// The calendar as it is shown.
  let read: JSONValue

  init(
    read: JSONValue, saved: JSONValue, keys: [String], names: [String: String],
    format: LocalFormat
  ) {
    (self.read, self.saved, self.keys) = (read, saved, keys)
    let changes = CalendarMerge(
      base: saved, theirs: read, mine: saved, names: names, format: format
    ).takenOver.map(\.text)
    sentences = changes.isEmpty ? keys.map { CalendarSchema.field($0)?.label ?? $0 } : changes
  }
}

/// What counts where a calendar shows what was there before a save.
package enum OldReadChoice: Sendable, Hashable {
  /// What was saved: the service shows an older state.
  case saved
  /// What is shown: somebody has put it back.
  case read
}
