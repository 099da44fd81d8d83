import CalendarAPI
import CalendarModel
import CalendarWork

extension FoundCalendar {
  /// Runs a call that is about the calendar; one that the service puts off is made again.
  ///
  /// - Throws: a ``Failure`` that names the calendar.
  private func patiently<Value: Sendable>(
    _ call: () async throws(ServiceError) -> Value
  ) async throws(Failure) -> Value {
    var patience = PatientCalls()
    while true {
      do throws(ServiceError) {
        return try await call()
      } catch {
        guard let seconds = patience.wait(after: error) else {
          throw Failure(error, of: title)
        }
        WaitNotice.say(pause: .seconds(seconds))
        try? await Task.sleep(for: .seconds(seconds))
      }
    }
  }

  /// Loads it, for people.
  func loadedOrFailure() async throws(Failure) -> LoadedCalendar {
    try await patiently { () throws(ServiceError) in try await load() }
  }

  /// Loads it as a document, for people.
  func documentOrFailure(
    with knowledge: Knowledge = [], format: LocalFormat = .standard
  ) async throws(Failure) -> CalendarDocument {
    let zone = knowledge.contains(.zone) ? await account?.zone() : nil
    let today = zone?.now?.date ?? CalendarFinder.today
    return try await patiently { () throws(ServiceError) in
      try await document(with: knowledge, today: today, format: format)
    }
  }
}

extension NamedZone {
  /// What time it is there; nil where this machine does not know the zone.
  var now: CalendarMoment? {
    offsets.map { CalendarClock(zone: name, $0).moment(at: System.seconds) }
  }
}

extension [FoundCalendar] {
  /// How many calendars are worked on at once.
  private static let atOnce = 4

  /// Does something with each calendar, a few at once; one that fails does not hold the others.
  ///
  /// - Returns: what came of those that worked, in the order of the calendars.
  func each<Value: Sendable>(
    _ troubles: Troubles,
    _ body: @escaping @Sendable (FoundCalendar) async throws(Failure) -> Value
  ) async -> [Value] {
    let results = await withTaskGroup(of: (Int, Result<Value, Failure>).self) { group in
      var results: [Int: Result<Value, Failure>] = [:]
      for (place, calendar) in enumerated() {
        if place >= Self.atOnce, let (place, done) = await group.next() {
          results[place] = done
        }
        group.addTask {
          (place, await result { () throws(Failure) in try await body(calendar) })
        }
      }
      for await (place, done) in group { results[place] = done }
      return results
    }
    var values: [Value] = []
    for place in indices {
      switch results[place] {
      case .success(let value)?: values.append(value)
      case .failure(let failure)?: troubles.note(failure)
      case nil: break
      }
    }
    return values
  }
}

extension CalendarFinder {
  /// Finds calendars to read, and says where none fits a filter.
  func findSome(_ words: [String], _ choice: ChoiceOptions) async throws(Failure) -> [FoundCalendar]
  {
    let found = try await find(words, filter: choice.filter, from: choice.from)
    guard found.isEmpty else { return found }
    throw Failure("no calendar fits the filter “\(choice.filter ?? "")”")
  }

  /// Finds the one calendar that a word means.
  func findOne(_ word: String) async throws(Failure) -> FoundCalendar {
    let found = try await find([word])
    guard found.count == 1, let only = found.first else {
      throw Failure(
        "“\(word)” means \(Wording.counted(found.count, "calendar")), and one is wanted here",
        details: found.prefix(20).map { "  \($0.id)  \($0.title)  (\($0.place))" },
        status: .usage)
    }
    return only
  }

  /// How times and weeks are shown: as the sub-accounts' configuration says, where it can be read.
  func format() async -> LocalFormat {
    if let known = try? await accounts() { return known.format }
    return ConfigurationLoader.sources(options: [:]).withoutProfile.format
  }
}
