/// Something that goes wrong with one request, on purpose.
package enum SandboxFault: Sendable, Hashable {
  /// Gives this answer instead of the real one; the request is not carried out.
  case answer(status: Int, body: String, headers: [String: String] = [:])
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
