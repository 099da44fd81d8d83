import JSON

/// Works out which entries of the weekly hours change when days get other hours.
///
/// An entry without a changed day stays as it is. A changed day leaves its entries. Then it joins an
/// entry that has exactly its new hours, or takes over an entry that all days have left, or gets a new
/// entry together with all other days that get the same hours.
struct WeekPlan {
  /// An entry, and what becomes of it.
  private struct Slot {
    let entry: WeekEntry?
    /// The days that leave it.
    var left: Set<Int> = []
    /// The days that join it, in order.
    var joined: [Int] = []
    /// The hours to write into it; nil leaves its hours alone.
    var hours: [HourRange]?

    var names: Set<Int> { entry?.days ?? [] }
    var isNew: Bool { entry == nil }

    /// Whether all days have left it, and its list of days holds nothing else.
    var isVacant: Bool {
      guard let entry, !left.isEmpty, joined.isEmpty else { return false }
      return entry.days == left && entry.oddities.isEmpty
    }

    mutating func join(_ days: [Int]) {
      joined += days.filter { !names.contains($0) }
      left.subtract(days)
    }
  }

  private var slots: [Slot]

  private init(_ entries: [WeekEntry]) { slots = entries.map { Slot(entry: $0) } }

  /// Makes the plan that changes the fewest entries.
  ///
  /// - Parameter hours: the new ranges of each changed day; they are usable and merged.
  static func best(for hours: [Int: [HourRange]], in entries: [WeekEntry]) -> WeekPlan {
    var whole = WeekPlan(entries)
    whole.set(hours, keepsParts: false)
    var parts = WeekPlan(entries)
    parts.set(hours, keepsParts: true)
    return parts.cost < whole.cost ? parts : whole
  }

  /// How many entries are changed, added or removed, and how many there are afterwards.
  private var cost: (Int, Int) {
    let results = slots.map(Self.result)
    let changed = zip(slots, results).count { slot, result in result != slot.entry?.value }
    return (changed, results.count { $0 != nil })
  }

  // MARK: Planning

  /// - Parameter keepsParts: whether a day that is in several entries stays in those whose hours it
  ///   keeps.
  private mutating func set(_ hours: [Int: [HourRange]], keepsParts: Bool) {
    var groups: [(hours: [HourRange], days: [Int])] = []
    for (day, ranges) in hours.sorted(by: { $0.key < $1.key }) {
      let naming = slots.indices.filter { slots[$0].names.contains(day) }
      let (kept, missing) =
        keepsParts && naming.count > 1 ? parts(of: ranges, in: naming) : ([], ranges)
      for index in naming where !kept.contains(index) { slots[index].left.insert(day) }
      guard !missing.isEmpty else { continue }
      if let index = groups.firstIndex(where: { $0.hours == missing }) {
        groups[index].days.append(day)
      } else {
        groups.append((missing, [day]))
      }
    }
    let homeless = groups.filter { !joinEqual($0.days, $0.hours) }
    let rest = homeless.filter { !takeOver($0.days, $0.hours, where: { !$0.isEmpty }) }
    for group in rest where !takeOver(group.days, group.hours, where: { _ in true }) {
      slots.append(Slot(entry: nil, joined: group.days, hours: group.hours))
    }
  }

  /// The entries whose hours are part of the new hours of a day, and the ranges that are not in them.
  private func parts(
    of ranges: [HourRange], in naming: [Int]
  ) -> (kept: [Int], missing: [HourRange]) {
    var kept = naming.filter { slots[$0].entry?.hours.isExact == true }
    func contains(_ outer: HourRange, _ inner: HourRange) -> Bool {
      outer.open <= inner.open && inner.close <= outer.close
    }
    while true {
      let keptRanges = kept.flatMap { slots[$0].entry?.hours.ranges ?? [] }
      let covered = keptRanges.merged
      let fitting = ranges.filter(covered.contains)
      let next = kept.filter { index in
        (slots[index].entry?.hours.ranges ?? []).allSatisfy { range in
          fitting.contains { contains($0, range) }
        }
      }
      if next == kept { return (kept, ranges.filter { !fitting.contains($0) }) }
      kept = next
    }
  }

  /// Lets days join an entry that other days have and that has the same hours.
  private mutating func joinEqual(_ days: [Int], _ hours: [HourRange]) -> Bool {
    var host: Int?
    var most = -1
    for index in slots.indices {
      let slot = slots[index]
      guard let entry = slot.entry, !slot.isVacant, slot.hours == nil, entry.isExactly(hours)
      else { continue }
      let familiar = entry.days.intersection(days).count
      if familiar > most { (host, most) = (index, familiar) }
    }
    guard let host else { return false }
    slots[host].join(days)
    return true
  }

  /// Lets days take over an entry that all its days have left.
  ///
  /// - Parameter isAllowed: decides by those of the days that were in the entry before.
  private mutating func takeOver(
    _ days: [Int], _ hours: [HourRange], where isAllowed: (Set<Int>) -> Bool
  ) -> Bool {
    var host: Int?
    var least = Int.max
    for index in slots.indices where slots[index].isVacant && slots[index].hours == nil {
      let names = slots[index].names
      guard isAllowed(names.intersection(days)) else { continue }
      let hasHours = slots[index].entry?.isExactly(hours) == true
      let cost = (names == Set(days) ? 0 : 2) + (hasHours ? 0 : 1)
      if cost < least { (host, least) = (index, cost) }
    }
    guard let host else { return false }
    slots[host].join(days)
    slots[host].left = slots[host].names.subtracting(days)
    if slots[host].entry?.isExactly(hours) != true { slots[host].hours = hours }
    return true
  }

  // MARK: Results

  /// The list of entries afterwards.
  var list: [JSONValue] { slots.compactMap(Self.result) }

  /// The edits of the list at `path` that lead to ``list``; entries that stay keep their order.
  func changes(at path: JSONPath) -> [Edit] {
    var changes: [Edit] = []
    var gone: [Int] = []
    var count = 0
    for (index, slot) in slots.enumerated() {
      guard let entry = slot.entry else { continue }
      guard Self.result(slot) != nil else {
        gone.append(index)
        continue
      }
      count += 1
      let row = path.appending(index)
      if let days = Self.days(slot), days != entry.elements {
        changes.append(.set(row.appending(WeekEntryKey.daysOfTheWeek), .array(days)))
      }
      if let hours = Self.hours(slot) {
        changes.append(.set(row.appending(WeekEntryKey.hours), .array(hours)))
      }
    }
    changes += gone.reversed().map { .remove(from: path, at: $0) }
    for (index, entry) in slots.filter(\.isNew).compactMap(Self.result).enumerated() {
      changes.append(.insert(entry, into: path, at: count + index))
    }
    return changes
  }

  /// What becomes of an entry; nil when it is removed.
  private static func result(_ slot: Slot) -> JSONValue? {
    guard let entry = slot.entry else {
      return WeekEntryKey.object([
        .daysOfTheWeek: .array(slot.joined.map { .integer($0) }),
        .hours: .array((slot.hours ?? []).map(\.json)),
      ])
    }
    if slot.isVacant { return nil }
    guard case .object(var object) = entry.value else { return entry.value }
    if let days = days(slot), days != entry.elements {
      object[member: WeekEntryKey.daysOfTheWeek] = .array(days)
    }
    if let hours = hours(slot) { object[member: WeekEntryKey.hours] = .array(hours) }
    return .object(object)
  }

  private static func hours(_ slot: Slot) -> [JSONValue]? {
    slot.hours.map {
      HourRange.hours($0, over: slot.entry?.value[member: WeekEntryKey.hours]?.array ?? [])
    }
  }

  /// The list of days: days that stay keep their spelling, and days that join are put in order.
  private static func days(_ slot: Slot) -> [JSONValue]? {
    guard let entry = slot.entry, var days = entry.elements else { return nil }
    days.removeAll { WeekEntry.day($0).map(slot.left.contains) ?? false }
    let known = entry.elements?.compactMap(WeekEntry.day) ?? []
    let isDescending = known.count > 1 && zip(known, known.dropFirst()).allSatisfy { $0 > $1 }
    for day in isDescending ? slot.joined.reversed() : slot.joined {
      let place = days.firstIndex { element in
        WeekEntry.day(element).map { isDescending ? $0 < day : $0 > day } ?? false
      }
      days.insert(.integer(day), at: place ?? days.count)
    }
    return days
  }
}
