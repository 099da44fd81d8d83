/// Is told of every request and of what came of it.
///
/// Nothing that it is told holds the token: headers of requests are left out, and wherever the
/// secret stands in an address, an answer or a reason, ``Token/placeholder`` stands instead. The
/// texts are otherwise as they came, and not sanitised.
package protocol ExchangeLog: Sendable {
  /// Whether bodies are wanted as well; they hold names, addresses and notes of people.
  var wantsBodies: Bool { get }

  /// - Parameter number: of the request in this run, from 1; its answer has the same.
  func record(_ event: ExchangeEvent, ofRequest number: Int)
}

/// What a log is told of.
package enum ExchangeEvent: Sendable, Hashable {
  /// A request goes out; the size of its body is in bytes.
  case request(method: String, url: String, bodySize: Int, body: String?)
  /// A whole answer came, so many milliseconds later, with the headers that help to look for it.
  case answer(
    status: Int, milliseconds: Int, headers: [HTTPField], bodySize: Int, body: String?)
  /// None came.
  case failure(TransportError, milliseconds: Int)
}
