extension WeekHours {
  /// Puts the days together that have the same of something, in the order of their first ones.
  static func grouped<Value: Equatable>(
    _ days: some Sequence<Int>, by value: (Int) -> Value
  ) -> [(value: Value, days: [Int])] {
    var groups: [(value: Value, days: [Int])] = []
    for day in days {
      let value = value(day)
      if let index = groups.firstIndex(where: { $0.value == value }) {
        groups[index].days.append(day)
      } else {
        groups.append((value, [day]))
      }
    }
    return groups
  }
}
