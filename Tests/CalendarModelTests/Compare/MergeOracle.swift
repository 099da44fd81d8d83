import JSON

@testable import CalendarModel

/// A calendar taken apart into what can be set in it, independently of how it is merged.
struct MergeOracle {
  /// Values by what they are known by: keys, users, dates, days.
  private(set) var leaves: [[String]: JSONValue] = [:]
  private(set) var dates: [String: String] = [:]

  /// Lists whose rows have no name: what comes of them is not judged leaf by leaf.
  static let nameless: Set = ["locationConfigurations", "notifications"]

  init(_ calendar: JSONValue) {
    let units = Dictionary(uniqueKeysWithValues: QuantityField.all.map { ($0.number.key, $0) })
    for field in CalendarSchema.all where !field.isReadOnly && !CalendarSchema.isUnit(field.key) {
      let value = calendar[key: field.key]
      let key = [field.key]
      if let pair = units[field.key] {
        leaves[key] = [
          "number": value ?? "unset",
          "unit": pair.isUnitFixed ? .null : calendar[key: pair.unit.key] ?? "unset",
        ]
        continue
      }
      guard let value else { continue }
      switch (field.type, value) {
      case (.object(let type), .object(let object)):
        leaves[key + ["there"]] = true
        for member in object.members {
          let inner = type.field(member.key)
          leaves[key + [member.key]] = inner?.documentedPart(of: member.value) ?? member.value
        }
      case (.list(let type), .array(let rows)) where type == .openHours:
        let week = WeekHours(.array(rows))
        for day in week.days {
          leaves[key + ["\(day.weekday)"]] = .text("\(day.ranges) \(day.oddities)")
        }
      case (.list(let type), .array(let rows)) where !Self.nameless.contains(field.key):
        leaves[key + ["there"]] = true
        for row in rows { take(row, type, key) }
      default: leaves[key] = field.documentedPart(of: value)
      }
    }
  }

  private mutating func take(_ row: JSONValue, _ type: ObjectType, _ key: [String]) {
    let date = DateEntry.date(of: row)
    let name = date?.description ?? row[key: "userId"]?.text ?? "?"
    if let date { dates[row.serviceID ?? row[key: "date"]?.text ?? ""] = date.description }
    guard !type.isDeleted(row) else { return }
    leaves[key + [name, "there"]] = true
    for field in type.fields where !["id", "deleted", "date", "userId"].contains(field.key) {
      guard let value = row[key: field.key] else { continue }
      // Hours are the same in any order.
      let ranges = DayHours(value).stored.sorted(by: HourRange.isEarlier)
      leaves[key + [name, field.key]] =
        field.key == "hours" ? .text("\(ranges)") : field.documentedPart(of: value)
    }
  }

  /// What is wrong with a merge; empty when it keeps the laws.
  ///
  /// - Parameter choices: the sides that were chosen for `merged`.
  static func complaints(
    _ merge: CalendarMerge, _ choices: [CalendarMerge.Conflict.ID: CalendarMerge.Side],
    _ result: JSONValue
  ) -> [String] {
    let (b, t, m, r) = (
      MergeOracle(merge.base), MergeOracle(merge.theirs), MergeOracle(merge.mine),
      MergeOracle(result)
    )
    let dates = b.dates.merging(t.dates) { $1 }.merging(m.dates) { $1 }
    var conflicts: [[String]: CalendarMerge.Side] = [:]
    for conflict in merge.conflicts {
      var steps = conflict.id.steps
      if steps[0] == "availabilities", steps.count > 1 { steps[1] = dates[steps[1]] ?? steps[1] }
      conflicts[steps] = choices[conflict.id] ?? .mine
    }
    var found: [String] = []
    let all = Set(b.leaves.keys).union(t.leaves.keys).union(m.leaves.keys).union(r.leaves.keys)
    for leaf in all {
      let (base, theirs, mine, merged) = (
        b.leaves[leaf], t.leaves[leaf], m.leaves[leaf], r.leaves[leaf]
      )
      let isIn = leaf.indices.lazy.compactMap { conflicts[Array(leaf[...$0])] }.first
      let hasFiner = conflicts.keys.contains { $0.starts(with: leaf) }
      let isNameless = leaf.contains { nameless.contains($0) }
      let expected: JSONValue?
      if let side = isIn {
        expected = side == .mine ? mine : theirs
      } else if hasFiner {
        continue
      } else if areEquivalent(theirs, base) {
        expected = mine
      } else if areEquivalent(mine, base) || areEquivalent(theirs, mine) {
        expected = theirs
      } else if isNameless {
        continue
      } else {
        found.append("\(leaf) was changed on both sides and nobody was asked")
        continue
      }
      if !areEquivalent(merged, expected) {
        let values = [base, theirs, mine, merged].map { $0?.printed() ?? "-" }
        found.append("\(leaf): \(values.joined(separator: " | "))")
      }
    }
    return found
  }
}
