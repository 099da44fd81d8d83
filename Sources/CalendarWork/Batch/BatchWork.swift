import CalendarModel
import JSON

/// What is done to each of many calendars.
package enum BatchWork: Sendable, Hashable {
  /// Sets and unsets fields.
  case changes(CalendarChanges)
  /// Takes settings of another calendar over; the calendar as it was loaded.
  case copy(from: JSONValue, CopyChoices)
  /// Puts back what a save changed.
  case restore(Restoring)

  /// The two states that a save lies between.
  package struct Restoring: Sendable, Hashable {
    /// The calendar as the save found it.
    package let before: JSONValue
    /// The calendar as the save left it.
    package let after: JSONValue
    /// Top-level keys that stay as they are: the record of the save does not hold them whole.
    package let withheld: Set<String>

    package init(before: JSONValue, after: JSONValue, withheld: Set<String> = []) {
      (self.before, self.after, self.withheld) = (before, after, withheld)
    }
  }

  /// Why it cannot be done to a calendar, in sentences for a person.
  package enum Obstacle: Error, Sendable, Hashable {
    /// The calendar has not got what a change names, or a value cannot be read.
    case mistake(String)
    /// Others changed what is to be put back.
    case conflict([String])
  }

  /// The top-level keys that it may change.
  package var keys: Set<String> {
    switch self {
    case .changes(let changes): changes.keys
    case .copy(_, let choices): choices.keys
    case .restore(let restoring):
      Set(
        CalendarSchema.all.filter {
          !$0.isReadOnly && !restoring.withheld.contains($0.key)
            && !areEquivalent(restoring.before[key: $0.key], restoring.after[key: $0.key])
        }.map(\.key))
    }
  }

  /// Does it, as one step.
  ///
  /// - Parameter conflicts: whose value stays where others changed what is put back.
  /// - Returns: what is to be known about it, in sentences: what is not copied, and why.
  package func apply(
    to document: inout CalendarDocument, conflicts: BatchPolicy.Conflicts = .stop
  ) throws(Obstacle) -> [String] {
    switch self {
    case .changes(let changes):
      do throws(CalendarChanges.Mistake) {
        try changes.apply(to: &document)
      } catch {
        throw .mistake(error.message)
      }
      return []
    case .copy(let source, let choices):
      let report = CopyPlan(from: source, choices: choices).apply(to: &document)
      return report.skipped.map { "\($0.line.label) is not copied: \($0.reason)" }
        + report.lines.flatMap { line in line.warnings.map { "\(line.label): \($0)" } }
    case .restore(let restoring):
      let merge = document.merge(
        restoring: restoring.before, savedAs: restoring.after, except: restoring.withheld)
      if conflicts == .stop, !merge.conflicts.isEmpty {
        throw .conflict(merge.conflicts.map { $0.sentence })
      }
      let choices: [CalendarMerge.Conflict.ID: CalendarMerge.Side] =
        conflicts == .theirs
        ? Dictionary(uniqueKeysWithValues: merge.conflicts.map { ($0.id, .theirs) }) : [:]
      document.restore(merge, choices)
      return []
    }
  }
}

extension CalendarMerge.Conflict {
  /// What both sides made of it: "Slot duration: now 60 min, planned 45 min, was 30 min".
  package var sentence: String {
    "\(label): now \(theirsText), planned \(mineText), was \(baseText)"
  }
}
