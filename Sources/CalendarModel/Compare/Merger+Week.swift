import JSON

extension Merger {
  /// Merges the weekly hours: takes theirs, and writes the days that mine changed into as few of their
  /// entries as possible.
  ///
  /// - Returns: nil where the user edited something that no day shows, such as an entry without days
  ///   or a range that cannot be read.
  mutating func week(_ versions: Versions, at place: MergePlace) -> JSONValue? {
    let (base, theirs, mine) = (
      WeekHours(versions.base), WeekHours(versions.theirs), WeekHours(versions.mine)
    )
    guard Self.dayless(base) == Self.dayless(mine) else { return nil }
    let changed = (0...6).filter { !base[$0].isSame(as: mine[$0]) }
    let open = changed.filter { !theirs[$0].isSame(as: mine[$0]) }
    guard open.allSatisfy({ mine[$0].isExact }) else { return nil }
    reportDays(words.format.weekdays.filter { !changed.contains($0) }, base, theirs, at: place)
    var hours: [Int: [HourRange]] = [:]
    for day in open {
      if base[day].isSame(as: theirs[day])
        || chosenDay(day, base, theirs, mine, at: place) == .mine
      {
        hours[day] = mine[day].ranges
      }
    }
    return .array(theirs.list(setting: hours))
  }

  /// The entries that hold something that no day shows.
  private static func dayless(_ week: WeekHours) -> [MeaningKey] {
    week.entries.filter { $0.days.isEmpty || !$0.oddities.isEmpty }
      .map { MeaningKey(ObjectType.openHours.documentedPart(of: $0.value)) }
  }

  private mutating func chosenDay(
    _ day: Int, _ base: WeekHours, _ theirs: WeekHours, _ mine: WeekHours, at place: MergePlace
  ) -> CalendarMerge.Side {
    func hours(_ week: WeekHours) -> JSONValue { .array(week[day].ranges.map(\.json)) }
    return conflict(
      Versions(base: hours(base), theirs: hours(theirs), mine: hours(mine)),
      at: place.days([day], in: words.format),
      texts: (words.hours(base[day]), words.hours(theirs[day]), words.hours(mine[day])))
  }

  /// Lists the days that they changed; days with the same change are one entry.
  private mutating func reportDays(
    _ days: [Int], _ base: WeekHours, _ theirs: WeekHours, at place: MergePlace
  ) {
    let changed = days.filter { !base[$0].isSame(as: theirs[$0]) }
    let groups = WeekHours.grouped(changed) { [words.hours(base[$0]), words.hours(theirs[$0])] }
    for group in groups {
      takeOver(
        .changed, at: place.days(group.days, in: words.format), from: group.value[0],
        to: group.value[1])
    }
  }
}
