/// Records every request and its outcome, for people who look for the cause of a problem.
///
/// No event holds the token: ``LoggedTransport`` leaves out the headers of requests, and writes
/// ``Token/placeholder`` wherever the secret stands in an address, an answer or a reason. Otherwise
/// the texts are as the server sent them, control characters included.
package protocol ExchangeLog: Sendable {
  /// Whether to record bodies as well; they hold names, addresses and notes of people.
  var wantsBodies: Bool { get }

  /// Records one event.
  ///
  /// - Parameter number: counts the requests of this run from 1; the answer has that of its request.
  func record(_ event: ExchangeEvent, ofRequest number: Int)
}

/// An event that a log records.
package enum ExchangeEvent: Sendable, Hashable {
  /// A request is sent; the size of its body is in bytes.
  case request(method: String, url: String, bodySize: Int, body: String?)
  /// A whole answer came, so many milliseconds later, with the headers that help to look for it.
  case answer(
    status: Int, milliseconds: Int, headers: [HTTPField], bodySize: Int, body: String?)
  /// No answer came, after so many milliseconds.
  case failure(TransportError, milliseconds: Int)
}
