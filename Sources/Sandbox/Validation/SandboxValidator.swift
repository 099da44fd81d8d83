import JSON

/// What the sandbox refuses, worded as the service words it.
///
/// It is written against the API page and knows nothing of the editor's own rules, so that each can
/// be tested against the other.
package enum SandboxValidator {
  /// Everything that is wrong with an update of a calendar; empty when it would be taken.
  ///
  /// First the body by itself: unknown properties, types, values, ranges. Only when there is nothing
  /// wrong with it, the rules between properties on the calendar as it would be afterwards.
  package static func problems(inUpdate body: JSONValue, of calendar: JSONValue) -> [String] {
    switch verdict(onUpdate: body, of: calendar, Strictness()) {
    case .accepted: []
    case .refused(let text): [text]
    case .invalid(let messages): messages
    }
  }

  enum Verdict {
    /// The update, which can be stored.
    case accepted(JSONObject)
    /// 400 with one text.
    case refused(String)
    /// 422 with a list.
    case invalid([String])
  }

  static func verdict(
    onUpdate body: JSONValue, of calendar: JSONValue, _ strictness: Strictness
  ) -> Verdict {
    guard let update = body.object else { return .refused("Bad Request") }
    var checker = ShapeChecker(strictness)
    checker.check(update, BodyShapes.update)
    let malformed = checker.problems + BusinessRules.problems(inRedirectOf: update)
    guard malformed.isEmpty else { return .invalid(malformed) }

    let before = calendar.object ?? JSONObject()
    let unknown = CalendarUpdate.problems(inAvailabilitiesOf: update, before: before)
    let after = CalendarUpdate.merged(update, into: before)
    let missing = BusinessRules.problems(
      inMembersOf: update, type: calendar[key: "calendarType"]?.text)
    let problems = unknown + missing + BusinessRules.problems(in: .object(after))
    guard problems.isEmpty else { return .invalid(problems) }
    if let refusal = BusinessRules.refusal(of: .object(after)) { return .refused(refusal) }
    return .accepted(update)
  }
}
