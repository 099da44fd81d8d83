import JSON

/// Updates that do something else than what their answer says.
extension SandboxState {
  mutating func answer(_ exchange: SandboxHandler.Exchange) -> SandboxAnswer {
    answer(
      method: exchange.request.method, target: exchange.request.target,
      headers: { $0 == "Authorization" ? exchange.authorization : exchange.request.header($0) },
      body: exchange.request.body)
  }

  /// Answers an update and forgets it.
  ///
  /// - Parameter claims: whether the answer shows the calendar as it would have become.
  mutating func answerWithoutStoring(
    _ exchange: SandboxHandler.Exchange, _ claims: Bool
  ) -> SandboxAnswer {
    let (calendars, schedules) = (calendars, schedules)
    let claim = answer(exchange)
    (self.calendars, self.schedules) = (calendars, schedules)
    guard !claims, claim.status == 200, let index = updated(by: exchange),
      let update = exchange.request.json?.object
    else { return claim }
    return answer(to: update, of: index)
  }

  /// Changes the calendar that a request is about as another person would.
  mutating func change(_ keys: JSONValue, for exchange: SandboxHandler.Exchange) {
    if let id = exchange.request.calendarID { change(id, keys) }
  }

  /// Answers an update that also loses keys of the calendar.
  mutating func answer(
    _ exchange: SandboxHandler.Exchange, losing keys: [String]
  ) -> SandboxAnswer {
    let answer = answer(exchange)
    guard answer.status == 200, let index = updated(by: exchange),
      let update = exchange.request.json?.object
    else { return answer }
    for key in keys {
      calendars[index].value = Self.lost(key.split(separator: ".")[...], of: calendars[index].value)
    }
    return self.answer(to: update, of: index)
  }

  /// The calendar that an update is for; nil for every other request.
  private func updated(by exchange: SandboxHandler.Exchange) -> Int? {
    guard let call = exchange.request.call, call.kind == .save else { return nil }
    return call.id.flatMap(index(ofCalendar:))
  }

  /// A value without a key; on the way to it every row of a list is taken.
  private static func lost(_ path: ArraySlice<Substring>, of value: JSONValue) -> JSONValue {
    if let rows = value.array { return .array(rows.map { lost(path, of: $0) }) }
    guard let first = path.first.map(String.init), var object = value.object,
      let inner = object[first]
    else { return value }
    object[first] = path.count == 1 ? nil : lost(path.dropFirst(), of: inner)
    return .object(object)
  }
}
