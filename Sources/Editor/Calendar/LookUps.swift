import CalendarAPI
import CalendarModel

/// What the service was asked for besides the calendar.
struct LookUps: Sendable {
  var lists = NamedLists()
  /// Whose schedules govern the calendar.
  var schedules = ScheduleLookUp()
  /// What the service offers bookers now.
  var slots = OfferedSlots()
  /// What the sub-account is called; nil while that is not known.
  var accountName: String?
}

/// What the service lists for choosing by name: users, groups, forms.
struct NamedLists: Sendable {
  enum State: Sendable {
    /// Nobody asked: the calendar is a file.
    case unavailable
    case loading
    case loaded([LookUpResult])
    /// The token may not list them, or the call failed; why, in words.
    case failed(String)
  }

  private var states: [LookUp: State] = [:]

  subscript(kind: LookUp) -> State {
    get { states[kind] ?? .unavailable }
    set { states[kind] = newValue }
  }

  /// What can be chosen by name, or why nothing can.
  func choices(of kind: LookUp) -> (results: [LookUpResult], reason: String?) {
    switch self[kind] {
    case .loaded(let results) where !results.isEmpty: (results, nil)
    case .loaded: ([], "The service lists no \(kind.noun); type the id.")
    case .loading: ([], "The \(kind.noun) are still being listed; type the id, or try again.")
    case .failed(let why): ([], "The \(kind.noun) cannot be listed (\(why)); type the id.")
    case .unavailable: ([], "caledit has no list of \(kind.noun) for this calendar; type the id.")
    }
  }

  /// The ids of those that were listed of each kind; a kind that is not in it was not listed.
  var listedIDs: [LookUp: Set<String>] {
    states.compactMapValues { state in
      if case .loaded(let results) = state { Set(results.map(\.id)) } else { nil }
    }
  }

  /// The names of everything that was listed, by id.
  var names: [String: String] {
    var names: [String: String] = [:]
    for case .loaded(let results) in states.values {
      for result in results where result.name != result.id { names[result.id] = result.name }
    }
    return names
  }
}
