import CalendarAPI

/// Why a save cannot go on by itself; a person decides, or something has to be put right first.
package enum SaveStop: Sendable, Hashable {
  /// Whether somebody else changed the calendar could not be seen, and why; nothing was sent.
  /// ``SaveJob/again()`` looks once more; a job that does not check sends all the same.
  case checkFailed(CheckFailure)
  /// The service refused the token; ``SaveJob/again()`` does the same call once more.
  case tokenRefused(ServiceError)
  /// The update may have been carried out or not, and the service cannot be asked.
  /// ``SaveJob/again()`` asks once more.
  case unknown(SaveDoubt)
  /// The service shows what was there before a save of this machine; nothing was sent.
  /// ``SaveJob/again()`` looks once more, ``SaveJob/goOn(by:)`` decides.
  case oldRead(OldRead)

  /// Why a calendar could not be looked at before it is saved.
  package enum CheckFailure: Error, Sendable, Hashable {
    case service(ServiceError)
    /// The file could not be read, for a reason in words.
    case file(String)
    /// What came is another calendar, or does not say which one it is.
    case otherCalendar

    /// Whether another calendar came instead of the one that is saved.
    ///
    /// Who saved without looking
    /// then would put the edits of one calendar onto the other.
    package var isOtherCalendar: Bool {
      switch self {
      case .otherCalendar: true
      case .service(let error): error.isOtherCalendar
      case .file: false
      }
    }
  }
}

/// What is known of an update whose effect could not be seen.
package struct SaveDoubt: Sendable, Hashable {
  /// Why the answer to the update says nothing; nil where there was none, because it was cancelled.
  package let lost: ServiceError?
  /// Whether the service answered that it saved.
  package let isAnswered: Bool
  /// Why the service could not be asked; nil where the question was cancelled.
  package let cause: ServiceError?
}
