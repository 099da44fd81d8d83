import JSON

/// One entry of the weekly hours and what can be read of it; API page, `openHours[]`.
struct WeekEntry: Sendable {
  let value: JSONValue
  /// The elements of its list of days as they came; nil where there is no such list.
  let elements: [JSONValue]?
  /// The days it names, 0 to 6.
  let days: Set<Int>
  let hours: DayHours
  /// What is odd about the entry or its list of days, in words.
  let oddities: [String]

  init(_ value: JSONValue) {
    self.value = value
    guard let object = value.object else {
      elements = nil
      days = []
      hours = DayHours()
      oddities = [HoursWording.entryIsNoObject(value)]
      return
    }
    elements = object[member: WeekEntryKey.daysOfTheWeek]?.array
    days = Set((elements ?? []).compactMap(Self.day))
    hours = DayHours(object[member: WeekEntryKey.hours])
    if let elements {
      oddities = elements.filter { Self.day($0) == nil }.map(HoursWording.unknownDay)
    } else {
      oddities = [HoursWording.daysAreNoList(object[member: WeekEntryKey.daysOfTheWeek])]
    }
  }

  /// The day that an element of the list of days stands for; nil when it stands for none.
  static func day(_ element: JSONValue) -> Int? {
    element.int.flatMap { (0...6).contains($0) ? $0 : nil }
  }

  /// Whether it stands for exactly these ranges, so that a day with them can join it.
  func isExactly(_ ranges: [HourRange]) -> Bool {
    elements != nil && oddities.isEmpty && hours.isExact
      && hours.stored.sorted(by: HourRange.isEarlier) == ranges
  }
}
