import JSON

/// How a pace is kept in a file, for programs that share it.
extension Pace {
  package var json: JSONValue {
    var object = JSONObject([
      .init(key: "limit", value: .integer(limit)),
      .init(key: "interval", value: .integer(interval)),
      .init(key: "sent", value: .array(sent.map(JSONValue.integer))),
      .init(key: "others", value: .array(others.map(\.json))),
      .init(key: "pausedUntil", value: .integer(pausedUntil)),
    ])
    object["last"] = last?.json
    object["reset"] = reset.map(JSONValue.integer)
    object["begun"] = begun.map(JSONValue.integer)
    object["usedUpAt"] = usedUpAt.map(JSONValue.integer)
    return .object(object)
  }

  /// Reads a pace; nil for anything that ``json`` does not write.
  ///
  /// Times that a clock cannot have shown are left for ``reserve(at:)`` to drop.
  package init?(_ json: JSONValue) {
    func time(_ key: String) -> Int? {
      json[key: key]?.int.flatMap { Seen.times.contains($0) ? $0 : nil }
    }
    guard let limit = json[key: "limit"]?.int, (1...100_000).contains(limit),
      let interval = json[key: "interval"]?.int, (1000...3_600_000_000).contains(interval),
      let sent = json[key: "sent"]?.array, let others = json[key: "others"]?.array,
      let pausedUntil = time("pausedUntil")
    else { return nil }
    let times = sent.compactMap(\.int)
    let seen = others.compactMap { Seen($0) }
    guard times.count == sent.count, seen.count == others.count, seen.count <= 1000,
      times.allSatisfy(Seen.times.contains), zip(times, times.dropFirst()).allSatisfy(<=)
    else { return nil }
    self.init()
    (self.limit, self.interval, self.others) = (limit, interval, seen)
    self.sent = Array(times.suffix(mostKept))
    self.pausedUntil = pausedUntil
    last = json[key: "last"].flatMap { Seen($0) }
    (reset, begun, usedUpAt) = (time("reset"), time("begun"), time("usedUpAt"))
  }
}

extension Pace.Seen {
  /// Microseconds that can be added up without an overflow.
  fileprivate static let times = 0...(Int.max / 4)

  fileprivate var json: JSONValue { .array([.integer(time), .integer(count)]) }

  fileprivate init?(_ json: JSONValue) {
    guard let pair = json.array, pair.count == 2, let time = pair[0].int,
      Self.times.contains(time), let count = pair[1].int, (0...100_000).contains(count)
    else { return nil }
    self.init(time: time, count: count)
  }
}
