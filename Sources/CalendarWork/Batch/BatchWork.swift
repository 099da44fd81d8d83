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
  /// Puts back what a save of each calendar changed, by the id of the calendar.
  case restoreEach([String: Restoring])

  /// The two states that a save lies between, with the keys of the API page.
  ///
  /// Records have the calendar before a save by the page's keys, and behind it as the service spells
  /// them; what differs in nothing else was not changed.
  package struct Restoring: Sendable, Hashable {
    /// The calendar as the save found it.
    package let before: JSONValue
    /// The calendar as the save left it.
    package let after: JSONValue
    /// Top-level keys that stay as they are: the record of the save does not hold them whole.
    package let withheld: Set<String>
    /// What else is on record of the save, in sentences: schedules that it took away.
    package let notes: [String]

    package init(
      before: JSONValue, after: JSONValue, withheld: Set<String> = [], notes: [String] = []
    ) {
      self.before = LoadedSpellings.normalised(before)
      self.after = LoadedSpellings.normalised(after)
      (self.withheld, self.notes) = (withheld, notes)
    }

    /// What is not put back, in sentences.
    var remarks: [String] {
      CalendarSchema.all.filter { withheld.contains($0.key) }.map {
        "\($0.label): left as it is, because the record of the save does not hold all of it."
      } + notes.map { "The record of the save says: \($0)" }
    }

    /// Whether the save put back what a former one changed, or a part of it.
    ///
    /// Ids that the service gave to rows anew, and its other spellings of a value, are no difference.
    package func takesBack(_ former: Restoring) -> Bool {
      let fields = changedFields
      return !fields.isEmpty
        && fields.allSatisfy { field in
          Self.holds(after, what: former.before, field)
            && Self.holds(before, what: former.after, field)
        }
    }

    /// Whether a calendar has the value of a property that another one has, as far as an update can
    /// carry it.
    private static func holds(
      _ calendar: JSONValue, what other: JSONValue, _ field: Field
    ) -> Bool {
      let (held, wanted) = (calendar[key: field.key], other[key: field.key])
      if field.isSamePart(held, wanted) { return true }
      // An update cannot take a property away: what had no value is put back as an empty one.
      guard let wanted else { return held?.isNull ?? true || held == [] || held == "" }
      let sent = JSONObject([JSONObject.Member(key: field.key, value: withoutRowIDs(wanted))])
      return ReadBack(sent: .object(sent), held: calendar).isExact
    }

    /// A list whose rows are told by their date alone: rows that were put back have new ids.
    private static func withoutRowIDs(_ value: JSONValue) -> JSONValue {
      guard case .array(let rows) = value else { return value }
      return .array(
        rows.map { row in
          guard case .object(var object) = row else { return row }
          for key in [DateEntryKey.id, .underscoreID] { object[key.rawValue] = nil }
          return .object(object)
        })
    }

    /// The top-level keys that differ.
    var keys: Set<String> { Set(changedFields.map(\.key)) }

    /// What the save gave the calendar and nobody changed since, of which an update cannot take
    /// anything away: lists are emptied.
    ///
    /// - Parameter calendar: as it is now, with the keys of the API page.
    func keysToUnset(in calendar: JSONValue) -> [String] {
      changedFields.filter { field in
        guard before[key: field.key] == nil, let now = calendar[key: field.key] else {
          return false
        }
        let isEmpty = now.isNull || now == "" || now == [] || now == [:]
        if case .list = field.type { return false }
        return !isEmpty && now != field.defaultValue && field.isSamePart(now, after[key: field.key])
      }.map(\.key)
    }

    private var changedFields: [Field] {
      CalendarSchema.all.filter {
        !$0.isReadOnly && !withheld.contains($0.key)
          && !$0.isSamePart(before[key: $0.key], after[key: $0.key])
      }
    }
  }

  /// Why it cannot be done to a calendar, in sentences for a person.
  package enum Obstacle: Error, Sendable, Hashable {
    /// The calendar has not got what a change names, or a value cannot be read.
    case mistake(String)
    /// Others changed what is to be put back.
    case conflict([String])
  }

  /// Whether it puts back what saves changed.
  package var isRestore: Bool {
    switch self {
    case .changes, .copy: false
    case .restore, .restoreEach: true
    }
  }

  /// The top-level keys that it may change.
  package var keys: Set<String> {
    switch self {
    case .changes(let changes): changes.keys
    case .copy(_, let choices): choices.keys
    case .restore(let restoring): restoring.keys
    case .restoreEach(let all): all.values.reduce(into: []) { $0.formUnion($1.keys) }
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
    case .restoreEach(let all):
      guard let restoring = document.base.calendarID.flatMap({ all[$0] }) else {
        throw .mistake("No save of the calendar is to be put back.")
      }
      return try BatchWork.restore(restoring).apply(to: &document, conflicts: conflicts)
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
      // What is unset is not sent, and the plan and the outcome say that the service keeps it.
      for key in restoring.keysToUnset(in: document.base) {
        document.set(JSONPath([.key(key)]), to: nil)
      }
      return restoring.remarks
    }
  }
}

extension CalendarMerge.Conflict {
  /// What both sides made of it: "Slot duration: now 60 min, planned 45 min, was 30 min".
  package var sentence: String {
    "\(label): now \(theirsText), planned \(mineText), was \(baseText)"
  }
}
