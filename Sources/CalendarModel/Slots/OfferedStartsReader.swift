import JSON

/// Collects the start times of an answer, wherever its shape puts them.
///
/// The service documents `{"2024-10-28": {"slots": ["2024-10-28T10:00:00-05:00"]}}`. It also sends
/// the dates under `_dates_` or `slots`, with a `traceId` beside them, lists the times of a date
/// directly, and writes a time as `{"slot": "…"}`.
struct OfferedStartsReader {
  private(set) var starts: [CalendarDate: Set<Int>] = [:]
  private(set) var offsets: Set<String> = []
  private(set) var unreadable = 0

  /// Members that hold the dates of an answer, or the times of a date.
  private static let containers = ["_dates_", "dates", "slots", "freeSlots", "data"]
  /// Members that hold a start time, where it is an object.
  private static let timeKeys = ["slot", "startTime", "start", "time"]
  /// Members that may stand alone, in an answer that offers nothing.
  private static let companions: Set<String> = ["traceId"]

  /// Reads a whole answer, or the part of one that holds the dates.
  mutating func read(_ value: JSONValue) throws(OfferedStarts.Unreadable) {
    if let times = value.array { return try read(times: times) }
    guard let object = value.object else {
      throw .init(reason: "it is \(value.kindInWords) and names no dates")
    }
    let days = object.members.filter { CalendarDate($0.key.prefix(10)) != nil }
    for day in days { try read(day: day.value, named: String(day.key.prefix(10))) }
    guard days.isEmpty else { return }
    if let part = Self.part(of: object) { return try read(part) }
    guard object.keys.allSatisfy(Self.companions.contains) else {
      throw .init(reason: "it names no dates")
    }
  }

  private mutating func read(
    day value: JSONValue, named date: String
  ) throws(OfferedStarts.Unreadable) {
    if let times = value.array { return try read(times: times) }
    guard let part = value.object.flatMap(Self.part) else {
      throw .init(reason: "it lists no times for \(date)")
    }
    try read(day: part, named: date)
  }

  private mutating func read(times: [JSONValue]) throws(OfferedStarts.Unreadable) {
    for value in times {
      let text = value.text ?? Self.timeKeys.lazy.compactMap { value[key: $0]?.text }.first
      if let text {
        add(text)
      } else if let part = value.object.flatMap(Self.part) {
        try read(part)
      } else {
        unreadable += 1
      }
    }
  }

  private static func part(of object: JSONObject) -> JSONValue? {
    containers.lazy.compactMap { object[$0] }.first
  }

  // MARK: One time

  private mutating func add(_ text: String) {
    guard let time = Self.time(text) else {
      unreadable += 1
      return
    }
    starts[time.date, default: []].insert(time.minute)
    offsets.insert(time.offset)
  }

  /// Reads `2024-10-28T10:00:00-05:00`, also without seconds or offset; nil for anything else.
  private static func time(
    _ text: String
  ) -> (date: CalendarDate, minute: Int, offset: String)? {
    let halves = text.split(maxSplits: 1) { $0 == "T" || $0 == " " }
    guard halves.count == 2, let date = CalendarDate(halves[0]) else { return nil }
    let clock = halves[1].prefix { ("0"..."9").contains($0) || $0 == ":" || $0 == "." }
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts[0].count == 2, parts[1].count == 2,
      let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
    else { return nil }
    let offset = halves[1].dropFirst(clock.count)
    return isOffset(offset) ? (date, hour * 60 + minute, String(offset)) : nil
  }

  /// Whether a text is empty, `Z`, or an offset such as `+05:30`, `-0500` or `+01`.
  private static func isOffset(_ text: Substring) -> Bool {
    if text.isEmpty || text == "Z" { return true }
    let digits = text.dropFirst().filter { $0 != ":" }
    return (text.first == "+" || text.first == "-") && text.count <= 6
      && [2, 4].contains(digits.utf8.count)
      && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
