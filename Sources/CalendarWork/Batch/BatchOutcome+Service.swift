import CalendarAPI
import CalendarModel

/// Outcomes by what the service said.
extension BatchOutcome {
  /// The outcome of a calendar that could not be looked at; nothing was sent.
  package init(notLoaded error: ServiceError) {
    self.init(
      Self.code(of: error), "\(error.title). Nothing was sent.", details: Self.details(of: error),
      halt: Self.halt(error))
  }

  /// The outcome of a calendar that shows what was there before a save of this machine; nothing was
  /// sent.
  package init(_ old: OldRead) {
    self.init(
      .conflict,
      "The service shows what was there before a save of a moment ago. Nothing was sent.",
      details: old.sentences.map { "Saved here, and shown by the service: \($0)" } + [
        "It may show an older state for some seconds, or somebody has put it back; run it again later."
      ])
  }

  /// The outcome of an update that the service did not carry out.
  init(notCarriedOut error: ServiceError) {
    let code: Code =
      switch error.kind {
      case .badRequest, .invalid: .refused
      default: Self.code(of: error)
      }
    self.init(
      code, "Not saved. \(error.title).", details: Self.details(of: error), halt: Self.halt(error))
  }

  /// The outcome of an update whose answer was lost and that is not there.
  init(notSaved answer: SaveAnswer) {
    self.init(
      .notSaved,
      answer.mayArriveLate
        ? "Not saved so far: nothing has changed at the service."
        : "Not saved: nothing has changed at the service.",
      details: (answer.lost.map(SaveWords.words) ?? [])
        + (answer.mayArriveLate ? ["What was sent could still arrive."] : []))
  }

  /// The outcome of an update that could not be looked for.
  ///
  /// - Parameter cause: why the service could not be asked.
  init(doubt cause: ServiceError?, isAnswered: Bool = false) {
    self.init(
      .unknown,
      isAnswered
        ? "The service answered that it saved; what it holds could not be seen."
        : "It is not known whether it was saved.",
      details: cause.map { ["The service could not be asked: \($0.title).", $0.advice] } ?? [],
      halt: cause.flatMap(Self.halt))
  }

  /// The outcome of an update whose effect was seen.
  ///
  /// - Parameter isWhole: whether the update named the whole calendar.
  init(
    _ report: SaveReport, _ answer: SaveAnswer, takenOver: [String], schedules: [String],
    leftOut: [String], isWhole: Bool
  ) {
    if schedules.isEmpty, report.isStoredBesideOthers {
      let stored = report.storedKeys.count
      self.init(
        .saved, "Saved: \(stored == 1 ? "1 property" : "\(stored) properties").",
        details: takenOver
          + report.unsent.map { "Changed by others at the same time: \($0.words)." },
        leftOut: leftOut)
      return
    }
    let words = SaveWords(
      report, answer, takenOver: takenOver, schedules: schedules, isBrief: true)
    let isOfOthers = answer.isLost && report.storedKeys.isEmpty && !report.isPartlyStored
    let code: Code = words.isGood ? .saved : isOfOthers ? .notSaved : .savedOtherwise
    self.init(
      code, words.title, details: words.details, leftOut: leftOut,
      halt: isWhole || isOfOthers ? nil : report.halt)
  }

  // MARK: Reasons

  /// The messages of the service, and what to do.
  private static func details(of error: ServiceError) -> [String] {
    error.messages.map(\.text) + [error.advice]
  }

  private static func code(of error: ServiceError) -> Code {
    switch error.kind {
    case .unauthorized, .missingScope, .agencyToken, .otherAccount, .forbidden: .token
    case .notFound, .unusableID: .notFound
    case .foreignCalendar: .otherAccount
    case .otherCalendar: .otherCalendar
    case .unreadable: error.isOtherCalendar ? .otherCalendar : .failed
    case .rateLimited: error.isUsedUpToday ? .usedUp : .rateLimited
    case .transport: .notReached
    case .server, .badRequest, .versionRefused, .noSuchRoute, .invalid, .redirected, .unexpected:
      .failed
    }
  }

  /// Why the other calendars of the account would end the same.
  static func halt(_ error: ServiceError) -> Halt? {
    if error.isTokenRefused {
      // A calendar of another sub-account says nothing of the others.
      if case .otherAccount = error.kind { return nil }
      return .token
    }
    if error.isUsedUpToday { return .usedUp }
    switch error.kind {
    case .transport(.refused), .transport(.hostNotFound), .transport(.tls),
      .transport(.certificateFile):
      return .notReached
    default: return nil
    }
  }
}

extension SaveReport {
  /// Why what follows in the same account would lose the same.
  fileprivate var halt: BatchOutcome.Halt? {
    if losesUnnamed { return .losesUnnamed }
    return lostKeys.isEmpty ? nil : .losesUndocumented
  }

  /// Whether everything is stored, and what else is another way has another value and is not gone: two
  /// who change the same calendar at the same moment see that of each other.
  fileprivate var isStoredBesideOthers: Bool {
    unstoredKeys.isEmpty && cannotUnset.isEmpty && lostMembers.isEmpty && lostKeys.isEmpty
      && !storedKeys.isEmpty && readBack.differences.isEmpty && !unsent.isEmpty
      && unsent.allSatisfy { !$0.isGone }
  }
}
