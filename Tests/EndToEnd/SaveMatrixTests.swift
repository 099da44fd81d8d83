import CalendarModel
import CalendarWork
import Foundation
import JSON
import Sandbox
import TerminalTesting
import TestSupport
import Testing

/// What the report of a save says, against what the server holds, for every way in which accounts are
/// seen to differ.
@Suite(.waits, .timeLimit(.minutes(240))) struct SaveMatrixTests {
  enum Edit: CaseIterable { case scalar, hour, member }

  struct Case: Sendable, CustomTestStringConvertible {
    let put: SandboxOptions.PutReading
    let answer: SandboxOptions.PutAnswer
    let hours: SandboxOptions.GovernedHours
    let edit: Edit
    var testDescription: String { "\(put), \(answer), \(hours), \(edit)" }
  }

  /// Every combination of what the service does; each with one edit, or with all where every case is
  /// asked for.
  static let cases: [Case] = {
    var cases: [Case] = []
    for put in SandboxOptions.PutReading.allCases {
      for answer in SandboxOptions.PutAnswer.allCases {
        for hours in SandboxOptions.GovernedHours.allCases {
          let edits = TestExtent.isAll ? Edit.allCases : [Edit.allCases[cases.count % 3]]
          cases += edits.map { Case(put: put, answer: answer, hours: hours, edit: $0) }
        }
      }
    }
    return cases
  }()

  /// Governed by schedules, with three members and nested keys that no document lists.
  private static let calendarID = Sandbox.calendarIDs[3]

  @Test(arguments: cases)
  func theReportSaysWhatTheServerHolds(_ test: Case) throws {
    var options = SandboxOptions()
    options.put = test.put
    options.answer = test.answer
    options.hours = test.hours
    options.undocumented = .accept
    let program = try Program.opened(
      Self.calendarID, options: options, rows: 60, columns: 120, checks: true,
      undocumented: nil)
    let sandbox = try #require(program.sandbox)
    try program.session.wait("the schedules", seconds: Program.patience) {
      sandbox.requests.contains { $0.path.hasPrefix("/calendars/schedules") }
    }
    let before = try #require(sandbox.calendar(Self.calendarID))
    try make(test.edit, program)
    try save(program, sendsUndocumented: false)
    let after = try #require(sandbox.calendar(Self.calendarID))
    let sent = try #require(program.puts.last?.json)
    let report = try report(of: program)

    let isExact = check(report, before: before, sent: sent, after: after)
    let isLooked = test.answer != .full || !isExact
    let loads = sandbox.requests.filter {
      $0.method == "GET" && $0.path == "/calendars/\(Self.calendarID)"
    }
    // Nothing of the update may only not be shown yet.
    let isIgnored = test.put == .merge && test.hours == .ignored && test.edit == .hour
    let again = isIgnored ? RecentSaves.pausesBehind.count : 0
    #expect(
      loads.count == (isLooked ? 3 : 2) + again, "loaded, checked, and looked at where needed")
    #expect(program.puts.count == 1)
    if test.edit == .hour, test.hours == .deletes {
      #expect(report.contains("no longer governs this calendar"), "\(report)")
    }

    guard program.session.text.contains("Restore it") else {
      #expect(test.put == .merge)
      return
    }
    program.session.type("b")
    try program.wait(for: "Review: ")
    try finish(program, sendsUndocumented: true) { program.session.control("s") }
    let last = try #require(sandbox.calendar(Self.calendarID))
    for field in CalendarSchema.all where !field.isReadOnly {
      let isHours = GoverningSchedules.governedKeys.map(\.rawValue).contains(field.key)
      if isHours, test.hours != .calendar || test.edit == .hour { continue }
      if let value = sent[key: field.key] {
        #expect(holds(last[key: field.key], value), "\(field.key) is as it was saved")
        let nested = undocumented(before[key: field.key], field)
        #expect(undocumented(last[key: field.key], field) == nested, "\(field.key)")
        continue
      }
      let wanted = before[key: field.key]
      #expect(
        areEquivalent(plain(last[key: field.key]), plain(wanted))
          || isNothing(wanted) && last[key: field.key] == nil,
        "\(field.key) is back: \(last[key: field.key]?.printed() ?? "nothing")")
    }
  }

  // MARK: Doing

  private func make(_ edit: Edit, _ program: Program) throws {
    switch edit {
    case .scalar: try program.changeDuration(to: 50)
    case .hour:
      try program.goTo("openHours")
      _ = try program.strokes("\"7-8\" Enter")
      try program.wait(forChanges: 1)
    case .member:
      try program.goTo("teamMembers")
      program.session.press(.down)
      program.session.type("<")
      try program.wait(forChanges: 1)
    }
  }

  private func save(_ program: Program, sendsUndocumented: Bool) throws {
    try finish(program, sendsUndocumented: sendsUndocumented) { try program.save() }
  }

  /// Sends, and answers what is asked on the way, until the end of the save is told.
  private func finish(
    _ program: Program, sendsUndocumented: Bool, _ send: () throws -> Void
  ) throws {
    let puts = program.puts.count
    try send()
    let nested = "Send undocumented keys?"
    let governed = "Send them anyway"
    for (question, key) in [(governed, "s"), (nested, sendsUndocumented ? "s" : "l")] {
      try program.session.wait("a question or the end", seconds: Program.patience) {
        let text = program.session.text
        return text.contains(governed) || text.contains(nested) || isEnd(text, program, puts)
      }
      guard program.session.text.contains(question) else { continue }
      program.session.type(key)
      try program.wait(forNo: question)
    }
    try program.session.wait("the end", seconds: Program.patience) {
      isEnd(program.session.text, program, puts)
    }
  }

  private func isEnd(_ text: String, _ program: Program, _ puts: Int) -> Bool {
    program.puts.count > puts
      && ["Saved: ", "The property was not stored", "None of ", "Not saved"].contains {
        text.contains($0)
      }
  }

  /// The whole report, in one line.
  private func report(of program: Program) throws -> String {
    program.session.press(.function(4))
    try program.wait(for: "Report")
    try program.wait(forSentence: "Sent by PUT")
    let text = program.flatText
    program.session.press(.escape)
    try program.wait(forNo: " Report ")
    program.session.settle()
    return text
  }

  // MARK: Judging

  /// Compares the report with what the server holds, key by key.
  ///
  /// - Returns: whether the server holds what was sent and lost nothing.
  private func check(
    _ report: String, before: JSONValue, sent: JSONValue, after: JSONValue
  ) -> Bool {
    let unsent = report.components(separatedBy: ", not sent by you").dropLast()
    var isExact = true
    for field in CalendarSchema.all where !field.isReadOnly {
      let (old, new) = (before[key: field.key], after[key: field.key])
      guard let value = sent[key: field.key] else {
        let isChanged = !areEquivalent(old, new) && !(isNothing(old) && new == nil)
        let isSaid = unsent.contains {
          $0.contains("\(field.label): ") || $0.contains("\(field.label) › ")
        }
        #expect(isSaid == isChanged, "\(field.key): \(report)")
        isExact = isExact && !isChanged
        continue
      }
      let isStored = holds(new, value)
      let stored = report.components(separatedBy: "Stored: ").dropFirst().first ?? ""
      #expect(
        (stored.components(separatedBy: ".").first ?? "").contains(field.label) == isStored,
        "\(field.key): \(report)")
      isExact = isExact && isStored
      for name in undocumented(old, field).subtracting(undocumented(new, field)) where new != nil {
        #expect(report.contains("\(field.label) › \(name): gone"), "\(name): \(report)")
        isExact = false
      }
    }
    return isExact
  }

  /// Whether a value is none: when it is gone, nothing is lost.
  private func isNothing(_ value: JSONValue?) -> Bool {
    value == nil || value?.isNull == true || value == "" || value == []
  }

  /// Whether a value has all that was sent; ids and other members of its own are no difference.
  private func holds(_ held: JSONValue?, _ sent: JSONValue) -> Bool {
    switch (held, sent) {
    case (.object(let held)?, .object(let sent)):
      sent.members.allSatisfy { holds(held[$0.key], $0.value) }
    case (.array(let held)?, .array(let sent)):
      held.count == sent.count && zip(held, sent).allSatisfy { holds($0, $1) }
    default: areEquivalent(held, sent)
    }
  }

  /// The keys in the rows of a list that no document lists.
  private func undocumented(_ value: JSONValue?, _ field: Field) -> Set<String> {
    guard let type = field.objectType else { return [] }
    let keys = (value?.array ?? []).flatMap { $0.object?.keys ?? [] }
    return Set(keys.filter { type.field($0) == nil && $0 != "_id" })
  }

  /// A value without what the service gives to rows itself: dates that were gone come back with
  /// other ids, and meetings are not sent.
  private func plain(_ value: JSONValue?) -> JSONValue? {
    switch value {
    case .array(let rows)?: return .array(rows.map { plain($0) ?? $0 })
    case .object(let object)?:
      let given = object["date"] == nil ? ["meetingId"] : ["id", "_id"]
      return .object(
        JSONObject(
          object.members.filter { !given.contains($0.key) }.map {
            .init(key: $0.key, value: plain($0.value) ?? $0.value)
          }))
    default: return value
    }
  }
}
