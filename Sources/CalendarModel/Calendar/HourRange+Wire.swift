import JSON

extension HourRange {
  /// The range as the service takes it; midnight at the end of a day is 23:60; API page, `hours[]`.
  package var json: JSONValue {
    .object(
      JSONObject(
        members.map { JSONObject.Member(key: $0.key.rawValue, value: .integer($0.value)) }))
  }

  private var members: [(key: HourKey, value: Int)] {
    let (openHour, openMinute) = Self.wire(open)
    let (closeHour, closeMinute) = Self.wire(close)
    return [
      (.openHour, openHour), (.openMinute, openMinute), (.closeHour, closeHour),
      (.closeMinute, closeMinute),
    ]
  }

  private static func wire(_ minutes: Int) -> (hour: Int, minute: Int) {
    minutes == 1440 ? (23, 60) : (minutes / 60, minutes % 60)
  }

  /// The range written over one that was loaded: its other members, and what is right already,
  /// stay as they are.
  func written(over old: JSONValue) -> JSONValue {
    guard case .object(var object) = old else { return json }
    if let range = HourRange(old), range == self { return old }
    for (key, value) in members where object[member: key]?.int != value {
      object[member: key] = .integer(value)
    }
    return .object(object)
  }

  /// A list of hours for ranges that keeps what is there of another list.
  ///
  /// A range that stands in it already goes over as it came; the others are written over those
  /// that are left, in order.
  static func hours(_ ranges: [HourRange], over old: [JSONValue]) -> [JSONValue] {
    var free = Array(old.enumerated())
    var hours = ranges.map { range -> JSONValue? in
      guard let index = free.firstIndex(where: { HourRange($0.element) == range }) else {
        return nil
      }
      return free.remove(at: index).element
    }
    for index in hours.indices where hours[index] == nil {
      hours[index] =
        free.isEmpty ? ranges[index].json : ranges[index].written(over: free.removeFirst().element)
    }
    return hours.compactMap { $0 }
  }
}
