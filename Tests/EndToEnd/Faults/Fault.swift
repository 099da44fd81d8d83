import Sandbox
import Testing

/// Something that goes wrong between the program and the service, and what is said of it.
struct Fault: Sendable, CustomTestStringConvertible {
  /// What is known of a save that it meets.
  enum Meaning: Sendable {
    /// The service has refused it: nothing is looked after, the edit stays.
    case refused
    /// The answer is lost: the calendar is loaded to see what became of it.
    case lost
  }

  let name: String
  var meaning = Meaning.lost
  /// Sentences on the screen, when it meets a load.
  let says: [String]
  /// Sentences on the screen, when it meets a save; otherwise those of a load.
  var saysOfSave: [String]?
  /// Options that the program is started with.
  var options: [String] = []
  /// What the server does; whether it carries the request out before.
  let make: @Sendable (_ isCarriedOut: Bool) -> SandboxFault

  var testDescription: String { name }

  static let token = "Bearer \(Program.token)"

  // MARK: Ways to make one

  /// An answer with a body of any kind.
  static func http(
    _ status: Int, _ body: String, type: String = "application/json",
    headers: [String] = []
  ) -> [UInt8] {
    let lines =
      [
        "HTTP/1.1 \(status) Whatever", "Content-Type: \(type)",
        "Content-Length: \(body.utf8.count)", "Connection: close",
      ] + headers
    return Array((lines + ["", body]).joined(separator: "\r\n").utf8)
  }

  static func stream(_ bytes: [UInt8]) -> @Sendable (Bool) -> SandboxFault {
    { .stream(SandboxStream(bytes, carriesOut: $0)) }
  }

  static func bytes(_ text: String) -> @Sendable (Bool) -> SandboxFault {
    stream(Array(text.utf8))
  }

  /// A success that is none.
  static func success(_ name: String, _ body: String, says: String) -> Fault {
    Fault(
      name: name, says: ["The answer cannot be read: \(says)"], make: stream(http(200, body)))
  }
}
