/// How far the clocks of a time zone are from UTC at every moment.
///
/// A zone file lists the changes of the past and ends with the rule for those after them. Moments
/// are seconds since 1970 in UTC; offsets are seconds to add to UTC, negative west of it.
package struct ZoneOffsets: Sendable, Hashable {
  /// A moment from which on clocks show another offset.
  struct Change: Sendable, Hashable {
    let moment: Int
    let offset: Int
  }

  /// The changes of the file, in order.
  private let changes: [Change]
  /// The offset before the first change.
  private let first: Int
  /// What counts from the last change on; nil keeps the offset of that change.
  private let rule: ZoneRule?

  init(changes: [Change], first: Int, rule: ZoneRule?) {
    (self.changes, self.first, self.rule) = (changes, first, rule)
  }

  /// UTC at all times.
  package static let utc = ZoneOffsets(changes: [], first: 0, rule: nil)

  /// The seconds to add to UTC at a moment.
  package func offset(at moment: Int) -> Int {
    // Most questions are about now, so the search begins at the end.
    guard let index = changes.lastIndex(where: { $0.moment <= moment }) else {
      return changes.isEmpty ? rule?.offset(at: moment) ?? first : first
    }
    guard index == changes.count - 1, let rule else { return changes[index].offset }
    return rule.offset(at: moment)
  }

  /// The moment at which clocks in the zone show a time, given in seconds as if it were UTC.
  ///
  /// A time that clocks show twice means the first one; a time that they leave out means the moment
  /// that comes as long after the change as the time would have.
  package func moment(ofLocal local: Int) -> Int {
    // No zone is further from UTC than a day, so these are the offsets before and after a change.
    let (before, after) = (offset(at: local - 86_400), offset(at: local + 86_400))
    let moments = [local - before, local - after].filter { offset(at: $0) == local - $0 }
    return moments.min() ?? local - before
  }
}
