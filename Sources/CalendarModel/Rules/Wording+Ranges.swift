extension Wording {
  /// "09:00–17:00, 10:00–11:00"; what exceeds three ranges is counted.
  static func listed(_ ranges: [HourRange], in format: LocalFormat) -> String {
    let named = ranges.prefix(3).map(format.range).joined(separator: ", ")
    return ranges.count > 3 ? "\(named) and \(ranges.count - 3) more" : named
  }
}
