/// Gathers changes, and refuses a second one of the same place.
struct ChangeCollector {
  private(set) var changes: [CalendarChange] = []
  private var taken = TakenPlaces()

  /// - Throws: for a place that an earlier change has, or a part of.
  mutating func add(_ more: [CalendarChange]) throws(CalendarChanges.Mistake) {
    for change in more {
      if let other = taken.conflict(with: change) {
        throw CalendarChanges.Mistake(
          ChangeWording.twice(change.place.text, other), line: change.line)
      }
      taken.take(change)
      changes.append(change)
    }
  }
}

/// The places that changes have, for finding two of the same one.
struct TakenPlaces {
  /// The places, by their parts, with their names.
  private var whole: [[String]: String] = [:]
  /// What stands around them.
  private var around: [[String]: String] = [:]

  mutating func take(_ change: CalendarChange) {
    let name = change.place.text
    for place in Self.places(of: change) {
      whole[place] = name
      for count in 1..<max(1, place.count) { around[Array(place.prefix(count))] = name }
    }
  }

  /// The name of a place that has something in common with that of a change; nil for none.
  func conflict(with change: CalendarChange) -> String? {
    for place in Self.places(of: change) {
      for count in 1...place.count {
        if let name = whole[Array(place.prefix(count))] { return name }
      }
      if let name = around[place] { return name }
    }
    return nil
  }

  /// Every place that a change has: each day and each date alone, a number and its unit.
  private static func places(of change: CalendarChange) -> [[String]] {
    var places: [[String]] = [[]]
    for part in change.place.parts {
      switch part {
      case .key(let key): places = places.map { $0 + [key] }
      case .row(.number(let number)): places = places.map { $0 + ["[\(number)]"] }
      case .row(.text(let text)): places = places.map { $0 + ["[\"\(text)"] }
      case .days(let days): places = days.flatMap { day in places.map { $0 + ["day \(day)"] } }
      case .dates(let dates):
        places = dates.flatMap { date in places.map { $0 + ["\(date)"] } }
      }
    }
    switch change.action {
    // A row that joins a list leaves the others alone.
    case .add(let name): places = places.map { $0 + ["+ \(name)"] }
    case .addRow(let row): places = places.map { $0 + ["+ \(row.printed())"] }
    case .quantity(let text):
      if text.contains(where: \.isLetter), let pair = QuantityField(change.place.topKey),
        !pair.isUnitFixed
      {
        places.append([pair.unit.key])
      }
    case .recurrence: places.append([CalendarKey.enableRecurring.rawValue])
    default: break
    }
    return places
  }
}
