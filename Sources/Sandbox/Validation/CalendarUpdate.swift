import JSON

/// How an update changes a stored calendar: each property given replaces the one stored.
enum CalendarUpdate {
  /// The calendar after a checked update; availabilities marked as deleted are gone.
  static func merged(_ update: JSONObject, into calendar: JSONObject) -> JSONObject {
    var out = calendar
    for key in update.keys {
      guard let value = update[key] else { continue }
      out[key] = key == "availabilities" ? kept(value) : value
    }
    return out
  }

  private static func kept(_ value: JSONValue) -> JSONValue {
    guard let entries = value.array else { return value }
    return .array(
      entries.filter { $0[key: "deleted"]?.bool != true }.map { entry in
        guard var object = entry.object else { return entry }
        object["deleted"] = nil
        return .object(object)
      })
  }

  /// The calendar with an id in each availability that came without one.
  static func withIDs(_ calendar: JSONObject, makeID: () -> String) -> JSONObject {
    guard let entries = calendar["availabilities"]?.array else { return calendar }
    var out = calendar
    out["availabilities"] = .array(
      entries.map { entry in
        guard var object = entry.object, object["id"]?.text == nil else { return entry }
        object["id"] = nil
        object.insert(.text(makeID()), for: "id", at: 0)
        return .object(object)
      })
    return out
  }

  /// An id names an availability that is stored; deleting needs one.
  static func problems(
    inAvailabilitiesOf update: JSONObject, before calendar: JSONObject
  ) -> [String] {
    let stored = calendar["availabilities"]?.array ?? []
    let known = Set(stored.compactMap { $0[key: "id"]?.text ?? $0[key: "_id"]?.text })
    let entries = update["availabilities"]?.array ?? []
    return entries.enumerated().compactMap { index, entry in
      if let id = entry[key: "id"]?.text {
        return known.contains(id)
          ? nil : "availabilities.\(index).id must be the id of an existing availability"
      }
      return entry[key: "deleted"]?.bool == true
        ? "availabilities.\(index).id should not be empty" : nil
    }
  }
}
