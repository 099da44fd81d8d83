import JSON

extension Rule {
  /// Ranges of one entry that overlap.
  static let overlapInEntry = Rule(
    "hours.overlap", .warning, objects: .openHours, .availability
  ) { entry, context in
    let hours = entry[member: DayHours.key]?.array ?? []
    guard hours.count > 1 else { return [] }
    var earlier: [HourRange] = []
    return hours.enumerated().compactMap { index, hour in
      guard let range = HourRange(hour), range.isUsable else { return nil }
      let others = earlier.filter(range.overlaps)
      earlier.append(range)
      guard !others.isEmpty else { return nil }
      return Finding(
        "\(context.format.range(range)) overlaps \(Wording.listed(others, in: context.format)).",
        at: DayHours.key.path.appending(index))
    }
  }
}
