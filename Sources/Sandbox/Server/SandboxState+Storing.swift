import JSON

/// What an update that was found right does to a calendar, and what its answer says.
extension SandboxState {
  /// Stores an update and gives its answer.
  mutating func store(_ update: JSONObject, at index: Int) -> SandboxAnswer {
    let before = stored(index).object ?? JSONObject()
    var base = before
    if options.put == .replace {
      for key in before.keys where BodyShapes.update.contains(key) && update[key] == nil {
        base[key] = nil
      }
    }
    var taken = update
    if Self.hasHours(update) {
      switch options.hours {
      case .calendar: break
      case .ignored where !schedules(governing: .object(before)).isEmpty:
        for key in Self.hourKeys { taken[key] = nil }
      case .ignored: break
      case .deletes: removeSchedules(governing: .object(before))
      }
    }
    write(taken, over: base, at: index)
    return answer(to: update, of: index)
  }

  /// Changes keys of a calendar as another person would; an id that is not there changes nothing.
  mutating func change(_ id: String, _ keys: JSONValue) {
    guard let index = index(ofCalendar: id), let keys = keys.object,
      let before = calendars[index].value.object
    else { return }
    write(keys, over: before, at: index)
  }

  private mutating func write(_ update: JSONObject, over base: JSONObject, at index: Int) {
    var after = CalendarUpdate.merged(update, into: base)
    after = CalendarUpdate.withIDs(after) { makeID() }
    after["dateUpdated"] = .text(DemoAccount.timestamp(now))
    if let version = after["version"]?.int { after["version"] = .integer(version + 1) }
    calendars[index].value = .object(after)
  }

  private static let hourKeys = ["openHours", "availabilities"]

  private static func hasHours(_ update: JSONObject) -> Bool {
    hourKeys.contains { update[$0] != nil }
  }

  /// A stored calendar in the spelling of updates.
  func stored(_ index: Int) -> JSONValue {
    let value = calendars[index].value
    return options.redirectSpelling == .page ? value : RedirectKey.page(value)
  }

  /// A stored calendar as answers show it.
  func shown(_ index: Int) -> JSONValue {
    let value = calendars[index].value
    return options.redirectSpelling == .page ? value : RedirectKey.service(value)
  }

  /// The answer to an update that was carried out.
  func answer(to update: JSONObject, of index: Int) -> SandboxAnswer {
    let calendar = shown(index)
    let members: [JSONObject.Member] =
      switch options.answer {
      case .full: calendar.object?.members ?? []
      case .short:
        (calendar.object?.members ?? []).filter { ["id", "locationId", "name"].contains($0.key) }
      case .echo: [.init(key: "id", value: .text(calendars[index].id))] + update.members
      }
    return SandboxAnswer(200, ["calendar": .object(JSONObject(members))])
  }
}

/// The two spellings of the URL of a redirect.
enum RedirectKey {
  private static let page = "formSubmitRedirectURL"
  private static let service = "formSubmitRedirectUrl"

  /// A calendar in the spelling of the API page.
  static func page(_ calendar: JSONValue) -> JSONValue { renamed(calendar, service, page) }

  /// A calendar in the spelling of the service's answers.
  static func service(_ calendar: JSONValue) -> JSONValue { renamed(calendar, page, service) }

  /// The key keeps its place; where the other spelling is there too, nothing changes.
  private static func renamed(_ calendar: JSONValue, _ from: String, _ to: String) -> JSONValue {
    guard let object = calendar.object, object[to] == nil else { return calendar }
    return .object(
      JSONObject(
        object.members.map { $0.key == from ? .init(key: to, value: $0.value) : $0 }))
  }
}
