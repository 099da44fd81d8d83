import JSON

/// Something that goes wrong with one request, on purpose.
package enum SandboxFault: Sendable, Hashable {
  /// Gives this answer instead of the real one; the request is not carried out.
  case answer(status: Int, body: String, headers: [String: String] = [:])
  /// Carries the request out, then gives this answer instead of the real one.
  case answerAfterwards(status: Int, body: String, headers: [String: String] = [:])
  /// Answers an update as if it had been carried out, and stores nothing.
  ///
  /// The answer shows the calendar as it still is; where `claims` is true, as it would have become.
  case storeNothing(claims: Bool = false)
  /// Carries the request out, and loses these keys of the calendar.
  ///
  /// A key may lie in rows: `teamMembers.priority` is lost in every member. The answer shows what is
  /// left.
  case lose([String])
  /// Carries the request out; the calendar in the answer has this key twice, first with this value.
  case doubleKey(String, first: JSONValue)
  /// Somebody else changes these keys of the calendar just before the request is carried out.
  ///
  /// The value is an object, of which each member replaces what is stored. Where the request is
  /// about no calendar, nothing changes.
  case change(JSONValue)
  /// Carries the request out; then somebody else changes these keys of the calendar.
  case changeAfterwards(JSONValue)
  /// Waits, then answers as always; a save is carried out after the wait.
  case delay(milliseconds: Int)
  /// Closes the connection without an answer; the request is not carried out.
  case close
  /// Carries the request out, then closes the connection without an answer.
  case closeAfterwards
  /// Carries the request out, sends half of the head of the answer, then closes the connection.
  case cutHead
  /// Sends the head of the real answer and half of its body, then nothing more.
  case stallBody
  /// Sends the head of the real answer and half of its body, then closes the connection.
  case cutBody
  /// Carries the request out and sends the real answer byte by byte, with so long a pause after
  /// each.
  case trickle(milliseconds: Int)
  /// Sends these bytes and closes the connection; the request is not carried out.
  case raw(String)
  /// Sends bytes of any kind in any amount.
  case stream(SandboxStream)
}
