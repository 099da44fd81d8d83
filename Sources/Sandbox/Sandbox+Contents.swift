import JSON

/// What a sandbox holds and what it was asked, seen and changed from outside, as tests do.
extension Sandbox {
  // MARK: Requests

  /// Every request so far, in the order in which they were complete.
  package var requests: [SandboxRequest] { store.withLock { $0.requests } }

  /// The requests whose token does not open the sub-account that they are for.
  package var misdirectedRequests: [SandboxRequest] { requests.filter(\.isMisdirected) }

  /// How many requests of a sub-account were refused because there were too many.
  package func rateRefusals(at locationID: String) -> Int { rate(locationID)?.refusals ?? 0 }

  /// When the requests of a sub-account came that were not refused.
  package func arrivals(at locationID: String) -> [ContinuousClock.Instant] {
    rate(locationID)?.arrivals ?? []
  }

  private func rate(_ locationID: String) -> RateCount? {
    store.withLock { state in state.account(ofLocation: locationID).flatMap { state.rates[$0] } }
  }

  // MARK: Sub-accounts

  /// The sub-accounts as they are now, with their calendars and schedules.
  package var accounts: [SandboxAccount] {
    store.withLock { state in
      var accounts = state.accounts
      for calendar in state.calendars {
        accounts[calendar.account].calendars.append(calendar.value)
      }
      for schedule in state.schedules {
        accounts[state.account(of: schedule)].schedules.append(schedule)
      }
      return accounts
    }
  }

  /// Changes which tokens open a sub-account, as when one is renewed; an id that is not there
  /// changes nothing.
  package func setTokens(_ tokens: [String], ofLocation id: String) {
    store.withLock { state in
      if let index = state.account(ofLocation: id) { state.accounts[index].tokens = tokens }
    }
  }

  // MARK: Calendars and schedules

  /// A calendar as it is stored now; nil for an id that is not there.
  package func calendar(_ id: String) -> JSONValue? {
    store.withLock { state in state.index(ofCalendar: id).map { state.calendars[$0].value } }
  }

  /// Changes a stored calendar behind everybody's back.
  ///
  /// An id that is not there adds a calendar: to the sub-account that the value names, or to the
  /// first one. A calendar that is there stays in its sub-account, whatever the value says.
  package func replaceCalendar(_ id: String, with value: JSONValue) {
    store.withLock { $0.replace(id, with: value) }
  }

  /// Changes keys of a stored calendar, as another person would: its date and version change too.
  ///
  /// - Parameter keys: an object, of which each member replaces what is stored.
  package func changeCalendar(_ id: String, _ keys: JSONValue) {
    store.withLock { $0.change(id, keys) }
  }

  /// The schedules as they are stored now, those included that are marked as deleted.
  package var schedules: [JSONValue] { store.withLock { $0.schedules } }

  /// Changes the schedules behind everybody's back.
  ///
  /// Each belongs to the sub-account that it names, or to the first one.
  package func replaceSchedules(with schedules: [JSONValue]) {
    store.withLock { $0.schedules = schedules }
  }

  // MARK: Faults

  /// Makes something go wrong with the next requests; faults happen in the order they were added.
  ///
  /// A request gets the first fault of which every aim fits; an aim that is nil fits any request.
  ///
  /// - Parameters:
  ///   - method: the method of the requests that fail, `PUT` for example.
  ///   - path: what the paths of those requests begin with, `/locations/` for example.
  ///   - call: the kind of call that they make.
  ///   - calendar: the id of the calendar that they are about: to load, to save, to ask for its free
  ///     slots, or to search the schedules that name it.
  ///   - location: the id of the sub-account that they are for.
  package func inject(
    _ fault: SandboxFault, times: Int = 1, method: String? = nil, path: String? = nil,
    call: SandboxCall.Kind? = nil, calendar: String? = nil, location: String? = nil
  ) {
    let aim = FaultAim(
      method: method, path: path, call: call, calendar: calendar, location: location)
    store.withLock { $0.add(fault, times: times, aim) }
  }
}
