import JSON

extension CalendarDocument {
  /// What typed hours or dates would do, in words, with the entries that they replace:
  /// "2026-12-24..2026-12-31, 8 days: closed; 7 new, 1 replaced: 31 Dec 09:00–12:00".
  package func summary(of typing: DateTyping, today: CalendarDate) -> String {
    let summary = typing.summary(today: today, in: format)
    guard case .hours(let command) = typing else { return summary }
    let effect = effect(ofSetting: command.ranges, on: command.dates)
    return summary + (effect.isEmpty ? "" : "; " + effect)
  }

  /// What becomes of the entries of some dates when these get hours, in words; empty where none of
  /// them has an entry.
  package func effect(ofSetting ranges: [HourRange], on dates: [CalendarDate]) -> String {
    var effect = DateEffect()
    for date in dates {
      switch dateState(of: date) {
      case .none: effect.new += 1
      case .deleted: effect.restored += 1
      case .closed: effect.add(date, [], isSame: ranges.isEmpty && isShownWhole(date))
      case .open(let old): effect.add(date, old, isSame: old == ranges && isShownWhole(date))
      }
    }
    return HoursWording.effect(effect, in: format)
  }

  /// What becomes of the entries of dates that get the hours of another date, in words; empty where
  /// none of them has an entry.
  package func effect(ofCopying source: CalendarDate, to dates: [CalendarDate]) -> String {
    let others = dates.filter { $0 != source }
    switch dateState(of: source) {
    case .none, .deleted: return ""
    case .closed: return effect(ofSetting: [], on: others)
    case .open(let ranges): return effect(ofSetting: ranges, on: others)
    }
  }

  /// Whether nothing stands in the entry of a date beside the hours that are shown.
  private func isShownWhole(_ date: CalendarDate) -> Bool {
    let list = self[DateIndex.path]
    guard let row = dateHours.effectiveRow(on: date) else { return true }
    return DateEntry(list?[.index(row)] ?? .null).isExact
  }
}

/// What becomes of the entries of some dates.
struct DateEffect {
  /// How many dates have no entry yet.
  var new = 0
  /// How many have one that was to be deleted.
  var restored = 0
  /// How many have these hours already.
  var same = 0
  /// The dates whose hours are replaced, with those hours.
  var replaced: [(date: CalendarDate, ranges: [HourRange])] = []

  var count: Int { new + restored + same + replaced.count }

  mutating func add(_ date: CalendarDate, _ ranges: [HourRange], isSame: Bool) {
    if isSame { same += 1 } else { replaced.append((date, ranges)) }
  }
}
