import CalendarWork

/// A call that is under way; the screen shows it with the time it takes.
package struct Request: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case load
    /// Loads the calendar to put it together with the changes that are not saved.
    case merge
    /// Loads the calendar before a save, to see whether somebody else changed it.
    case check
    case save
    /// Loads the calendar after a save whose answer was lost, to see whether it was taken.
    case confirm
    /// Lists the schedules after hours were sent that they govern.
    case schedules
    /// Reads the token again.
    case token
    /// Nothing is sent until so many seconds have passed, as the service asked for.
    case wait(seconds: Int)
    /// So many seconds pass before another look, as what was loaded is older than what was saved.
    case pause(seconds: Int)
  }

  package let id: Int
  package let kind: Kind
  /// How long it has been running.
  package internal(set) var seconds = 0

  var title: String {
    switch kind {
    case .load, .merge: "Loading"
    case .check: "Checking for other people's changes"
    case .save: "Saving"
    case .confirm: "Checking whether it was saved"
    case .schedules: "Checking whether the schedule is still there"
    case .token: "Reading the token again"
    case .wait: "Waiting, as the service asked"
    case .pause: "The service shows nothing of it yet; looking again"
    }
  }

  /// What the clock of the request shows.
  var clock: String {
    switch kind {
    case .wait(let all), .pause(let all): "\(max(0, all - seconds)) s left"
    default: "\(seconds) s"
    }
  }
}

/// What is kept of calls besides the one that is under way.
struct CallState: Sendable {
  /// The number of the call that was made last.
  var lastID = 0
  /// The call that is made again when the token was read again, or the time is up.
  var putOff: Request.Kind?
  /// How long loading waits when the service asks for it.
  var patience = PatientCalls()
}
