import CalendarModel
import CalendarWork
import CommandOutput
import Editor
import JSON

/// What a plan says of a calendar, for people and for programs.
struct PlanReport {
  /// Whether the calendars are of several sub-accounts, so that each says its own.
  let namesAccounts: Bool

  // MARK: For people

  /// What would be done to a calendar.
  func printout(_ planned: PlannedCalendar) -> Printout {
    var printout = Printout()
    let title = StyledText(planned.target.title, .heading)
    let place =
      (namesAccounts && !planned.target.account.isEmpty ? planned.target.account + ", " : "")
      + planned.target.calendarID
    printout.add(title + StyledText("  (\(place))", .dim) + state(planned))
    for line in planned.lines { printout.add(StyledText("  " + line), hanging: 4) }
    for line in planned.leftOut { printout.add(StyledText("  " + line, .warn), hanging: 4) }
    if planned.verdict == .change, !planned.leftOut.isEmpty {
      printout.add(StyledText("  " + Self.hoursAnyway, .dim))
    }
    if case .stopped(let outcome) = planned.verdict {
      for line in outcome.details {
        printout.add(StyledText("  Error: " + line, .bad), hanging: 4)
      }
      if let way = Self.way(around: outcome) {
        printout.add(StyledText("  " + way, .dim), hanging: 4)
      }
    } else {
      for line in planned.errors {
        printout.add(StyledText("  Error: " + line, .bad), hanging: 4)
      }
    }
    for line in planned.warnings {
      printout.add(StyledText("  Warning: " + line, .warn), hanging: 4)
    }
    return printout
  }

  /// The option that does it all the same; nil where there is none.
  private static func way(around outcome: BatchOutcome) -> String? {
    switch outcome.code {
    case .rules: "--force sends it all the same."
    case .governed: hoursAnyway
    case .losesUnnamed: UpdateSetting.lossAdvice
    case .conflict: "--mine takes the planned values, --theirs leaves those of others."
    default: nil
    }
  }

  private static let hoursAnyway = "--hours-anyway sends the hours all the same."

  private func state(_ planned: PlannedCalendar) -> StyledText {
    switch planned.verdict {
    case .change: ""
    case .unchanged: StyledText("  unchanged", .dim)
    case .stopped(let outcome): StyledText("  \(outcome.title)", .bad)
    }
  }

  // MARK: For programs

  func json(_ planned: PlannedCalendar) -> JSONValue {
    var members = Self.target(planned.target)
    let (verdict, outcome): (String, BatchOutcome?) =
      switch planned.verdict {
      case .change: ("change", nil)
      case .unchanged: ("unchanged", nil)
      case .stopped(let outcome): ("stopped", outcome)
      }
    members += [
      ("plan", .text(verdict)), ("reason", outcome.map { .text($0.code.rawValue) }),
      ("sentences", Self.texts(planned.lines)),
      (
        "changes",
        .array(
          planned.changes.map { change in
            .object(
              JSONObject(known: [
                ("key", .text(change.key)), ("before", change.before), ("after", change.after),
              ]))
          })
      ),
      ("leftOut", Self.texts(planned.leftOut)),
      ("errors", Self.texts(planned.errors + (outcome?.details ?? []))),
      ("warnings", Self.texts(planned.warnings)),
    ]
    return .object(JSONObject(known: members))
  }

  static func target(_ target: BatchTarget) -> [(String, JSONValue?)] {
    [
      ("profile", target.account.isEmpty ? nil : .text(target.account)),
      ("id", .text(target.calendarID)), ("name", .text(target.title)),
    ]
  }

  static func texts(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.text)) }
}

/// What became of the calendars of a run, for people and for programs.
enum ResultReport {
  /// A line for each calendar, and what there is to know under it.
  ///
  /// - Parameter warnings: gives the warnings of the plan that count behind it as well.
  static func table(
    _ results: [(target: BatchTarget, outcome: BatchOutcome)],
    warnings: (BatchTarget, BatchOutcome) -> [String]
  ) -> Printout {
    var printout = Printout()
    let several = Set(results.map(\.target.account)).count > 1
    for (target, outcome) in results {
      let place = several && !target.account.isEmpty ? "  (\(target.account))" : ""
      printout.add(
        StyledText(target.title, .heading) + StyledText(place, .dim) + "  "
          + StyledText(outcome.title, role(outcome)), hanging: 2)
      for line in outcome.details + outcome.leftOut {
        printout.add(StyledText("  " + line), hanging: 4)
      }
      for line in warnings(target, outcome) {
        printout.add(StyledText("  Warning: " + line, .warn), hanging: 4)
      }
    }
    return printout
  }

  static func role(_ outcome: BatchOutcome) -> StyledText.Role {
    switch outcome.grade {
    case .good: .good
    case .idle: .dim
    case .warning: .warn
    case .bad: .bad
    }
  }

  static func json(
    _ target: BatchTarget, _ outcome: BatchOutcome, warnings: [String]
  ) -> JSONValue {
    .object(
      JSONObject(
        known: PlanReport.target(target) + [
          ("outcome", .text(outcome.kind.rawValue)), ("code", .text(outcome.code.rawValue)),
          ("title", .text(outcome.title)), ("details", PlanReport.texts(outcome.details)),
          ("leftOut", outcome.leftOut.isEmpty ? nil : PlanReport.texts(outcome.leftOut)),
          ("warnings", warnings.isEmpty ? nil : PlanReport.texts(warnings)),
        ]))
  }
}
