import JSON

/// An answer before it becomes bytes.
struct SandboxAnswer {
  var status: Int
  var headers: [(name: String, value: String)] = []
  var body: [UInt8]

  init(_ status: Int, _ body: JSONValue) {
    self.init(status, printed: Array(body.printed().utf8))
  }

  /// - Parameter body: JSON that is printed already.
  init(_ status: Int, printed body: [UInt8]) {
    self.status = status
    self.body = body
    headers = [("Content-Type", "application/json; charset=utf-8")]
  }

  init(status: Int, headers: [(name: String, value: String)], text: String) {
    self.status = status
    self.headers = headers
    body = Array(text.utf8)
  }

  private static func problem(_ status: Int, _ message: JSONValue, _ error: String) -> Self {
    Self(
      status,
      [
        "statusCode": .integer(status), "message": message, "error": .text(error),
      ])
  }

  static func badRequest(_ message: String) -> Self { problem(400, .text(message), "Bad Request") }

  static func unauthorized(_ message: String = "Invalid token: access token is invalid") -> Self {
    problem(401, .text(message), "Unauthorized")
  }

  /// The token lacks the scope of the call.
  static var missingScope: Self { unauthorized("The token is not authorized for this scope.") }

  /// The token belongs to another sub-account.
  static var otherLocation: Self {
    forbidden("The token does not have access to this location.")
  }

  static func forbidden(_ message: String) -> Self { problem(403, .text(message), "Forbidden") }

  static func notFound(_ message: String) -> Self { problem(404, .text(message), "Not Found") }

  static func invalid(_ messages: [String]) -> Self {
    problem(422, .array(messages.map(JSONValue.text)), "Unprocessable Entity")
  }

  static func methodNotAllowed() -> Self {
    problem(405, "Method Not Allowed", "Method Not Allowed")
  }

  static func tooManyRequests() -> Self {
    problem(429, "Too Many Requests", "Too Many Requests")
  }

  static func tooLarge() -> Self {
    problem(413, "request entity too large", "Payload Too Large")
  }
}
