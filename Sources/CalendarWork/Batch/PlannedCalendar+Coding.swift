import CalendarModel
import JSON

/// How a plan stands in the journal of a run, and in what programs read.
extension PlannedCalendar {
  private enum Key: String, NamedKey {
    case target, verdict, outcome, lines, changes, key, before, after, keys, errors, warnings
    case keysKeptOut, leftOut, keepsHoursOut, withoutEffect
  }

  private enum Word: String { case change, unchanged, stopped }

  package var json: JSONValue {
    func texts(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.text)) }
    var members: [(Key, JSONValue)] = [(.target, target.json)]
    switch verdict {
    case .change: members.append((.verdict, .text(Word.change.rawValue)))
    case .unchanged: members.append((.verdict, .text(Word.unchanged.rawValue)))
    case .stopped(let outcome):
      members += [(.verdict, .text(Word.stopped.rawValue)), (.outcome, outcome.json)]
    }
    members += [
      (.lines, texts(lines)), (.changes, .array(changes.map(Self.json))), (.keys, texts(keys)),
      (.before, before),
    ]
    for (key, list) in [
      (Key.errors, errors), (.warnings, warnings), (.keysKeptOut, keysKeptOut),
      (.leftOut, leftOut), (.withoutEffect, withoutEffect),
    ] where !list.isEmpty {
      members.append((key, texts(list)))
    }
    if keepsHoursOut { members.append((.keepsHoursOut, true)) }
    return .object(JSONObject(members.map { .init(key: $0.0.rawValue, value: $0.1) }))
  }

  private static func json(_ change: Change) -> JSONValue {
    var object = JSONObject([.init(key: Key.key.rawValue, value: .text(change.key))])
    object[member: Key.before] = change.before
    object[member: Key.after] = change.after
    return .object(object)
  }

  /// Reads a plan; nil where a part is missing that a run needs.
  package init?(_ json: JSONValue) {
    func texts(_ key: Key) -> [String]? { json[member: key]?.array?.compactMap(\.text) }
    guard let target = json[member: Key.target].flatMap({ BatchTarget($0) }),
      let word = json[member: Key.verdict]?.text.flatMap(Word.init(rawValue:)),
      let keys = texts(.keys), let before = json[member: Key.before], before.object != nil
    else { return nil }
    switch word {
    case .change, .unchanged:
      self.init(target, verdict: word == .change ? .change : .unchanged)
    case .stopped:
      guard let outcome = json[member: Key.outcome].flatMap({ BatchOutcome($0) }) else {
        return nil
      }
      self.init(target, stopped: outcome)
    }
    (self.keys, self.before) = (keys, before)
    lines = texts(.lines) ?? []
    changes = (json[member: Key.changes]?.array ?? []).compactMap { change in
      change[member: Key.key]?.text.map {
        Change(key: $0, before: change[member: Key.before], after: change[member: Key.after])
      }
    }
    errors = texts(.errors) ?? []
    warnings = texts(.warnings) ?? []
    keysKeptOut = texts(.keysKeptOut) ?? []
    leftOut = texts(.leftOut) ?? []
    withoutEffect = texts(.withoutEffect) ?? []
    keepsHoursOut = json[member: Key.keepsHoursOut] == true
  }

  private init(_ target: BatchTarget, verdict: Verdict) {
    self.target = target
    self.verdict = verdict
  }
}
