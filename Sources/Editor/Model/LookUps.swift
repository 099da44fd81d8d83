import CalendarAPI
import CalendarModel

/// What the service lists for choosing by name: users, groups, forms.
struct LookUps: Sendable {
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

  /// The names of everything that was listed, by id.
  var names: [String: String] {
    var names: [String: String] = [:]
    for case .loaded(let results) in states.values {
      for result in results where result.name != result.id { names[result.id] = result.name }
    }
    return names
  }
}

extension LookUp {
  /// What is listed: "users".
  var noun: String {
    switch self {
    case .users: "users"
    case .groups: "groups"
    case .forms: "forms"
    }
  }
}
